import type { ModelRun, RunOptions } from '../../run/run.ts'
import { shareRun } from '../../run/shared-run.ts'
import { changedParts, differingParts, type ChangedPart } from '../../run/tracked-settings.ts'
import type { LoadedScenario, Variations } from '../../run/variations.ts'
import type { Decimal } from '../../terms/decimal.ts'
import type { PriceBasis } from '../../terms/prices.ts'
import type { Varied } from './budget.ts'
import { textAt } from './question-of-two.ts'
import { basisOf, settleBound, settledOr } from './solve.ts'

/** The runs of one scenario as two of its keys take other values. */
export interface RunsOfTwo {
  /** The run at a pair of values: the same object each time, to be read before the next. */
  readonly at: (x: Decimal, y: Decimal) => ModelRun | { readonly missing: string }
  readonly settle: (x: Decimal, y: Decimal) => LoadedScenario
  /** The prices of a key, where it is money. */
  readonly basisOf: (key: 0 | 1) => PriceBasis | undefined
}

/**
 * Where the keys change different parts of the settings, and the furthest pair of bounds is what both come to together,
 * each value of a key is settled once and pairs are put together (as `settleGrid` does for sweeps); else each pair is settled.
 * @throws ProblemsError (exit 3) where a bound, the other key at its lower one, is no valid scenario
 */
export function runsOfTwo(
  variations: Variations,
  varied: readonly [Varied, Varied],
  together: RunOptions,
): RunsOfTwo {
  const [x, y] = varied
  const settle = (atX: Decimal, atY: Decimal): LoadedScenario =>
    variations.settle([`${x.key}=${textAt(x, atX)}`, `${y.key}=${textAt(y, atY)}`])
  const settleX = (value: Decimal): LoadedScenario => settle(value, y.range.from)
  const settleY = (value: Decimal): LoadedScenario => settle(x.range.from, value)
  const first = settleBound(
    settleX,
    x.range.from,
    `${textAt(x, x.range.from)} and ${textAt(y, y.range.from)}`,
  )
  const lastX = settleBound(settleX, x.range.to, textAt(x, x.range.to))
  const lastY = settleBound(settleY, y.range.to, textAt(y, y.range.to))
  const furthest = settledOr((value) => settle(value, y.range.to), x.range.to)
  const valid = 'missing' in furthest ? [] : [furthest]
  const parts = differingParts([first, lastX, lastY, ...valid].map(({ settings }) => settings))
  const shared = shareRun(first, parts, variations.data, together)

  const changes = (settling: (value: Decimal) => LoadedScenario) => {
    const known = new Map<string, readonly ChangedPart[] | { readonly missing: string }>()
    return (value: Decimal): readonly ChangedPart[] | { readonly missing: string } => {
      const name = value.toFixed()
      let found = known.get(name)
      if (found === undefined) {
        const settled = settledOr(settling, value)
        found = 'missing' in settled ? settled : changedParts(first.settings, settled.settings)
        known.set(name, found)
      }
      return found
    }
  }
  const [changesX, changesY] = [changes(settleX), changes(settleY)]
  const apart = !('missing' in furthest) && areApart(first, lastX, lastY, furthest)
  return {
    settle,
    at: (atX, atY) => {
      if (apart) {
        const [byX, byY] = [changesX(atX), changesY(atY)]
        if ('missing' in byX) return byX
        if ('missing' in byY) return byY
        shared.change([...byX, ...byY])
        return shared.run
      }
      const settled = settledOr((value) => settle(value, atY), atX)
      if ('missing' in settled) return settled
      shared.become(settled.settings)
      return shared.run
    },
    basisOf: (key) => {
      const { scale } = varied[key].range
      const last = key === 0 ? lastX : lastY
      return scale.kind === 'money'
        ? basisOf(first, differingParts([first.settings, last.settings]), scale.prices)
        : undefined
    },
  }
}

/** Whether the keys change different parts, and both together change them as each does alone. */
function areApart(
  first: LoadedScenario,
  lastX: LoadedScenario,
  lastY: LoadedScenario,
  furthest: LoadedScenario,
): boolean {
  const names = (a: LoadedScenario, b: LoadedScenario): string[] =>
    differingParts([a.settings, b.settings])
      .map((path) => path.join('\n'))
      .sort()
  const [byX, byY] = [names(first, lastX), names(first, lastY)]
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join('\n\n') === b.join('\n\n')
  return (
    !byX.some((name) =>
      byY.some((other) => `${name}\n`.startsWith(`${other}\n`) || `${other}\n`.startsWith(`${name}\n`)),
    ) &&
    same(names(lastX, furthest), byY) &&
    same(names(lastY, furthest), byX)
  )
}
