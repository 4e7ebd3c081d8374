import { cellKey, project, type Cell } from '../terms/cell.ts'
import type { Unit } from '../terms/unit.ts'
import type { Calculator, Value } from './calculator.ts'
import type { Evaluator, Leaves } from './evaluate.ts'
import type { AnyFigure, Choice, Figure, Input, Inputs } from './figure.ts'
import type { Tracker } from './tracker.ts'

/** Cells of one figure, by the value of one dimension after the other. */
type Branch = Map<string | number | undefined, unknown>

/**
 * An evaluator for many runs that differ in a few settings: it remembers with each cell which of them its working read,
 * directly or through other cells, and works it again only when one of those has changed since. What reads none of them
 * is worked once for all runs.
 *
 * Why that is right: a cell's working is settled by what it reads. If nothing that it read has changed, working it again
 * would read the same, in the same order, and come to the same. A test runs every kind of scenario both ways.
 */
export function createTrackedEvaluator<M>(
  calc: Calculator,
  leaves: Leaves<M>,
  model: M,
  tracker: Tracker,
): Evaluator<M> {
  const known = new Map<AnyFigure<M>, Branch>()

  function value<U extends Unit>(figure: Figure<U, M>, wide: Cell): Value<U> {
    if (figure.kind === 'choice') return chosen(figure, project(wide, figure.dims))
    let branch = known.get(figure)
    if (branch === undefined) known.set(figure, (branch = new Map<string, unknown>()))
    const last = figure.dims.length - 1
    for (let level = 0; level < last; level += 1) {
      const name = wide[figure.dims[level] ?? 'year']
      let next = branch.get(name) as Branch | undefined
      if (next === undefined) branch.set(name, (next = new Map()))
      branch = next
    }
    const name = last < 0 ? undefined : wide[figure.dims[last] ?? 'year']
    let memo = branch.get(name) as ReturnType<typeof tracker.memo<Value<U>>> | undefined
    if (memo === undefined) {
      const cell = project(wide, figure.dims)
      memo = tracker.memo(
        () => work(figure, cell),
        () => new Error(`${figure.name} at ${cellKey(cell, figure.dims)} is worked from itself`),
      )
      branch.set(name, memo)
    }
    return memo()
  }

  function work<U extends Unit>(figure: Figure<U, M>, cell: Cell): Value<U> {
    switch (figure.kind) {
      case 'series':
        return leaves.leaf(figure, cell, model)
      case 'choice':
        return chosen(figure, cell)
      case 'carried': {
        if (figure.opens(cell, model)) return read(figure.opening, cell) as Value<U>
        const values = valuesOf(figure, cell)
        values['lastYear'] = value(figure, { ...cell, year: (cell.year ?? 0) - 1 })
        return figure.formula(calc, values as never)
      }
      case 'variable':
      case 'gathered':
        return figure.formula(calc, valuesOf(figure, cell) as never)
    }
  }

  function chosen<U extends Unit>(figure: Choice<U, M>, cell: Cell): Value<U> {
    const picked = figure.pick(cell, model)
    if (typeof picked !== 'string') return leaves.absent(picked.missing, figure)
    const input = figure.among[picked]
    if (input === undefined) throw new Error(`${figure.name} has no ${picked} to choose`)
    return read(input, cell) as Value<U>
  }

  function valuesOf(figure: { from: Inputs<M> }, cell: Cell): Record<string, unknown> {
    const values: Record<string, unknown> = {}
    for (const name in figure.from) values[name] = read(figure.from[name] as Input<M>, cell)
    return values
  }

  function read(input: Input<M>, cell: Cell): unknown {
    if (input.kind === 'at') return value(input.figure, input.cell(cell, model))
    if (input.kind === 'over') return input.cells(cell, model).map((each) => value(input.figure, each))
    return value(input, cell)
  }

  return { value }
}
