import type { Problem } from '../../problems/problem.ts'
import type { KnownNames } from '../known-names.ts'
import type { Merged } from '../merge.ts'
import { reader } from '../reader.ts'
import { assumptions, correlations, setOnce } from './assumptions.ts'
import type { Check } from './check.ts'
import { comparators, splitOfTotal } from './comparators.ts'
import { clearBacklog } from './clear-backlog.ts'
import { complete } from './complete.ts'
import { correlationsTogether } from './correlations-together.ts'
import { keysTaken } from './keys-taken.ts'
import { frozen, prices, scope, splitSource } from './money.ts'
import { names } from './names.ts'
import { optimismBias } from './optimism-bias.ts'
import { programmes } from './programmes.ts'
import { assumedShares, baselineSplit, bounds, entrySplits, wholes } from './shares.ts'
import { election, order, plausibleYears } from './timing.ts'
import { workforce } from './workforce.ts'

/** Every check of a merged scenario, in the order in which a reader would make them. */
const checks: readonly Check[] = [
  complete,
  names,
  keysTaken,
  plausibleYears,
  order,
  election,
  prices,
  frozen,
  entrySplits,
  baselineSplit,
  assumedShares,
  wholes,
  bounds,
  comparators,
  splitOfTotal,
  clearBacklog,
  scope,
  splitSource,
  assumptions,
  setOnce,
  correlations,
  correlationsTogether,
  optimismBias,
  programmes,
  workforce,
]

/** All that is wrong with the whole, in one pass. */
export function checkScenario(merged: Merged, known: KnownNames): Problem[] {
  const scenario = { merged, root: reader(merged), known }
  return checks.flatMap((check) => check(scenario))
}
