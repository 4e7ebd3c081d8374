import type { Axis } from '../vary/ranges.ts'

/** Every combination of the axes' values, the last axis turning fastest. */
export interface Grid {
  readonly axes: readonly Axis[]
  readonly size: number
  /** Which value of each axis a point has. */
  readonly at: (point: number) => number[]
}

export function gridOf(axes: readonly Axis[]): Grid {
  const lengths = axes.map(({ values }) => values.length)
  return {
    axes,
    size: lengths.reduce((size, length) => size * length, 1),
    at: (point) => {
      const indices: number[] = []
      let rest = point
      for (const length of lengths.toReversed()) {
        indices.unshift(rest % length)
        rest = Math.floor(rest / length)
      }
      return indices
    },
  }
}

/** Part i of n, from 1. */
export interface Shard {
  readonly part: number
  readonly of: number
}

/** `2/8`; undefined for anything else. */
export function parseShard(text: string): Shard | undefined {
  const [, part, of] = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text.trim()) ?? []
  const shard = { part: Number(part), of: Number(of) }
  return part !== undefined && of !== undefined && shard.part <= shard.of ? shard : undefined
}

/**
 * The points of a shard, from `from` up to and without `to`: neighbours, so that shards put together in order are the
 * whole in order. Sizes differ by one at most.
 */
export function pointsOf(size: number, { part, of }: Shard): { readonly from: number; readonly to: number } {
  const edge = (parts: number): number => Math.floor((size * parts) / of)
  return { from: edge(part - 1), to: edge(part) }
}
