import { readFileSync } from 'node:fs'
import { parseFinancialRange, financialYear, yearsOf } from '../../src/terms/year.ts'

/** What the second method answers: test/oracle/expected/*.json, as the README there describes it. */

export interface Series {
  readonly figure: string
  readonly benchmark?: string
  readonly category?: string
  readonly unit: string
  /** `nominal`, `2025-26`, a calendar year in look-backs; empty where the figure is no money. */
  readonly prices: string
  /** By financial year, calendar year, or a word (`total`, `mean`). */
  readonly values: Readonly<Record<string, string>>
  readonly missing?: readonly { readonly years: string; readonly reason: string }[]
  /** Of published years, in choosing.json. */
  readonly status?: Readonly<Record<string, string>>
}

export interface Case {
  readonly id: string
  readonly about: string
  /** A scenario document; bridges.json rests on none in particular. */
  readonly scenario?: Readonly<Record<string, unknown>>
  readonly series: readonly Series[]
}

export interface LookbackCase {
  readonly id: string
  readonly lookback: Readonly<
    Record<'group' | 'series' | 'asset' | 'weighting' | 'nations' | 'window' | 'subject', string>
  >
  readonly prices: string
  readonly kept: readonly string[]
  readonly dropped: readonly string[]
  /** With `available`: how many nations each year has. */
  readonly 'nations-by-year'?: Readonly<Record<string, number>>
  readonly series: readonly Series[]
}

/** The cases of one file of expected/, by its name without ending. */
export function readCases<C extends Case | LookbackCase>(name: string): C[] {
  return JSON.parse(readFileSync(new URL(`./expected/${name}.json`, import.meta.url), 'utf8')) as C[]
}

/** Every cell of a series: its label (a year or a word) and what is expected there; undefined is missing. */
export function cellsOf(series: Series): { readonly label: string; readonly expected: string | undefined }[] {
  const present = Object.entries(series.values).map(([label, expected]) => ({ label, expected }))
  const missing = (series.missing ?? []).flatMap(({ years }) => {
    const range = parseFinancialRange(years)
    if (range === undefined) throw new Error(`${years} is no range of financial years`)
    return yearsOf(range).map((year) => ({ label: financialYear(year), expected: undefined }))
  })
  return [...present, ...missing]
}
