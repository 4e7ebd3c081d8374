import { isMissing } from '../../engine/calculators/exact.ts'
import type { Simulation } from '../../run/simulate/simulation.ts'
import { unitWords } from '../../terms/unit.ts'
import type { AskedCell, Estimate, Interval, SampledCell } from './answer.ts'

/** A number asked for with what was found: an interval of its draws, or the value that no draw moves. */
export function sampledCell(
  asked: AskedCell,
  output: Simulation['outputs'][number] | undefined,
  interval: Interval | undefined,
): SampledCell {
  if (output === undefined) throw new Error('a number asked for was not prepared')
  const { exact } = output
  if (output.kind === 'sampled') return { ...asked, exact, flags: output.flags, interval, fixed: false }
  if (isMissing(exact)) return { ...asked, exact, flags: [], interval: undefined, fixed: true }
  const value = exact.n.times(unitWords(asked.printable.unit).factor).toNumber()
  return { ...asked, exact, flags: exact.flags, interval: withoutWidth(value), fixed: true }
}

function withoutWidth(value: number): Interval {
  const known: Estimate = { value, se: 0 }
  const atMostZero: Estimate = { value: value <= 0 ? 1 : 0, se: 0 }
  return { mean: known, p5: known, p10: known, p50: known, p90: known, p95: known, atMostZero }
}

/**
 * Draws in the unit printed, in place; what is no number (or beyond what a float holds) becomes NaN.
 * @returns whether any is
 */
export function intoUnit(column: Float64Array, count: number, { printable }: AskedCell): boolean {
  const { factor } = unitWords(printable.unit)
  let without = false
  for (let draw = 0; draw < count; draw += 1) {
    const value = (column[draw] as number) * factor
    if (value - value === 0) column[draw] = value
    else {
      without = true
      column[draw] = NaN
    }
  }
  return without
}
