import { isMissing, type Exact, type ExactNumber } from '../../../engine/calculators/exact.ts'
import { bridge as bridgeFigure } from '../../../figures/bridge.ts'
import { heldShare } from '../../../figures/comparators.ts'
import { gap } from '../../../figures/gap.ts'
import { printed } from '../../../figures/prices.ts'
import { requirementAsQuoted } from '../../../figures/requirement/requirement.ts'
import type {
  BenchmarkSetting,
  ComparatorAsset,
  HeldComparator,
  ModelSettings,
} from '../../../figures/settings.ts'
import { spend } from '../../../figures/spend.ts'
import { readyRework } from '../../../run/rework.ts'
import type { ModelRun } from '../../../run/run.ts'
import { comparators, type Comparator, type Comparators } from './comparators.ts'
import type { Dimension, Variation } from './dimension.ts'
import { ascendingPoints, pointAtFirstChoices, type Points } from './points.ts'
import { bridgeVariation } from './variations/bridge.ts'
import { economyVariation } from './variations/economy.ts'
import { leasesVariation } from './variations/leases.ts'
import { splitVariation } from './variations/split.ts'
import { underspendVariation } from './variations/underspend.ts'

/**
 * The specification curve: the gap of one year under every defensible combination of choices. Each point is the model's
 * own figure; what combinations share is worked once.
 */
export interface SpecificationCurve {
  readonly run: ModelRun
  /** Starting year. */
  readonly year: number
  readonly category: ComparatorAsset
  readonly dimensions: readonly Dimension[]
  readonly points: Points
  /** The point at the first choice of every dimension. */
  readonly own: number | undefined
  /** Comparators that come to the same nations, weights and years as another, counted once; and those without data. */
  readonly repeated: number
  readonly withoutData: number
  readonly sameGroups: Comparators['sameGroups']
  /** Every run that a value was asked of: together they have read what the points rest on. */
  readonly asked: readonly ModelRun[]
}

/** What is asked: of `groups`, only these; by default every group in the data. */
export interface CurveQuestion {
  readonly year: number
  readonly category: ComparatorAsset
  readonly groups?: readonly string[] | undefined
}

export const curveBenchmark = 'specification-curve'

/** @param progress is told how many points are worked, of how many */
export function specificationCurve(
  run: ModelRun,
  { year, category, groups }: CurveQuestion,
  progress: (done: number, of: number) => void = () => undefined,
): SpecificationCurve {
  const found = comparators(run, category, groups)
  const asked: ModelRun[] = [run]
  const ask = (settings: Partial<ModelSettings>): ModelRun => {
    const other = run.with(settings)
    asked.push(other)
    return other
  }
  const grid: Grid = {
    comparators: found.distinct,
    held: heldShares(ask, found.distinct, category),
    bridge: bridgeVariation(run.settings, category === 'total' ? 'who' : 'national-accounts'),
    leases: leasesVariation(run.settings),
    underspend: underspendVariation(run.settings),
    // A total is the same under every split.
    others: [economyVariation(run), ...(category === 'total' ? [] : [splitVariation(run.settings)])],
    cell: { benchmark: curveBenchmark, category, year },
  }
  const { bridge, leases, underspend, others } = grid
  const dimensions = [...found.dimensions, bridge, leases, underspend, ...others]
  const each =
    found.distinct.length * bridge.choices.length * leases.choices.length * underspend.choices.length
  const frames = [...combinations(others)]
  const all = each * frames.length
  const gaps: ExactNumber[] = []
  const choices = new Uint8Array(all * dimensions.length)
  for (const frame of frames) {
    for (const point of pointsOf(run.settings, grid, frame, ask)) {
      choices.set(point.choices, gaps.length * dimensions.length)
      gaps.push(point.gap)
      if (gaps.length % progressEvery === 0) progress(gaps.length, all)
    }
  }
  const points = ascendingPoints(gaps, choices, dimensions.length)
  return {
    ...{ run, year, category, dimensions },
    points,
    own: pointAtFirstChoices(points),
    repeated: found.repeated,
    withoutData: found.withoutData,
    sameGroups: found.sameGroups,
    asked,
  }
}

