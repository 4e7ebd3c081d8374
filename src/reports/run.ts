import type { ModelRun } from '../run/run.ts'
import {
  asOfSentence,
  gfcfIsNotCdel,
  marksAndPrices,
  oneVintage,
  otherVintage,
  overridesSentence,
  presetsDisagree,
  pricesSentence,
  splitEvidence,
} from '../problems/catalogue/report.ts'
import type { BenchmarkSetting } from '../figures/settings.ts'
import { population } from '../figures/population.ts'
import { isBridged } from '../figures/requirement/benchmark.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { version } from '../terms/version.ts'
import { headline } from './run/headline.ts'
import { benchmarksAsked, longTable, yearsAsked } from './run/long.ts'
import { citation, nationsData } from './run/comparator-note.ts'
import type { RunReportOptions } from './run/options.ts'
import { runTables } from './run/tables.ts'
import { datasetCaveats, onceEach } from './caveats.ts'
import { lazily } from './lazily.ts'
import type { Caveat, Json, Report, SourceLine, Table } from './table.ts'

export type { RunReportOptions } from './run/options.ts'

/**
 * The answer to `capgap run`: one or several scenarios, in words, in tables and in long form.
 * Options choose what is shown and never change a number.
 */
export function runReport(runs: readonly ModelRun[], asked: RunReportOptions = {}): Report {
  const options = { ...asked, among: runs.length > 1 }
  const [first] = runs
  const report: Report = lazily({
    headline: () => runs.flatMap((run) => headline(run, options)),
    tables: () => runs.flatMap((run) => withCaption(run, runTables(run, options))),
    long: () => longTable(runs, options),
    sources: () => {
      readAll()
      return sourcesOf(runs, options)
    },
    caveats: () => {
      readAll()
      return onceEach(runs.flatMap((run) => caveatsOf(run, options)))
    },
    envelope: () => ({
      capgap: version,
      command: 'run',
      scenario: runs.length === 1 && first ? first.scenario.name : runs.map((run) => run.scenario.name),
      asOf: oneOrAll(runs.map((run) => run.settings.asOf ?? null)),
      economy: oneOrAll(runs.map((run) => run.settings.economy)),
      dataHash: first?.data.hash() ?? null,
      comparators: runs.flatMap((run) => comparatorsOf(run, options)),
    }),
  })
  /** Sources and caveats are those of the whole report, whichever part of it was read before. */
  function readAll(): void {
    if (report.headline.length + report.tables.length === 0 || options.figures !== undefined) return
    // Per head is in the long form alone; the tables have read everything else it rests on.
    for (const run of runs) for (const year of yearsAsked(run, options)) run.exact(population, { year })
  }
  return report
}

/** The nations behind each comparator, kept and left out: part of the result (MODEL.md 3). */
function comparatorsOf(run: ModelRun, options: RunReportOptions): Json[] {
  return benchmarksAsked(run, options).flatMap((benchmark) =>
    'comparator' in benchmark
      ? [{ scenario: run.scenario.name, benchmark: benchmark.id, ...nationsData(run, benchmark.id) }]
      : [],
  )
}

/** One value where all runs agree, else all of them in order. */
function oneOrAll(values: readonly (string | null)[]): string | null | string[] {
  const [first] = values
  return values.every((value) => value === first) ? (first ?? null) : values.map((value) => value ?? '')
}

/** Prices, vintage and as-of date stand under the first table of each scenario; every table's subtitle names its prices. */
function withCaption(run: ModelRun, tables: readonly Table[]): Table[] {
  const { settings } = run
  const vintages = ['gdp-deflator', 'uk-gdp-calendar', 'gdp-deflator-calendar'].flatMap((dataset) => {
    const used = run.readUntilNow().datasets.includes(dataset) ? run.vintageOf(dataset) : undefined
    return used === undefined || used === settings.economy ? [] : [`${otherVintage(dataset, used)}.`]
  })
  const notes = [
    pricesSentence(priceBasisLabel(settings.prices), settings.economy),
    ...vintages,
    ...gdpVintage(run),
    ...(settings.prices === 'nominal' ? [] : [marksAndPrices(priceBasisLabel(settings.prices))]),
    ...(settings.asOf === undefined ? [] : [asOfSentence(settings.asOf)]),
  ]
  return tables.map((table, index) => (index === 0 ? { ...table, notes: [...notes, ...table.notes] } : table))
}

/** GDP of financial years is held in one vintage only: where the economy asked for is another, that is said. */
function gdpVintage(run: ModelRun): string[] {
  const name = 'uk-gdp'
  if (!run.readUntilNow().datasets.includes(name) || run.vintageOf(name) !== undefined) return []
  const published = run.data.dataset(name).observations.map((row) => row.published)
  const latest = published.sort().at(-1) ?? ''
  return run.settings.economy.endsWith(latest) ? [] : [`${oneVintage(name, latest)}.`]
}

/** Sources of every row that was chosen, and of every claim a benchmark or measure quotes. */
export function sourcesOf(runs: readonly ModelRun[], options: RunReportOptions = {}): SourceLine[] {
  const lines = new Map<string, string>()
  for (const run of runs) {
    const quoted = [...benchmarksAsked(run, options), ...run.settings.measures].flatMap(
      ({ source }) => source ?? [],
    )
    for (const id of [...run.readUntilNow().sources, ...quoted]) lines.set(id, citation(run, id))
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, words]) => ({ id, citation: words }))
}

/** What must be said with these numbers: of what was worked, and of the datasets read. */
function caveatsOf(run: ModelRun, options: RunReportOptions): Caveat[] {
  const benchmarks = benchmarksAsked(run, options)
  const { overrides, scenario } = run
  const ofThose = (words: string, which: (benchmark: BenchmarkSetting) => boolean): Caveat[] => {
    const count = benchmarks.filter(which).length
    return count === 0 ? [] : [{ words, concerns: { benchmarks: count, of: benchmarks.length } }]
  }
  return [
    ...(overrides.length > 0 ? [{ words: overridesSentence(scenario.name, overrides.length) }] : []),
    ...ofThose(gfcfIsNotCdel, isBridged),
    ...ofThose(splitEvidence, ({ category, split }) => category === 'total' && split === undefined),
    ...(benchmarks.length > 0 ? [{ words: presetsDisagree }] : []),
    ...datasetCaveats(run),
  ]
}
