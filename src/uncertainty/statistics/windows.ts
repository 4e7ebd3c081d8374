import { putInBins, valuesAtPlaces } from './binned.ts'

/** What is above `low` and at most `high`. The engine's sieve is given the same (sieve/record.ts), and may not see this. */
export interface Window {
  readonly low: number
  readonly high: number
}

/** A window a chance, and no more chances than this: as many windows as a sieve has room for. */
export const mostWindows = 5

/** Bins of a pilot, a few draws in each. */
const bins = 1024

/**
 * Windows in which the quantiles of many draws will lie, judged by a few of them: so many standard errors of each quantile's
 * place to either side. They ascend and are apart; those that would overlap are one. Where a quantile lies outside
 * after all, that is seen and said (`siftedQuantiles`): windows never change an answer.
 * Undefined where a draw of the pilot is no number.
 * @param pilot some draws
 * @param errors standard errors of independent draws, as many as the pilot has
 */
export function windowsAbout(
  pilot: Float64Array,
  chances: readonly number[],
  errors: number,
): Window[] | undefined {
  const last = pilot.length - 1
  const ranks = chances.map((chance) => {
    const half = errors * Math.sqrt(chance * (1 - chance) * pilot.length)
    return [Math.max(0, Math.floor(chance * last - half)), Math.min(last, Math.ceil(chance * last + half))]
  })
  let [least, greatest] = [Infinity, -Infinity]
  for (let k = 0; k < pilot.length; k += 1) {
    const value = pilot[k] as number
    if (value < least) least = value
    if (value > greatest) greatest = value
    if (Number.isNaN(value)) return undefined
  }
  if (!Number.isFinite(greatest - least)) return undefined
  const binned = { binOf: new Uint16Array(pilot.length), counts: new Uint32Array(bins) }
  putInBins(pilot, [least, greatest], binned)
  const places = [...new Set(ranks.flat())].sort((a, b) => a - b)
  const values = valuesAtPlaces(pilot, binned, places)
  const windows: Window[] = []
  for (const [from, to] of ranks) {
    const next = { low: values.get(from as number) as number, high: values.get(to as number) as number }
    const before = windows.at(-1)
    if (before === undefined || before.high < next.low) windows.push(next)
    else windows[windows.length - 1] = { low: before.low, high: Math.max(before.high, next.high) }
  }
  return windows
}
