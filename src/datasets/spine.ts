import type { Observation } from '../terms/observation.ts'
import type { Dataset } from './dataset.ts'

/**
 * The candidates for one period of a series whose definition changes over time: rows of every definition that may
 * speak for the period (about.yaml, `spine`). A dataset without a spine has one series, which must have no dimensions.
 * @param definition a definition outside the spine, when a scenario names one: then its rows alone
 */
export function candidatesOnSpine(
  dataset: Dataset,
  period: string,
  definition?: string,
): readonly Observation[] {
  const { spine } = dataset.about
  if (definition !== undefined) return dataset.at({ definition }, period)
  if (spine === undefined) return dataset.at({}, period)
  return spine
    .filter(({ from, to }) => (from === undefined || from <= period) && (to === undefined || period <= to))
    .flatMap((stretch) => dataset.at({ definition: stretch.definition }, period))
}

/** The periods the series has on its spine (or under one definition), sorted. */
export function periodsOnSpine(dataset: Dataset, definition?: string): readonly string[] {
  const definitions =
    definition !== undefined ? [definition] : dataset.about.spine?.map((stretch) => stretch.definition)
  if (definitions === undefined) return dataset.periods({})
  const periods = new Set(definitions.flatMap((name) => dataset.periods({ definition: name })))
  return [...periods].filter((period) => candidatesOnSpine(dataset, period, definition).length > 0).sort()
}
