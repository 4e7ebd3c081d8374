import type { Command } from 'commander'
import * as sentences from '../problems/catalogue/usage.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, type Problem, ProblemsError } from '../problems/problem.ts'
import { categoriesAndTotal, type CategoryOrTotal } from '../terms/category.ts'
import { isDate } from '../terms/date.ts'
import { parsePriceBasis, type PriceBasis } from '../terms/prices.ts'
import {
  parseCalendarRange,
  parseCalendarYear,
  parseFinancialRange,
  parseFinancialYear,
  type YearRange,
} from '../terms/year.ts'

/**
 * The options that commands share: how they are declared for help, and how their text becomes terms. Reading gathers
 * every mistake of a command line before it fails.
 */

export const reportFormats = ['table', 'csv', 'json', 'ndjson', 'markdown'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A sweep is one long table, for machines. */
export const sweepFormats = ['csv', 'ndjson', 'parquet'] as const

/** An explanation is a tree: text for people, JSON, or a picture. */
export const explainFormats = ['text', 'json', 'mermaid', 'dot'] as const

/** Whose annotations can be written. */
export const annotationKinds = ['github'] as const

/** What an output file's ending says about its format. */
const endings: Readonly<Record<string, string>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.md': 'markdown',
  '.txt': 'table',
  '.parquet': 'parquet',
  '.mmd': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
}

