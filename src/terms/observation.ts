import type { Decimal } from './decimal.ts'
import type { Status } from './status.ts'

/** One cell of a published table, with everything needed to find it again. */
export interface Observation {
  /** The dataset's name, which is its folder's. */
  readonly dataset: string
  /** Values of the dataset's dimensions, in the order about.yaml declares them (`{ nation: 'AUT' }`). */
  readonly dimensions: Readonly<Record<string, string>>
  /** The period as printed (`2025-26`, `2019`), empty where the dataset has none. */
  readonly period: string
  readonly value: Decimal
  /** The value's text in the file, never rounded. */
  readonly text: string
  /** Absent where the dataset has no such column: the row is then used as it stands. */
  readonly status: Status | undefined
  /** As printed: a date, a month or a year; empty where the dataset has none. */
  readonly published: string
  /** A key of sources.csv. */
  readonly source: string
  readonly locator: string
  readonly note: string
  /** Quality flags, in file order (`implausible-zero`, `after-gap`). */
  readonly flags: readonly string[]
  /** Path relative to the data folder (`dhsc-capital/observations.csv`), line from 1, column of the value from 1. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** An observation that was not used, and why: what `explain` shows beside the chosen one. */
export interface PassedOver {
  readonly observation: Observation
  readonly reason: string
}
