import * as say from '../problems/catalogue/brief-words.ts'
import { nearest } from '../problems/nearest.ts'
import type { Place, Problem } from '../problems/problem.ts'

/**
 * The words of a mark as clauses: each begins with a word of the list below. Commas are for the reader; a value with
 * spaces stands in double quotes.
 */

/** The words a clause may begin with, and the clause each belongs to. */
const clauseWords = {
  in: 'in',
  year: 'in',
  years: 'in',
  of: 'of',
  'as-of': 'as-of',
  set: 'set',
  as: 'as',
  figure: 'figures',
  figures: 'figures',
  benchmark: 'benchmarks',
  benchmarks: 'benchmarks',
  category: 'categories',
  categories: 'categories',
  by: 'by',
  without: 'without',
  group: 'group',
  window: 'window',
  weighting: 'weighting',
  nations: 'nations',
  subject: 'subject',
  series: 'series',
  asset: 'asset',
} as const
export type ClauseName = (typeof clauseWords)[keyof typeof clauseWords]

/** A word of a mark, and where in the document it stands. */
export interface Word {
  readonly text: string
  readonly at: number
}

/** What stands before the first clause, each clause with its values, and the prices, which may stand anywhere. */
export interface Clauses {
  readonly subject: readonly Word[]
  readonly clauses: ReadonlyMap<ClauseName, readonly Word[]>
  /** `nominal`, or a year followed by `prices`. */
  readonly prices: Word | undefined
  /** Where the first word of a clause stands. */
  readonly clauseAt: ReadonlyMap<ClauseName, number>
}

const clauseOf = (word: string): ClauseName | undefined =>
  Object.hasOwn(clauseWords, word) ? clauseWords[word as keyof typeof clauseWords] : undefined

/** Splits the words of a mark into clauses. */
export function readClauses({ text, at }: Word): Clauses {
  const { words, prices } = takePrices(wordsOf(text, at))
  const subject: Word[] = []
  const clauses = new Map<ClauseName, Word[]>()
  const clauseAt = new Map<ClauseName, number>()
  let current = subject
  for (const [index, word] of words.entries()) {
    // The word after `table` says which, even where it could open a clause.
    const said = index === 0 || (index === 1 && words[0]?.text === 'table')
    const name = said ? undefined : clauseOf(word.text)
    if (name === undefined) {
      current.push(word)
      continue
    }
    current = clauses.get(name) ?? []
    clauses.set(name, current)
    if (!clauseAt.has(name)) clauseAt.set(name, word.at)
  }
  return { subject, clauses, prices, clauseAt }
}

function wordsOf(text: string, at: number): Word[] {
  return Array.from(text.matchAll(/"([^"]*)"|[^\s,"]+/g), ({ index, 0: whole, 1: quoted }) => ({
    text: quoted ?? whole,
    at: at + index,
  }))
}

/** Takes out `nominal`, `2025-26 prices` and `prices 2025-26`, each with an `in` before it. */
function takePrices(words: readonly Word[]): { words: Word[]; prices: Word | undefined } {
  const rest: Word[] = []
  let prices: Word | undefined
  for (let index = 0; index < words.length; index += 1) {
    const [word, next, third] = words.slice(index, index + 3)
    if (word === undefined) continue
    // In "2029-30, prices 2025-26" the first year is not that of the prices.
    const before = next?.text === 'prices' && isYear(word.text) && !isBasis(third)
    const after = word.text === 'prices' && isBasis(next)
    if (!before && !after && word.text !== 'nominal') {
      rest.push(word)
      continue
    }
    prices = after ? next : word
    if (before || after) index += 1
    if (rest.at(-1)?.text === 'in') rest.pop()
  }
  return { words: rest, prices }
}

function isBasis(word: Word | undefined): boolean {
  return word !== undefined && (word.text === 'nominal' || isYear(word.text))
}

function isYear(word: string): boolean {
  return /^\d{4}(?:-\d{2})?$/.test(word)
}

/** Reads clauses one by one for one kind of mark and keeps every problem. */
export class ClauseReader {
  readonly problems: Problem[] = []
  readonly #clauses: Clauses
  readonly #placeAt: (offset: number) => Place

  constructor(clauses: Clauses, placeAt: (offset: number) => Place) {
    this.#clauses = clauses
    this.#placeAt = placeAt
  }

  at(offset: number): Place {
    return this.#placeAt(offset)
  }

  refuse(problem: Problem): undefined {
    this.problems.push(problem)
    return undefined
  }

  /** Every clause must be one that this kind of mark takes. */
  only(kind: string, taken: readonly ClauseName[]): void {
    for (const [name, at] of this.#clauses.clauseAt) {
      if (!taken.includes(name)) this.refuse(say.clauseNotTaken(this.at(at), kind, name, taken))
    }
  }

  /** The values of a clause; undefined where it is absent or, which is a problem, empty. */
  list(name: ClauseName): readonly Word[] | undefined {
    const values = this.#clauses.clauses.get(name)
    if (values?.length === 0)
      return this.refuse(say.clauseWithoutValue(this.at(this.#clauses.clauseAt.get(name) ?? 0), name))
    return values
  }

  /** The one value of a clause. */
  one(name: ClauseName): Word | undefined {
    const [value, ...more] = this.list(name) ?? []
    for (const extra of more) this.extra(extra)
    return value
  }

  /** The values of a clause, each one of a few words. */
  words<Known extends string>(name: ClauseName, known: readonly Known[]): Known[] | undefined {
    return this.list(name)?.flatMap((word) => this.known(name, word, known) ?? [])
  }

  /** The one value of a clause, one of a few words. */
  word<Known extends string>(name: ClauseName, known: readonly Known[]): Known | undefined {
    const word = this.one(name)
    return word === undefined ? undefined : this.known(name, word, known)
  }

  known<Known extends string>(name: string, { text, at }: Word, known: readonly Known[]): Known | undefined {
    const found = known.find((each) => each === text)
    return found ?? this.refuse(say.unknownWord(this.at(at), name, text, known, nearest(text, known)))
  }

  /** A word that no clause expects. */
  extra({ text, at }: Word): void {
    this.refuse(say.wordTooMany(this.at(at), text, nearest(text, Object.keys(clauseWords))))
  }
}
