import { describe, expect, it } from 'vitest'
import { loadScenario } from '../../src/scenarios/load.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { known } from './known.ts'

describe('loadScenario', () => {
  it('turns current-plans into settings, every default filled in', () => {
    const { scenario, settings, overrides, warnings } = loadScenario('current-plans', { known })
    expect(scenario.name).toBe('current-plans')
    expect(scenario.files).toEqual(['scenarios/current-plans.yaml'])
    expect([overrides, warnings]).toEqual([[], []])
    expect(settings).toMatchObject({
      years: { from: 2024, to: 2029 },
      prices: { year: 2025 },
      asOf: undefined,
      economy: 'obr-2026-03',
      election: '2024-07-04',
      baseline: { kind: 'series', dataset: 'dhsc-capital', definition: undefined },
      afterPlans: { rule: 'flat-real' },
      split: { kind: 'preset', preset: 'trust-accounts' },
      measures: [],
      lookback: { group: 'eu14', subject: 'GBR', window: { from: 2010, to: 2019 }, weighting: 'simple' },
    })
    expect(
      settings.benchmarks.map((benchmark) => [benchmark.id, benchmark.kind, benchmark.category]),
    ).toEqual([
      ['eu14', 'comparator-share', 'total'],
      ['oecd', 'stated-share', 'total'],
      ['oecd-data', 'comparator-share', 'total'],
      ['health-foundation', 'comparator-share', 'total'],
      ['eu14-infrastructure', 'comparator-share', 'infrastructure'],
      ['eu14-digital', 'comparator-share', 'digital'],
      ['digitisation', 'stated-additional', 'digital'],
    ])
    expect(settings.benchmarks[0]).toMatchObject({
      comparator: {
        group: 'eu14',
        series: 'who',
        asset: 'total',
        weighting: 'simple',
        nations: 'complete',
        window: { from: 2010, to: 2019 },
        hold: { from: 2015, to: 2019 },
      },
    })
    expect(settings.benchmarks[1]).toMatchObject({
      share: new Decimal('0.006'),
      within: [new Decimal('0.0055'), new Decimal('0.0065')],
    })
    expect(settings.benchmarks[4]).toMatchObject({
      comparator: { nations: 'available', window: { from: 2020, to: 2020 }, hold: { from: 2020, to: 2020 } },
    })
    expect(settings.benchmarks[6]).toMatchObject({
      amount: { amount: new Decimal(1000), prices: { year: 2025 } },
      frozen: '2025-05-31',
    })
  })

  it('takes --set, --as-of and --prices', () => {
    const { settings, overrides } = loadScenario('current-plans', {
      known,
      set: ['benchmarks.eu14.weighting=gdp', 'assumptions.underspend=3%', 'split.digital=12%'],
      asOf: '2023-11-28',
      prices: 'nominal',
    })
    expect(settings.benchmarks[0]).toMatchObject({ comparator: { weighting: 'gdp' } })
    expect(settings.assumptions.get('underspend')?.value).toEqual({ constant: new Decimal('0.03') })
    expect(settings.split).toMatchObject({
      kind: 'shares',
      shares: new Map([['digital', { constant: new Decimal('0.12') }]]),
    })
    expect([settings.asOf, settings.prices]).toEqual(['2023-11-28', 'nominal'])
    expect(overrides).toEqual([])
  })
})
