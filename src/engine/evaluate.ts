import { cellKey, project, type Cell, type Dimension } from '../terms/cell.ts'
import type { Unit } from '../terms/unit.ts'
import type { Calculator, Value } from './calculator.ts'
import type { AnyFigure, Choice, Figure, Input, Inputs, Series } from './figure.ts'

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
    return {
      name,
      figure: input.figure,
      cells: [project(input.cell(cell, model), input.figure.dims)],
      list: false,
    }
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
  /** A value that stands in place of working a cell, where there is one: a draw, say. */
  instead?<U extends Unit>(figure: Figure<U, M>, cell: Cell): Value<U> | undefined
}

export interface Evaluator<M> {
  /** The value of a figure at a cell; dimensions the figure does not have are dropped. */
  value<U extends Unit>(figure: Figure<U, M>, cell: Cell): Value<U>
}

/** What an evaluator keeps of a figure: its cells worked so far, and its inputs read once from the declaration. */
interface Known<M> {
  readonly cells: Branch
  inputs: readonly (readonly [string, Input<M>])[] | undefined
}

/** Cells by the value of one dimension, then of the next: finding one this way needs no text put together. */
type Branch = Map<string | number | undefined, Branch | Slot>

/** One cell: being worked, or worked. */
interface Slot {
  value: Value<Unit> | 'working' | undefined
}

function slotOf(cells: Branch, cell: Cell, dims: readonly Dimension[]): Slot {
  const last = dims.length - 1
  let branch = cells
  for (let level = 0; level < last; level += 1) {
    const name = cell[dims[level] as Dimension]
    let next = branch.get(name) as Branch | undefined
    if (next === undefined) branch.set(name, (next = new Map()))
    branch = next
  }
  const name = last < 0 ? undefined : cell[dims[last] as Dimension]
  let slot = branch.get(name) as Slot | undefined
  if (slot === undefined) branch.set(name, (slot = { value: undefined }))
  return slot
}

/**
 * A fresh evaluator for one run: works each cell once and remembers it; nothing is ever invalidated.
 * A figure that would need its own value to be worked is a mistake in the model and throws.
 * It reads what `working` says, without building the account of it: a test holds the two together.
 * @param ahead the value of a cell that was worked before this run, where there is one
 */
export function createEvaluator<M>(
  calc: Calculator,
  leaves: Leaves<M>,
  model: M,
  ahead?: (figure: AnyFigure<M>, cell: Cell) => Value<Unit> | undefined,
): Evaluator<M> {
  const known = new Map<AnyFigure<M>, Known<M>>()

  function value<U extends Unit>(figure: Figure<U, M>, wide: Cell): Value<U> {
    const instead = leaves.instead?.(figure, wide)
    if (instead !== undefined) return instead
    // A choice only points to another figure's cell, which is remembered there.
    if (figure.kind === 'choice') {
      const before = ahead?.(figure, wide)
      if (before !== undefined) return before as unknown as Value<U>
      return chosen(figure, project(wide, figure.dims))
    }
    let own = known.get(figure)
    if (own === undefined) known.set(figure, (own = { cells: new Map(), inputs: undefined }))
    const slot = slotOf(own.cells, wide, figure.dims)
    const seen = slot.value
    if (seen === 'working')
      throw new Error(`${figure.name} at ${cellKey(wide, figure.dims)} is worked from itself`)
    if (seen !== undefined) return seen as unknown as Value<U>
    const before = ahead?.(figure, wide)
    if (before !== undefined) {
      slot.value = before
      return before as unknown as Value<U>
    }
    slot.value = 'working'
    const result = work(figure, project(wide, figure.dims), own)
    slot.value = result as unknown as Value<Unit>
    return result
  }

  function work<U extends Unit>(figure: Figure<U, M>, cell: Cell, own: Known<M>): Value<U> {
    switch (figure.kind) {
      case 'series':
        return leaves.leaf(figure, cell, model)
      case 'choice':
        return chosen(figure, cell)
      case 'carried': {
        if (figure.opens(cell, model)) return read(figure.opening, cell) as Value<U>
        const values = valuesOf(figure, cell, own)
        values['lastYear'] = value(figure, { ...cell, year: (cell.year ?? 0) - 1 })
        return figure.formula(calc, values as never)
      }
      case 'variable':
      case 'gathered':
        return figure.formula(calc, valuesOf(figure, cell, own) as never)
    }
  }

  function chosen<U extends Unit>(figure: Choice<U, M>, cell: Cell): Value<U> {
    const picked = figure.pick(cell, model)
    if (typeof picked !== 'string') return leaves.absent(picked.missing, figure)
    const input = figure.among[picked]
    if (input === undefined) throw new Error(`${figure.name} has no ${picked} to choose`)
    return read(input, cell) as Value<U>
  }

  function valuesOf(figure: { from: Inputs<M> }, cell: Cell, own: Known<M>): Record<string, unknown> {
    own.inputs ??= Object.entries(figure.from)
    const values: Record<string, unknown> = {}
    for (const [name, input] of own.inputs) values[name] = read(input, cell)
    return values
  }

  function read(input: Input<M>, cell: Cell): unknown {
    if (input.kind === 'at') return value(input.figure, input.cell(cell, model))
    if (input.kind === 'over') return input.cells(cell, model).map((each) => value(input.figure, each))
    return value(input, cell)
  }

  return { value }
}
