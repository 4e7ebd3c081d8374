import { bridgeYears } from '../../../../figures/bridge.ts'
import type { BridgeForm, ComparatorSeries, ModelSettings } from '../../../../figures/settings.ts'
import { financialYear, yearsOf } from '../../../../terms/year.ts'
import type { Choice, Variation } from '../dimension.ts'

const forms: readonly (Choice & { readonly bridge: BridgeForm })[] = [
  { name: 'mean-of-ratios', bridge: { form: 'mean-of-ratios' } },
  { name: 'ratio-of-means', bridge: { form: 'ratio-of-means' } },
  ...yearsOf(bridgeYears).map((year) => ({
    name: financialYear(year),
    bridge: { form: 'one-year', year } as const,
  })),
]

/** How the six yearly ratios of budget to investment become one, or which one stands; a value the scenario sets is first. */
export function bridgeVariation(settings: ModelSettings, series: ComparatorSeries): Variation {
  const name = series === 'who' ? 'cdel-per-gfcf' : 'cdel-per-gfcf-national-accounts'
  const own: readonly (Choice & { readonly bridge: BridgeForm | undefined })[] = settings.assumptions.has(
    name,
  )
    ? [{ name: 'as-the-scenario-says', bridge: undefined }]
    : []
  const choices = [...own, ...forms]
  return {
    name: 'bridge',
    choices,
    settings: (base, choice) => {
      const bridge = choices[choice]?.bridge
      if (bridge === undefined) return base
      const assumptions = new Map(base.assumptions)
      assumptions.delete(name)
      return { ...base, assumptions, bridge }
    },
  }
}
