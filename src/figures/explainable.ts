import { appraisalFigures } from './appraisal/appraisal.ts'
import * as figures from './index.ts'
import { ukAtNationsShare, ukDigitalMeans } from './history/digital.ts'
import { historyFigures } from './history/list.ts'
import type { Model } from './model.ts'
import { everyPrintable } from './further/every-printable.ts'
import type { AnyFigure } from '../engine/figure.ts'
import { inputFigures } from '../engine/inputs.ts'

/**
 * Every figure that can be explained, by public name. A name that `run` prints means what `run` prints, in the prices
 * of the run; the others are the model's own steps.
 */
export function explainableFigures(): ReadonlyMap<string, AnyFigure<Model>> {
  const known = new Map<string, AnyFigure<Model>>()
  const visit = (figure: AnyFigure<Model>): void => {
    if (known.has(figure.name)) return
    known.set(figure.name, figure)
    for (const input of inputFigures(figure)) visit(input)
  }
  for (const declared of Object.values(figures)) if (isFigure(declared)) visit(declared)
  for (const { figure } of everyPrintable) visit(figure)
  for (const { figure } of historyFigures) visit(figure)
  for (const { figure } of ukDigitalMeans) visit(figure)
  visit(ukAtNationsShare)
  for (const figure of appraisalFigures) visit(figure)
  for (const { name, figure } of everyPrintable) known.set(name, figure)
  return new Map([...known].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isFigure(declared: unknown): declared is AnyFigure<Model> {
  return typeof declared === 'object' && declared !== null && 'kind' in declared && 'dims' in declared
}
