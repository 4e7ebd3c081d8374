import { op } from './operations.ts'
import { segmentsOf, type Plan, type Segment } from './segments.ts'
import { firstResult } from './tape.ts'
import { code, createBytes, moduleOf, noResult, simd, type, type Bytes } from './wasm-bytes.ts'

/**
 * A plan as WebAssembly: a function a segment, two draws at a time in 128 bits. Constants and columns stand in one imported
 * memory: constants first, each twice, then the columns. A function takes the bytes of a column to be worked, a multiple of 16.
 */
export interface WasmPlan {
  readonly module: Uint8Array
  /** Where each column begins in memory. */
  readonly columnsAt: Float64Array
  /** Bytes of constants and columns. */
  readonly bytes: number
}

export const bytesPerPage = 65536
const lineOfCache = 64

/** The bytes of a plan's module. */
export function wasmOf(plan: Plan): WasmPlan {
  const columnBytes = plan.stride * 8
  const constantBytes = Math.ceil((plan.tape.constants.length * 16) / lineOfCache) * lineOfCache
  const columnsAt = Float64Array.from(
    { length: plan.columns },
    (_, column) => constantBytes + column * columnBytes,
  )
  const size = constantBytes + plan.columns * columnBytes
  const segments = segmentsOf(plan)

  const bodies = segments.map((segment) => bodyOf(plan, segment, columnsAt))
  const pages = Math.ceil(size / bytesPerPage)
  return { module: moduleOf({ parameters: 1, pages, bodies }), columnsAt, bytes: size }
}

/** Local variables of a function: the bytes wanted, the byte worked now, then values. */
const wanted = 0
const now = 1
const firstValue = 2

/** One segment: a loop over its column's bytes. */
function bodyOf({ tape, columnOf }: Plan, { from, to, reads }: Segment, columnsAt: Float64Array): Uint8Array {
  const first = firstResult(tape)
  const loop = createBytes()
  const left = Int32Array.from(reads)
  const localOf = new Map<number, number>()
  const free: number[] = []
  let locals = 0

  const isInside = (number: number): boolean => number >= first + from
  /** Worked where it is wanted, on the stack: read once, and by nothing but this segment. */
  const isInline = (number: number): boolean =>
    isInside(number) && reads[number] === 1 && (columnOf[number] as number) < 0

  function memory(operation: number, address: number): void {
    loop.byte(code.simd)
    loop.unsigned(operation)
    // Aligned to 8 bytes: a column begins where a double may.
    loop.unsigned(3)
    loop.unsigned(address)
  }

  function operand(number: number): void {
    if (isInline(number)) {
      work(number)
      return
    }
    const isConstant = number >= tape.inputs && number < first
    if (isConstant) {
      loop.byte(code.i32Const)
      loop.signed(0)
      memory(simd.load, (number - tape.inputs) * 16)
      return
    }
    const more = ((left[number] as number) -= 1) > 0
    const kept = localOf.get(number)
    if (kept !== undefined) {
      loop.byte(code.localGet)
      loop.unsigned(kept)
      if (!more) free.push(kept)
      return
    }
    loop.byte(code.localGet)
    loop.unsigned(now)
    memory(simd.load, columnsAt[columnOf[number] as number] as number)
    // Read again: kept, for the compiler cannot know that no store has changed it.
    if (more) keep(number, code.localTee)
  }

  function keep(number: number, how: number): void {
    const local = free.pop() ?? firstValue + locals++
    localOf.set(number, local)
    loop.byte(how)
    loop.unsigned(local)
  }

  function work(number: number): void {
    const index = number - first
    operand(tape.left[index] as number)
    operand(tape.right[index] as number)
    loop.byte(code.simd)
    loop.unsigned(simdOf(tape.ops[index] as number))
  }

  for (let index = from; index < to; index += 1) {
    const number = first + index
    if (isInline(number)) continue
    const column = columnOf[number] as number
    if (column >= 0) {
      loop.byte(code.localGet)
      loop.unsigned(now)
    }
    work(number)
    if (reads[number] !== 0) keep(number, column < 0 ? code.localSet : code.localTee)
    if (column >= 0) memory(simd.store, columnsAt[column] as number)
  }
  return wrapped(loop, locals)
}

/** The loop with its variables before it and its count around it: while now < wanted, work, now += 16. */
function wrapped(loop: Bytes, locals: number): Uint8Array {
  const body = createBytes()
  body.unsigned(2)
  body.unsigned(1)
  body.byte(type.i32)
  body.unsigned(locals)
  body.byte(type.v128)
  body.append(Uint8Array.of(code.block, noResult, code.loop, noResult))
  body.append(Uint8Array.of(code.localGet, now, code.localGet, wanted, code.i32GreaterOrEqualUnsigned))
  body.append(Uint8Array.of(code.branchIf, 1))
  body.append(loop.taken())
  body.append(Uint8Array.of(code.localGet, now, code.i32Const, 16, code.i32Add, code.localSet, now))
  body.append(Uint8Array.of(code.branch, 0, code.end, code.end, code.end))
  return body.taken()
}

function simdOf(operation: number): number {
  switch (operation) {
    case op.add:
      return simd.add
    case op.subtract:
      return simd.subtract
    case op.multiply:
      return simd.multiply
    case op.divide:
      return simd.divide
    case op.lower:
      return simd.min
    case op.higher:
      return simd.max
    default:
      throw new Error(`there is no operation ${operation}`)
  }
}
