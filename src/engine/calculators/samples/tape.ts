import { op, type GraphNode, type NodeId } from './graph.ts'

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
  const numbers = new Map<NodeId, number>()
  const constants = new Map<number, number>()
  for (const id of order) {
    const node = at(nodes, id)
    if (node.kind === 'draw') numbers.set(id, node.input)
    if (node.kind !== 'constant') continue
    const value = node.value.toNumber()
    if (!constants.has(value)) constants.set(value, inputs + constants.size)
    numbers.set(id, constants.get(value) as number)
  }
  const operations = order.filter((id) => at(nodes, id).kind === 'operation')
  operations.forEach((id, index) => numbers.set(id, inputs + constants.size + index))
  const numberOf = (id: NodeId): number => at(numbers, id)
  const of = <T>(pick: (node: Extract<GraphNode, { kind: 'operation' }>) => T): T[] =>
    operations.map((id) => pick(at(nodes, id) as Extract<GraphNode, { kind: 'operation' }>))
  return {
    inputs,
    constants: Float64Array.from(constants.keys()),
    ops: Uint8Array.from(of((node) => node.op)),
    left: Int32Array.from(of((node) => numberOf(node.left))),
    right: Int32Array.from(of((node) => numberOf(node.right))),
    outputs: Int32Array.from(outputs, numberOf),
  }
}

/** The nodes some outputs need, operands first, depth first. */
function orderOfNeed(nodes: readonly GraphNode[], outputs: readonly NodeId[]): NodeId[] {
  const order: NodeId[] = []
  const placed = new Uint8Array(nodes.length)
  const waiting: NodeId[] = []
  for (const output of outputs) {
    waiting.push(output)
    for (let id = waiting.at(-1); id !== undefined; id = waiting.at(-1)) {
      const node = at(nodes, id)
      const open =
        node.kind === 'operation' ? [node.left, node.right].filter((each) => placed[each] === 0) : []
      if (open.length > 0) {
        waiting.push(...open.reverse())
        continue
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

function at<T>(items: { get(key: number): T | undefined } | readonly T[], key: number): T {
  const found = 'get' in items ? items.get(key) : items[key]
  if (found === undefined) throw new Error(`nothing stands at ${key}`)
  return found
}
