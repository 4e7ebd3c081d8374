import type { SampledCell, Simulated } from '../../analyses/simulate/answer.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import { onCategory } from '../../problems/catalogue/headline.ts'
import type { ModelRun } from '../../run/run.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { NumberKind } from '../../terms/sentence.ts'
import { unitWords } from '../../terms/unit.ts'
import { kindOf } from '../run/values.ts'

/** What a sampled cell is of, in words, and its numbers as a reader sees them. */

export function benchmarkOf(run: ModelRun, { cell }: SampledCell): BenchmarkSetting | undefined {
  return run.settings.benchmarks.find(({ id }) => id === cell.benchmark)
}

/** `EU14 average share of GDP`, with the category where it is not the total; empty of a plain total. */
export function subjectOf({ run }: Simulated, sampled: SampledCell): string {
  const benchmark = benchmarkOf(run, sampled)
  const { category } = sampled
  if (benchmark !== undefined) return onCategory(benchmark.title, category)
  return category === 'total' ? '' : category
}

/** The figure and what it is of: `Gap, EU14 average share of GDP`. */
export function labelOf(answer: Simulated, sampled: SampledCell): string {
  const subject = subjectOf(answer, sampled)
  return subject === '' ? sampled.printable.label : `${sampled.printable.label}, ${subject}`
}

/** How numbers of this cell are written. */
export function kindIn({ printable }: SampledCell): NumberKind {
  const kind = kindOf(printable.unit)
  return kind === 'text' ? 'number' : kind
}

/** A value of the model in the unit printed. */
export function inUnit({ printable }: SampledCell, value: Decimal): Decimal {
  return value.times(unitWords(printable.unit).factor)
}

export function decimal(value: number): Decimal {
  return new Decimal(value)
}
