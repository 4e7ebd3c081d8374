import { philox } from './philox.ts'
import { seedWords } from './seed.ts'
import type { Uniforms } from './uniforms.ts'
import { fillFromState } from './xoshiro.ts'

/** Points from one state to the next: long enough that making the state costs little, short enough to skip into. */
const run = 256

/**
 * Independent uniforms: plain Monte Carlo. Every run of 256 points of a dimension has its own state, which is a Philox
 * block of (run, dimension, replicate) under the seed, so that any run can be made on its own; within a run the
 * quicker xoshiro128++ steps from point to point.
 */
export function plainUniforms(seed: number): Uniforms {
  const [key0, key1] = seedWords(seed)
  const state = new Int32Array(4)
  return {
    fill: (replicate, dimension, first, count, out) => {
      let at = 0
      while (at < count) {
        const index = Math.floor((first + at) / run)
        const skip = (first + at) % run
        const here = Math.min(run - skip, count - at)
        state[0] = index
        state[1] = Math.floor(index / 2 ** 32)
        state[2] = dimension
        state[3] = replicate
        philox(state, key0, key1)
        // The one state it cannot leave; Philox gives it once in 2^128.
        if ((state[0] | state[1] | state[2] | state[3]) === 0) state[0] = 1
        fillFromState(state, skip, out, at, here)
        at += here
      }
    },
  }
}
