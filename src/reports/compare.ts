import { differenceAt, pairOf, type Pair } from '../analyses/compare/compare.ts'
import { isMissing } from '../engine/calculators/exact.ts'
import * as say from '../problems/catalogue/compare.ts'
import { moneyOfTheDay, pricesOf } from '../problems/catalogue/headline.ts'
import { missingMeaning, pricesSentence } from '../problems/catalogue/report.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import type { ModelRun } from '../run/run.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { version } from '../terms/version.ts'
import { financialYear, rangeLabel, yearsOf } from '../terms/year.ts'
import { creditedLines, creditTable, type CreditedLine } from './compare/credit.ts'
import { inputsData, inputsLong, inputsTable } from './compare/inputs.ts'
import { compareLong, creditRows, resultRows } from './compare/long.ts'
import {
  linesCompared,
  linesForPeople,
  placeOf,
  yearsCompared,
  type CompareOptions,
  type Line,
} from './compare/places.ts'
import { differs, resultTables, type Compared } from './compare/results.ts'
import { lazily } from './lazily.ts'
import { datasetCaveats, onceEach } from './caveats.ts'
import { sourcesOf } from './run.ts'
import { headlineYear } from './run/headline.ts'
import type { Report, Sentence, Table } from './table.ts'

/**
 * The answer to `capgap compare`: each scenario against the first. Which inputs differ and where each is said, every number
 * side by side, and the difference credited to the inputs.
 * @param runs two or more, in the order in which they were named
 * @throws ProblemsError (exit 2) where the scenarios report no year in common and none is named
 */
export function compareReport(runs: readonly [ModelRun, ...ModelRun[]], options: CompareOptions): Report {
  const [first, ...others] = runs
  const [pair, ...pairs] = others.map((other) => pairOf(first, other))
  const range = yearsCompared(runs, options)
  if (pair === undefined || range === undefined)
    throw new ProblemsError([say.noCommonYears()], exitCodes.usage)
  const label = priceBasisLabel(first.settings.prices)
  const compared: Compared = {
    pairs: [pair, ...pairs],
    names: namesOf(runs),
    years: yearsOf(range),
    prices: label === 'nominal' ? moneyOfTheDay() : pricesOf(label),
  }
  const shown = [first, ...compared.pairs.map(({ second }) => second)]
  const lines = linesCompared(runs, options)
  const shows = (table: CompareOptions['show']): boolean =>
    options.show === undefined || options.show === table
  // Worked once, whichever of tables and long form are read.
  const known: { credited?: CreditedLine[][] } = {}
  const credited = (): CreditedLine[][] =>
    (known.credited ??= compared.pairs.map((each) =>
      creditedLines(each, linesForPeople(lines, options), creditYears(runs, compared, options), options.seed),
    ))
  return lazily({
    headline: () => headline(compared, runs, options, lines),
    tables: () => {
      const tables = [
        ...(shows('inputs') ? [inputsTable(runs, compared.names)] : []),
        ...(shows('results') ? resultTables(compared, linesForPeople(lines, options)) : []),
        ...(shows('credit')
          ? credited().flatMap((each, index) => creditTable(compared, index, each, options.seed) ?? [])
          : []),
      ]
      return withNotes(tables, notesOf(compared, runs, options))
    },
    long: () => {
      if (options.show === 'inputs') return inputsLong(runs, compared.names)
      return compareLong([
        ...(shows('results') ? resultRows(compared, lines) : []),
        ...(shows('credit') ? credited().flatMap((each, index) => creditRows(compared, index, each)) : []),
      ])
    },
    sources: () => sourcesOf(shown, { benchmarks: options.benchmarks }),
    caveats: () => onceEach(shown.flatMap(datasetCaveats)),
    envelope: () => ({
      capgap: version,
      command: 'compare',
      scenario: compared.names,
      asOf: runs.map((run) => run.settings.asOf ?? null),
      economy: runs.map((run) => run.settings.economy),
      dataHash: first.data.hash(),
      seed: options.seed,
      inputs: inputsData(runs, compared.names),
    }),
  })
}

