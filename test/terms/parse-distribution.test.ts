import { describe, expect, it } from 'vitest'
import { Decimal } from '../../src/terms/decimal.ts'
import { parseDistribution } from '../../src/terms/parse-distribution.ts'
import { parseQuantity } from '../../src/terms/quantity.ts'

function percent(text: string): Decimal | undefined {
  const quantity = parseQuantity(text)
  return quantity.kind === 'share' && quantity.of === undefined ? quantity.share : undefined
}

const d = (text: string) => new Decimal(text)

describe('distributions', () => {
  it.each([
    ['normal(3%, 1%)', { kind: 'normal', mean: d('0.03'), sd: d('0.01') }],
    ['lognormal(3%, 1%)', { kind: 'lognormal', mean: d('0.03'), sd: d('0.01') }],
    ['triangular(0%, 3%, 12%)', { kind: 'triangular', low: d('0'), mode: d('0.03'), high: d('0.12') }],
    ['triangular(0%, 0%, 12%)', { kind: 'triangular', low: d('0'), mode: d('0'), high: d('0.12') }],
    [' pert( 0% ,3%,12% ) ', { kind: 'pert', low: d('0'), mode: d('0.03'), high: d('0.12') }],
    ['uniform(-1%, 2%)', { kind: 'uniform', low: d('-0.01'), high: d('0.02') }],
    [
      'discrete(0%: 0.5, 3%: 30%, 12%: 0.2)',
      {
        kind: 'discrete',
        values: [
          { value: d('0'), chance: d('0.5') },
          { value: d('0.03'), chance: d('0.3') },
          { value: d('0.12'), chance: d('0.2') },
        ],
      },
    ],
  ])('%s', (text, expected) => {
    expect(parseDistribution(text, percent)).toEqual(expected)
  })

  it.each([
    ['3%', 'not-a-distribution'],
    ['normal 3%, 1%', 'not-a-distribution'],
    ['gaussian(3%, 1%)', 'unknown-kind'],
    ['constructor(1)', 'unknown-kind'],
    ['normal(3%)', 'wrong-count'],
    ['uniform()', 'wrong-count'],
    ['discrete()', 'wrong-count'],
    ['normal(3, 1)', 'bad-parameter'],
    ['discrete(3%)', 'bad-parameter'],
    ['discrete(3%: half)', 'bad-parameter'],
    ['normal(3%, 0%)', 'spread-not-positive'],
    ['lognormal(0%, 1%)', 'mean-not-positive'],
    ['triangular(3%, 0%, 12%)', 'not-ascending'],
    ['triangular(3%, 3%, 3%)', 'not-ascending'],
    ['uniform(2%, 1%)', 'not-ascending'],
    ['discrete(0%: 0.5, 3%: 0.4)', 'chances'],
  ])('%s is refused: %s', (text, fault) => {
    expect(parseDistribution(text, percent)).toMatchObject({ fault })
  })
})
