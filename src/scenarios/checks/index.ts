import type { Problem } from '../../problems/problem.ts'
import type { KnownNames } from '../known-names.ts'
import type { Merged } from '../merge.ts'
import { reader } from '../reader.ts'
import type { Check } from './check.ts'
import { complete } from './complete.ts'

/** Every check of a merged scenario, in the order in which a reader would make them. */
const checks: readonly Check[] = [complete]

/** All that is wrong with the whole, in one pass. */
export function checkScenario(merged: Merged, known: KnownNames): Problem[] {
  const scenario = { merged, root: reader(merged), known }
  return checks.flatMap((check) => check(scenario))
}
