import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import { weaker } from '../../terms/status.ts'
import { unitWords } from '../../terms/unit.ts'
import { differenceOf, sumOf, Wide } from '../adding-up.ts'
import { creditMethods, creditsOf, type CreditMethod, type Credits } from './credit.ts'
import { differingInputs, type DifferingInput } from './inputs.ts'
import { mixes, valueAt, type Worth } from './mixes.ts'

/** Two scenarios side by side: in which inputs they differ, by how much in each number, and which input made it. */

export interface Pair {
  readonly first: ModelRun
  /** In the prices of the first, so that nothing differs by prices alone. */
  readonly second: ModelRun
  readonly inputs: readonly DifferingInput[]
  /** Whether the baselines cover the same: the whole capital budget is never set against NHS capital. */
  readonly sameScope: boolean
}

export function pairOf(first: ModelRun, other: ModelRun): Pair {
  const second = other.with({ prices: first.settings.prices })
  return {
    first,
    second,
    inputs: differingInputs(first.settings, second.settings),
    sameScope:
      first.model.scopeOf(first.settings.baseline) === second.model.scopeOf(second.settings.baseline),
  }
}

/** A printable figure at one cell. */
export interface Place {
  readonly figure: PrintableFigure
  readonly cell: Cell
}

/** One number under both scenarios, in the unit it is printed in. */
export interface Difference {
  readonly first: Exact
  readonly second: Exact
  /** Second less first, as firm as the weaker of the two; or why there is none. */
  readonly change: Exact
  /** The change in percent of the size of the first. */
  readonly percent: Exact
}

/** A value in the unit it is printed in. */
export function printedAt(run: ModelRun, { figure, cell }: Place): Exact {
  const exact = valueAt(run, figure.figure, cell)
  const { factor } = unitWords(figure.unit)
  return isMissing(exact) || factor === 1 ? exact : { ...exact, n: exact.n.times(factor) }
}

export function differenceAt(pair: Pair, place: Place): Difference {
  const first = printedAt(pair.first, place)
  const second = printedAt(pair.second, place)
  const change = changeOf(pair, place, first, second)
  return { first, second, change, percent: percentOf(change, first) }
}

function changeOf(pair: Pair, { figure }: Place, first: Exact, second: Exact): Exact {
  if (isMissing(first)) return first
  if (isMissing(second)) return second
  if (!pair.sameScope && figure.unit.includes('cdel')) return { missing: 'scopes-differ' }
  return {
    n: differenceOf(second.n, first.n),
    status: weaker(first.status, second.status),
    flags: [...new Set([...first.flags, ...second.flags])].sort(),
    base: first.base,
  }
}

function percentOf(change: Exact, first: Exact): Exact {
  if (isMissing(change)) return change
  if (isMissing(first)) return first
  const n = new Decimal(change.n.dividedBy(first.n.abs()).times(100).toSignificantDigits(40))
  if (!n.isFinite()) return { missing: 'division-by-zero' }
  return { n, status: change.status, flags: change.flags }
}

/** A change with what each input made of it. */
export interface Credited {
  readonly place: Place
  readonly difference: Difference
  /** Those that can move this number, in file order. */
  readonly inputs: readonly DifferingInput[]
  /** Each method's credits, by input. */
  readonly credits: Readonly<Record<CreditMethod, Credits>>
  /** The change less what the inputs together make: nothing, unless something differs that is no input. */
  readonly residual: Exact
}

/**
 * Credits the change of each place to the inputs that differ.
 * @param seed chooses the orders where there are too many inputs to work every mix
 */
export function creditedAt(pair: Pair, places: readonly Place[], seed: number): Credited[] {
  // Places that the same inputs can move are asked of the same mixes.
  const groups = new Map<string, { inputs: readonly DifferingInput[]; places: Place[] }>()
  for (const place of places) {
    const inputs = pair.inputs.filter(
      ({ benchmarks }) => benchmarks?.some((id) => id === place.cell.benchmark) ?? true,
    )
    const key = inputs.map(({ name }) => name).join('\n')
    const group = groups.get(key) ?? { inputs, places: [] }
    group.places.push(place)
    groups.set(key, group)
  }
  const all = [...groups.values()].flatMap((group) => creditedTogether(pair, group, seed))
  return places.flatMap((place) => all.find((each) => each.place === place) ?? [])
}

function creditedTogether(
  pair: Pair,
  { inputs, places }: { readonly inputs: readonly DifferingInput[]; readonly places: readonly Place[] },
  seed: number,
): Credited[] {
  const asked = places.map(({ figure, cell }) => ({ figure: figure.figure, cell }))
  const worth = mixes(pair.first, pair.second, inputs, asked)
  return places.map((place, index) => {
    const difference = differenceAt(pair, place)
    const { change } = difference
    const { factor } = unitWords(place.figure.unit)
    const at = (mask: number) => scaled(worth(mask)[index], factor)
    const credits = Object.fromEntries(
      creditMethods.map((method) => [
        method,
        isMissing(change) ? change : creditsOf(method, inputs.length, at, seed),
      ]),
    ) as Record<CreditMethod, Credits>
    return { place, difference, inputs, credits, residual: residualOf(change, credits.stacked) }
  })
}

function scaled(worth: Worth[number] | undefined, factor: number): Worth[number] {
  if (worth === undefined) throw new Error('a mix was not asked for this cell')
  return 'missing' in worth || factor === 1 ? worth : worth.times(factor)
}

function residualOf(change: Exact, credits: Credits): Exact {
  if (isMissing(change)) return change
  if ('missing' in credits) return credits
  return { ...change, n: new Wide(change.n).minus(sumOf(credits.parts)) }
}
