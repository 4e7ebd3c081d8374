import { atPoint } from '../../problems/catalogue/sweep.ts'
import { ProblemsError, type ExitCode, type Problem } from '../../problems/problem.ts'
import type { SharedRun } from '../../run/shared-run.ts'
import { changedParts, type ChangedPart, type SettingsPath } from '../../run/tracked-settings.ts'
import type { LoadedScenario, Variations } from '../../run/variations.ts'
import { axisNumbers } from '../vary/ranges.ts'
import type { Grid } from './grid.ts'

/** The scenario at every point of a grid, checked before anything is worked. */
export interface SettledGrid {
  /** The scenario at the grid's first point. */
  readonly first: LoadedScenario
  /** Every part that differs somewhere from the first point. */
  readonly parts: readonly SettingsPath[]
  /** Makes a run that shares (`shareRun` of `first` and `parts`) the run of a point. */
  readonly move: (shared: Pick<SharedRun, 'become' | 'change'>, indices: readonly number[]) => void
  /** Whether points are put together from their axes, each value of which was settled once. */
  readonly together: boolean
}

/** So many corners are looked at before every point is settled by itself instead. */
const mostCorners = 512

/**
 * Settles a grid. Each value of each axis is settled and checked once, with the other axes at their first. Where the axes
 * change different parts, and every corner of the grid is valid and is what its axes come to together, a point is put
 * together from its axes; otherwise each point is settled by itself.
 *
 * Corners are the lowest and highest number of an axis, and every value of an axis that holds other than numbers. What is
 * checked of several numbers at once is a sum or an order, and what of that kind holds at all corners holds between them.
 * @param points those of this shard: where points are settled by themselves, only these are checked
 * @throws ProblemsError (exit 3) with everything wrong at any point, before a run is worked
 */
export function settleGrid(
  grid: Grid,
  variations: Variations,
  points: { readonly from: number; readonly to: number },
): SettledGrid {
  const { axes } = grid
  const failures = new Map<string, Problem>()
  let exit: ExitCode | undefined
  const settle = (indices: readonly number[]): LoadedScenario | undefined => {
    const sets = axes.map(({ key, values }, axis) => `${key}=${values[indices[axis] ?? 0] ?? ''}`)
    try {
      return variations.settle(sets)
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error
      exit = error.exitCode
      for (const problem of error.problems) {
        const told = atPoint(problem, variations.ownSets)
        failures.set(JSON.stringify(told), told)
      }
      return undefined
    }
  }
  const refuse = (): void => {
    if (failures.size > 0 && exit !== undefined) throw new ProblemsError([...failures.values()], exit)
  }

  const origin = axes.map(() => 0)
  const first = settle(origin)
  const changesOf = (settled: LoadedScenario | undefined): ChangedPart[] =>
    first === undefined || settled === undefined ? [] : changedParts(first.settings, settled.settings)
  const singles = axes.map(({ values }, axis) =>
    values.map((_value, index) => (index === 0 ? [] : changesOf(settle(origin.with(axis, index))))),
  )
  const several = axes.filter(({ values }) => values.length > 1).length > 1
  refuseIfFirst(first, refuse)
  // One axis: its values are the points.
  if (!several) refuse()
  if (!several && apart(singles)) return putTogether(first, singles)
  const broken = failures.size > 0
  if (!broken) {
    const corners = cornersOf(grid)
    if (corners !== undefined && apart(singles) && corners.every((corner) => isSum(corner))) {
      return putTogether(first, singles)
    }
    failures.clear()
  }
  // Point by point: what no axis shows alone is found here, and what is wrong with one value is told once.
  const parts = new Map<string, SettingsPath>()
  if (!broken) {
    for (let point = points.from; point < points.to; point += 1) {
      for (const { path } of changesOf(settle(grid.at(point)))) parts.set(path.join('\n'), path)
    }
  }
  refuse()
  return {
    first,
    parts: [...parts.values()].filter((path) => !isWithin(path, parts)),
    move: (shared, indices) => {
      const settled = settle(indices)
      if (settled === undefined) throw new Error('a point that was settled once is refused')
      shared.become(settled.settings)
    },
    together: false,
  }

  /** Whether a corner is valid and differs from the first point as its axes say. */
  function isSum(corner: readonly number[]): boolean {
    const settled = settle(corner)
    if (settled === undefined || first === undefined) return false
    const expected = corner.flatMap((index, axis) => singles[axis]?.[index] ?? [])
    return sameChanges(changesOf(settled), expected)
  }
}

/** Without a first point there is nothing to compare with: what is wrong with it, and with any other, is told. */
function refuseIfFirst(
  first: LoadedScenario | undefined,
  refuse: () => void,
): asserts first is LoadedScenario {
  if (first !== undefined) return
  refuse()
  throw new Error('a scenario was refused without a reason')
}

function putTogether(first: LoadedScenario, singles: readonly (readonly ChangedPart[][])[]): SettledGrid {
  const parts = new Map(singles.flat(2).map(({ path }) => [path.join('\n'), path]))
  return {
    first,
    parts: [...parts.values()],
    move: (shared, indices) => shared.change(indices.flatMap((index, axis) => singles[axis]?.[index] ?? [])),
    together: true,
  }
}

/** Whether no two axes change the same part, and none a part of another. */
function apart(singles: readonly (readonly ChangedPart[][])[]): boolean {
  const byAxis = singles.map((values) => new Map(values.flat().map(({ path }) => [path.join('\n'), path])))
  const all = new Map(byAxis.flatMap((paths) => [...paths]))
  const count = byAxis.reduce((sum, { size }) => sum + size, 0)
  return count === all.size && [...all.values()].every((path) => !isWithin(path, all))
}

/** Whether a part is held by another of these. */
function isWithin(path: SettingsPath, parts: ReadonlyMap<string, SettingsPath>): boolean {
  return path.slice(1).some((_step, index) => parts.has(path.slice(0, index + 1).join('\n')))
}

/** Undefined where there are too many. */
function cornersOf(grid: Grid): number[][] | undefined {
  const ends = grid.axes.map((axis) => {
    const numbers = axisNumbers(axis)
    if (numbers === undefined) return axis.values.map((_value, index) => index)
    const order = numbers
      .map(({ value }, index) => ({ value, index }))
      .sort((a, b) => a.value.comparedTo(b.value) || a.index - b.index)
    return [...new Set([order[0]?.index ?? 0, order.at(-1)?.index ?? 0])]
  })
  if (ends.reduce((count, { length }) => count * length, 1) > mostCorners) return undefined
  return ends.reduce<number[][]>(
    (corners, indices) => corners.flatMap((corner) => indices.map((index) => [...corner, index])),
    [[]],
  )
}

function sameChanges(a: readonly ChangedPart[], b: readonly ChangedPart[]): boolean {
  const text = ({ path, value }: ChangedPart): string => `${path.join('\n')}\n${textOf(value)}`
  const other = new Set(b.map(text))
  return a.length === b.length && a.every((change) => other.has(text(change)))
}

/** A setting as text: maps are lists of entries, decimals their digits. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (each instanceof Map ? [...each] : each))
}
