import { isMissing } from '../../engine/calculators/exact.ts'
import { gap, gapHigh, gapLow } from '../../figures/gap.ts'
import { baselineTotal } from '../../figures/capital.ts'
import { printed } from '../../figures/prices.ts'
import { splitPresets, type BenchmarkSetting } from '../../figures/settings.ts'
import { isBridged } from '../../figures/requirement/benchmark.ts'
import { spend } from '../../figures/spend.ts'
import type { ModelRun } from '../../run/run.ts'
import { missingMeaning } from '../../problems/catalogue/report.ts'
import { Decimal } from '../../terms/decimal.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { financialYear } from '../../terms/year.ts'
import type { Sentence } from '../table.ts'
import { benchmarksAsked, yearsAsked } from './long.ts'
import type { RunReportOptions } from './options.ts'

/**
 * The answer in words (MODEL.md 5). A gap is called a shortfall or an excess only when the whole band agrees, and on a
 * category under both presets of the split as well; otherwise its sign is not established, and the band is given.
 */

const figures = { gap: printed(gap), low: printed(gapLow), high: printed(gapHigh), spend: printed(spend) }

/** A gap with everything its sign has to survive. */
export interface GapVerdict {
  readonly gap: Decimal
  readonly low: Decimal
  readonly high: Decimal
  readonly sign: 'short' | 'over' | 'not-established'
}

/** The headline of a run: spend, then each benchmark, in the last year that is still planned or known. */
export function headline(run: ModelRun, options: RunReportOptions): Sentence[] {
  const year = headlineYear(run, options)
  const prices = pricesWords(run)
  const total = run.exact(figures.spend, { category: 'total', year })
  const opening: Sentence[] = isMissing(total)
    ? []
    : [[`${run.scenario.title}: capital spend of `, { value: total.n, as: 'money' }, ` in ${financialYear(year)} (England, CDEL, ${prices}).`]]
  return [
    ...opening,
    ...benchmarksAsked(run, options).map((benchmark) => benchmarkSentence(run, benchmark, year, prices)),
  ]
}

/** The last year printed whose baseline does not yet rest on an assumption; if all do, the last one. */
export function headlineYear(run: ModelRun, options: RunReportOptions): number {
  const years = yearsAsked(run, options)
  const planned = years.filter((year) => {
    const seen = run.model.peek(baselineTotal, { year })
    return 'status' in seen && seen.status !== 'assumption'
  })
  return planned.at(-1) ?? years.at(-1) ?? run.settings.years.to
}

function pricesWords(run: ModelRun): string {
  const label = priceBasisLabel(run.settings.prices)
  return label === 'nominal' ? 'money of the day' : `${label} prices`
}

function benchmarkSentence(run: ModelRun, benchmark: BenchmarkSetting, year: number, prices: string): Sentence {
  const subject = `${benchmark.title}${benchmark.category === 'total' ? '' : ` (${benchmark.category})`}`
  const verdict = gapVerdict(run, benchmark, year)
  if ('missing' in verdict) return `${subject}: no requirement in ${financialYear(year)} (${missingMeaning(verdict.missing)}).`
  const { sign, low, high } = verdict
  const span: Sentence = low.equals(high)
    ? ''
    : [' (', { value: low, as: 'money', plus: true }, ' to ', { value: high, as: 'money', plus: true }, ` ${spanWords(benchmark)})`]
  const where = `in ${financialYear(year)}, ${prices}`
  if (sign === 'not-established') {
    return [
      `${subject}: the sign of the gap is not established; `,
      { value: verdict.gap, as: 'money', plus: true },
      ...span,
      ` ${where}.`,
    ]
  }
  return [
    `${subject}: spend is `,
    { value: verdict.gap.abs(), as: 'money' },
    sign === 'short' ? ' short' : ' above the requirement',
    ...span,
    ` ${where}.`,
  ]
}

/** What the span in brackets spans. */
function spanWords(benchmark: BenchmarkSetting): string {
  const band = isBridged(benchmark) ? 'across the bridge band' : ''
  if (benchmark.category === 'total') return band
  return band === '' ? 'under the two splits' : `${band} and both splits`
}

/** The gap of a benchmark in its own category, with its band, and on a category under both presets of the split. */
export function gapVerdict(
  run: ModelRun,
  benchmark: BenchmarkSetting,
  year: number,
): GapVerdict | { readonly missing: string } {
  const place = { benchmark: benchmark.id, category: benchmark.category, year }
  const own = run.exact(figures.gap, place)
  if (isMissing(own)) return own
  const runs = benchmark.category === 'total' ? [run] : [run, ...underBothPresets(run)]
  const ends = runs.flatMap((each) =>
    [figures.low, figures.high].map((figure) => {
      const end = each.exact(figure, place)
      return isMissing(end) ? own.n : end.n
    }),
  )
  const low = Decimal.min(...ends)
  const high = Decimal.max(...ends)
  const sign = low.isPositive() && !low.isZero() ? 'short' : high.isNegative() ? 'over' : 'not-established'
  return { gap: own.n, low, high, sign }
}

/** The same run under each preset, whatever the scenario says of the split. */
function underBothPresets(run: ModelRun): ModelRun[] {
  const assumptions = new Map(run.settings.assumptions)
  assumptions.delete('digital-share')
  assumptions.delete('other-share')
  return splitPresets.map((preset) => run.with({ split: { kind: 'preset', preset }, assumptions }))
}
