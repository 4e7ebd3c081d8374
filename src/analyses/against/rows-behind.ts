import { working } from '../../engine/evaluate.ts'
import type { AnyFigure } from '../../engine/figure.ts'
import type { Model } from '../../figures/model.ts'
import type { ModelRun } from '../../run/run.ts'
import { cellKey, project, type Cell } from '../../terms/cell.ts'
import type { Observation } from '../../terms/observation.ts'

/** The published rows a cell rests on, by place (`dhsc-capital/observations.csv:65`). */
export type Rows = ReadonlyMap<string, Observation>

/** Asks a run for the rows behind its cells; each cell is walked once. */
export function rowsBehind(run: ModelRun): (figure: AnyFigure<Model>, cell: Cell) => Rows {
  const known = new Map<AnyFigure<Model>, Map<string, Rows>>()
  function rows(figure: AnyFigure<Model>, wide: Cell): Rows {
    const cell = project(wide, figure.dims)
    const key = cellKey(cell, figure.dims)
    const ofFigure = known.get(figure) ?? new Map<string, Rows>()
    known.set(figure, ofFigure)
    const found = ofFigure.get(key)
    if (found !== undefined) return found
    const all = new Map<string, Observation>()
    ofFigure.set(key, all)
    if (figure.kind === 'series') {
      const origin = run.origin(figure, cell)
      if (origin.kind === 'data' && origin.choice.kind === 'chosen') {
        const { observation } = origin.choice
        all.set(`${observation.file}:${observation.line}`, observation)
      }
      return all
    }
    const worked = working(figure, cell, run.model)
    if (worked.kind === 'leaf' || worked.kind === 'none') return all
    for (const reading of worked.kind === 'formula' ? worked.readings : [worked.reading]) {
      for (const each of reading.cells) {
        for (const [place, row] of rows(reading.figure, each)) all.set(place, row)
      }
    }
    return all
  }
  return rows
}
