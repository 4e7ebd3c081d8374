import { Decimal } from './decimal.ts'
import type { Distribution } from './distribution.ts'

/**
 * Distributions as a scenario writes them, always quoted: `normal(m, sd)`, `lognormal(m, sd)`,
 * `triangular(a, c, b)`, `pert(a, c, b)`, `uniform(a, b)`, `discrete(v: p, …)`.
 * Parameters are in the assumption's own unit; commas separate them, so none may stand inside a number.
 */
export const distributionForms = {
  normal: 'normal(mean, standard deviation)',
  lognormal: 'lognormal(mean, standard deviation)',
  triangular: 'triangular(lowest, likeliest, highest)',
  pert: 'pert(lowest, likeliest, highest)',
  uniform: 'uniform(lowest, highest)',
  discrete: 'discrete(value: chance, value: chance, …)',
} as const
export type DistributionKind = keyof typeof distributionForms

/** Why a text is not a distribution; the catalogue of problems turns it into a sentence. */
export type DistributionFault =
  | { readonly fault: 'not-a-distribution' }
  | { readonly fault: 'unknown-kind'; readonly kind: string }
  | { readonly fault: 'wrong-count'; readonly kind: DistributionKind; readonly count: number }
  | { readonly fault: 'bad-parameter'; readonly kind: DistributionKind; readonly part: string }
  | { readonly fault: 'spread-not-positive'; readonly kind: DistributionKind; readonly part: string }
  | { readonly fault: 'mean-not-positive'; readonly kind: DistributionKind; readonly part: string }
  | { readonly fault: 'not-ascending'; readonly kind: DistributionKind }
  | { readonly fault: 'chances'; readonly kind: DistributionKind; readonly sum: Decimal }

const counts: Readonly<Record<Exclude<DistributionKind, 'discrete'>, number>> = {
  normal: 2,
  lognormal: 2,
  triangular: 3,
  pert: 3,
  uniform: 2,
}

/**
 * Reads a distribution; `readParameter` reads one parameter in the assumption's unit (undefined when it cannot).
 */
export function parseDistribution(
  text: string,
  readParameter: (text: string) => Decimal | undefined,
): Distribution | DistributionFault {
  const match = /^\s*([A-Za-z-]+)\s*\((.*)\)\s*$/s.exec(text)
  if (!match) return { fault: 'not-a-distribution' }
  const [, kind = '', inside = ''] = match
  if (!isKind(kind)) return { fault: 'unknown-kind', kind }
  const parts = inside.trim() === '' ? [] : inside.split(',').map((part) => part.trim())
  return kind === 'discrete' ? discrete(parts, readParameter) : continuous(kind, parts, readParameter)
}

export function isDistributionFault(value: Distribution | DistributionFault): value is DistributionFault {
  return 'fault' in value
}

function continuous(
  kind: Exclude<DistributionKind, 'discrete'>,
  parts: readonly string[],
  readParameter: (text: string) => Decimal | undefined,
): Distribution | DistributionFault {
  if (parts.length !== counts[kind]) return { fault: 'wrong-count', kind, count: parts.length }
  const values: Decimal[] = []
  for (const part of parts) {
    const value = readParameter(part)
    if (value === undefined) return { fault: 'bad-parameter', kind, part }
    values.push(value)
  }
  const [first, second, third = second] = values as [Decimal, Decimal, Decimal?]
  if (kind === 'normal' || kind === 'lognormal') {
    if (second.lte(0)) return { fault: 'spread-not-positive', kind, part: parts[1] ?? '' }
    if (kind === 'lognormal' && first.lte(0))
      return { fault: 'mean-not-positive', kind, part: parts[0] ?? '' }
    return { kind, mean: first, sd: second }
  }
  if (first.gt(second) || second.gt(third) || first.gte(third)) return { fault: 'not-ascending', kind }
  return kind === 'uniform'
    ? { kind, low: first, high: second }
    : { kind, low: first, mode: second, high: third }
}

function discrete(
  parts: readonly string[],
  readParameter: (text: string) => Decimal | undefined,
): Distribution | DistributionFault {
  const kind = 'discrete'
  if (parts.length === 0) return { fault: 'wrong-count', kind, count: 0 }
  const values: { value: Decimal; chance: Decimal }[] = []
  for (const part of parts) {
    const [valueText = '', chanceText = '', ...rest] = part.split(':').map((piece) => piece.trim())
    const value = readParameter(valueText)
    const chance = readChance(chanceText)
    if (value === undefined || chance === undefined || rest.length > 0)
      return { fault: 'bad-parameter', kind, part }
    values.push({ value, chance })
  }
  const sum = values.reduce((total, { chance }) => total.plus(chance), new Decimal(0))
  return sum.eq(1) ? { kind, values } : { fault: 'chances', kind, sum }
}

/** A chance is written `0.5` or `50%`. */
function readChance(text: string): Decimal | undefined {
  if (!/^\d{1,3}(\.\d{1,15})?%?$/.test(text)) return undefined
  const chance = text.endsWith('%') ? new Decimal(text.slice(0, -1)).div(100) : new Decimal(text)
  return chance.lte(1) ? chance : undefined
}

function isKind(text: string): text is DistributionKind {
  return Object.hasOwn(distributionForms, text)
}
