import * as say from '../../problems/catalogue/import.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { Status } from '../../terms/status.ts'
import type { About } from '../about.ts'
import type { Source } from '../source.ts'

/** A row of sources.csv without its place. */
export type SourceRow = Omit<Source, 'file' | 'line'>

/** One observation read from a file. */
export interface GatheredRow {
  readonly dimensions: Readonly<Record<string, string>>
  readonly period: string
  /** Digits with a decimal point. */
  readonly value: string
  readonly status: Status
  readonly published: string
  /** An id given to `source`. */
  readonly source: string
  /** Where in the file: table, row, cell. */
  readonly locator?: string | undefined
  readonly note?: string | undefined
  /** Joined by `;`. */
  readonly flag?: string | undefined
  /** Columns that the dataset declares beside the usual ones. */
  readonly columns?: Readonly<Record<string, string>> | undefined
  readonly place: Place
}

/** What was left out, for one reason. */
export interface Skipped {
  readonly dataset: string
  readonly reason: string
  readonly count: number
  /** Where the first one stands, in words. */
  readonly first: string
}

/** What a dataset of its own declares: one that joins no bundled dataset. */
export type OwnAbout = Pick<
  About,
  'title' | 'unit' | 'prices' | 'yearType' | 'dimensions' | 'definition' | 'caveats' | 'licence' | 'asOfSide'
>

export interface GatheredDataset {
  readonly name: string
  readonly rows: readonly GatheredRow[]
  /** Undefined where the rows join the bundled dataset of that name. */
  readonly own: OwnAbout | undefined
}

/** More problems than anybody reads: the file is of another kind, or broken throughout. */
const mostProblems = 100

/** What reading files comes to: rows by dataset, publications, what was skipped and what is wrong. */
export class Gathering {
  readonly #rows = new Map<string, GatheredRow[]>()
  readonly #own = new Map<string, OwnAbout>()
  readonly #places = new Map<string, Map<string, Place>>()
  readonly #skipped = new Map<string, Skipped>()
  readonly #sources = new Map<string, SourceRow>()
  readonly #problems: Problem[] = []

  /** Adds a row; one that repeats the key of another is a problem. */
  add(dataset: string, row: GatheredRow): void {
    const series = `${dataset}\u0000${Object.values(row.dimensions).join('\u0000')}`
    const moment = [row.period, row.status, row.published, row.source].join('\u0000')
    const places = this.#places.get(series) ?? new Map<string, Place>()
    this.#places.set(series, places)
    const first = places.get(moment)
    if (first !== undefined) {
      this.problem(say.repeatedRow(row.place, first))
      return
    }
    places.set(moment, row.place)
    const rows = this.#rows.get(dataset)
    if (rows === undefined) this.#rows.set(dataset, [row])
    else rows.push(row)
  }

  /** Declares a dataset of its own, which joins none. */
  define(dataset: string, about: OwnAbout): void {
    this.#own.set(dataset, about)
  }

  /** Counts what is left out on purpose. `dataset` is the one it would have gone to, empty where there is none. */
  skip(dataset: string, reason: string, place: Place, count = 1): void {
    const key = `${dataset}\u0000${reason}`
    const before = this.#skipped.get(key)
    this.#skipped.set(key, {
      dataset,
      reason,
      count: (before?.count ?? 0) + count,
      first: before?.first ?? placeWords(place),
    })
  }

  /** Adds a publication and gives back its id. */
  source(row: SourceRow): string {
    this.#sources.set(row.id, row)
    return row.id
  }

  /** @throws ProblemsError once there are more than anybody reads */
  problem(problem: Problem): void {
    this.#problems.push(problem)
    if (this.errors.length >= mostProblems) throw new ProblemsError(this.#problems, exitCodes.data)
  }

  get datasets(): readonly GatheredDataset[] {
    return [...this.#rows].map(([name, rows]) => ({ name, rows, own: this.#own.get(name) }))
  }

  get sources(): readonly SourceRow[] {
    return [...this.#sources.values()]
  }

  get skipped(): readonly Skipped[] {
    return [...this.#skipped.values()]
  }

  get errors(): readonly Problem[] {
    return this.#problems.filter(({ severity }) => severity === 'error')
  }

  get warnings(): readonly Problem[] {
    return this.#problems.filter(({ severity }) => severity === 'warning')
  }
}

/** `file.csv:12`, `book.xlsx!4.8!C6`: without folders, for what is printed must not depend on where a file lies. */
function placeWords({ file, line }: Place): string {
  const name = file.replace(/^[^!]*[\\/]/, '')
  return line === undefined ? name : `${name}:${line}`
}
