import type { Graph, NodeId } from './graph.ts'

/**
 * Nodes in ascending order of their values, whatever they are in a draw: a sorting network (Batcher's merge exchange,
 * Knuth 5.2.2 M), compare and exchange without a branch. Which of them are asked for decides what is left of it: the
 * rest is dead code.
 */
export function ascending(graph: Graph, values: readonly NodeId[]): NodeId[] {
  const sorted = [...values]
  const exchange = (i: number, j: number): void => {
    const [a, b] = [sorted[i], sorted[j]]
    if (a === undefined || b === undefined) return
    sorted[i] = graph.lower(a, b)
    sorted[j] = graph.higher(a, b)
  }
  const count = sorted.length
  const top = 2 ** Math.max(0, Math.ceil(Math.log2(count)) - 1)
  for (let p = top; p > 0; p = Math.floor(p / 2)) {
    let [q, r, d] = [top, 0, p]
    for (;;) {
      for (let i = 0; i < count - d; i += 1) if ((i & p) === r) exchange(i, i + d)
      if (q === p) break
      ;[d, q, r] = [q - p, q / 2, p]
    }
  }
  return sorted
}
