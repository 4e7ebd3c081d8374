import { isMissing } from '../../engine/calculators/exact.ts'
import { bridge } from '../../figures/bridge.ts'
import { comparatorOf, heldShare, nationsOf, type DroppedNation } from '../../figures/comparators.ts'
import { isBridged } from '../../figures/requirement/benchmark.ts'
import { backlogInvestmentNeeded, plannedOfBenchmark } from '../../figures/requirement/clear-backlog.ts'
import { nationShare } from '../../figures/nation-shares.ts'
import type { BenchmarkSetting, ComparatorSetting } from '../../figures/settings.ts'
import type { ModelRun } from '../../run/run.ts'
import * as say from '../../problems/catalogue/report.ts'
import { rangeLabel, yearLabel } from '../../terms/year.ts'
import type { Sentence } from '../table.ts'

/** What stands behind a benchmark, for people: nations, share held, bridge, or the quoted claim. */

export function benchmarkNotes(run: ModelRun, benchmark: BenchmarkSetting): Sentence[] {
  const notes: Sentence[] = []
  if ('comparator' in benchmark) {
    const { comparator } = benchmark
    const held = run.exact(heldShare, { benchmark: benchmark.id })
    const years = rangeLabel(comparator.hold, 'calendar')
    if (!isMissing(held)) {
      const weighting = weightingWords[comparator.weighting]
      notes.push(say.heldShareNote(weighting, seriesWords(comparator), years, held.n.times(100)))
    }
    notes.push(nationsNote(run, benchmark.id), ...leadersNote(run, benchmark.id))
  }
  if (isBridged(benchmark)) {
    const series = 'comparator' in benchmark ? benchmark.comparator.series : 'who'
    const [low, central, high] = ['low', 'central', 'high'].map((band) => run.exact(bridge, { series, band }))
    if (low && central && high && !isMissing(low) && !isMissing(central) && !isMissing(high)) {
      notes.push(say.bridgeNote(central.n, low.n, high.n))
    }
  }
  if (benchmark.kind === 'stated-additional') notes.push(say.frozenNote(benchmark.frozen))
  if (benchmark.kind === 'clear-backlog') notes.push(...clearingNote(run, benchmark))
  if (benchmark.kind === 'budget-share') notes.push(say.envelopeNote(benchmark.envelope))
  if (benchmark.source !== undefined) notes.push(say.claimNote(citation(run, benchmark.source)))
  return notes
}

/** What clearing the backlog takes in its first year, and how much of that plans hold. */
function clearingNote(
  run: ModelRun,
  { id, from, by }: Extract<BenchmarkSetting, { kind: 'clear-backlog' }>,
): Sentence[] {
  const cell = { benchmark: id, year: from }
  const needed = run.exact(backlogInvestmentNeeded, cell)
  const planned = run.exact(plannedOfBenchmark, cell)
  if (isMissing(needed) || isMissing(planned)) return []
  return [say.clearingNeeds(needed.n, planned.n, yearLabel(from, 'financial'), yearLabel(by, 'financial'))]
}

const weightingWords: Readonly<Record<ComparatorSetting['weighting'], string>> = {
  simple: 'Mean',
  gdp: 'GDP-weighted mean',
  median: 'Median',
  'top-quartile': 'Top-quarter mean',
}

function seriesWords({ series, asset }: ComparatorSetting): string {
  return series === 'who' ? 'WHO' : `national accounts, ${asset}`
}

/** `Nations: AUT, DNK …; left out: BEL (no figure is published, 2010-2019)`. */
export function nationsNote(run: ModelRun, comparator: string): string {
  const setting = comparatorOf({ comparator }, run.model)
  const { kept, dropped } = nationsOf(setting, run.model)
  const left = dropped.filter(({ reason }) => reason !== 'is-the-subject')
  return say.nationsSentence(
    setting.group,
    setting.nations,
    rangeLabel(setting.window, 'calendar'),
    kept,
    leftOut(left),
  )
}

/** The same for machines, with what the comparator is. */
export function nationsData(run: ModelRun, comparator: string) {
  const { group, series, asset, weighting, nations, window } = comparatorOf({ comparator }, run.model)
  const { kept, dropped } = nationsOf(comparatorOf({ comparator }, run.model), run.model)
  return {
    ...{ group, series, asset, weighting, nations },
    window: rangeLabel(window, 'calendar'),
    kept,
    dropped: dropped.map(({ nation, reason, years }) => ({ nation, reason, years })),
  }
}

/** On digital: who leads, for a digital gap must rest on them or on a costed need. */
export function leadersNote(run: ModelRun, comparator: string): Sentence[] {
  const setting = comparatorOf({ comparator }, run.model)
  if (setting.asset !== 'digital') return []
  const { series, asset } = setting
  const calendarYear = setting.window.to
  const shares = nationsOf(setting, run.model, calendarYear).kept.flatMap((nation) => {
    const share = run.exact(nationShare, { series, asset, nation, calendarYear })
    return isMissing(share) ? [] : [{ nation, share: share.n.times(100) }]
  })
  const leaders = shares
    .sort((a, b) => b.share.comparedTo(a.share) || (a.nation < b.nation ? -1 : 1))
    .slice(0, 3)
  return [say.leadersSentence(calendarYear, leaders)]
}

/** Nations grouped by what they lack. */
function leftOut(dropped: readonly DroppedNation[]): string {
  const groups = new Map<string, string[]>()
  for (const { nation, reason, years, yearsAsked } of dropped) {
    const when = years.length === yearsAsked && yearsAsked > 1 ? 'any year' : yearsWords(years)
    const words = `${say.missingMeaning(reason)}: ${when}`
    groups.set(words, [...(groups.get(words) ?? []), nation])
  }
  return [...groups].map(([words, nations]) => `${nations.join(', ')} (${words})`).join('; ')
}

/** Years as runs: `2011-2015, 2018`. */
function yearsWords(years: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const year of years) {
    const last = runs.at(-1)
    if (last !== undefined && year === last.to + 1) last.to = year
    else runs.push({ from: year, to: year })
  }
  return runs
    .map(({ from, to }) => (from === to ? yearLabel(from, 'calendar') : rangeLabel({ from, to }, 'calendar')))
    .join(', ')
}

/** `NHS Confederation, Investing to save (2023-11-28)`. */
export function citation(run: ModelRun, id: string): string {
  const source = run.data.sources.get(id)
  if (source === undefined) return id
  return `${source.publisher}, ${source.title}${source.published === '' ? '' : ` (${source.published})`}`
}
