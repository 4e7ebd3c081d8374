import { everyPrintable } from '../figures/further/every-printable.ts'
import { verdictPhrase } from '../problems/catalogue/brief.ts'
import * as say from '../problems/catalogue/brief-words.ts'
import { missingMeaning } from '../problems/catalogue/report.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, ProblemsError, type Place } from '../problems/problem.ts'
import { gapVerdict } from '../reports/run/headline.ts'
import { lookbackReport } from '../reports/lookback.ts'
import { runReport, sourcesOf } from '../reports/run.ts'
import { furtherTables } from '../reports/run/further.ts'
import type { Report, Sentence, Table } from '../reports/table.ts'
import { knownNames } from '../run/known-names.ts'
import { settleLookback } from '../run/lookback.ts'
import type { ModelRun } from '../run/run.ts'
import { Decimal } from '../terms/decimal.ts'
import type { BlockAsk, LookbackAsked, LookbackNumberAsk, NumberAsk, RunBlockAsk, SpanAsk } from './asks.ts'
import { benchmarkTable } from './benchmark-table.ts'
import type { RunBook } from './runs.ts'
import { formsFor, writeNumber, type NumberFormatAsked, type Quantity } from './write-number.ts'

/** What the model answers to a mark. Everything here throws ProblemsError where there is no answer. */

/** What stands in a block: a list of sentences, or tables. */
export interface BlockContent {
  readonly list: readonly Sentence[]
  readonly tables: readonly Table[]
}

/** Where a question is asked, for what can be wrong with it. */
export interface Asking {
  readonly place: Place
  /** The words that name the number, as written. */
  readonly reference: string
  /** The sentence it stands in, without its marks. */
  readonly sentence: string
}

/** Answers the marks of one document, and knows what it read for them. */
export class Answers {
  readonly #book: RunBook
  /** Runs that answered, and the benchmarks they were asked about. */
  readonly #used = new Map<ModelRun, Set<string>>()
  readonly #lookbacks = new Map<string, ModelRun>()

  constructor(book: RunBook) {
    this.#book = book
  }

  /** A number, or the verdict on a gap, as text. */
  span(ask: SpanAsk, asking: Asking): string {
    if (ask.kind === 'verdict') {
      const run = this.#book.run(ask.scenario, undefined)
      const benchmark = this.#benchmark(run, ask.benchmark, asking.place)
      const verdict = gapVerdict(run, benchmark, ask.year)
      if ('missing' in verdict) throw noValue(asking, verdict.missing)
      return verdictPhrase(verdict.sign)
    }
    const quantity = ask.kind === 'number' ? this.#number(ask, asking) : this.#lookbackNumber(ask, asking)
    return written(quantity, ask.format, asking)
  }

  block(ask: BlockAsk, asking: Asking): BlockContent {
    if (ask.kind === 'sources') return { list: this.#sources(), tables: [] }
    const content =
      ask.kind === 'lookback'
        ? tablesOf(lookbackReport(this.#lookback(ask, asking)))
        : this.#runBlock(ask, asking)
    return ask.notes
      ? content
      : { ...content, tables: content.tables.map((table) => ({ ...table, notes: [] })) }
  }

  #number(ask: NumberAsk, asking: Asking): Quantity {
    const run = this.#book.run(ask.scenario, ask.prices)
    const benchmark =
      ask.benchmark === undefined ? undefined : this.#benchmark(run, ask.benchmark, asking.place)
    if (benchmark === undefined) this.#note(run, [])
    const { long } = runReport([run], {
      figures: [ask.figure],
      benchmarks: benchmark === undefined ? [] : [benchmark.id],
      years: { from: ask.year, to: ask.year },
      bySubCategory: true,
      further: furtherTables,
    })
    const own = everyPrintable.find(({ name }) => name === ask.figure)?.category
    const category = ask.category ?? benchmark?.category ?? own ?? 'total'
    return quantityIn(long, { category }, asking)
  }

  #lookbackNumber(ask: LookbackNumberAsk, asking: Asking): Quantity {
    const { long } = lookbackReport(this.#lookback(ask, asking))
    return quantityIn(long, { figure: ask.figure, year: String(ask.year) }, asking)
  }

  #runBlock(ask: RunBlockAsk, { place }: Asking): BlockContent {
    const run = this.#book.run(ask.scenario, ask.prices)
    for (const id of ask.benchmarks ?? []) this.#benchmark(run, id, place)
    const benchmarks = run.settings.benchmarks.filter(({ id }) => ask.benchmarks?.includes(id) ?? true)
    this.#note(
      run,
      benchmarks.map(({ id }) => id),
    )
    if (ask.kind === 'benchmarks')
      return { list: [], tables: [benchmarkTable(run, benchmarks, ask.years?.from ?? run.settings.years.to)] }
    const { figures, categories, bySubCategory, years } = ask
    const shown = { figures, categories, bySubCategory, years, further: furtherTables }
    const options = { ...shown, benchmarks: ask.benchmarks }
    const report = runReport([run], options)
    return ask.kind === 'headline' ? { list: report.headline, tables: [] } : tablesOf(report)
  }