const progressEvery = 4096

/** The scenario under other settings; whoever asks is remembered. */
type Ask = (settings: Partial<ModelSettings>) => ModelRun

interface Grid {
  readonly comparators: readonly Comparator[]
  readonly held: readonly Exact[]
  readonly bridge: Variation
  readonly leases: Variation
  readonly underspend: Variation
  readonly others: readonly Variation[]
  readonly cell: { readonly benchmark: string; readonly category: ComparatorAsset; readonly year: number }
}

/**
 * Every point under one choice of each of the other dimensions. Requirements are worked by comparator and bridge, spend by
 * underspend, and both are put together by the formulas of the gap.
 */
function* pointsOf(
  own: ModelSettings,
  grid: Grid,
  frame: readonly number[],
  ask: Ask,
): Generator<{ readonly choices: readonly number[]; readonly gap: ExactNumber }> {
  const { comparators: all, bridge, leases, underspend, others, cell } = grid
  const [first] = all
  if (first === undefined) return
  const settings = others.reduce(
    (changed, each, index) => each.settings(changed, frame[index] ?? 0),
    withComparator(own, first.setting, cell.category),
  )
  const asHeld = { ...cell, band: 'central' }
  const series = first.setting.series
  const bridges = bridge.choices.map((_choice, index) =>
    ask(bridge.settings(settings, index)).exact(bridgeFigure, { series, band: 'central' }),
  )
  const spends = underspend.choices.map((_choice, index) =>
    ask(underspend.settings(settings, index)).exact(spend, cell),
  )
  const required = readyRework(ask(settings), requirementAsQuoted, asHeld, [heldShare, bridgeFigure])
  const gaps = leases.choices.map((_choice, index) =>
    readyRework(ask(leases.settings(settings, index)), printed(gap), cell, [requirementAsQuoted, spend]),
  )
  for (const [index, comparator] of all.entries()) {
    for (const [over, ratio] of bridges.entries()) {
      const needed = required([grid.held[index] ?? { missing: 'no-nation-with-data' }, ratio])
      for (const [leased, work] of gaps.entries()) {
        for (const [unspent, spent] of spends.entries()) {
          const value = work([needed, spent])
          if (isMissing(value)) throw new Error(`a combination of choices has no gap: ${value.missing}`)
          yield { choices: [...comparator.choices, over, leased, unspent, ...frame], gap: value }
        }
      }
    }
  }
}

/** The share each comparator holds, worked side by side, so that what they have in common is read once. */
function heldShares(ask: Ask, all: readonly Comparator[], category: ComparatorAsset): readonly Exact[] {
  const benchmarks = all.map(({ setting }, index) => comparatorBenchmark(String(index), setting, category))
  const together = ask({ benchmarks })
  return benchmarks.map(({ id }) => together.exact(heldShare, { benchmark: id }))
}

/** The scenario with one benchmark alone: this comparator's share. */
export function withComparator(
  settings: ModelSettings,
  comparator: HeldComparator,
  category: ComparatorAsset,
): ModelSettings {
  return { ...settings, benchmarks: [comparatorBenchmark(curveBenchmark, comparator, category)] }
}

function comparatorBenchmark(
  id: string,
  comparator: HeldComparator,
  category: ComparatorAsset,
): BenchmarkSetting {
  const unsaid = { source: undefined, published: undefined, split: undefined, said: undefined }
  return { id, title: id, ...unsaid, category, kind: 'comparator-share', comparator }
}

/** Every combination of choices, the last dimension running fastest. */
function* combinations(dimensions: readonly Dimension[]): Generator<readonly number[]> {
  const [first, ...rest] = dimensions
  if (first === undefined) {
    yield []
    return
  }
  for (const choice of first.choices.keys())
    for (const others of combinations(rest)) yield [choice, ...others]
}
