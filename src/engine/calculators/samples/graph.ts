import { Decimal } from '../../../terms/decimal.ts'
import { op, opcodes, type Opcode } from './operations.ts'

/**
 * What sampled formulas come to: a graph of floating-point operations over draws and constants, in which no operation
 * stands twice. It is rewritten only where both sides are the same real number: constants meet in 40-digit decimals and
 * are rounded once, and a division is a product with the reciprocal, which all who divide by the same number share.
 */

/** A node by number: operands come before what is worked from them. */
export type NodeId = number

export type GraphNode =
  | { readonly kind: 'draw'; readonly input: number }
  | { readonly kind: 'constant'; readonly value: Decimal }
  | { readonly kind: 'operation'; readonly op: Opcode; readonly left: NodeId; readonly right: NodeId }

export interface Graph {
  readonly nodes: readonly GraphNode[]
  /** The draw of an input, by its place among the inputs. */
  readonly draw: (input: number) => NodeId
  readonly constant: (value: Decimal) => NodeId
  readonly add: (a: NodeId, b: NodeId) => NodeId
  readonly subtract: (a: NodeId, b: NodeId) => NodeId
  readonly multiply: (a: NodeId, b: NodeId) => NodeId
  /** a / b; where b is zero in a draw the result is not a number, whatever is worked from it. */
  readonly divide: (a: NodeId, b: NodeId) => NodeId
  readonly lower: (a: NodeId, b: NodeId) => NodeId
  readonly higher: (a: NodeId, b: NodeId) => NodeId
  /** a to the power of a whole number, by squaring. */
  readonly power: (a: NodeId, exponent: number) => NodeId
}

const one = new Decimal(1)

/** An empty graph. */
export function createGraph(): Graph {
  const nodes: GraphNode[] = []
  const constants = new Map<string, NodeId>()
  const draws = new Map<number, NodeId>()
  const operations = new Map<number, NodeId>()

  function push(node: GraphNode): NodeId {
    nodes.push(node)
    return nodes.length - 1
  }

  function constant(value: Decimal): NodeId {
    const key = value.toString()
    let id = constants.get(key)
    if (id === undefined) constants.set(key, (id = push({ kind: 'constant', value })))
    return id
  }

  function draw(input: number): NodeId {
    let id = draws.get(input)
    if (id === undefined) draws.set(input, (id = push({ kind: 'draw', input })))
    return id
  }

  function operation(code: Opcode, left: NodeId, right: NodeId): NodeId {
    const key = (left * mostNodes + right) * opcodes.length + code
    let id = operations.get(key)
    if (id === undefined) operations.set(key, (id = push({ kind: 'operation', op: code, left, right })))
    return id
  }

  /** Operands of add, multiply, lower and higher change places freely: a constant stands last, else the later node. */
  function eitherWay(code: Opcode, a: NodeId, b: NodeId): NodeId {
    const swap = valueOf(a) !== undefined || (valueOf(b) === undefined && a > b)
    return swap ? operation(code, b, a) : operation(code, a, b)
  }

  function valueOf(id: NodeId): Decimal | undefined {
    const node = nodes[id]
    return node?.kind === 'constant' ? node.value : undefined
  }

  /** What a node is to a constant by one operation: `x` and `c` of `x · c`. */
  function withConstant(id: NodeId, code: Opcode): { x: NodeId; c: Decimal } | undefined {
    const node = nodes[id]
    if (node?.kind !== 'operation' || node.op !== code) return undefined
    const c = valueOf(node.right)
    return c && { x: node.left, c }
  }

  function plus(a: NodeId, c: Decimal): NodeId {
    const inner = withConstant(a, op.add)
    if (inner) return plus(inner.x, inner.c.plus(c))
    return c.isZero() ? a : operation(op.add, a, constant(c))
  }

  function times(a: NodeId, c: Decimal): NodeId {
    const inner = withConstant(a, op.multiply)
    if (inner) return times(inner.x, inner.c.times(c))
    return c.equals(one) ? a : operation(op.multiply, a, constant(c))
  }

  function add(a: NodeId, b: NodeId): NodeId {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (x !== undefined) return y === undefined ? plus(b, x) : constant(x.plus(y))
    return y === undefined ? eitherWay(op.add, a, b) : plus(a, y)
  }

  function subtract(a: NodeId, b: NodeId): NodeId {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (y !== undefined) return x === undefined ? plus(a, y.negated()) : constant(x.minus(y))
    return operation(op.subtract, a, b)
  }

  function multiply(a: NodeId, b: NodeId): NodeId {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (x !== undefined) return y === undefined ? times(b, x) : constant(x.times(y))
    return y === undefined ? eitherWay(op.multiply, a, b) : times(a, y)
  }

  function divide(a: NodeId, b: NodeId): NodeId {
    const y = valueOf(b)
    if (y === undefined) return multiply(a, reciprocal(b))
    if (y.isZero()) throw new Error('a graph divides by zero')
    const x = valueOf(a)
    return x === undefined ? times(a, one.dividedBy(y)) : constant(x.dividedBy(y))
  }

  /** 1 / b, and not a number instead of infinite: infinity less itself is none, and adding nothing changes nothing. */
  function reciprocal(b: NodeId): NodeId {
    const q = operation(op.divide, constant(one), b)
    return operation(op.add, q, operation(op.subtract, q, q))
  }

  function power(a: NodeId, exponent: number): NodeId {
    if (!Number.isInteger(exponent)) throw new Error('a sampled power of no whole number')
    if (exponent < 0) return divide(constant(one), power(a, -exponent))
    if (exponent === 0) return constant(one)
    if (exponent === 1) return a
    const half = power(a, Math.floor(exponent / 2))
    const even = multiply(half, half)
    return exponent % 2 === 0 ? even : multiply(even, a)
  }

  /** The lower or higher of two; of two constants, at once. */
  function ordered(code: typeof op.lower | typeof op.higher, a: NodeId, b: NodeId): NodeId {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (x !== undefined && y !== undefined)
      return constant(code === op.lower ? Decimal.min(x, y) : Decimal.max(x, y))
    return a === b ? a : eitherWay(code, a, b)
  }

  return {
    nodes,
    draw,
    constant,
    add,
    subtract,
    multiply,
    divide,
    lower: (a, b) => ordered(op.lower, a, b),
    higher: (a, b) => ordered(op.higher, a, b),
    power,
  }
}

/** Nodes are numbered below this, so that two of them and an opcode make one whole number without loss. */
const mostNodes = 2 ** 25
