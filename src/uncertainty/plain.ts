import { philox } from './philox.ts'
import { seedWords } from './seed.ts'
import { openUniform } from './uniforms.ts'
import type { Uniforms } from './uniforms.ts'

/** Independent uniforms: plain Monte Carlo. Each Philox block holds the draws of two neighbouring points. */
export function plainUniforms(seed: number): Uniforms {
  const [key0, key1] = seedWords(seed)
  const block = new Int32Array(4)
  const draw = (pair: number, dimension: number, replicate: number): void => {
    block[0] = pair >>> 0
    block[1] = Math.floor(pair / 2 ** 32)
    block[2] = dimension
    block[3] = replicate
    philox(block, key0, key1)
  }
  return {
    fill: (replicate, dimension, first, count, out) => {
      let at = 0
      let pair = Math.floor(first / 2)
      if (first % 2 === 1 && count > 0) {
        draw(pair++, dimension, replicate)
        out[at++] = openUniform(block[2] ?? 0, block[3] ?? 0)
      }
      while (at < count) {
        draw(pair++, dimension, replicate)
        out[at++] = openUniform(block[0] ?? 0, block[1] ?? 0)
        if (at < count) out[at++] = openUniform(block[2] ?? 0, block[3] ?? 0)
      }
    },
  }
}
