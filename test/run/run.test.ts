import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing, type Exact } from '../../src/engine/calculators/exact.ts'
import { explainableFigures } from '../../src/figures/explainable.ts'
import type { ModelRun } from '../../src/run/run.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { runsOn } from './runs.ts'

/** Where data, a scenario and the figures meet: what a run reads, as of when, in which vintage. */

const runs = runsOn(await loadData())
const figures = explainableFigures()

function value(run: ModelRun, figure: string, cell: Cell): Exact {
  const found = figures.get(figure)
  if (found === undefined) throw new Error(`no figure is called ${figure}`)
  return run.exact(found, cell)
}

/** `11485 outturn`, or why there is none. */
function told(exact: Exact): string {
  return isMissing(exact) ? exact.missing : `${exact.n.toFixed()} ${exact.status}`
}

const plans = runs.shipped('current-plans', { prices: 'nominal' })
const then = runs.shipped('current-plans', { prices: 'nominal', asOf: '2023-11-28' })

describe('as of a date', () => {
  it('the capital budget is what had been published by then', () => {
    expect(told(value(then, 'baseline', { category: 'total', year: 2024 }))).toBe('12550 plan')
    expect(told(value(plans, 'baseline', { category: 'total', year: 2024 }))).toBe('11485 outturn')
  })

  it('a day earlier or later than a publication decides', () => {
    const on = (asOf: string) =>
      told(
        value(runs.shipped('current-plans', { prices: 'nominal', asOf }), 'baseline', {
          category: 'total',
          year: 2025,
        }),
      )
    // The plans of March 2026 are public on its last day, because a month means its last day.
    expect(on('2026-03-31')).toBe('13624.7 plan')
    expect(on('2026-03-30')).toBe('13602.8 plan')
    expect(on('2025-11-26')).toBe('13602.8 plan')
    expect(on('2025-11-25')).toBe('13600 plan')
  })

  it('the economy stays the latest, and says so where it was published later', () => {
    const gdp = value(then, 'gdp', { year: 2026 })
    expect(told(gdp)).toBe(told(value(plans, 'gdp', { year: 2026 })))
    expect('flags' in gdp && gdp.flags).toContain('hindsight')
    const today = value(plans, 'gdp', { year: 2026 })
    expect('flags' in today && today.flags).not.toContain('hindsight')
  })

  it('comparators published before it are no hindsight', () => {
    // The WHO series used is of 2023-08-18.
    const share = value(then, 'nation-share-who', { nation: 'AUT', calendarYear: 2015 })
    expect('flags' in share && share.flags).not.toContain('hindsight')
    const earlier = runs.shipped('current-plans', { asOf: '2023-08-17' })
    const known = value(earlier, 'nation-share-who', { nation: 'AUT', calendarYear: 2015 })
    expect('flags' in known && known.flags).toContain('hindsight')
  })

  it('the bridge is built on today’s capital', () => {
    expect(told(value(then, 'bridge', { series: 'who' }))).toBe(
      told(value(plans, 'bridge', { series: 'who' })),
    )
  })

  it('a claim’s own plans are those of its own day', () => {
    const frozen = runs.written({
      capgap: 1,
      title: 'Frozen',
      years: '2024-25',
      benchmarks: [
        { id: 'ask', kind: 'stated-additional', amount: '£0m', prices: 'nominal', frozen: '2023-11-28' },
      ],
    })
    expect(told(value(frozen, 'requirement', { benchmark: 'ask', category: 'total', year: 2024 }))).toMatch(
      /^12550 /,
    )
    expect(told(value(frozen, 'spend', { category: 'total', year: 2024 }))).toBe('11485 outturn')
  })
})

describe('vintages', () => {
  it('are the one named where a dataset has it, else its latest', () => {
    expect(plans.vintageOf('gdp-deflator')).toBe('obr-2026-03')
    expect(plans.vintageOf('dhsc-capital')).toBeUndefined()
    const older = runs.written({ capgap: 1, title: 'Older', extends: 'current-plans', economy: 'hmt-2025' })
    expect(older.vintageOf('gdp-deflator')).toBe('hmt-2025')
    expect(told(value(older, 'deflator', { year: 2020 }))).not.toBe(
      told(value(plans, 'deflator', { year: 2020 })),
    )
  })

  it('change no nominal outturn', () => {
    const older = runs.written({
      capgap: 1,
      title: 'Older',
      extends: 'current-plans',
      economy: 'hmt-2025',
      prices: 'nominal',
    })
    const cell = { category: 'total', year: 2024 }
    expect(told(value(older, 'spend', cell))).toBe(told(value(plans, 'spend', cell)))
  })
})

describe('a run', () => {
  it('reads nothing before it is asked, and then what the question needs', () => {
    const run = runs.shipped('current-plans', { prices: 'nominal' })
    expect(run.readUntilNow()).toEqual({ datasets: [], sources: [] })
    value(run, 'baseline', { category: 'total', year: 2024 })
    expect(run.readUntilNow().datasets).toEqual(['dhsc-capital'])
    value(run, 'gap', { benchmark: 'eu14', category: 'total', year: 2024 })
    const { datasets, sources } = run.readUntilNow()
    expect(datasets).toEqual(['dhsc-capital', 'health-capital-share', 'population', 'uk-gdp'])
    expect(sources).toEqual([...sources].sort())
    expect(sources).toContain('who-ghed-2023')
  })

  it('asked with other settings is another run', () => {
    const national = plans.with({ split: { kind: 'preset', preset: 'national-accounts' } })
    const cell = { category: 'digital', year: 2025 }
    const before = told(value(plans, 'baseline', cell))
    expect(told(value(national, 'baseline', cell))).not.toBe(before)
    expect(told(value(plans, 'baseline', cell))).toBe(before)
  })

  it('knows what every run made from it has read, and nothing of others', () => {
    const run = runs.shipped('current-plans', { prices: 'nominal' })
    value(run, 'baseline', { category: 'total', year: 2024 })
    expect([...run.reads]).toEqual(['dhsc-capital'])
    const national = run.with({ split: { kind: 'preset', preset: 'national-accounts' } })
    value(national, 'baseline', { category: 'digital', year: 2025 })
    expect([...run.reads].sort()).toEqual(['dhsc-capital', 'health-capital-assets'])
    expect(run.readUntilNow().datasets).toEqual(['dhsc-capital'])
    expect(runs.shipped('current-plans').reads.size).toBe(0)
  })

  it('gives the same bytes of the same question, in any order', () => {
    const cells = [2034, 2026, 2029, 2024].map((year) => ({ benchmark: 'oecd', category: 'digital', year }))
    const forwards = runs.shipped('current-plans')
    const backwards = runs.shipped('current-plans')
    const ahead = cells.map((cell) => told(value(forwards, 'cumulative-gap', cell)))
    const behind = [...cells].reverse().map((cell) => told(value(backwards, 'cumulative-gap', cell)))
    expect(behind.reverse()).toEqual(ahead)
  })

  it('over as many years as a scenario may ask for still answers', () => {
    const long = runs.written({
      capgap: 1,
      title: 'Long',
      extends: 'current-plans',
      years: '2024-25 to 2099-00',
    })
    expect(told(value(long, 'gap', { benchmark: 'eu14', category: 'total', year: 2099 }))).toMatch(/^-?\d/)
    expect(told(value(long, 'cumulative-gap', { benchmark: 'eu14', category: 'total', year: 2099 }))).toMatch(
      /^-?\d/,
    )
  })
})
