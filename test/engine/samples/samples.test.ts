import { describe, expect, it } from 'vitest'
import type { Calculator, Operations } from '../../../src/engine/calculator.ts'
import { exact, exactOf, isMissing } from '../../../src/engine/calculators/exact.ts'
import { createGraph } from '../../../src/engine/calculators/samples/graph.ts'
import { createSamples, isSymbolic, type Sampled } from '../../../src/engine/calculators/samples/samples.ts'
import { compileTape, workTape } from '../../../src/engine/calculators/samples/tape.ts'
import { ProblemsError } from '../../../src/problems/problem.ts'
import { missing, neutral, number } from '../numbers.ts'

/**
 * The sampled calculator beside the exact one: an operation a line, on numbers of which some are drawn. A draw set to the
 * number it stands for must give what the exact calculator gives, to 15 digits, and carry what it carries.
 */

type Operation = (calc: Operations<Sampled>, ...values: Sampled[]) => Sampled

/** A calculator from inside, where units are no affair of its own. */
const inside = (calc: Calculator) => calc as unknown as Operations<Sampled>
const known = (text: string, more: Parameters<typeof number>[1] = {}): Sampled => exactOf(number(text, more))

const operations: readonly [what: string, given: readonly string[], operation: Operation][] = [
  ['add', ['13624.7', '0.3'], (calc, a, b) => calc.add(a, b)],
  ['subtract', ['13624.7', '13126.123'], (calc, a, b) => calc.subtract(a, b)],
  ['scale', ['13624.7', '0.24'], (calc, a, b) => calc.scale(a, b)],
  ['grow', ['3631831', '0.0356896'], (calc, a, b) => calc.grow(a, b)],
  ['shrink', ['13624.7', '0.12'], (calc, a, b) => calc.shrink(a, b)],
  ['ratio', ['118.232', '115.896'], (calc, a, b) => calc.ratio(a, b)],
  ['growth', ['118.232', '115.896'], (calc, a, b) => calc.growth(a, b)],
  ['complement', ['0.05'], (calc, a) => calc.complement(a)],
  ['odds', ['0.1'], (calc, a) => calc.odds(a)],
  ['power', ['0.95'], (calc, a) => calc.power(a, known('15'))],
  ['power, back', ['0.95'], (calc, a) => calc.power(a, known('-7'))],
  ['power of nothing', ['0.95'], (calc, a) => calc.power(a, known('0'))],
  ['part', ['5000', '2', '3'], (calc, a, b, c) => calc.part(a, b, c)],
  ['share', ['11485', '2934021'], (calc, a, b) => calc.share(a, b)],
  ['times', ['1.041', '12108.3'], (calc, a, b) => calc.times(a, b)],
  ['perHead', ['498.5', '57.6'], (calc, a, b) => calc.perHead(a, b)],
  ['toReal', ['13624.7', '118.232', '107.409'], (calc, a, b, c) => calc.toReal(a, b, c, known('2025'))],
  ['toNominal', ['13624.7', '118.232', '107.409'], (calc, a, b, c) => calc.toNominal(a, b, c)],
  ['rebase', ['13624.7', '118.232', '107.409'], (calc, a, b, c) => calc.rebase(a, b, c, known('2019'))],
  ['atPurchasingPower', ['2934021', '0.69'], (calc, a, b) => calc.atPurchasingPower(a, b)],
  ['financialFromCalendar', ['10', '20.2'], (calc, a, b) => calc.financialFromCalendar(a, b)],
  ['laterPart', ['10.1'], (calc, a) => calc.laterPart(a)],
  ['earlierPart', ['10.1'], (calc, a) => calc.earlierPart(a)],
  ['sum', ['1.1', '-2.2', '3.3'], (calc, ...all) => calc.sum(all)],
  ['mean', ['1.1', '-2.2', '3.3'], (calc, ...all) => calc.mean(all)],
  ['weightedMean', ['1.1', '-2.2', '3', '4'], (calc, a, b, c, d) => calc.weightedMean([a, b], [c, d])],
  ['median of three', ['1.1', '9.9', '3.3'], (calc, ...all) => calc.median(all)],
  ['median of four', ['1.1', '9.9', '3.3', '-4'], (calc, ...all) => calc.median(all)],
  [
    'topQuarterMean',
    ['1.1', '9.9', '3.3', '8', '5', '2', '7', '6'],
    (calc, ...all) => calc.topQuarterMean(all),
  ],
  ['lowest', ['1.1', '-2.2', '3.3'], (calc, ...all) => calc.lowest(all)],
  ['highest', ['1.1', '-2.2', '3.3'], (calc, ...all) => calc.highest(all)],
  ['atLeastZero of more', ['3.3'], (calc, a) => calc.atLeastZero(a)],
  ['atLeastZero of less', ['-3.3'], (calc, a) => calc.atLeastZero(a)],
  ['inMillions', ['3631831000000'], (calc, a) => calc.inMillions(a)],
  ['fromPercent', ['0.4887'], (calc, a) => calc.fromPercent('ratio', a)],
  ['recast', ['5'], (calc, a) => calc.recast('ratio', a, 'people')],
  ['assume', ['5'], (calc, a) => calc.assume(a)],
  ['mark', ['5'], (calc, a) => calc.mark(a, 'split-assumed')],
]

