import type { Problem } from '../../problems/problem.ts'
import type { KnownNames } from '../known-names.ts'
import type { Merged } from '../merge.ts'
import type { Reader } from '../reader.ts'

/** What a check may look at: the merged scenario, a reader of it, and the names the data offers. */
export interface Checked {
  readonly merged: Merged
  readonly root: Reader
  readonly known: KnownNames
}

/**
 * One kind of mistake in a merged scenario. Values whose written form is wrong have already been reported:
 * a check passes over what it cannot read.
 */
export type Check = (scenario: Checked) => Problem[]
