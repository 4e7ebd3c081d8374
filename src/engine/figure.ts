import type { Cell, Dimension } from '../terms/cell.ts'
import type { Decimal } from '../terms/decimal.ts'
import type { Status } from '../terms/status.ts'
import type { Unit } from '../terms/unit.ts'
import type { Calculator, Value } from './calculator.ts'

/**
 * Figures: the model's numbers, each declared once and whole. `M` is the model a figure reads its structure from
 * (which years, which nations, which kind of benchmark); a formula reads values only through the calculator.
 */

/** What every figure says of itself. `name` is kebab-case and public: it is what `explain` and CSV call it. */
export interface About<U extends Unit> {
  readonly name: string
  readonly label: string
  readonly unit: U
  /** Dimensions a cell of this figure has; the rest of a cell is dropped on the way in. */
  readonly dims: readonly Dimension[]
  /** Where the definition comes from (`MODEL.md 5`). */
  readonly source: string
  /** The listed assumption a cell stands for: where it has a range, a sampled run draws it instead of working the cell. */
  readonly assumption?: (cell: Cell) => string
}

/** A request for one published number; the run binds it to data. */
export interface DataRequest {
  readonly dataset: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly period: string
  /** Of a dataset that is a table: the column whose cell is wanted; `dimensions` finds the row, `period` is empty. */
  readonly column?: string
  /** Only rows of these statuses. */
  readonly statuses?: readonly Status[]
  /** Rows of any definition the dataset's spine allows in that period; `definition` names one instead. */
  readonly spine?: { readonly definition: string | undefined }
  /** Only what was published by then, on the policy side; undefined: everything. */
  readonly asOf?: string | undefined
  /** Rows of this vintage, or of the dataset's latest where it has none of it. */
  readonly vintage?: string
}

/** A number a scenario or the calendar states. */
export interface Given {
  readonly value: Decimal
  readonly status: Status
  readonly flags?: readonly string[]
  /** Prices of a real amount, by starting year. */
  readonly base?: number
  /** An assumption at its no-effect value: it weakens and changes nothing. */
  readonly neutral?: boolean
  /** The scenario line that says it. */
  readonly said?: { readonly file: string; readonly line: number; readonly text: string } | undefined
  /** What a reader is told of it. */
  readonly note?: string
}

export interface Absent {
  readonly missing: string
}

export interface Series<U extends Unit, M> extends About<U> {
  readonly kind: 'series'
  readonly read: (cell: Cell, model: M) => DataRequest | Given | Absent
}

/** An input at the same cell, at one other cell, or over a list of cells. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an input may be of any unit; Values<> recovers it
export type Input<M, U extends Unit = any> = Figure<U, M> | At<U, M> | Over<U, M>
export interface At<U extends Unit, M> {
  readonly kind: 'at'
  readonly figure: Figure<U, M>
  readonly cell: (cell: Cell, model: M) => Cell
}
export interface Over<U extends Unit, M> {
  readonly kind: 'over'
  readonly figure: Figure<U, M>
  readonly cells: (cell: Cell, model: M) => readonly Cell[]
}
export type Inputs<M> = Readonly<Record<string, Input<M>>>

/** The values a formula is given, one for each input; a list where the input is gathered. */
export type Values<M, I extends Inputs<M>> = {
  readonly [K in keyof I]: I[K] extends Over<infer U, M>
    ? readonly Value<U>[]
    : I[K] extends At<infer U, M>
      ? Value<U>
      : I[K] extends Figure<infer U, M>
        ? Value<U>
        : never
}

export interface Worked<U extends Unit, M> extends About<U> {
  readonly kind: 'variable' | 'gathered'
  readonly from: Inputs<M>
  readonly formula: (calc: Calculator, values: never) => Value<U>
}

/** Reads its own last year from a declared opening. */
export interface Carried<U extends Unit, M> extends About<U> {
  readonly kind: 'carried'
  readonly opening: Input<M, U>
  /** Whether a year is the opening's own, not carried. */
  readonly opens: (cell: Cell, model: M) => boolean
  readonly from: Inputs<M>
  readonly formula: (calc: Calculator, values: never) => Value<U>
}

/** One of several declared figures, picked by what the scenario settles, never by a value. */
export interface Choice<U extends Unit, M> extends About<U> {
  readonly kind: 'choice'
  readonly among: Readonly<Record<string, Input<M>>>
  readonly pick: (cell: Cell, model: M) => string | Absent
}

export type Figure<U extends Unit, M> = Series<U, M> | Worked<U, M> | Carried<U, M> | Choice<U, M>

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a figure of whatever unit, for walks over all of them
export type AnyFigure<M> = Figure<any, M>

/** Units a choice may pick from: its own, and for printed money the nominal or the real one. */
type Pickable<U extends Unit> = U extends `output ${infer Rest}`
  ? U | (`nominal ${Rest}` & Unit) | (`real ${Rest}` & Unit)
  : U

/** An input of any one of the units: a union of inputs, for a value of a union of units is none of them. */
type EachInput<M, U extends Unit> = U extends Unit ? Input<M, U> : never

/** The five ways to declare a figure, bound to one kind of model. */
export function declarations<M>() {
  return {
    series: <U extends Unit>(figure: Omit<Series<U, M>, 'kind'>): Figure<U, M> => ({
      kind: 'series',
      ...figure,
    }),

    variable: <U extends Unit, I extends Inputs<M>>(
      figure: About<U> & { from: I; formula: (calc: Calculator, values: Values<M, I>) => Value<U> },
    ): Figure<U, M> => ({ kind: 'variable', ...figure }),

    gathered: <U extends Unit, I extends Inputs<M>>(
      figure: About<U> & { from: I; formula: (calc: Calculator, values: Values<M, I>) => Value<U> },
    ): Figure<U, M> => ({ kind: 'gathered', ...figure }),

    carried: <U extends Unit, I extends Inputs<M>>(
      figure: About<U> & {
        opening: Input<M, U>
        opens: (cell: Cell, model: M) => boolean
        from: I
        formula: (calc: Calculator, values: Values<M, I> & { readonly lastYear: Value<U> }) => Value<U>
      },
    ): Figure<U, M> => ({ kind: 'carried', ...figure }),

    choice: <U extends Unit, A extends Readonly<Record<string, EachInput<M, Pickable<U>>>>>(
      figure: About<U> & {
        among: A
        pick: (cell: Cell, model: M) => (keyof A & string) | Absent
      },
    ): Figure<U, M> => ({ kind: 'choice', ...figure }),

    at: <U extends Unit>(figure: Figure<U, M>, cell: (cell: Cell, model: M) => Cell): At<U, M> => ({
      kind: 'at',
      figure,
      cell,
    }),

    over: <U extends Unit>(
      figure: Figure<U, M>,
      cells: (cell: Cell, model: M) => readonly Cell[],
    ): Over<U, M> => ({
      kind: 'over',
      figure,
      cells,
    }),
  }
}