/** A repeated option gathers its values in order. */
export function gather(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

export function addOutputOptions(command: Command, formats: readonly string[] = reportFormats): Command {
  return command
    .optionsGroup('Output:')
    .option('-f, --format <format>', `${formats.join(', ')} (default: as the file ends, else ${formats[0]})`)
    .option('-o, --output <file>', 'write it whole or not at all; - is standard output')
    .option('--bom', 'begin a CSV with the byte order mark that Excel needs')
    .option('--strict', 'fail (exit 1) when there are warnings')
    .option('--annotations <kind>', 'github: say errors and warnings as annotations as well')
    .option('-q, --quiet', 'no caveats on standard error')
    .option('--no-color', 'no colour; the variable NO_COLOR does the same')
}

export function addDataOption(command: Command): Command {
  return command.option('--data <dir>', 'add a folder of datasets; a bundled name is replaced')
}

export function addScenarioOptions(command: Command): Command {
  return addDataOption(
    command
      .optionsGroup('What is worked:')
      .option('--set <key=value>', 'change one key of the scenario; repeatable', gather)
      .option('--as-of <date>', 'use only what policy knew on that day (YYYY-MM-DD)')
      .option(
        '--economy <vintage>',
        'vintage of GDP and deflator, as --set economy=… (default: obr-2026-03)',
      ),
  )
}

export function addRecordOption(command: Command): Command {
  return command.option('--record <file>', 'also write what produced the output, for "capgap verify"')
}

/** The raw values commander gathers, by long name in camel case. */
export interface RawOptions {
  readonly format?: string
  readonly output?: string
  readonly bom?: boolean
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
  readonly annotations?: string
  readonly data?: string
  readonly record?: string
  readonly set?: readonly string[]
  readonly asOf?: string
  readonly economy?: string
  readonly prices?: string
  readonly years?: string
  readonly figure?: readonly string[]
  readonly benchmark?: readonly string[]
  readonly category?: readonly string[]
  readonly by?: string
}

/** Where a report goes and in which form. */
export interface Output<Format extends string = ReportFormat> {
  readonly format: Format
  /** The file as the user named it; undefined is standard output. */
  readonly file: string | undefined
  readonly bom: boolean
  readonly strict: boolean
  readonly quiet: boolean
  readonly colour: boolean
  /** Whether problems are said a second time, as GitHub annotates them. */
  readonly annotations: boolean
}

/** Reads option texts one by one and keeps every problem; `finish` throws them all at once (exit 2). */
export class OptionReader {
  readonly #problems: Problem[] = []

  output(raw: RawOptions): Output
  output<Format extends string>(raw: RawOptions, formats: readonly [Format, ...Format[]]): Output<Format>
  output(raw: RawOptions, formats: readonly [string, ...string[]] = reportFormats): Output<string> {
    const file = raw.output === undefined || raw.output === '-' ? undefined : raw.output
    const format = this.#format(raw.format, file, formats)
    if (raw.bom && format !== 'csv') this.#problems.push(sentences.bomWithoutCsv(format))
    return {
      format,
      file,
      bom: raw.bom === true,
      strict: raw.strict === true,
      quiet: raw.quiet === true,
      colour: raw.color !== false,
      annotations: this.choice('--annotations', raw.annotations, annotationKinds) !== undefined,
    }
  }

  /** Where text goes that has one form only (a template, a schema, YAML). */
  textOutput(raw: RawOptions): Output<'text'> {
    if (raw.format !== undefined) this.#problems.push(sentences.oneFormOnly(raw.format))
    const file = raw.output === undefined || raw.output === '-' ? undefined : raw.output
    return { ...this.output({ ...raw, format: 'text', bom: false }, ['text']), file }
  }

  /** One of a few words, or undefined when the option is absent (or wrong, which `finish` reports). */
  choice<Word extends string>(
    option: string,
    value: string | undefined,
    known: readonly Word[],
  ): Word | undefined {
    if (value === undefined) return undefined
    const found = known.find((word) => word === value)
    if (found === undefined)
      this.#problems.push(sentences.unknownChoice(option, value, known, nearest(value, known)))
    return found
  }

  /** Several such words, in the order given. */
  choices<Word extends string>(
    option: string,
    values: readonly string[] | undefined,
    known: readonly Word[],
  ): Word[] | undefined {
    return values?.flatMap((value) => this.choice(option, value, known) ?? [])
  }

  /** What changes a scenario, each in its form; the scenario's loader reads it. */
  scenarioOptions(raw: RawOptions): void {
    this.date('--as-of', raw.asOf)
    this.settings(raw.set)
    this.prices(raw.prices)
  }

  categories(values: readonly string[] | undefined): CategoryOrTotal[] | undefined {
    return this.choices('--category', values, categoriesAndTotal)
  }

  financialYears(option: string, value: string | undefined): YearRange | undefined {
    return this.#parsed(
      value,
      (text) => parseFinancialRange(text.trim()),
      (text) => sentences.badYears(option, text),
    )
  }

  financialYear(option: string, value: string | undefined): number | undefined {
    return this.#parsed(value, parseFinancialYear, (text) => sentences.badFinancialYear(option, text))
  }

  calendarYears(option: string, value: string | undefined): YearRange | undefined {
    return this.#parsed(value, parseCalendarRange, (text) => sentences.badCalendarYears(option, text))
  }

  /** `nominal` or a financial year. */
  prices(value: string | undefined): PriceBasis | undefined {
    return this.#parsed(value, parsePriceBasis, (text) => sentences.badPrices(text, '2025-26'))
  }

  /** `nominal` or a calendar year: the basis of a look-back. */
  calendarPrices(value: string | undefined): 'nominal' | number | undefined {
    return this.#parsed(
      value,
      (text) => (text === 'nominal' ? 'nominal' : parseCalendarYear(text)),
      (text) => sentences.badPrices(text, '2019'),
    )
  }

  date(option: string, value: string | undefined): string | undefined {
    return this.#parsed(
      value,
      (text) => (isDate(text) ? text : undefined),
      (text) => sentences.badDate(option, text),
    )
  }

  depth(value: string | undefined): number | undefined {
    return this.#parsed(
      value,
      (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined),
      sentences.badDepth,
    )
  }

  /** `KEY=VALUE` texts; what they set is the scenario's affair. */
  settings(values: readonly string[] | undefined): void {
    this.#pairs(values, sentences.badSetting)
  }

  /** `COLUMN=VALUE` texts, in order. */
  filters(values: readonly string[] | undefined): [string, string][] {
    return this.#pairs(values, sentences.badFilter)
  }

  /** A mistake that only the command can see. */
  refuse(problem: Problem): void {
    this.#problems.push(problem)
  }

  finish(): void {
    if (this.#problems.length > 0) throw new ProblemsError(this.#problems, exitCodes.usage)
  }

  #format(
    written: string | undefined,
    file: string | undefined,
    formats: readonly [string, ...string[]],
  ): string {
    if (written !== undefined) return this.choice('--format', written, formats) ?? formats[0]
    if (file === undefined) return formats[0]
    const ending = /\.[^./\\]+$/.exec(file)?.[0].toLowerCase()
    // A command's own text format stands for `table` in files that end in .txt.
    const named = ending === undefined ? undefined : endings[ending]
    const format = named === 'table' && !formats.includes('table') ? formats[0] : named
    if (format !== undefined && formats.includes(format)) return format
    const known = Object.entries(endings).filter(([, each]) => each === 'table' || formats.includes(each))
    this.#problems.push(
      sentences.unknownEnding(
        file,
        known.map(([each]) => each),
      ),
    )
    return formats[0]
  }

  #parsed<Value>(
    text: string | undefined,
    parse: (text: string) => Value | undefined,
    problem: (text: string) => Problem,
  ): Value | undefined {
    if (text === undefined) return undefined
    const value = parse(text)
    if (value === undefined) this.#problems.push(problem(text))
    return value
  }

  #pairs(values: readonly string[] | undefined, problem: (text: string) => Problem): [string, string][] {
    return (values ?? []).flatMap((text): [string, string][] => {
      const match = /^\s*([^=\s]+)\s*=(.*)$/s.exec(text)
      const [, key, setting] = match ?? []
      if (key !== undefined && setting !== undefined) return [[key, setting.trim()]]
      this.#problems.push(problem(text))
      return []
    })
  }
}

/** The folders `--data` adds. */
export function dataFolders(raw: RawOptions): string[] {
  return raw.data === undefined ? [] : [raw.data]
}
