import type { Problem } from '../../problems/problem.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { parseCalendarRange, parseFinancialYear } from '../../terms/year.ts'
import type { YearRange } from '../../terms/year.ts'
import type { KnownNames } from '../known-names.ts'
import type { Merged } from '../merge.ts'
import { readShare } from '../reader.ts'
import type { Reader } from '../reader.ts'

/** What a check may look at: the merged scenario, a reader of it, and the names the data offers. */
interface Checked {
  readonly merged: Merged
  readonly root: Reader
  readonly known: KnownNames
}

/**
 * One kind of mistake in a merged scenario. Values whose written form is wrong have already been reported:
 * a check passes over what it cannot read.
 */
export type Check = (scenario: Checked) => Problem[]

/** The starting year under a key, undefined where there is none that can be read. */
export function yearAt(entry: Reader, key: string): number | undefined {
  return parseFinancialYear(entry.text(key) ?? '')
}

/** The calendar years under a key, undefined where there are none that can be read. */
export function windowAt(entry: Reader, key: string): YearRange | undefined {
  return parseCalendarRange(entry.text(key) ?? '')
}

/** The share under a key as a ratio, undefined where there is none that can be read. */
export function shareAt(entry: Reader, key: string): Decimal | undefined {
  return readShare(entry.text(key) ?? '')
}
