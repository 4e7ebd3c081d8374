import type { CategoryOrTotal } from '../../terms/category.ts'
import type { YearRange } from '../../terms/year.ts'

/** What of a run is reported. Absent: everything the scenario asks for. None of it changes a number. */
export interface RunReportOptions {
  /** Names of printable figures. */
  readonly figures?: readonly string[] | undefined
  /** Ids of the scenario's benchmarks. */
  readonly benchmarks?: readonly string[] | undefined
  readonly categories?: readonly CategoryOrTotal[] | undefined
  readonly years?: YearRange | undefined
  /** One of several scenarios: every title and sentence then names its own. */
  readonly among?: boolean | undefined
  /** Add what measures put into each sub-category they name. */
  readonly bySubCategory?: boolean | undefined
}