/** Names of files; one that comes again is told apart by its place. */
function namesOf(runs: readonly ModelRun[]): string[] {
  const names = runs.map((run) => run.scenario.name)
  return names.map((name, index) => (names.indexOf(name) === index ? name : say.nameAgain(name, index + 1)))
}

/** Credit is given in the year `run` speaks of, or in every year that is named. */
function creditYears(
  runs: readonly ModelRun[],
  { years }: Compared,
  options: CompareOptions,
): readonly number[] {
  if (options.years !== undefined) return years
  return [spokenYear(runs, years)]
}

function spokenYear(runs: readonly ModelRun[], years: readonly number[]): number {
  const range = { from: years[0] ?? 0, to: years.at(-1) ?? 0 }
  return Math.max(...runs.map((run) => headlineYear(run, { years: range })))
}

function headline(
  compared: Compared,
  runs: readonly ModelRun[],
  options: CompareOptions,
  lines: readonly Line[],
): Sentence[] {
  const year = spokenYear(runs, compared.years)
  return compared.pairs.flatMap((pair, index): Sentence[] => {
    const second = compared.names[index + 1] ?? ''
    const [first = ''] = compared.names
    return [
      say.inputsDiffer(
        second,
        first,
        pair.inputs.map(({ name }) => name),
      ),
      ...headlineLines(compared, lines, options).map((line) =>
        changeSentence(pair, line, year, { second, first, prices: compared.prices }),
      ),
    ]
  })
}

/** Spend, where it is shown; else the first figure that differs. Only money is said in words. */
function headlineLines(compared: Compared, lines: readonly Line[], options: CompareOptions): Line[] {
  const money = linesForPeople(lines, options).filter(({ figure }) => figure.unit.startsWith('output '))
  const spend = money.filter(({ figure, category }) => figure.name === 'spend' && category === 'total')
  return (spend.length > 0 ? spend : money.filter((line) => differs(compared, line))).slice(0, 1)
}

function changeSentence(
  pair: Pair,
  line: Line,
  year: number,
  words: { readonly second: string; readonly first: string; readonly prices: string },
): Sentence {
  const { first, second, change } = differenceAt(pair, placeOf(line, year))
  const figure = `${line.figure.label.charAt(0).toLowerCase()}${line.figure.label.slice(1)}${line.benchmark === undefined ? '' : ` (${line.benchmark.id})`}`
  const missing = [first, second, change].find(isMissing)
  if (isMissing(first) || isMissing(second) || isMissing(change))
    return say.noHeadline(words.second, words.first, figure, missingMeaning(missing?.missing ?? ''))
  return say.compareHeadline(
    { ...words, figure, at: `${financialYear(year)}, ${words.prices}` },
    { first: first.n, second: second.n, change: change.n },
  )
}

/** What holds of all tables, under the last of them. */
function notesOf(
  { pairs, names, years }: Compared,
  runs: readonly ModelRun[],
  options: CompareOptions,
): Sentence[] {
  const [{ first }] = pairs
  const label = priceBasisLabel(first.settings.prices)
  const economies = [...new Set(runs.map((run) => run.settings.economy))]
  const rebased = runs.flatMap((run, index) => {
    const own = priceBasisLabel(run.settings.prices)
    return own === label ? [] : [say.pricesRebased(names[index] ?? '', own, label)]
  })
  const ranges = new Set(runs.map((run) => rangeLabel(run.settings.years, 'financial')))
  const shown = rangeLabel({ from: years[0] ?? 0, to: years.at(-1) ?? 0 }, 'financial')
  return [
    ...(pairs.length > 1 ? [say.againstTheFirst] : []),
    ...(options.years === undefined && ranges.size > 1 ? [say.yearsInCommon(shown)] : []),
    ...rebased,
    ...(pairs.every(({ sameScope }) => sameScope) ? [] : [say.scopesDiffer()]),
    pricesSentence(label, economies.join(', ')),
    ...(economies.length > 1 && label !== 'nominal' ? [say.economiesDiffer(economies)] : []),
  ]
}

function withNotes(tables: readonly Table[], notes: readonly Sentence[]): Table[] {
  return tables.map((table, index) =>
    index === tables.length - 1 ? { ...table, notes: [...table.notes, ...notes] } : table,
  )
}
