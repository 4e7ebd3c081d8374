import { isMissing } from '../../engine/calculators/exact.ts'
import { gap, gapHigh, gapLow } from '../../figures/gap.ts'
import { baselineTotal } from '../../figures/capital.ts'
import { printed } from '../../figures/prices.ts'
import { splitPresets, type BenchmarkSetting, type SplitPreset } from '../../figures/settings.ts'
import { isBridged, whyNoRequirement } from '../../figures/requirement/benchmark.ts'
import { spend } from '../../figures/spend.ts'
import type { ModelRun } from '../../run/run.ts'
import * as say from '../../problems/catalogue/headline.ts'
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
  readonly sign: 'short' | 'over' | 'met' | 'not-established'
}

/** The headline of a run: spend, then each benchmark, in the last year that is still planned or known. */
export function headline(run: ModelRun, options: RunReportOptions): Sentence[] {
  const year = headlineYear(run, options)
  const label = priceBasisLabel(run.settings.prices)
  const at = {
    year: financialYear(year),
    prices: label === 'nominal' ? say.moneyOfTheDay() : say.pricesOf(label),
  }
  const total = run.exact(figures.spend, { category: 'total', year })
  const scope = run.model.scopeOf(run.settings.baseline) === 'cdel' ? 'CDEL' : 'NHS capital'
  const presets = bothPresets(run)
  return [
    ...(isMissing(total) ? [] : [say.spendHeadline(run.scenario.title, total.n, scope, at)]),
    ...benchmarksAsked(run, options).map((benchmark) =>
      benchmarkSentence(run, benchmark, year, { prices: at.prices, presets, options }),
    ),
  ]
}

/**
 * The year a headline speaks of: the last one printed that is still planned or known, or, where measures run longer,
 * their last; if neither is printed, the last year printed.
 */
export function headlineYear(run: ModelRun, options: RunReportOptions): number {
  const years = yearsAsked(run, options)
  const planned = years.filter((year) => {
    const seen = run.model.peek(baselineTotal, { year })
    return 'status' in seen && seen.status !== 'assumption'
  })
  const measured = run.settings.measures.map(({ to }) => to).filter((year) => years.includes(year))
  const last = Math.max(0, ...planned, ...measured)
  return last > 0 ? last : (years.at(-1) ?? run.settings.years.to)
}

/** The headline’s year where the benchmark has a requirement then, else the last one printed in which it has. */
function yearOfBenchmark(
  run: ModelRun,
  benchmark: BenchmarkSetting,
  year: number,
  options: RunReportOptions,
): number {
  const speaks = (each: number): boolean =>
    whyNoRequirement(benchmark, benchmark.category, each) === undefined
  return speaks(year) ? year : (yearsAsked(run, options).filter(speaks).at(-1) ?? year)
}

function benchmarkSentence(
  run: ModelRun,
  benchmark: BenchmarkSetting,
  usualYear: number,
  {
    prices,
    presets,
    options,
  }: { readonly prices: string; readonly presets: Presets; readonly options: RunReportOptions },
): Sentence {
  const year = yearOfBenchmark(run, benchmark, usualYear, options)
  const at = { year: financialYear(year), prices }
  const among = options.among === true ? `${run.scenario.title}: ` : ''
  const subject = `${among}${say.onCategory(benchmark.title, benchmark.category)}`
  const verdict = gapVerdict(run, benchmark, year, presets)
  if ('missing' in verdict) return say.noRequirement(subject, at.year, missingMeaning(verdict.missing))
  const { gap, sign, low, high } = verdict
  const across = say.acrossWords(isBridged(benchmark), benchmark.category !== 'total')
  const span = low.equals(high) ? undefined : { low, high, across }
  if (sign === 'met') return say.spendMeets(subject, at)
  if (sign === 'not-established') return say.signNotEstablished(subject, gap, span, at)
  return sign === 'short'
    ? say.spendIsShort(subject, gap, span, at)
    : say.spendIsAbove(subject, gap, span, at)
}

/** The gap of a benchmark in its own category, with its band, and on a category under both presets of the split. */
export function gapVerdict(
  run: ModelRun,
  benchmark: BenchmarkSetting,
  year: number,
  presets: Presets = bothPresets(run),
): GapVerdict | { readonly missing: string } {
  const place = { benchmark: benchmark.id, category: benchmark.category, year }
  const own = run.exact(figures.gap, place)
  if (isMissing(own)) return own
  const runs = benchmark.category === 'total' ? [run] : [run, ...presets()]
  const ends = runs.flatMap((each) =>
    [figures.low, figures.high].map((figure) => {
      const end = each.exact(figure, place)
      return isMissing(end) ? own.n : end.n
    }),
  )
  const low = Decimal.min(...ends)
  const high = Decimal.max(...ends)
  return { gap: own.n, low, high, sign: signOf(low, high) }
}

function signOf(low: Decimal, high: Decimal): GapVerdict['sign'] {
  if (low.isZero() && high.isZero()) return 'met'
  if (low.greaterThan(0)) return 'short'
  return high.lessThan(0) ? 'over' : 'not-established'
}

/** The other runs that the sign of a gap on a category has to survive; made when first asked for. */
type Presets = () => readonly ModelRun[]

/** The same run under each preset it is not under already, whatever the scenario says of the split. */
function bothPresets(run: ModelRun): Presets {
  let made: readonly ModelRun[] | undefined
  return () =>
    (made ??= splitPresets.filter((preset) => !isUnder(run, preset)).map((preset) => under(run, preset)))
}

const shareNames = ['digital-share', 'other-share'] as const

function isUnder({ settings: { split, assumptions } }: ModelRun, preset: SplitPreset): boolean {
  return (
    split.kind === 'preset' && split.preset === preset && !shareNames.some((name) => assumptions.has(name))
  )
}

function under(run: ModelRun, preset: SplitPreset): ModelRun {
  const assumptions = new Map(run.settings.assumptions)
  for (const name of shareNames) assumptions.delete(name)
  return run.with({ split: { kind: 'preset', preset }, assumptions })
}
