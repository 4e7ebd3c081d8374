import type { AssumptionSetting, ModelSettings } from '../../../../figures/settings.ts'
import type { Decimal } from '../../../../terms/decimal.ts'

/** The settings with one assumption at this value for every year, or left at its default. */
export function withAssumption(
  settings: ModelSettings,
  name: string,
  value: Decimal | undefined,
): ModelSettings {
  const assumptions = new Map(settings.assumptions)
  if (value === undefined) assumptions.delete(name)
  else assumptions.set(name, constant(name, value))
  return { ...settings, assumptions }
}

function constant(name: string, value: Decimal): AssumptionSetting {
  const unsaid = { range: undefined, why: undefined, source: undefined, by: undefined, on: undefined }
  return { name, value: { constant: value }, ...unsaid, said: undefined }
}

/** The value a scenario sets for every year; undefined where it sets none, or another for some years. */
export function setForEveryYear({ assumptions }: ModelSettings, name: string): Decimal | undefined {
  const value = assumptions.get(name)?.value
  return value !== undefined && 'constant' in value ? value.constant : undefined
}
