import { Decimal } from '../../terms/decimal.ts'

/**
 * Flags of capital health expenditure, by the rules of data/health-capital-share/about.yaml: the series has known
 * blemishes, and a newer vintage has them too until its publisher says otherwise. Called year by year in order for one nation.
 */
export function shareFlags(nation: string): (year: string, value: string) => string {
  let before: { year: number; value: Decimal } | undefined
  return (year, text) => {
    const value = new Decimal(text)
    const flags: string[] = []
    if (value.isZero()) flags.push('implausible-zero')
    else if (implausible.has(nation)) flags.push('implausible-level')
    if (before !== undefined && Number(year) - before.year > 1) flags.push('after-gap')
    else if (before !== undefined && jumps(before.value, value)) flags.push('jump')
    before = { year: Number(year), value }
    return flags.join(';')
  }
}

/** Japan's values are too low to be its investment. */
const implausible: ReadonlySet<string> = new Set(['JPN'])

function jumps(before: Decimal, value: Decimal): boolean {
  return !before.isZero() && value.minus(before).abs().greaterThan(before.times('0.4'))
}
