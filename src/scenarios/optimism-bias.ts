import type { ModelSettings } from '../figures/settings.ts'
import type { BiasedCategory, OptimismBiasSetting, ProjectType } from '../figures/settings-further.ts'
import { Decimal } from '../terms/decimal.ts'
import { percentText } from '../terms/quantity.ts'
import type { Reader } from './reader.ts'

/** What a digital project is taken for unless a scenario says. */
const digitalType = 'equipment-development'

/** The key `optimism-bias`, read from a scenario and written back. */
export function optimismBias(root: Reader): ModelSettings['optimismBias'] {
  const entry = root.child('optimism-bias')
  return new Map(
    (entry?.keys() ?? []).flatMap((category): [BiasedCategory, OptimismBiasSetting][] => {
      const own = entry?.child(category)
      if (own === undefined) return []
      const setting = {
        types: typesOf(own, category) as ReadonlyMap<ProjectType, Decimal>,
        mitigation: own.has('mitigation') ? own.share('mitigation') : new Decimal(0),
        evidence: own.text('evidence'),
        said: own.said(own.has('mitigation') ? 'mitigation' : undefined),
      }
      return [[category as BiasedCategory, setting]]
    }),
  )
}

/** The types of a category with their shares; empty where infrastructure names none. */
export function typesOf(entry: Reader, category: string): ReadonlyMap<string, Decimal> {
  const shares = entry.child('type')
  if (shares !== undefined) return new Map(shares.keys().map((type) => [type, shares.share(type)]))
  const type = entry.text('type') ?? (category === 'digital' ? digitalType : undefined)
  return new Map(type === undefined ? [] : [[type, new Decimal(1)]])
}

/** As a scenario file writes it; undefined where it is off. */
export function optimismBiasWritten({ optimismBias: settings }: ModelSettings) {
  if (settings.size === 0) return undefined
  return Object.fromEntries(
    Array.from(settings, ([category, { types, mitigation, evidence }]) => {
      const [first] = types.keys()
      const type =
        types.size === 1 && first !== undefined
          ? first
          : Object.fromEntries(Array.from(types, ([name, share]) => [name, percentText(share)]))
      return [category, { type, mitigation: percentText(mitigation), evidence }]
    }),
  )
}
