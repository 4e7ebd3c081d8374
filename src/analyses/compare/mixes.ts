import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { AnyFigure } from '../../engine/figure.ts'
import type { Model } from '../../figures/model.ts'
import { ProblemsError } from '../../problems/problem.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Cell } from '../../terms/cell.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { mixedSettings, type DifferingInput } from './inputs.ts'

/** A figure at a cell, which a mix of two scenarios is asked for. */
export interface Asked {
  readonly figure: AnyFigure<Model>
  readonly cell: Cell
}

/** What each cell asked comes to in a mix: its number, or why it has none. */
export type Worth = readonly (Decimal | { readonly missing: string })[]

/**
 * Mixes of two scenarios, each worked once and then let go of: only the numbers asked for are kept.
 * @param inputs what differs; a mask holds 2 ** i where input i is taken from the second scenario
 */
export function mixes(
  first: ModelRun,
  second: ModelRun,
  inputs: readonly DifferingInput[],
  asked: readonly Asked[],
): (mask: number) => Worth {
  const known = new Map<number, Worth>()
  return (mask) => {
    const seen = known.get(mask)
    if (seen !== undefined) return seen
    const taken = inputs.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1)
    const run = first.with(mixedSettings(first.settings, second.settings, taken))
    const worth = asked.map(({ figure, cell }) => numberOf(valueAt(run, figure, cell)))
    known.set(mask, worth)
    return worth
  }
}

function numberOf(exact: Exact): Worth[number] {
  return isMissing(exact) ? exact : exact.n
}

/** A value, or why there is none: a benchmark or measure the run has not got, a mix the model refuses. */
export function valueAt(run: ModelRun, figure: AnyFigure<Model>, cell: Cell): Exact {
  const { benchmark, measure } = cell
  const has = (list: readonly { readonly id: string }[], wanted: string | undefined): boolean =>
    wanted === undefined || list.some(({ id }) => id === wanted)
  if (!has(run.settings.benchmarks, benchmark) || !has(run.settings.measures, measure))
    return { missing: 'not-in-this-scenario' }
  try {
    return run.exact(figure, cell)
  } catch (error) {
    const [problem] = error instanceof ProblemsError ? error.problems : []
    if (problem === undefined) throw error
    return { missing: problem.code }
  }
}
