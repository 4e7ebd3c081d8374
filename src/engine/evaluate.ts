import { cellKey, project, type Cell } from '../terms/cell.ts'
import type { Unit } from '../terms/unit.ts'
import type { Calculator, Value } from './calculator.ts'
import type { AnyFigure, Figure, Input, Series } from './figure.ts'

/** One input of a cell, resolved: the name it has in the formula, and the cells it stands for. */
export interface Reading<M> {
  readonly name: string
  readonly figure: AnyFigure<M>
  readonly cells: readonly Cell[]
  /** Whether the formula sees a list. */
  readonly list: boolean
}

/** How one cell is worked: from a leaf, by a formula over readings, by standing for another cell, or not at all. */
export type Working<M> =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'formula'; readonly readings: readonly Reading<M>[] }
  | { readonly kind: 'same-as'; readonly reading: Reading<M> }
  | { readonly kind: 'none'; readonly reason: string }

/**
 * What a cell reads, without reading it: the one account of the model's structure that evaluation, explanation and
 * graphs share, so that they cannot differ.
 */
export function working<M>(figure: AnyFigure<M>, cell: Cell, model: M): Working<M> {
  switch (figure.kind) {
    case 'series':
      return { kind: 'leaf' }
    case 'variable':
    case 'gathered':
      return { kind: 'formula', readings: readings(figure.from, cell, model) }
    case 'carried': {
      if (figure.opens(cell, model)) {
        return { kind: 'same-as', reading: reading('opening', figure.opening, cell, model) }
      }
      const before = { ...cell, year: (cell.year ?? 0) - 1 }
      const lastYear: Reading<M> = { name: 'lastYear', figure, cells: [before], list: false }
      return { kind: 'formula', readings: [lastYear, ...readings(figure.from, cell, model)] }
    }
    case 'choice': {
      const picked = figure.pick(cell, model)
      if (typeof picked !== 'string') return { kind: 'none', reason: picked.missing }
      const input = figure.among[picked]
      if (input === undefined) throw new Error(`${figure.name} has no ${picked} to choose`)
      return { kind: 'same-as', reading: reading(picked, input, cell, model) }
    }
  }
}

function readings<M>(inputs: Readonly<Record<string, Input<M>>>, cell: Cell, model: M): Reading<M>[] {
  return Object.entries(inputs).map(([name, input]) => reading(name, input, cell, model))
}

function reading<M>(name: string, input: Input<M>, cell: Cell, model: M): Reading<M> {
  if (input.kind === 'at') {
    return { name, figure: input.figure, cells: [project(input.cell(cell, model), input.figure.dims)], list: false }
  }
  if (input.kind === 'over') {
    const cells = input.cells(cell, model).map((each) => project(each, input.figure.dims))
    return { name, figure: input.figure, cells, list: true }
  }
  return { name, figure: input, cells: [project(cell, input.dims)], list: false }
}

/** Where a calculator's leaves and gaps come from. */
export interface Leaves<M> {
  leaf<U extends Unit>(figure: Series<U, M>, cell: Cell, model: M): Value<U>
  absent<U extends Unit>(reason: string, figure: AnyFigure<M>): Value<U>
}

export interface Evaluator<M> {
  /** The value of a figure at a cell; dimensions the figure does not have are dropped. */
  value<U extends Unit>(figure: Figure<U, M>, cell: Cell): Value<U>
}

/**
 * A fresh evaluator for one run: works each cell once and remembers it; nothing is ever invalidated.
 * A figure that would need its own value to be worked is a mistake in the model and throws.
 */
export function createEvaluator<M>(calc: Calculator, leaves: Leaves<M>, model: M): Evaluator<M> {
  const known = new Map<AnyFigure<M>, Map<string, Value<Unit> | 'working'>>()

  function value<U extends Unit>(figure: Figure<U, M>, wide: Cell): Value<U> {
    let cells = known.get(figure)
    if (!cells) known.set(figure, (cells = new Map()))
    const key = cellKey(wide, figure.dims)
    const seen = cells.get(key)
    if (seen === 'working') throw new Error(`${figure.name} at ${key} is worked from itself`)
    if (seen !== undefined) return seen as unknown as Value<U>
    cells.set(key, 'working')
    const result = work(figure, project(wide, figure.dims))
    cells.set(key, result as unknown as Value<Unit>)
    return result
  }

  function work<U extends Unit>(figure: Figure<U, M>, cell: Cell): Value<U> {
    const way = working(figure, cell, model)
    if (way.kind === 'leaf') return leaves.leaf(figure as Series<U, M>, cell, model)
    if (way.kind === 'none') return leaves.absent(way.reason, figure)
    if (way.kind === 'same-as') return read(way.reading) as Value<U>
    const values: Record<string, unknown> = {}
    for (const each of way.readings) values[each.name] = read(each)
    const { formula } = figure as unknown as { formula: (calc: Calculator, values: unknown) => Value<U> }
    return formula(calc, values)
  }

  function read(each: Reading<M>): unknown {
    if (each.list) return each.cells.map((cell) => value(each.figure, cell))
    return value(each.figure, each.cells[0] ?? {})
  }

  return { value }
}
