import { financialYear } from '../../terms/year.ts'
import type { Problem } from '../problem.ts'

/** Sentences of the engine and the model: checks that meet values at run time. */

/** Money in the prices of two different years was about to be added or compared: a mistake of ours, never of data. */
export function mixedPriceBases(a: number | undefined, b: number | undefined): Problem {
  const name = (base: number | undefined): string =>
    base === undefined ? 'nominal money' : `${financialYear(base)} prices`
  return {
    code: 'mixed-price-bases',
    severity: 'error',
    found: `${name(a)} met ${name(b)} in one sum`,
    advice: 'convert both to one price basis first; please report this, the model should have done so',
  }
}

/** A figure that only one kind of benchmark has was asked of another: a reader’s choice, not a mistake of the model. */
export function benchmarkOfOtherKind(id: string, kind: string): Problem {
  return {
    code: 'benchmark-of-other-kind',
    severity: 'error',
    found: `benchmark "${id}" is no ${kind}, so it has no such figure`,
    advice: `Name a benchmark of kind ${kind} with --benchmark, or explain another figure`,
  }
}
