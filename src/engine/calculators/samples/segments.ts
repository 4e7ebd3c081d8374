import { firstResult, type Tape } from './tape.ts'

/**
 * How a tape is run over many draws: in segments short enough for a compiler to optimise, each one loop over a block of
 * draws. What one segment works and a later one reads is kept in a column of the block, as inputs and outputs are;
 * columns whose value is read no more are used again.
 */
export interface Plan {
  readonly tape: Tape
  /** Most draws at once. */
  readonly block: number
  /** From the beginning of one column to that of the next, in numbers: a line of the cache more than a block. */
  readonly stride: number
  readonly columns: number
  /** The column of each number of the tape, or -1: constants, and what lives inside one segment only. */
  readonly columnOf: Int32Array
  /** First operation of each segment; the next one's is its end. */
  readonly starts: Int32Array
}

/** Bytes of all columns of a block, which should stay near a core; few draws at once cost more in calls than they save. */
const bytesNearby = 1024 * 1024
const leastBlock = 256
const greatestBlock = 1024

/** Cuts a tape into segments of at most so many operations. */
export function planTape(tape: Tape, operations: number): Plan {
  const first = firstResult(tape)
  const count = tape.ops.length
  const starts = Int32Array.from({ length: Math.ceil(count / operations) }, (_, index) => index * operations)
  const segmentOf = (number: number): number => Math.floor((number - first) / operations)

  // The last segment that reads each result.
  const lastRead = new Int32Array(first + count).fill(-1)
  for (let index = 0; index < count; index += 1) {
    const segment = Math.floor(index / operations)
    lastRead[tape.left[index] as number] = segment
    lastRead[tape.right[index] as number] = segment
  }
  const isOutput = new Set(tape.outputs)

  const columnOf = new Int32Array(first + count).fill(-1)
  let columns = 0
  for (let input = 0; input < tape.inputs; input += 1) columnOf[input] = columns++
  // Outputs keep theirs to the end; one that is a constant is written once, when the kernel is made.
  for (const output of isOutput) if (output >= tape.inputs) columnOf[output] = columns++

  const free: number[] = []
  const ending: number[][] = Array.from(starts, () => [])
  for (let number = first, segment = -1; number < first + count; number += 1) {
    if (segmentOf(number) !== segment) {
      segment = segmentOf(number)
      // What the segment before read for the last time: its column is free from here on.
      free.push(...(ending[segment - 1] ?? []))
    }
    const last = lastRead[number] as number
    if (isOutput.has(number) || last <= segment) continue
    const column = free.pop() ?? columns++
    columnOf[number] = column
    ending[last]?.push(column)
  }
  const block = blockFor(columns)
  return { tape, block, stride: block + 8, columns, columnOf, starts }
}

function blockFor(columns: number): number {
  const fitting = 2 ** Math.floor(Math.log2(bytesNearby / (8 * Math.max(1, columns))))
  return Math.min(greatestBlock, Math.max(leastBlock, fitting))
}

/** How one segment works a number: from a column, from a constant, or by operations of its own. */
export interface Segment {
  readonly from: number
  readonly to: number
  /** How often each number is read in the segment; once means that it can be worked where it is wanted. */
  readonly reads: Int32Array
}

/** The segments of a plan, in order. */
export function segmentsOf({ tape, starts }: Plan): Segment[] {
  const first = firstResult(tape)
  return Array.from(starts, (from, index) => {
    const to = starts[index + 1] ?? tape.ops.length
    const reads = new Int32Array(first + tape.ops.length)
    for (let each = from; each < to; each += 1) {
      reads[tape.left[each] as number] = (reads[tape.left[each] as number] as number) + 1
      reads[tape.right[each] as number] = (reads[tape.right[each] as number] as number) + 1
    }
    return { from, to, reads }
  })
}
