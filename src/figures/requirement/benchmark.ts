import type { Absent, Given } from '../../engine/figure.ts'
import { benchmarkOfOtherKind } from '../../problems/catalogue/model.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { Cell } from '../../terms/cell.ts'
import { choice, required, series, stated, type Model } from '../model.ts'
import type { BenchmarkKind, BenchmarkSetting } from '../settings.ts'
import { shareIn, splitShare } from '../split.ts'

/** What every kind of benchmark shares: its setting, its years, and how a total is shared between categories. */

export type BenchmarkOf<K extends BenchmarkKind> = Extract<BenchmarkSetting, { kind: K }>

export function benchmarkOf(cell: Cell, model: Model): BenchmarkSetting {
  const id = required(cell.benchmark, 'benchmark')
  const benchmark = model.benchmark(id)
  if (benchmark === undefined) throw new Error(`there is no benchmark ${id}`)
  return benchmark
}

/** The benchmark of a cell, which its kind has already been chosen by. */
export function benchmarkOfKind<K extends BenchmarkKind>(kind: K, cell: Cell, model: Model): BenchmarkOf<K> {
  const benchmark = benchmarkOf(cell, model)
  if (benchmark.kind !== kind)
    throw new ProblemsError([benchmarkOfOtherKind(benchmark.id, kind)], exitCodes.usage)
  return benchmark as BenchmarkOf<K>
}

/** How firm a quoted figure is: an estimate when its source is named, else an assumption. */
export function quotedStatus(benchmark: BenchmarkSetting): 'estimate' | 'assumption' {
  return benchmark.source === undefined ? 'assumption' : 'estimate'
}

/** Whether a benchmark goes through the bridge, and so has a band. */
export function isBridged(benchmark: BenchmarkSetting): boolean {
  return (
    benchmark.kind === 'comparator-share' ||
    benchmark.kind === 'stated-share' ||
    benchmark.kind === 'catch-up'
  )
}

/** Why a benchmark has no requirement in a year or category, or undefined where it has one. */
export function whyNoRequirement(
  benchmark: BenchmarkSetting,
  category: string,
  year: number,
): string | undefined {
  if (benchmark.category !== 'total' && benchmark.category !== category) {
    return `benchmark-on-${benchmark.category}-only`
  }
  const early = 'from' in benchmark && benchmark.from !== undefined && year < benchmark.from
  const late = 'to' in benchmark && benchmark.to !== undefined && year > benchmark.to
  return (early && benchmark.kind !== 'catch-up') || late ? 'outside-benchmark-years' : undefined
}

const ownShare = series({
  name: 'benchmark-own-share',
  label: 'share of a category, as the benchmark’s own split says',
  unit: 'ratio',
  dims: ['benchmark', 'category'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const benchmark = benchmarkOf(cell, model)
    if (benchmark.split === undefined) return { missing: 'not-stated' }
    const share = shareIn(benchmark.split, required(cell.category, 'category'))
    return stated(share, quotedStatus(benchmark), benchmark.said)
  },
})

/** Share of a category in a benchmark on the total: its own split, else the baseline's, which is assumed. */
export const shareOfBenchmark = choice({
  name: 'benchmark-share',
  label: 'Share of a category in the requirement',
  unit: 'ratio',
  dims: ['benchmark', 'category', 'year'],
  source: 'MODEL.md 5',
  among: { own: ownShare, baseline: splitShare },
  pick: (cell, model) => (benchmarkOf(cell, model).split === undefined ? 'baseline' : 'own'),
})
