import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createGraph } from '../../../src/engine/calculators/samples/graph.ts'
import { compileProgram, startKernel, type Route } from '../../../src/engine/calculators/samples/kernel.ts'
import { javascriptOf } from '../../../src/engine/calculators/samples/javascript.ts'
import { planTape } from '../../../src/engine/calculators/samples/segments.ts'
import { compileTape, workTape, type Tape } from '../../../src/engine/calculators/samples/tape.ts'
import { wasmOf } from '../../../src/engine/calculators/samples/wasm.ts'
import { webAssembly } from '../../../src/engine/calculators/samples/web-assembly.ts'
import { Decimal } from '../../../src/terms/decimal.ts'
import { anyDraw, anyTape } from './programs.ts'

/** Two ways from a tape to numbers, held to the plainest third: the same operations in the same order, so the same bits. */

const routes: readonly Route[] = ['wasm', 'javascript']

function outputsOf(tape: Tape, route: Route, draws: readonly (readonly number[])[], operations?: number) {
  const kernel = startKernel(
    operations === undefined ? compileProgram(tape, route) : inSegments(tape, route, operations),
  )
  kernel.inputs.forEach((column, input) => draws.forEach((draw, index) => (column[index] = draw[input]!)))
  kernel.run(draws.length)
  return draws.map((_, index) => kernel.outputs.map((column) => column[index]!))
}

/** The same program cut into shorter functions than it would be. */
function inSegments(tape: Tape, route: Route, operations: number) {
  const plan = planTape(tape, operations)
  if (route === 'javascript') return { plan, compiled: { route, source: javascriptOf(plan) } }
  const { module, columnsAt, bytes } = wasmOf(plan)
  return { plan, compiled: { route, module: webAssembly()!.compile(module), columnsAt, bytes } }
}

it('this Node has WebAssembly with 128 bits, so both routes are tested', () => {
  expect(compileProgram(compileTape([{ kind: 'draw', input: 0 }], [0], 1)).compiled.route).toBe('wasm')
})

it('where a limit on addresses refuses its memory, JavaScript does the work', () => {
  const refusing = class {
    constructor() {
      throw new RangeError('WebAssembly.Memory(): could not allocate memory')
    }
  }
  const { WebAssembly: own } = globalThis as unknown as { WebAssembly: object }
  vi.stubGlobal('WebAssembly', Object.create(own, { Memory: { value: refusing } }))
  try {
    const tape = compileTape([{ kind: 'draw', input: 0 }], [0], 1)
    expect(compileProgram(tape).compiled.route).toBe('javascript')
  } finally {
    vi.unstubAllGlobals()
  }
})

describe('any program on any draws comes to the same bits', () => {
  it.each([
    ['in one function', undefined, 60],
    ['in functions of 3 operations, which keep results for one another', 3, 60],
    ['in functions of 40 operations', 40, 400],
  ])('%s', (_how, operations, most) => {
    fc.assert(
      fc.property(anyTape(most), fc.array(anyDraw, { minLength: 1, maxLength: 7 }), (tape, draws) => {
        const plain = draws.map((draw) => Array.from(workTape(tape, draw)))
        for (const route of routes) expect(outputsOf(tape, route, draws, operations)).toEqual(plain)
      }),
      { numRuns: 120, seed: 20261122 },
    )
  })
})

describe('a kernel', () => {
  const graph = createGraph()
  const [x, y] = [graph.draw(0), graph.draw(1)]
  const number = (text: string) => graph.constant(new Decimal(text))

  it.each(routes)('%s: gives no number where a draw divides by zero, whatever is worked from it', (route) => {
    const quotient = graph.divide(x, y)
    const hidden = graph.higher(graph.divide(number('1'), quotient), number('0'))
    const tape = compileTape(graph.nodes, [quotient, hidden], 2)
    expect(
      outputsOf(tape, route, [
        [6, 3],
        [6, 0],
        [0, 0],
        [-6, 4],
      ]),
    ).toEqual([
      [2, 0.5],
      [NaN, NaN],
      [NaN, NaN],
      [-1.5, 0],
    ])
  })

  it.each(routes)('%s: passes inputs and constants on as outputs, and one value to several', (route) => {
    const sum = graph.add(x, y)
    const tape = compileTape(graph.nodes, [x, number('7.25'), sum, sum, y], 2)
    expect(
      outputsOf(tape, route, [
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ).toEqual([
      [1, 7.25, 3, 3, 2],
      [3, 7.25, 7, 7, 4],
      [5, 7.25, 11, 11, 6],
    ])
  })

  it.each(routes)('%s: works whole blocks and odd counts', (route) => {
    const kernel = startKernel(compileProgram(compileTape(graph.nodes, [graph.multiply(x, y)], 2), route))
    for (const count of [1, 2, 3, kernel.block - 1, kernel.block]) {
      for (let i = 0; i < kernel.block; i += 1) {
        kernel.inputs[0]![i] = i
        kernel.inputs[1]![i] = count
      }
      kernel.run(count)
      const expected = Array.from({ length: count }, (_, i) => i * count)
      expect(Array.from(kernel.outputs[0]!.subarray(0, count))).toEqual(expected)
    }
  })

  it('writes generated code of opcodes and whole numbers only', () => {
    const tape = compileTape(graph.nodes, [graph.add(graph.multiply(x, number('0.123456789')), y)], 2)
    const source = javascriptOf(planTape(tape, 1000))
    expect(source).not.toContain('123456789')
    expect(source).toMatch(/^[-\w\s'";:,.()[\]{}+*/=<]*$/)
  })
})
