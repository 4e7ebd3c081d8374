import { isMissing, type Exact } from '../../src/engine/calculators/exact.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { cellsOf, type Series } from './expected.ts'
import type { Meaning } from './names.ts'

/** 40 digits worked twice in different orders agree to far more than this; a different formula to far fewer. */
const relative = new Decimal('1e-24')
/** Below this a number is what rounding leaves of a difference of nothing, and is compared absolutely. */
const nearZero = new Decimal('1e-9')
const absolute = new Decimal('1e-20')

/** Whether two numbers are the same number worked twice. */
function same(ours: Decimal, theirs: Decimal): boolean {
  const allowed = theirs.abs().lt(nearZero) ? absolute : theirs.abs().times(relative)
  return ours.minus(theirs).abs().lte(allowed)
}

/** How a series of the second method differs from the model's: one line a differing cell, with both numbers. */
export function differences(
  run: ModelRun,
  wanted: Series,
  meaning: (wanted: Series, label: string) => Meaning,
): string[] {
  return cellsOf(wanted).flatMap(({ label, expected }) => {
    const { figure, cell, times = 1 } = meaning(wanted, label)
    const ours = worked(() => run.exact(figure, cell))
    const found = typeof ours === 'string' ? ours : difference(ours, times, expected, wanted, label)
    const where = [wanted.figure, wanted.benchmark, wanted.category, wanted.prices, label]
      .filter(Boolean)
      .join(' ')
    return found === undefined ? [] : [`${where}: ${found}`]
  })
}

/** A figure that throws is one more difference, so that the cells after it are still compared. */
function worked(work: () => Exact): Exact | string {
  try {
    return work()
  } catch (thrown) {
    return `the model throws "${thrown instanceof Error ? thrown.message : String(thrown)}"`
  }
}

function difference(
  ours: Exact,
  times: number,
  expected: string | undefined,
  { prices, status }: Series,
  label: string,
): string | undefined {
  if (isMissing(ours)) {
    return expected === undefined ? undefined : `the model has none (${ours.missing}), the oracle ${expected}`
  }
  const value = ours.n.times(times)
  if (expected === undefined) return `the model has ${value.toString()}, the oracle none`
  if (!same(value, new Decimal(expected))) return `the model has ${value.toString()}, the oracle ${expected}`
  // Money of the day and numbers that are no money have no price base.
  const base = /^\d/.test(prices) ? Number(prices.slice(0, 4)) : undefined
  if (ours.base !== base) return `the model has prices of ${ours.base ?? 'the day'}, the oracle ${prices}`
  const said = status?.[label]
  return said === undefined || said === ours.status
    ? undefined
    : `the model says ${ours.status}, the oracle ${said}`
}
