/** Round edges for a histogram, 0 among them where it lies inside: bins hold what is above `from` and at most `to`. */

/** About this many bins between P5 and P95. */
const binsInside = 10

/**
 * The edges between bins, ascending: multiples of a round step, from below P5 to above P95. What lies outside falls
 * in the open bins at both ends.
 */
export function binEdges(p5: number, p95: number): number[] {
  const width = p95 - p5
  if (!(width > 0)) return [p5]
  const step = roundStep(width / binsInside)
  const first = Math.floor(p5 / step) - 1
  const last = Math.ceil(p95 / step) + 1
  return Array.from({ length: last - first + 1 }, (_, index) => tidy(first + index, step))
}

/** The next of 1, 2, 5, 10, 20 … */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const leading = least / power
  return power * ([1, 2, 5, 10].find((each) => leading <= each) ?? 10)
}

/** A multiple of a round step with no more digits than it needs: 0.3, not 0.30000000000000004. */
function tidy(multiple: number, step: number): number {
  return Number((multiple * step).toPrecision(12))
}

/** How many of the values fall into each bin, the open ones at both ends included; what is no number is left out. */
export function countInBins(edges: readonly number[], values: Float64Array, counts: Float64Array): void {
  const low = edges[0] ?? 0
  const last = edges.length - 1
  const step = last > 0 ? ((edges[last] ?? 0) - low) / last : 1
  for (let draw = 0; draw < values.length; draw += 1) {
    const value = values[draw] as number
    if (Number.isNaN(value)) continue
    // The bin by arithmetic, then mended where rounding put it beside an edge.
    let bin = Math.min(last + 1, Math.max(0, Math.ceil((value - low) / step)))
    while (bin > 0 && value <= (edges[bin - 1] ?? -Infinity)) bin -= 1
    while (bin <= last && value > (edges[bin] ?? Infinity)) bin += 1
    counts[bin] = (counts[bin] ?? 0) + 1
  }
}
