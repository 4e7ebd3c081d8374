/** Orders in which inputs might change, sampled in pairs: an order and its reverse, so that early and late even out. */

/** How many pairs are sampled. */
export const sampledPairs = 64

/** Pairs of orders of 0 … count − 1: the same for the same seed, on any machine. */
export function orderings(count: number, seed: number): number[][][] {
  const next = draws(seed)
  return Array.from({ length: sampledPairs }, () => {
    const order = Array.from({ length: count }, (_, index) => index)
    for (let last = count - 1; last > 0; last -= 1) {
      const other = next(last + 1)
      const moved = order[last] ?? 0
      order[last] = order[other] ?? 0
      order[other] = moved
    }
    return [order, [...order].reverse()]
  })
}

/** Whole numbers below a bound, one after the other: the generator "mulberry32" (Tommy Ettinger, public domain). */
function draws(seed: number): (bound: number) => number {
  let state = seed | 0
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound)
  }
}