/** Runs an operation with some of its numbers drawn: the result, and what it is where each draw is its number. */
function sampled(operation: Operation, given: readonly string[], isDrawn: (place: number) => boolean) {
  const graph = createGraph()
  const values = given.map((text, place): Sampled => {
    if (!isDrawn(place)) return known(text, { flags: ['known'] })
    return { node: graph.draw(place), status: 'assumption', flags: ['drawn'] }
  })
  const value = operation(inside(createSamples(graph)), ...values)
  if (!isSymbolic(value)) return { value, at: undefined }
  const tape = compileTape(graph.nodes, [value.node], given.length)
  return { value, at: workTape(tape, given.map(Number))[0]! }
}

/** What travels with a number, whichever calculator holds it. */
function carried(value: Sampled) {
  if ('missing' in value) throw new Error(value.missing)
  const { status, flags, base } = value
  return { status, flags, base }
}

describe.each(operations)('%s', (_what, given, operation) => {
  const every = Array.from({ length: 2 ** given.length - 1 }, (_, index) => index + 1)

  it('with any of its numbers drawn, is the exact one when each draw is its number', () => {
    for (const drawn of every.slice(-32)) {
      const isDrawn = (place: number) => (drawn & (1 << place)) !== 0
      const expected = operation(
        inside(exact),
        ...given.map((text, place) =>
          isDrawn(place)
            ? known(text, { status: 'assumption', flags: ['drawn'] })
            : known(text, { flags: ['known'] }),
        ),
      )
      if (isSymbolic(expected) || isMissing(expected)) throw new Error('no number')
      const { value, at } = sampled(operation, given, isDrawn)
      const size = Math.max(...given.map((text) => Math.abs(Number(text))), Math.abs(expected.n.toNumber()))
      expect(Math.abs(at! - expected.n.toNumber())).toBeLessThanOrEqual(1e-15 * 4 * size)
      expect(carried(value)).toEqual(carried(expected))
    }
  })

  it('with nothing drawn, is the exact value itself', () => {
    const values = given.map((text) => known(text))
    const folded = operation(inside(createSamples(createGraph())), ...values)
    expect(folded).toEqual(operation(inside(exact), ...values))
  })
})

describe('what goes with a draw', () => {
  const graph = createGraph()
  const calc = inside(createSamples(graph))
  const drawn = (more: { base?: number } = {}): Sampled => ({
    node: graph.draw(0),
    status: 'assumption',
    flags: [],
    ...more,
  })
  const none: Sampled = exactOf(missing('no-observation'))
  const nothing: Sampled = exactOf(neutral())

  it('is missing where anything is missing, with the reason', () => {
    expect(calc.add(drawn(), none)).toEqual({ missing: 'no-observation' })
    expect(calc.sum([drawn(), none])).toEqual({ missing: 'no-observation' })
  })

  it('is missing where a draw is divided by a known zero', () => {
    expect(calc.ratio(drawn(), known('0'))).toEqual({ missing: 'division-by-zero' })
  })

  it('is unchanged by a nothing', () => {
    const value = drawn({ base: 2025 })
    expect(calc.add(value, nothing)).toEqual(value)
  })

  it('leaves a nothing a nothing', () => {
    expect(calc.scale(nothing, drawn())).toMatchObject({ neutral: true })
  })

  it('is refused where price bases meet', () => {
    expect(() => calc.add(drawn({ base: 2025 }), known('1', { base: 2019 }))).toThrow(ProblemsError)
  })
})
