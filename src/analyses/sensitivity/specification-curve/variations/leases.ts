import { assumptionEntries, type ModelSettings } from '../../../../figures/settings.ts'
import type { Decimal } from '../../../../terms/decimal.ts'
import type { Distribution } from '../../../../terms/distribution.ts'
import { moneyText } from '../../../../terms/quantity.ts'
import type { Choice, Variation } from '../dimension.ts'
import { setForEveryYear, withAssumption } from './assumption.ts'

const name = 'ifrs16-leases'

/** Leases not counted, or at the ends of the range that the scenario writes. */
export function leasesVariation(settings: ModelSettings): Variation {
  const entry = assumptionEntries(settings).get(name)
  const own = setForEveryYear(settings, name)
  const found = new Map<string, Choice & { readonly amount: Decimal | undefined }>()
  const add = (amount: Decimal | undefined, source?: string): void => {
    const nothing = amount === undefined || amount.isZero()
    const text = nothing ? '£0m' : moneyText(amount)
    if (found.has(text)) return
    found.set(text, {
      name: text,
      amount: nothing ? undefined : amount,
      ...(source === undefined ? {} : { source }),
    })
  }
  add(own)
  add(undefined)
  for (const end of ends(entry?.range)) add(end, entry?.source)
  const choices = [...found.values()]
  return {
    name: 'leases',
    choices,
    settings: (base, choice) => withAssumption(base, name, choices[choice]?.amount),
  }
}

/** The ends of a range that has them: nothing lies beyond. */
function ends(range: Distribution | undefined): readonly Decimal[] {
  switch (range?.kind) {
    case 'triangular':
    case 'pert':
    case 'uniform':
      return [range.low, range.high]
    case 'discrete':
      return range.values.map(({ value }) => value)
    case 'normal':
    case 'lognormal':
    case undefined:
      return []
  }
}
