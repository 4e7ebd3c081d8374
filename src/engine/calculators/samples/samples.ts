import type { Status } from '../../../terms/status.ts'
import { Decimal } from '../../../terms/decimal.ts'
import type { Unit } from '../../../terms/unit.ts'
import { calculatorOf, type Calculator, type Operations, type Value } from '../../calculator.ts'
import { exact, isMissing, type Exact, type ExactNumber } from '../exact.ts'
import type { Graph, NodeId } from './graph.ts'
import { ascending } from './order.ts'

/** A value that depends on a draw: its node, and what travels with a number. It is never neutral: a draw has an effect. */
export interface Symbolic {
  readonly node: NodeId
  readonly status: Status
  readonly flags: readonly string[]
  readonly base?: number | undefined
}

/** What the sampled calculator holds: the exact value where nothing was drawn, else a node. */
export type Sampled = Exact | Symbolic

export function isSymbolic(value: Sampled): value is Symbolic {
  return 'node' in value
}

/** What the sampled calculator holds behind a value. */
export function sampledOf<U extends Unit>(value: Value<U>): Sampled {
  return value as unknown as Sampled
}

/** A symbol or exact value, as a value in a unit. The caller answers for the unit. */
export function sampledValue<U extends Unit>(sampled: Sampled): Value<U> {
  return sampled as unknown as Value<U>
}

const half = new Decimal('0.5')
const one = new Decimal(1)
const threeQuarters = new Decimal('0.75')
const quarter = new Decimal('0.25')
const millionth = new Decimal('0.000001')
const hundredth = new Decimal('0.01')

/**
 * Formulas run once over symbols. Where no operand was drawn, the exact calculator works the value: it is folded. Else the
 * operation becomes nodes of the graph, and the exact calculator is asked all the same, with a stand-in for what is not
 * known yet, what status, flags and price base the result has, and whether it is missing: the two cannot drift apart.
 */
export function createSamples(graph: Graph): Calculator {
  const fold = exact as unknown as Operations<Exact>
  const node = (value: Sampled): NodeId =>
    isSymbolic(value) ? value.node : graph.constant((value as ExactNumber).n)

  /** An operation on single values. */
  function lift<Given extends readonly Sampled[]>(
    told: (...given: { [I in keyof Given]: Exact }) => Exact,
    work: (...nodes: { [I in keyof Given]: NodeId }) => NodeId,
  ): (...given: Given) => Sampled {
    return (...given) => {
      const result = told(...(given.map(standIn) as never))
      return given.some(isSymbolic) ? tell(result, () => work(...(given.map(node) as never))) : result
    }
  }

  /** An operation on a list. */
  function liftList(
    told: (values: readonly Exact[]) => Exact,
    work: (nodes: readonly NodeId[]) => NodeId,
  ): (values: readonly Sampled[]) => Sampled {
    return (values) => {
      const result = told(values.map(standIn))
      return values.some(isSymbolic) ? tell(result, () => work(values.map(node))) : result
    }
  }

  const { add, subtract, multiply, divide } = graph
  const by = (a: NodeId, factor: Decimal): NodeId => multiply(a, graph.constant(factor))
  const onePlus = (a: NodeId): NodeId => add(a, graph.constant(one))
  const oneLess = (a: NodeId): NodeId => subtract(graph.constant(one), a)
  const moved = (money: NodeId, from: NodeId, to: NodeId): NodeId => multiply(money, divide(to, from))
  const sum = (all: readonly NodeId[]): NodeId => all.reduce(add)
  const mean = (all: readonly NodeId[]): NodeId => by(sum(all), one.dividedBy(all.length))

  return calculatorOf<Sampled>({
    add: lift(fold.add, add),
    subtract: lift(fold.subtract, subtract),
    scale: lift(fold.scale, multiply),
    grow: lift(fold.grow, (a, growth) => multiply(a, onePlus(growth))),
    shrink: lift(fold.shrink, (a, part) => multiply(a, oneLess(part))),
    ratio: lift(fold.ratio, divide),
    growth: lift(fold.growth, (a, b) => subtract(divide(a, b), graph.constant(one))),
    complement: lift(fold.complement, oneLess),
    odds: lift(fold.odds, (a) => divide(a, oneLess(a))),
    power: (a, exponent) =>
      lift(fold.power, (x: NodeId) => graph.power(x, wholeNumber(exponent)))(a, exponent),
    part: lift(fold.part, (a, count, of) => multiply(a, divide(count, of))),
    share: lift(fold.share, divide),
    times: lift(fold.times, multiply),
    perHead: lift(fold.perHead, divide),
    toReal: lift(fold.toReal, moved),
    toNominal: lift(fold.toNominal, (money, deflator, base) => moved(money, base, deflator)),
    rebase: lift(fold.rebase, moved),
    atPurchasingPower: lift(fold.atPurchasingPower, divide),
    financialFromCalendar: lift(fold.financialFromCalendar, (a, b) =>
      add(by(a, threeQuarters), by(b, quarter)),
    ),
    laterPart: lift(fold.laterPart, (a) => by(a, threeQuarters)),
    earlierPart: lift(fold.earlierPart, (a) => by(a, quarter)),
    sum: liftList(fold.sum, sum),
    mean: liftList(fold.mean, mean),
    weightedMean: (values, weights) => {
      const result = fold.weightedMean(values.map(standIn), weights.map(standIn))
      if (![...values, ...weights].some(isSymbolic)) return result
      return tell(result, () => {
        const weighing = weights.map(node)
        const products = values.map((value, index) => multiply(node(value), weighing[index] ?? Number.NaN))
        return divide(sum(products), sum(weighing))
      })
    },
    median: liftList(fold.median, (all) => {
      const sorted = ascending(graph, all)
      return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1))
    }),
    topQuarterMean: liftList(fold.topQuarterMean, (all) =>
      mean(ascending(graph, all).slice(-Math.max(1, Math.floor(all.length / 4)))),
    ),
    lowest: liftList(fold.lowest, (all) => all.reduce(graph.lower)),
    highest: liftList(fold.highest, (all) => all.reduce(graph.higher)),
    atLeastZero: lift(fold.atLeastZero, (a) => graph.higher(a, graph.constant(new Decimal(0)))),
    inMillions: lift(fold.inMillions, (a) => by(a, millionth)),
    fromPercent: (unit, a) =>
      lift(
        (x: Exact) => fold.fromPercent(unit, x),
        (x: NodeId) => by(x, hundredth),
      )(a),
    recast: (_unit, a) => a,
    assume: lift(fold.assume, (a) => a),
    mark: (a, flag) =>
      lift(
        (x: Exact) => fold.mark(x, flag),
        (x: NodeId) => x,
      )(a),
  })
}

/** The node with what the exact calculator tells of the result; a missing result, or a nothing, is folded after all. */
function tell(told: Exact, node: () => NodeId): Sampled {
  if (isMissing(told) || told.neutral === true) return told
  const { status, flags, base } = told
  return { node: node(), status, flags, ...(base === undefined ? {} : { base }) }
}

/** An exact value for the exact calculator to carry status, flags and base with. A half is neither zero nor whole. */
function standIn(value: Sampled): Exact {
  if (!isSymbolic(value)) return value
  const { status, flags, base } = value
  return { n: half, status, flags, ...(base === undefined ? {} : { base }) }
}

function wholeNumber(exponent: Sampled): number {
  if (isSymbolic(exponent) || isMissing(exponent)) throw new Error('an exponent is counted, never drawn')
  return exponent.n.toNumber()
}
