import type { ModelSettings } from '../../../../figures/settings.ts'
import { Decimal } from '../../../../terms/decimal.ts'
import { percentText } from '../../../../terms/quantity.ts'
import type { Choice, Variation } from '../dimension.ts'
import { setForEveryYear, withAssumption } from './assumption.ts'

const source = 'nao-capital-2020'

/** Plans spent in full, and what went unspent in the past: 2015-16, 2017-18, 2010-11 to 2012-13 (MODEL.md 4). */
const history: readonly (Choice & { readonly share: Decimal })[] = [
  { name: '0%', share: new Decimal(0) },
  { name: '1.6%', share: new Decimal('0.016'), source },
  { name: '6%', share: new Decimal('0.06'), source },
  { name: '12%', share: new Decimal('0.12'), source },
]

/** How much of the plans goes unspent: the scenario's own value first, then none and each value of the past. */
export function underspendVariation(settings: ModelSettings): Variation {
  const own = setForEveryYear(settings, 'underspend') ?? new Decimal(0)
  const others = history.filter(({ share }) => !share.equals(own))
  const first = history.find(({ share }) => share.equals(own)) ?? { name: percentText(own), share: own }
  const choices = settings.assumptions.has('underspend') ? [first, ...others] : [...history]
  return {
    name: 'underspend',
    choices,
    settings: (base, choice) => withAssumption(base, 'underspend', choices[choice]?.share),
  }
}
