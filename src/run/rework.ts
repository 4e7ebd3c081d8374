import { exact, exactOf, exactValue, type Exact } from '../engine/calculators/exact.ts'
import { working } from '../engine/evaluate.ts'
import type { AnyFigure } from '../engine/figure.ts'
import { inputFigures } from '../engine/inputs.ts'
import type { Model } from '../figures/model.ts'
import type { Cell } from '../terms/cell.ts'
import type { ModelRun } from './run.ts'

/** Works the figure by its own formulas from these values of the figures given, in their order. */
export type Rework = (values: readonly Exact[]) => Exact

/**
 * Readies one figure at one cell for many workings that differ only in a few figures behind it: the rest is worked once.
 * @param given figures whose values come with each working; each must be met at one cell only
 */
export function readyRework(
  run: ModelRun,
  figure: AnyFigure<Model>,
  cell: Cell,
  given: readonly AnyFigure<Model>[],
): Rework {
  const leads = leadingTo(given)
  const ready = (at: AnyFigure<Model>, here: Cell): Rework => {
    const place = given.indexOf(at)
    if (place >= 0) return (values) => values[place] ?? { missing: 'not-given' }
    if (!leads(at)) return always(run.exact(at, here))
    const how = working(at, here, run.model)
    if (how.kind === 'none') return always({ missing: how.reason })
    if (how.kind === 'same-as') return ready(how.reading.figure, how.reading.cells[0] ?? {})
    if (how.kind === 'leaf' || at.kind === 'series' || at.kind === 'choice')
      return always(run.exact(at, here))
    const inputs = how.readings.map(
      ({ name, figure: input, cells, list }) =>
        [name, list, cells.map((each) => ready(input, each))] as const,
    )
    const { formula } = at
    return (values) => {
      const read: Record<string, unknown> = {}
      for (const [name, list, workings] of inputs) {
        const worked = workings.map((work) => exactValue(work(values)))
        read[name] = list ? worked : worked[0]
      }
      return exactOf(formula(exact, read as never))
    }
  }
  return ready(figure, cell)
}

function always(value: Exact): Rework {
  return () => value
}

/** Whether one of these figures is somewhere behind another, as far as declarations tell. */
function leadingTo(given: readonly AnyFigure<Model>[]): (figure: AnyFigure<Model>) => boolean {
  const known = new Map<AnyFigure<Model>, boolean>(given.map((figure) => [figure, true]))
  const leads = (figure: AnyFigure<Model>): boolean => {
    const seen = known.get(figure)
    if (seen !== undefined) return seen
    // What leads to itself is no way to anything else.
    known.set(figure, false)
    const found = inputFigures(figure).some(leads)
    known.set(figure, found)
    return found
  }
  return leads
}
