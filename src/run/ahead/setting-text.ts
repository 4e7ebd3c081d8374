import type { ModelSettings } from '../../figures/settings.ts'

/**
 * What settings say of one part, as text that is equal exactly where they say the same, to every digit and with where it
 * was said: `prices`, or one benchmark (`benchmarks.eu14`) or assumption (`assumptions.underspend`).
 * @param lookbackPrices the prices of a look-back, which an option chooses beside the settings
 */
export function settingText(
  settings: ModelSettings,
  part: string,
  lookbackPrices: number | undefined,
): string {
  const dot = part.indexOf('.')
  if (dot < 0) {
    const whole = part === lookbackPart ? lookbackPrices : settings[part as keyof ModelSettings]
    return textOf(whole)
  }
  const name = part.slice(dot + 1)
  return part.startsWith('benchmarks.')
    ? textOf(settings.benchmarks.find(({ id }) => id === name))
    : textOf(settings.assumptions.get(name))
}

/** The part under which the prices of a look-back are known. */
export const lookbackPart = 'lookbackPrices'

function textOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  return JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each] : each))
}