  #benchmark(run: ModelRun, id: string, place: Place) {
    const found = run.settings.benchmarks.find((each) => each.id === id)
    if (found === undefined) {
      const known = run.settings.benchmarks.map((each) => each.id)
      throw new ProblemsError([say.noSuchBenchmark(place, id, known, nearest(id, known))], exitCodes.usage)
    }
    this.#note(run, [id])
    return found
  }

  #lookback(
    { scenario, setting, prices }: Pick<LookbackNumberAsk, 'scenario' | 'setting' | 'prices'>,
    { place }: Asking,
  ): ModelRun {
    const key = JSON.stringify([scenario, setting, prices ?? 'nominal'])
    const known = this.#lookbacks.get(key)
    if (known !== undefined) return known
    const run = this.#book.lookback(scenario, prices)
    checkNames(run, setting, place)
    try {
      const settled = settleLookback(run, setting)
      this.#note(settled, [])
      this.#lookbacks.set(key, settled)
      return settled
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error
      throw new ProblemsError(
        error.problems.map((problem) => ({ ...problem, place })),
        exitCodes.usage,
      )
    }
  }

  #note(run: ModelRun, benchmarks: readonly string[]): void {
    const known = this.#used.get(run) ?? new Set<string>()
    for (const id of benchmarks) known.add(id)
    this.#used.set(run, known)
  }

  #sources(): string[] {
    const lines = [...this.#used].flatMap(([run, benchmarks]) =>
      sourcesOf([run], { benchmarks: [...benchmarks] }),
    )
    return [...new Map(lines.map(({ id, citation }) => [id, citation]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, citation]) => citation)
  }
}

function tablesOf({ tables }: Report): BlockContent {
  return { list: [], tables }
}

/** Names of groups and nations are the data’s; everything else was checked when the mark was read. */
function checkNames(run: ModelRun, { group, subject }: LookbackAsked, place: Place): void {
  const { groups, nations } = knownNames(run.data)
  const problems = [
    { name: 'group', said: group, known: [...groups].sort() },
    { name: 'subject', said: subject, known: [...nations].sort() },
  ].flatMap(({ name, said, known }) =>
    said === undefined || known.includes(said)
      ? []
      : [say.unknownWord(place, name, said, known, nearest(said, known))],
  )
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.usage)
}

/** The value of the one row of a long table that is this. */
function quantityIn(long: Table, wanted: Readonly<Record<string, string>>, asking: Asking): Quantity {
  const names = long.columns.map(({ name }) => name)
  for (const { cells } of long.rows) {
    const cell = (name: string) => cells[names.indexOf(name)]
    const text = (name: string): string => {
      const found = cell(name)
      return found?.kind === 'text' ? found.text : ''
    }
    if (Object.entries(wanted).some(([name, value]) => text(name) !== value)) continue
    const value = cell('value')
    if (value?.kind === 'number') return { value: value.value, unit: text('unit') }
    if (value?.kind === 'missing') throw noValue(asking, value.reason)
  }
  throw noValue(asking, 'not-in-the-split')
}

function written(quantity: Quantity, format: NumberFormatAsked, { place, sentence }: Asking): string {
  const { value, unit } = quantity
  const forms = formsFor(unit)
  if (format.form !== undefined && !forms.includes(format.form))
    throw new ProblemsError([say.formNotForUnit(place, format.form, unit, forms)], exitCodes.usage)
  const { onlyIf } = format
  const zero = new Decimal(0)
  const agrees =
    onlyIf === undefined || (onlyIf === 'negative' ? value.lessThan(zero) : value.greaterThan(zero))
  if (!agrees) {
    const now = writeNumber(quantity, { ...format, onlyIf: undefined, plus: true })
    throw new ProblemsError([say.otherSign(place, sentence, now, onlyIf)], exitCodes.check)
  }
  return writeNumber(quantity, format)
}

function noValue({ place, reference }: Asking, reason: string): ProblemsError {
  return new ProblemsError([say.noValue(place, reference, missingMeaning(reason))], exitCodes.usage)
}
