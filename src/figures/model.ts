import { declarations, type Figure, type Given } from '../engine/figure.ts'
import type { Cell } from '../terms/cell.ts'
import { Decimal } from '../terms/decimal.ts'
import type { Status } from '../terms/status.ts'
import type { Unit } from '../terms/unit.ts'
import type { BaselineSetting, BenchmarkSetting, ModelSettings } from './settings.ts'
import type { Money, Path, Said } from './setting-values.ts'

/** What figures may ask when they decide structure: what the scenario settles, and what is published. */
export interface Model {
  readonly settings: ModelSettings
  /** A benchmark of the scenario by its id. */
  benchmark(id: string): BenchmarkSetting | undefined
  /** Whether a cell has a value, and how firm; only to decide structure, never to work a number. */
  peek<U extends Unit>(figure: Figure<U, Model>, cell: Cell): Peek
  /** The last year a series is published for (starting year), or undefined when it has none at all. */
  lastYear<U extends Unit>(figure: Figure<U, Model>, cell: Cell): number | undefined
  /** What a question of structure comes to, asked once a run and remembered under its key. */
  once<T>(key: string, answer: () => T): T
  /** The nations of a named group, sorted, so that the order of rows changes nothing. */
  group(name: string): readonly string[]
  /** What a baseline covers: the whole capital budget, or NHS capital only. */
  scopeOf(baseline: BaselineSetting): 'cdel' | 'nhs-capital'
  /** The calendar year whose prices a look-back prints; undefined: nominal. */
  readonly lookbackBase: number | undefined
}

export type Peek = { readonly status: Status } | { readonly missing: string }

export const { series, variable, gathered, carried, choice, at, over } = declarations<Model>()

export type ModelFigure<U extends Unit> = Figure<U, Model>

/** Whether a figure has a value at a cell. */
export function has<U extends Unit>(model: Model, figure: ModelFigure<U>, cell: Cell): boolean {
  return 'status' in model.peek(figure, cell)
}

/** The year of a cell that must have one. */
export function yearOf(cell: Cell): number {
  return required(cell.year, 'year')
}

export function calendarYearOf(cell: Cell): number {
  return required(cell.calendarYear, 'calendar year')
}

export function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`this cell has no ${what}`)
  return value
}

/** A count or factor the calendar or the scenario's structure gives: as firm as can be, it weakens nothing. */
export function counted(value: Decimal | number, note?: string): Given {
  return { value: new Decimal(value), status: 'outturn', ...(note === undefined ? {} : { note }) }
}

/** Nothing at all, where a scenario adds nothing: adding it changes and weakens nothing. */
export function nothing(note: string): Given {
  return { value: new Decimal(0), status: 'outturn', neutral: true, note }
}

/** A number a scenario states, with the line that says it. */
export function stated(value: Decimal, status: Status, said: Said | undefined): Given {
  return { value, status, said }
}

/** An amount a scenario states, in its own prices. */
export function statedMoney(money: Money, status: Status, said: Said | undefined): Given {
  const given = stated(money.amount, status, said)
  return money.prices === 'nominal' ? given : { ...given, base: money.prices.year }
}

/** The value of a path in a year: straight lines between stated years, flat outside them. */
export function onPath(path: Path, year: number): Decimal {
  if ('constant' in path) return path.constant
  const years = [...path.points.keys()].sort((a, b) => a - b)
  const before = years.filter((each) => each <= year).at(-1)
  const after = years.find((each) => each > year)
  const low = path.points.get(before ?? after ?? year)
  const high = path.points.get(after ?? before ?? year)
  if (low === undefined || high === undefined) throw new Error('a path without points')
  if (before === undefined || after === undefined) return low
  return low.plus(
    high
      .minus(low)
      .times(year - before)
      .dividedBy(after - before),
  )
}
