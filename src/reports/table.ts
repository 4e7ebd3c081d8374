import type { Decimal } from '../terms/decimal.ts'
import type { NumberKind, Sentence } from '../terms/sentence.ts'

export type { Sentence } from '../terms/sentence.ts'

/**
 * A report as plain data. It knows no format: renderers decide how a cell looks, and are the only ones that round.
 */

/** What a column holds: a kind of number, or words. */
export type ColumnKind = NumberKind | 'text'

/** A value, or its absence with the reason; a cell is never a bare blank, and missing is never 0. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly marks?: readonly string[] }
  | {
      readonly kind: 'number'
      readonly value: Decimal
      /** How people see it; defaults to the column's kind. */
      readonly as?: ColumnKind
      /** Write `+` before a positive number, where its sign is what is asked. */
      readonly plus?: boolean
      /** Marks for the key beneath (`a` assumption, `|` series break): see `marks` of the table. */
      readonly marks?: readonly string[]
    }
  | { readonly kind: 'missing'; readonly reason: string }

export interface Column {
  /** The machine's header, unique in the table (`gap-low`). */
  readonly name: string
  /** The people's header (`2025-26`). */
  readonly label: string
  readonly kind: ColumnKind
  /** Names that people copy: never broken over lines. */
  readonly unbroken?: boolean
}

export interface Row {
  readonly cells: readonly Cell[]
  /** `total` rows are set off from the rest, `heading` rows carry one text cell across. */
  readonly style?: 'total' | 'heading'
}

export interface Table {
  /** Unique in the report, kebab-case (`gap-eu14`). */
  readonly name: string
  readonly title: string
  /** Unit, prices, year type and geography, in words: stands right under the title. */
  readonly subtitle: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Sentences under the table: vintage, nations, what a positive gap means. */
  readonly notes: readonly Sentence[]
  /** What each mark used in the cells means. */
  readonly marks: readonly { readonly mark: string; readonly meaning: string }[]
}

/** A picture in numbers: what a terminal draws with characters under its tables. Machines get the same from the rows. */
export type Chart = HistogramChart | FanChart | CurveChart | TornadoChart

interface ChartWords {
  readonly title: string
  /** What is counted, unit and prices, in words. */
  readonly subtitle: string
  /** How the numbers along the axis are written. */
  readonly as: NumberKind
  /** The value that parts what matters (no gap), and what lies on either side of it. */
  readonly parting?: { readonly at: Decimal; readonly words: string }
  /** What the picture rests on. */
  readonly note: string
}

/** How often a value fell where: bins in ascending order, the first and the last open at their ends. */
export interface HistogramChart extends ChartWords {
  readonly kind: 'histogram'
  readonly bins: readonly HistogramBin[]
}

export interface HistogramBin {
  readonly from: Decimal | undefined
  readonly to: Decimal | undefined
  /** In percent of all. */
  readonly percent: Decimal
}

/** Where a value lies, row by row: five quantiles, ascending. */
export interface FanChart extends ChartWords {
  readonly kind: 'fan'
  readonly rows: readonly { readonly label: string; readonly quantiles: FanQuantiles }[]
}

/** Many values in ascending order, and beneath them where the values of each choice lie. */
export interface CurveChart extends ChartWords {
  readonly kind: 'curve'
  /** What the parts along the axis are parts of, in words. */
  readonly axis: string
  /** The middle value of each of many equal parts, ascending. */
  readonly values: readonly Decimal[]
  readonly choices: readonly {
    readonly label: string
    readonly rows: readonly CurveRow[]
  }[]
}

/** How often a choice stands behind each of the parts: 1 is as often as if spread evenly. */
export interface CurveRow {
  readonly label: string
  readonly densities: readonly number[]
}

/** How far each input moves a value by itself: a bar a row from its low to its high end, around the value now. */
export interface TornadoChart extends ChartWords {
  readonly kind: 'tornado'
  readonly now: Decimal
  readonly rows: readonly TornadoRow[]
}

export interface TornadoRow {
  readonly label: string
  readonly low: TornadoEnd
  readonly high: TornadoEnd
}

/** An end of an input in words (`12%`), and the value there. */
export interface TornadoEnd {
  readonly at: Sentence
  readonly value: Decimal
}

/** P5, P10, P50, P90, P95. */
export type FanQuantiles = readonly [Decimal, Decimal, Decimal, Decimal, Decimal]

/** A source as it is cited beneath a table. */
export interface SourceLine {
  readonly id: string
  readonly citation: string
}

/** What must be known of an answer. */
export interface Caveat {
  readonly words: string
  /** The dataset whose about.yaml says it; absent where it is about how the answer was worked. */
  readonly dataset?: string
  /** Of how many of the benchmarks asked about it is true. */
  readonly concerns?: { readonly benchmarks: number; readonly of: number }
}

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What stands beside the rows in JSON. */
export type Envelope = { readonly [key: string]: Json }

/**
 * The answer to one command: sentences, tables for people, one long table for machines, and what stands behind them.
 * Each part is worked when it is first read, so that a format costs only what it prints: read sources and caveats last,
 * for they speak of what was read for the rest.
 */
export interface Report {
  /** The answer in words, most important first. */
  readonly headline: readonly Sentence[]
  readonly tables: readonly Table[]
  /** Stand under the tables where characters can draw them. */
  readonly charts?: readonly Chart[] | undefined
  /** Long form, unrounded, complete: what csv, json and ndjson print. Column names are the contract's. */
  readonly long: Table
  readonly sources: readonly SourceLine[]
  /** Said once each on stderr; not warnings. */
  readonly caveats: readonly Caveat[]
  /** The envelope of JSON: `{capgap, command, scenario, asOf, economy, dataHash}`, all but rows. */
  readonly envelope: Envelope
}
