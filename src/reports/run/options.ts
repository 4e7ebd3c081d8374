import type { PrintableFigure } from '../../figures/printable.ts'
import type { BenchmarkSetting, ModelSettings } from '../../figures/settings.ts'
import type { ModelRun } from '../../run/run.ts'
import type { CategoryOrTotal } from '../../terms/category.ts'
import type { YearRange } from '../../terms/year.ts'
import type { Sentence } from '../table.ts'

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
  /** Figures that are loaded only when they are asked for (`furtherAsked`), a table a topic. */
  readonly further?: readonly FurtherTable[] | undefined
}

/** A table of figures asked for by name, with what stands over and under it. */
export interface FurtherTable {
  readonly name: string
  readonly title: string
  /** What the numbers are, apart from their prices: `England, net capital stock, illustrative`. */
  readonly scope: string
  readonly figures: readonly PrintableFigure[]
  /** People see money in whole £m, for what is small beside a budget; absent: £bn. */
  readonly millions?: boolean
  /** Names of those a scenario asks for by what it says, where none is asked for by name; absent: none. */
  readonly unasked?: (settings: ModelSettings, options: RunReportOptions) => readonly string[]
  /** Figures of other tables that people see above its own. */
  readonly beside?: (settings: ModelSettings) => readonly PrintableFigure[]
  /** Categories that people see of a figure, the long form having them all; absent: every one. */
  readonly categories?: (figure: PrintableFigure) => readonly CategoryOrTotal[]
  /** Benchmarks that its figures say something of; absent: every one. */
  readonly benchmarks?: (benchmark: BenchmarkSetting) => boolean
  /** Sentences under the table. */
  readonly notes: (run: ModelRun) => readonly Sentence[]
}
