import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { sentenceText } from '../../src/render/format.ts'
import { gapVerdict, headline, headlineYear } from '../../src/reports/run/headline.ts'
import { runsOn } from '../run/runs.ts'

/**
 * MODEL.md 5: a gap may be called positive or negative only when the whole band agrees, and on a category under both
 * presets of the split; otherwise its sign is not established, and the band is given.
 *
 * The plan for 2025-26 is £13,625m: £1,362m of it digital by trust accounts, and more than double by national accounts.
 */

const runs = runsOn(await loadData())

interface Made {
  readonly what: string
  readonly benchmark: Record<string, unknown>
  readonly scenario?: Record<string, unknown>
  /** What the verdict must be; absent where it must only be neither of the two. */
  readonly sign?: string
  readonly says: RegExp
}

const level = (amount: string, more: Record<string, unknown> = {}) => ({
  kind: 'stated-level',
  amount,
  prices: 'nominal',
  ...more,
})

const cases: readonly Made[] = [
  {
    what: 'a total, short over the whole band',
    benchmark: { kind: 'stated-share', share: '2%' },
    sign: 'short',
    says: /^Made: spend is £\d+\.\dbn short \(gap \+£.* to \+£.* across the bridge band\) in 2025-26/,
  },
  {
    what: 'a total, above over the whole band',
    benchmark: { kind: 'stated-share', share: '0.1%' },
    sign: 'over',
    says: /^Made: spend is £\d+\.\dbn above the requirement \(gap −£.* to −£.* across the bridge band\) in 2025-26/,
  },
  {
    what: 'a total whose band holds both signs',
    benchmark: { kind: 'comparator-share', group: 'eu14' },
    sign: 'not-established',
    says: /^Made: the sign of the gap is not established; −£0\.5bn \(gap −£.* to \+£.* across the bridge band\) in 2025-26/,
  },
  {
    what: 'a total without a bridge, short',
    benchmark: level('£14bn'),
    sign: 'short',
    says: /^Made: spend is £0\.4bn short in 2025-26/,
  },
  {
    what: 'a total without a bridge, above',
    benchmark: level('£13bn'),
    sign: 'over',
    says: /^Made: spend is £0\.6bn above the requirement in 2025-26/,
  },
  {
    what: 'a total met to the penny, which is neither',
    benchmark: level('£13624.7m'),
    sign: 'met',
    says: /^Made: spend is exactly what is required in 2025-26, money of the day\.$/,
  },
  {
    what: 'a category, short under both presets',
    benchmark: level('£4bn', { category: 'digital' }),
    sign: 'short',
    says: /^Made \(digital\): spend is £2\.6bn short \(gap \+£0\.\dbn to \+£2\.6bn across the two splits\) in 2025-26/,
  },
  {
    what: 'a category, above under both presets',
    benchmark: level('£1bn', { category: 'digital' }),
    sign: 'over',
    says: /^Made \(digital\): spend is £0\.4bn above the requirement \(gap −£.* to −£0\.4bn across the two splits\) in 2025-26/,
  },
  {
    what: 'a category, short under one preset and above under the other',
    benchmark: level('£2bn', { category: 'digital' }),
    sign: 'not-established',
    says: /^Made \(digital\): the sign of the gap is not established; \+£0\.6bn \(gap −£.* to \+£0\.6bn across the two splits\) in 2025-26/,
  },
  {
    what: 'a category, short under both presets but not under the split the scenario writes',
    benchmark: level('£4bn', { category: 'digital' }),
    scenario: { split: { digital: '40%' } },
    sign: 'not-established',
    says: /^Made \(digital\): the sign of the gap is not established; −£1\.4bn/,
  },
  {
    what: 'a category, under the other preset too when an assumption sets its share',
    benchmark: level('£2bn', { category: 'digital' }),
    scenario: { assumptions: { 'digital-share': '10%' } },
    sign: 'not-established',
    says: /^Made \(digital\): the sign of the gap is not established; \+£0\.6bn/,
  },
  {
    what: 'a bridged category, whose band counts as well',
    benchmark: {
      kind: 'comparator-share',
      series: 'national-accounts',
      asset: 'digital',
      group: 'eu14',
      nations: 'available',
      window: 2020,
    },
    sign: 'not-established',
    says: /^Made \(digital\): the sign of the gap is not established; \+£0\.3bn \(gap −£.* to \+£.* across the bridge band and both splits\)/,
  },
]

describe('the sign of a gap', () => {
  it.each(cases)('$what', ({ benchmark, scenario, sign, says }) => {
    const run = runs.written({
      capgap: 1,
      title: 'Made up',
      years: '2025-26',
      ...scenario,
      benchmarks: [{ id: 'made', title: 'Made', ...benchmark }],
    })
    const [setting] = run.settings.benchmarks
    const verdict = gapVerdict(run, setting!, 2025)
    if (sign !== undefined) expect(verdict).toMatchObject({ sign })
    else expect(['short', 'over']).not.toContain('sign' in verdict && verdict.sign)
    expect(headline(run, {}).map(sentenceText).at(-1)).toMatch(says)
  })

  it('is not spoken of where there is no requirement', () => {
    const run = runs.written({
      capgap: 1,
      title: 'Made up',
      years: '2025-26',
      benchmarks: [{ id: 'made', title: 'Made', ...level('£14bn', { from: '2027-28', to: '2028-29' }) }],
    })
    expect(headline(run, {}).map(sentenceText).at(-1)).toMatch(/^Made: no requirement in 2025-26 \(.+\)\.$/)
  })

  it('is spoken of in the last year that has a requirement, where the headline’s has none', () => {
    const run = runs.written({
      capgap: 1,
      title: 'Made up',
      years: '2025-26 to 2029-30',
      benchmarks: [{ id: 'made', title: 'Made', ...level('£15bn', { from: '2025-26', to: '2026-27' }) }],
    })
    expect(headline(run, {}).map(sentenceText).at(-1)).toMatch(/^Made: spend is £1\.0bn short in 2026-27/)
  })
})

describe('the headline', () => {
  const plans = runs.shipped('current-plans')

  it('names spend first, then every benchmark once', () => {
    const sentences = headline(plans, {}).map(sentenceText)
    expect(sentences).toHaveLength(1 + plans.settings.benchmarks.length)
    expect(sentences[0]).toMatch(/^Current plans: capital spend of £14\.1bn in 2029-30/)
    for (const [index, { title }] of plans.settings.benchmarks.entries()) {
      expect(sentences[index + 1]?.startsWith(title)).toBe(true)
    }
  })

  it('speaks of the last year that is still planned, or else of the last', () => {
    expect(headlineYear(plans, {})).toBe(2029)
    expect(headlineYear(plans, { years: { from: 2024, to: 2026 } })).toBe(2026)
    expect(headlineYear(plans, { years: { from: 2031, to: 2033 } })).toBe(2033)
    expect(headlineYear(runs.shipped('confed-own-scope'), {})).toBe(2027)
  })

  it('speaks of the last year of the measures, where they run longer than the plans', () => {
    expect(headlineYear(runs.shipped('ten-percent-2035'), {})).toBe(2034)
    expect(headlineYear(runs.shipped('ten-percent-2035'), { years: { from: 2025, to: 2033 } })).toBe(2029)
  })

  it('leaves out benchmarks that were not asked for', () => {
    expect(headline(plans, { benchmarks: ['oecd'] })).toHaveLength(2)
  })
})
