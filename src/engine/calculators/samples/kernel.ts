import { javascriptOf, javascriptSegments } from './javascript.ts'
import { planTape, type Plan } from './segments.ts'
import type { Tape } from './tape.ts'
import { bytesPerPage, wasmOf } from './wasm.ts'
import { webAssembly, type CompiledModule, type Memory, type WebAssemblyHost } from './web-assembly.ts'

/** The two ways a tape is run: WebAssembly where there is any with 128 bits, and JavaScript, its fallback and its check. */
export type Route = 'wasm' | 'javascript'

/** A tape ready to be run: plain data and a compiled module, which another thread can be given. */
export interface Program {
  readonly plan: Plan
  readonly compiled:
    | {
        readonly route: 'wasm'
        readonly module: CompiledModule
        readonly columnsAt: Float64Array
        /** Of constants and columns. */
        readonly bytes: number
      }
    | { readonly route: 'javascript'; readonly source: string }
}

/** One thread's own columns and the code that works them. */
export interface Kernel {
  /** Most draws at once. */
  readonly block: number
  /** Columns to fill with draws, one an input, each a block long. */
  readonly inputs: readonly Float64Array[]
  /** Columns that `run` leaves its results in; outputs that are the same value share one. */
  readonly outputs: readonly Float64Array[]
  /** Works the first `count` draws. What stands in the columns beyond them means nothing. */
  run(count: number): void
  /** Where the columns stand, by the WebAssembly route. */
  readonly nearby: Nearby | undefined
}

/** A kernel's memory, for code that reads its results where they are. */
export interface Nearby {
  readonly memory: Memory
  readonly pages: number
  /** The first byte of each output. */
  readonly outputsAt: readonly number[]
  /** The first byte of the room asked for. */
  readonly room: number
}

/**
 * Operations of one function. The longer, the less is kept between functions; but V8 leaves a JavaScript function of more
 * than 60 kB of its own code as it is, never optimised, and compiles a WebAssembly function as a whole.
 */
const javascriptSegment = 1000
const wasmSegment = 4000

/** Compiles a tape by the route asked for, else by the faster one there is. Both give the same bits. */
export function compileProgram(tape: Tape, route?: Route): Program {
  const host = route === 'javascript' ? undefined : webAssembly()
  if (host === undefined || !hasRoom(host)) {
    const plan = planTape(tape, javascriptSegment)
    return { plan, compiled: { route: 'javascript', source: javascriptOf(plan) } }
  }
  const plan = planTape(tape, wasmSegment)
  const { module, columnsAt, bytes } = wasmOf(plan)
  return { plan, compiled: { route: 'wasm', module: host.compile(module), columnsAt, bytes } }
}

/** V8 reserves gigabytes of addresses for each memory, which a limit (`ulimit -v`) may refuse. */
function hasRoom(host: WebAssemblyHost): boolean {
  try {
    host.memory(1)
    return true
  } catch {
    return false
  }
}

/**
 * Makes a program's columns and functions, for one thread.
 * @param room bytes of its memory, by the WebAssembly route, for others to use
 */
export function startKernel({ plan, compiled }: Program, room = 0): Kernel {
  const { tape, block, columnOf } = plan
  const { columns, run, nearby } =
    compiled.route === 'wasm' ? startWasm(plan, compiled, room) : startJavascript(plan, compiled.source)
  const column = (number: number): Float64Array => {
    const found = columns[columnOf[number] as number]
    if (found === undefined) throw new Error(`no column holds ${number}`)
    return found
  }
  for (const output of tape.outputs) {
    const constant = tape.constants[output - tape.inputs]
    if (output >= tape.inputs && constant !== undefined) column(output).fill(constant)
  }
  return {
    block,
    inputs: columns.slice(0, tape.inputs),
    outputs: Array.from(tape.outputs, column),
    run,
    nearby,
  }
}

interface Started {
  readonly columns: readonly Float64Array[]
  readonly run: (count: number) => void
  readonly nearby: Nearby | undefined
}

function startWasm(
  { tape, block, starts, columnOf }: Plan,
  { module, columnsAt, bytes }: Extract<Program['compiled'], { route: 'wasm' }>,
  room: number,
): Started {
  const host = webAssembly()
  if (host === undefined) throw new Error('this thread has no WebAssembly')
  const pages = Math.ceil((bytes + room) / bytesPerPage)
  const memory = host.memory(pages)
  const functions = host.start(module, memory, starts.length)
  // Each constant twice: an operation takes two numbers at once.
  const constants = new Float64Array(memory.buffer, 0, tape.constants.length * 2)
  tape.constants.forEach((value, index) => constants.fill(value, 2 * index, 2 * index + 2))
  return {
    columns: Array.from(columnsAt, (at) => new Float64Array(memory.buffer, at, block)),
    run: (count) => {
      const bytes = Math.ceil(count / 2) * 16
      for (const segment of functions) segment(bytes)
    },
    nearby: {
      memory,
      pages,
      outputsAt: Array.from(tape.outputs, (number) => columnsAt[columnOf[number] as number] as number),
      room: bytes,
    },
  }
}

function startJavascript({ tape, block, stride, columns: count }: Plan, source: string): Started {
  const all = new Float64Array(count * stride)
  const segments = javascriptSegments(source)
  return {
    columns: Array.from({ length: count }, (_, column) =>
      all.subarray(column * stride, column * stride + block),
    ),
    run: (wanted) => {
      for (const segment of segments) segment(all, tape.constants, wanted)
    },
    nearby: undefined,
  }
}
