import type { ModelRun } from '../../../../run/run.ts'
import type { Variation } from '../dimension.ts'

/** The vintages of the deflator in the data, that of the scenario first. GDP of financial years has one alone. */
export function economyVariation(run: ModelRun): Variation {
  const inForce = run.vintageOf('gdp-deflator') ?? run.settings.economy
  const others = run.data
    .dataset('gdp-deflator')
    .values('vintage')
    .filter((name) => name !== inForce)
  const choices = [inForce, ...[...others].sort()].map((name) => ({ name }))
  return {
    name: 'economy',
    choices,
    settings: (base, choice) => ({ ...base, economy: choices[choice]?.name ?? base.economy }),
  }
}
