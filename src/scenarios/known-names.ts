import type { Decimal } from '../terms/decimal.ts'

/** The names a scenario may use, handed in by whoever loaded the data: scenarios never read datasets. */
export interface KnownNames {
  /** Keys of sources.csv with their date: a date, a month, a year, or nothing. */
  readonly sources: ReadonlyMap<string, { readonly published: string }>
  readonly groups: ReadonlySet<string>
  /** Three-letter codes. */
  readonly nations: ReadonlySet<string>
  /** Datasets a baseline may be read from, each with its scope: `dhsc-capital` is `cdel`. */
  readonly baselineSeries: ReadonlyMap<string, string>
  /** Definitions of the baseline outside the spine as well as on it. */
  readonly definitions: ReadonlySet<string>
  /** Vintages of GDP and deflator, `obr-2026-03`. */
  readonly economies: ReadonlySet<string>
  /** The table of optimism bias: bounds of each type of project, on cost, as ratios. */
  readonly optimismBias: (type: string) => OptimismBiasRange | undefined
}

export interface OptimismBiasRange {
  readonly lower: Decimal
  readonly upper: Decimal
}
