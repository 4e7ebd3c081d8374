import type { GraphNode, NodeId } from './graph.ts'
import { op } from './operations.ts'

/**
 * A program without branches: operations in an order in which each finds its operands worked. What an operand is stands
 * in one row of numbers: first the inputs, then the constants, then what each operation gives. Plain typed arrays, so
 * that it can be passed to another thread as it is.
 */
export interface Tape {
  /** How many columns of draws it reads. */
  readonly inputs: number
  readonly constants: Float64Array
  /** What each operation does (`op`), and its operands by number. */
  readonly ops: Uint8Array
  readonly left: Int32Array
  readonly right: Int32Array
  /** The number of what each output is. */
  readonly outputs: Int32Array
}

/** The first number that stands for an operation's result. */
export function firstResult(tape: Tape): number {
  return tape.inputs + tape.constants.length
}

/**
 * The tape of some outputs of a graph: only what they need, each operation once and near to where it is wanted, so
 * that little has to be kept at a time.
 */
export function compileTape(nodes: readonly GraphNode[], outputs: readonly NodeId[], inputs: number): Tape {
  const order = orderOfNeed(nodes, outputs)
  const numbers = new Int32Array(nodes.length)
  const constants = new Map<number, number>()
  let operations = 0
  for (const id of order) {
    const node = nodes[id] as GraphNode
    if (node.kind === 'draw') numbers[id] = node.input
    else if (node.kind === 'operation') operations += 1
    else {
      const value = node.value.toNumber()
      const known = constants.get(value)
      numbers[id] = known ?? inputs + constants.size
      if (known === undefined) constants.set(value, numbers[id])
    }
  }
  const tape = {
    inputs,
    constants: Float64Array.from(constants.keys()),
    ops: new Uint8Array(operations),
    left: new Int32Array(operations),
    right: new Int32Array(operations),
  }
  let index = 0
  for (const id of order) {
    const node = nodes[id] as GraphNode
    if (node.kind !== 'operation') continue
    tape.ops[index] = node.op
    tape.left[index] = numbers[node.left] as number
    tape.right[index] = numbers[node.right] as number
    numbers[id] = inputs + constants.size + index
    index += 1
  }
  return { ...tape, outputs: Int32Array.from(outputs, (id) => numbers[id] as number) }
}

/** The nodes some outputs need, operands first, depth first. */
function orderOfNeed(nodes: readonly GraphNode[], outputs: readonly NodeId[]): NodeId[] {
  const order: NodeId[] = []
  const placed = new Uint8Array(nodes.length)
  const waiting: NodeId[] = []
  for (const output of outputs) {
    waiting.push(output)
    while (waiting.length > 0) {
      const id = waiting[waiting.length - 1] as NodeId
      const node = nodes[id]
      if (node === undefined) throw new Error(`there is no node ${id}`)
      if (placed[id] === 0 && node.kind === 'operation') {
        const [left, right] = [placed[node.left] === 0, placed[node.right] === 0]
        if (right) waiting.push(node.right)
        if (left) waiting.push(node.left)
        if (left || right) continue
      }
      waiting.pop()
      if (placed[id] === 0) order.push(id)
      placed[id] = 1
    }
  }
  return order
}

/** Whether any output depends on an input: what is in a tape is there because an output needs it. */
export function readsInput({ left, right, outputs }: Tape, input: number): boolean {
  return left.includes(input) || right.includes(input) || outputs.includes(input)
}

/** Works a tape once, on one draw of each input: the plainest reading of it, which the kernels are held against. */
export function workTape(tape: Tape, draw: ArrayLike<number>): Float64Array {
  const values = new Float64Array(firstResult(tape) + tape.ops.length)
  values.set(Array.from(draw).slice(0, tape.inputs))
  values.set(tape.constants, tape.inputs)
  tape.ops.forEach((code, index) => {
    const a = values[tape.left[index] as number] as number
    const b = values[tape.right[index] as number] as number
    values[firstResult(tape) + index] = operate(code, a, b)
  })
  return Float64Array.from(tape.outputs, (number) => values[number] as number)
}

function operate(code: number, a: number, b: number): number {
  switch (code) {
    case op.add:
      return a + b
    case op.subtract:
      return a - b
    case op.multiply:
      return a * b
    case op.divide:
      return a / b
    case op.lower:
      return Math.min(a, b)
    case op.higher:
      return Math.max(a, b)
    default:
      throw new Error(`there is no operation ${code}`)
  }
}
