import { describe, expect, it } from 'vitest'
import { rangeEnds } from '../../../src/analyses/sensitivity/range-ends.ts'
import { searchedValues } from '../../../src/analyses/sensitivity/possible-values.ts'
import { listedAssumptions } from '../../../src/figures/assumption-list.ts'
import { Decimal } from '../../../src/terms/decimal.ts'
import type { Distribution } from '../../../src/terms/distribution.ts'

const d = (text: string): Decimal => new Decimal(text)

describe('the ends between which an assumption is moved', () => {
  it.each<[Distribution, string, number, number]>([
    [{ kind: 'triangular', low: d('0'), mode: d('0.03'), high: d('0.12') }, 'ends', 0, 0.12],
    [{ kind: 'pert', low: d('1'), mode: d('2'), high: d('5') }, 'ends', 1, 5],
    [{ kind: 'uniform', low: d('0'), high: d('1400') }, 'ends', 0, 1400],
    [
      {
        kind: 'discrete',
        values: [
          { value: d('3'), chance: d('0.5') },
          { value: d('1'), chance: d('0.5') },
          { value: d('9'), chance: d('0') },
        ],
      },
      'ends',
      1,
      3,
    ],
    // 1.6448536 standard deviations to either side.
    [{ kind: 'normal', mean: d('0'), sd: d('0.16') }, 'p5-p95', -0.26317658, 0.26317658],
    // Mean 1, standard deviation 0.5: ln X has variance ln 1.25 = 0.2231436 and mean −0.1115718.
    [{ kind: 'lognormal', mean: d('1'), sd: d('0.5') }, 'p5-p95', 0.41126, 1.94529],
  ])('of %o', (range, which, low, high) => {
    const ends = rangeEnds(range)
    expect(ends.which).toBe(which)
    expect(ends.low.toNumber()).toBeCloseTo(low, 4)
    expect(ends.high.toNumber()).toBeCloseTo(high, 4)
  })
})

describe('an assumption without a range', () => {
  const moved = listedAssumptions.map((listed) => ({
    ...{ listed, kind: 'value' as const, now: d('0.1'), used: true, range: undefined, entry: undefined },
    at: () => {
      throw new Error('not asked')
    },
  }))

  it.each(moved.map((each) => [each.listed.name, each] as const))('%s has possible values', (_name, each) => {
    const { low, high, which } = searchedValues(each, moved)
    expect(which).toBe('possible')
    expect(low.lessThan(high)).toBe(true)
  })

  it('a share of the budget leaves room for the other: 100% less 10%', () => {
    const digital = moved.find(({ listed }) => listed.name === 'digital-share')!
    expect(searchedValues(digital, moved).high.toNumber()).toBe(0.9)
  })
})
