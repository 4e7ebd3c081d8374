import fc from 'fast-check'
import type { ScenarioDocument } from '../run/runs.ts'
import { financialYear } from '../../src/terms/year.ts'

/**
 * Scenarios nobody would write by hand, all of them valid: any years, prices, rules, splits, measures, benchmarks and
 * assumptions. Given to the loader as a file, as a user's are.
 */

const percent = (min: number, max: number) => fc.integer({ min, max }).map((n) => `${n}%`)
const millions = (min: number, max: number) =>
  fc.integer({ min, max }).map((n) => (n < 0 ? `-£${-n}m` : `£${n}m`))
const priceBasis = fc.constantFrom('nominal', '2019-20', '2023-24', '2025-26', '2030-31')

/** Two parts that make 100%. */
const halves = (...names: readonly [string, string]) =>
  fc.integer({ min: 0, max: 100 }).map((n) => ({ [names[0]]: `${n}%`, [names[1]]: `${100 - n}%` }))

const afterPlans = fc.oneof(
  fc.constantFrom('flat-real', 'flat-nominal', 'gdp-share'),
  percent(-3, 5).map((rate) => ({ 'real-growth': rate })),
)

const split = fc.oneof(
  fc.constantFrom('trust-accounts', 'national-accounts'),
  percent(0, 60).map((digital) => ({ digital })),
  fc.tuple(percent(0, 40), percent(0, 40)).map(([digital, other]) => ({ digital, other })),
  fc
    .tuple(percent(0, 40), percent(0, 40))
    .map(([now, then]) => ({ digital: { '2025-26': now, '2030-31': then } })),
)

const ownSplit = fc.option(
  fc.oneof(
    halves('infrastructure', 'digital'),
    halves('other', 'digital'),
    halves('estate', 'cyber-security'),
  ),
  { nil: undefined },
)

/** First and last year, from 2025-26 on, as the election rule wants. */
const span = fc
  .tuple(fc.integer({ min: 2025, max: 2031 }), fc.integer({ min: 0, max: 6 }))
  .map(([from, more]) => ({ from: financialYear(from), to: financialYear(from + more) }))

const hold = fc.option(fc.constantFrom('stop', 'real', 'nominal', 'share'), { nil: undefined })

const measure = fc
  .tuple(
    fc.oneof(
      fc.record({
        profile: fc.constantFrom('level', 'ramp', 'total'),
        amount: millions(-2000, 9000),
        prices: priceBasis,
      }),
      fc.record({ profile: fc.constant('growth'), rate: percent(-4, 6) }),
      fc.record({ profile: fc.constant('reach-gdp-share'), share: fc.constantFrom('0.35%', '0.5%', '0.7%') }),
      fc.record({
        profile: fc.constant('reach-budget-share'),
        share: percent(5, 12),
        envelope: fc.constantFrom('fixed', 'new-money'),
      }),
    ),
    span,
    hold,
    ownSplit,
  )
  .map(([profile, years, held, own]) => ({
    ...profile,
    ...years,
    ...said('hold', held),
    ...said('split', own),
  }))

const comparator = fc.record({
  group: fc.constantFrom('eu14', 'oecd-with-data', 'nordics', 'health-foundation-2019'),
  weighting: fc.constantFrom('simple', 'gdp', 'median', 'top-quartile'),
  nations: fc.constantFrom('complete', 'available'),
})

const statedYears = fc.option(span, { nil: undefined }).map((years) => years ?? {})

/** Benchmarks on the total, without a split of their own unless asked. */
const benchmark = fc.oneof(
  comparator.map((each) => ({ kind: 'comparator-share', ...each })),
  fc.constant({ kind: 'stated-share', share: '0.6%', within: ['0.55%', '0.65%'] }),
  fc.tuple(millions(5000, 25000), priceBasis, statedYears, ownSplit).map(([amount, prices, years, own]) => ({
    kind: 'stated-level',
    amount,
    prices,
    ...years,
    ...said('split', own),
  })),
  fc
    .tuple(
      millions(-3000, 8000),
      priceBasis,
      statedYears,
      fc.constantFrom('2023-11-28', '2025-05-31', '2026-03-31'),
    )
    .map(([amount, prices, years, frozen]) => ({
      kind: 'stated-additional',
      amount,
      prices,
      ...years,
      frozen,
    })),
  fc
    .tuple(percent(4, 12), span, fc.constantFrom('fixed', 'new-money'))
    .map(([share, { from, to }, envelope]) => ({ kind: 'budget-share', share, from, by: to, envelope })),
  fc.tuple(comparator, span).map(([each, { from, to }]) => ({ kind: 'catch-up', ...each, from, by: to })),
)

const assumptions = fc.record(
  {
    underspend: percent(0, 15),
    'switch-to-revenue': millions(0, 1500),
    'ifrs16-leases': millions(0, 900),
    'gdp-growth': percent(0, 5),
    'deflator-growth': percent(0, 4),
    'catch-up-depreciation': percent(0, 10),
  },
  { requiredKeys: [] },
)

export const anyScenario: fc.Arbitrary<ScenarioDocument> = fc
  .record({
    start: fc.integer({ min: 2016, max: 2027 }),
    length: fc.integer({ min: 0, max: 9 }),
    prices: priceBasis,
    afterPlans,
    split,
    measures: fc.array(measure, { maxLength: 3 }),
    benchmarks: fc.array(benchmark, { minLength: 1, maxLength: 3 }),
    assumptions,
    asOf: fc.option(fc.constantFrom('2023-11-28', '2025-05-31'), { nil: undefined }),
  })
  .map(({ start, length, prices, afterPlans, split, measures, benchmarks, assumptions, asOf }) => ({
    capgap: 1,
    title: 'Any scenario',
    years: `${financialYear(start)} to ${financialYear(start + length)}`,
    prices,
    baseline: { 'after-plans': afterPlans },
    split,
    measures: measures.map((each, index) => ({ id: `measure-${index}`, ...each })),
    benchmarks: benchmarks.map((each, index) => ({ id: `benchmark-${index}`, ...each })),
    assumptions,
    ...said('as-of', asOf),
  }))

function said(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value }
}
