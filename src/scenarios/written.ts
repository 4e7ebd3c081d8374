import type { Shares } from '../figures/settings.ts'
import type { Money, Path } from '../figures/setting-values.ts'
import type { Decimal } from '../terms/decimal.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { moneyText, percentText } from '../terms/quantity.ts'
import { financialYear } from '../terms/year.ts'

/** Values as a scenario file writes them: read again, they are the same. */

/** What YAML is written from: undefined entries are left out. */
export type Written = string | true | readonly Written[] | { readonly [key: string]: Written | undefined }

export function moneyWritten({ amount, prices }: Money): { amount: string; prices: string } {
  return { amount: moneyText(amount), prices: priceBasisLabel(prices) }
}

export function pricedText({ amount, prices }: Money): string {
  return `${moneyText(amount)} in ${priceBasisLabel(prices)} prices`
}

export function pathWritten(path: Path, text: (value: Decimal) => string): Written {
  if ('constant' in path) return text(path.constant)
  return Object.fromEntries(Array.from(path.points, ([year, value]) => [financialYear(year), text(value)]))
}

export function sharesWritten(shares: Shares): Written {
  return Object.fromEntries(Array.from(shares, ([key, share]) => [key, percentText(share)]))
}
