import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing, type ExactNumber } from '../../src/engine/calculators/exact.ts'
import type { ModelFigure } from '../../src/figures/model.ts'
import { optimismBias, optimismBiasDuration } from '../../src/figures/optimism-bias.ts'
import { buys } from '../../src/figures/purchase.ts'
import { requirementBeforeOptimismBias } from '../../src/figures/requirement/before-optimism-bias.ts'
import { requirement } from '../../src/figures/requirement/requirement.ts'
import { spend } from '../../src/figures/spend.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { categoriesAndTotal } from '../../src/terms/category.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { runsOn } from '../run/runs.ts'

/** Optimism bias: vectors of CONVENTIONS C8, and what it may and may not touch (MODEL.md 6). */

const runs = runsOn(await loadData())
const split = { digital: '10%', other: '20%' }
const benchmarks = [
  { id: 'level', kind: 'stated-level', amount: '£10bn', prices: 'nominal' },
  { id: 'on-digital', kind: 'stated-level', category: 'digital', amount: '£2bn', prices: 'nominal' },
  { id: 'added', kind: 'stated-additional', amount: '£1bn', prices: 'nominal', frozen: '2026-03-31' },
  { id: 'eu14', kind: 'comparator-share', group: 'eu14' },
]

function run(bias: object, assumptions: object = {}): ModelRun {
  const years = '2024-25 to 2026-27'
  return runs.written({
    ...{ capgap: 1, title: 'Biased', years, prices: 'nominal', split, benchmarks, assumptions },
    'optimism-bias': bias,
  })
}

const evidence = 'A worked example'
const buildings = { 'standard-buildings': '70%', 'non-standard-buildings': '30%' }

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- figures of several units
function number(of: ModelRun, figure: ModelFigure<any>, cell: Cell): ExactNumber {
  const value = of.exact(figure, cell)
  if (isMissing(value)) throw new Error(`missing: ${value.missing}`)
  return value
}

describe('what it comes to', () => {
  it.each<[what: string, setting: object, category: string, ratio: string]>([
    // CONVENTIONS C8: 51% with 92% managed; 30/70 blend; MODEL.md 6.
    [
      '51% with 92% managed',
      { infrastructure: { type: 'non-standard-buildings', mitigation: '92%', evidence } },
      'infrastructure',
      '0.0408',
    ],
    ['a blend by capital', { infrastructure: { type: buildings } }, 'infrastructure', '0.321'],
    ['digital, by default equipment and development', { digital: {} }, 'digital', '2'],
    ['digital, half managed', { digital: { mitigation: '50%', evidence } }, 'digital', '1'],
    ['digital, bought as a service', { digital: { type: 'outsourcing' } }, 'digital', '0.41'],
    ['a category not named', { digital: {} }, 'infrastructure', '0'],
    ['other, which never has any', { digital: {} }, 'other', '0'],
  ])('%s', (_what, setting, category, ratio) => {
    expect(number(run(setting), optimismBias, { category }).n.toString()).toBe(ratio)
  })

  it('duration: 30% of 39% and 70% of 4% are 14.5% (CONVENTIONS C8)', () => {
    const blended = run({ infrastructure: { type: buildings } })
    expect(number(blended, optimismBiasDuration, { category: 'infrastructure' }).n.toString()).toBe('0.145')
  })

  it('a duration that the table leaves blank is missing, not 0', () => {
    const bought = run({ digital: { type: 'outsourcing' } })
    expect(bought.exact(optimismBiasDuration, { category: 'digital' })).toEqual({ missing: 'no-observation' })
  })
})

describe('what it touches', () => {
  const off = run({})
  const on = run({ digital: {}, infrastructure: { type: 'standard-buildings' } })
  const year = 2026

  it('a stated level: £10bn at 70% infrastructure, 10% digital and 20% other becomes 8.68 + 3 + 2', () => {
    const at = (category: string) =>
      number(on, requirement, { benchmark: 'level', category, year }).n.toString()
    expect(categoriesAndTotal.map(at)).toEqual(['8680', '3000', '2000', '13680'])
  })

  it('a level of one category: £2bn of digital becomes 6', () => {
    const cell = { benchmark: 'on-digital', category: 'digital', year }
    expect(number(on, requirement, cell).n.toString()).toBe('6000')
  })

  it('an addition: its amount alone, not the plans it is made to', () => {
    const cell = { benchmark: 'added', category: 'total', year }
    const raised = number(on, requirement, cell).n.minus(number(off, requirement, cell).n)
    // £1bn: 0.7 × 24% + 0.1 × 200% of it.
    expect(raised.toString()).toBe('368')
  })

  it('no comparator: what nations invest is what it cost them', () => {
    const cell = { benchmark: 'eu14', category: 'total', year }
    expect(number(on, requirement, cell)).toEqual(number(off, requirement, cell))
  })

  it('never spend', () => {
    for (const category of categoriesAndTotal)
      expect(number(on, spend, { category, year })).toEqual(number(off, spend, { category, year }))
  })

  it('what spend buys: spend ÷ (1 + bias) by category, and the sum of those', () => {
    const spent = number(on, spend, { category: 'total', year }).n
    const parts = {
      infrastructure: spent.times('0.7').dividedBy('1.24'),
      digital: spent.times('0.1').dividedBy(3),
    }
    const other = spent.times('0.2')
    for (const [category, part] of Object.entries(parts))
      expect(number(on, buys, { category, year }).n.minus(part).abs().lt('1e-30'), category).toBe(true)
    const whole = parts.infrastructure.plus(parts.digital).plus(other)
    expect(number(on, buys, { category: 'total', year }).n.minus(whole).abs().lt('1e-30')).toBe(true)
  })

  it('not what has been spent: 2024-25 is outturn', () => {
    for (const category of categoriesAndTotal)
      expect(number(on, buys, { category, year: 2024 })).toEqual(number(on, spend, { category, year: 2024 }))
  })

  it('is said by a flag, and the requirement as quoted stays to be seen', () => {
    const cell = { benchmark: 'level', category: 'total', year }
    expect(number(on, requirement, cell).flags).toContain('optimism-bias')
    expect(number(on, requirementBeforeOptimismBias, cell)).toEqual(number(off, requirement, cell))
    expect(number(off, requirement, cell).flags).not.toContain('optimism-bias')
    const added = { benchmark: 'added', category: 'total', year }
    expect(number(on, requirementBeforeOptimismBias, added)).toEqual(number(off, requirement, added))
  })
})

describe('as an assumption', () => {
  it('is the uplift itself', () => {
    const set = run({}, { 'optimism-bias-digital': '50%' })
    expect(number(set, optimismBias, { category: 'digital' }).n.toString()).toBe('0.5')
  })

  it('changes and weakens nothing at 0%', () => {
    const set = run({}, { 'optimism-bias-digital': '0%', 'optimism-bias-infrastructure': '0%' })
    const cell = { benchmark: 'on-digital', category: 'digital', year: 2026 }
    expect(number(set, requirement, cell)).toEqual(number(run({}), requirement, cell))
  })
})
