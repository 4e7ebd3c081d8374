import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calculator, Value } from '../../src/engine/calculator.ts'
import { exact, exactOf, isMissing } from '../../src/engine/calculators/exact.ts'
import { words, wordsOf, wordsValue } from '../../src/engine/calculators/words.ts'
import type { Unit } from '../../src/terms/unit.ts'
import { number } from './numbers.ts'

/** Formulas in words: what each operation says, and that the brackets stand where the arithmetic needs them. */

type Money = 'nominal cdel'
const named = <U extends Unit>(name: string) => wordsValue<U>(name)
const a = named<Money>('plans')
const b = named<Money>('spend')
const d = named<Money>('transfers')
const r = named<'ratio'>('rate')
const s = named<'ratio'>('share')

describe('an operation says', () => {
  it.each<[Value<Unit>, string]>([
    [said(words.add(a, b)), 'plans + spend'],
    [said(words.subtract(a, b)), 'plans − spend'],
    [said(words.scale(a, r)), 'plans × rate'],
    [said(words.grow(a, r)), 'plans × (1 + rate)'],
    [said(words.shrink(a, r)), 'plans × (1 − rate)'],
    [said(words.ratio(a, b)), 'plans ÷ spend'],
    [said(words.growth(a, b)), 'plans ÷ spend − 1'],
    [said(words.complement(r)), '1 − rate'],
    [said(words.odds(r)), 'rate ÷ (1 − rate)'],
    [said(words.power(r, named('years'))), 'rate to the power of years'],
    [
      said(words.part(a, named('years passed'), named('years in all'))),
      'plans × years passed ÷ years in all',
    ],
    [
      said(words.toReal(a, named('deflator'), named('deflator of 2025-26'), named('2025'))),
      'plans × deflator of 2025-26 ÷ deflator',
    ],
    [
      said(words.toNominal(named<'real cdel'>('ask'), named('deflator'), named('deflator of 2023-24'))),
      'ask × deflator ÷ deflator of 2023-24',
    ],
    [said(words.financialFromCalendar(a, b)), '0.75 × plans + 0.25 × spend'],
    [said(words.laterPart(a)), '0.75 × plans'],
    [said(words.earlierPart(a)), '0.25 × plans'],
    [said(words.sum([a, b])), 'sum of plans, spend'],
    [said(words.mean([a, b])), 'mean of plans, spend'],
    [said(words.weightedMean([a, b], [r, s])), 'mean of plans, spend, weighted by rate, share'],
    [said(words.median([a, b])), 'median of plans, spend'],
    [said(words.topQuarterMean([a, b])), 'mean of the highest quarter of plans, spend'],
    [said(words.lowest([a, b])), 'lowest of plans, spend'],
    [said(words.highest([a, b])), 'highest of plans, spend'],
    [said(words.sum([])), 'sum of nothing'],
    [said(words.atLeastZero(a)), 'max(plans, 0)'],
    [said(words.fromPercent('ratio', named<'percent'>('percent'))), 'percent ÷ 100'],
  ])('$1', (value, sentence) => {
    expect(wordsOf(value)).toBe(sentence)
  })

  it('nothing of what changes no number', () => {
    expect(wordsOf(words.mark(words.assume(words.recast('nominal del', a, 'a part')), 'jump'))).toBe('plans')
  })
})

describe('brackets', () => {
  it.each<[Value<Unit>, string]>([
    [said(words.subtract(a, words.subtract(b, d))), 'plans − (spend − transfers)'],
    [said(words.subtract(words.subtract(a, b), d)), 'plans − spend − transfers'],
    [said(words.scale(words.add(a, b), r)), '(plans + spend) × rate'],
    [said(words.add(words.scale(a, r), b)), 'plans × rate + spend'],
    [said(words.shrink(a, words.complement(r))), 'plans × (1 − (1 − rate))'],
    [said(words.power(words.complement(r), named('years'))), '(1 − rate) to the power of years'],
    [said(words.ratio(a, words.add(b, d))), 'plans ÷ (spend + transfers)'],
    [said(words.ratio(a, words.scale(b, r))), 'plans ÷ (spend × rate)'],
    [said(words.scale(a, words.ratio(b, d))), 'plans × spend ÷ transfers'],
    [said(words.ratio(words.scale(a, r), b)), 'plans × rate ÷ spend'],
    [said(words.scale(words.sum([a, b]), r)), '(sum of plans, spend) × rate'],
    [said(words.subtract(a, words.atLeastZero(b))), 'plans − max(spend, 0)'],
  ])('$1', (value, sentence) => {
    expect(wordsOf(value)).toBe(sentence)
  })
})

/** A formula on any calculator, given its inputs. */
type Formula = (calc: Calculator, input: (text: string) => Value<'ratio'>) => Value<'ratio'>

const { formula } = fc.letrec<{ formula: Formula }>((tie) => {
  const input = fc.integer({ min: 2, max: 9 }).map(
    (n): Formula =>
      (_calc, make) =>
        make(String(n)),
  )
  const two = (work: (calc: Calculator, x: Value<'ratio'>, y: Value<'ratio'>) => Value<'ratio'>) =>
    fc.tuple(tie('formula'), tie('formula')).map(
      ([x, y]): Formula =>
        (calc, make) =>
          work(calc, x(calc, make), y(calc, make)),
    )
  return {
    formula: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      input,
      two((calc, x, y) => calc.add(x, y)),
      two((calc, x, y) => calc.subtract(x, y)),
      two((calc, x, y) => calc.scale(x, y)),
      two((calc, x, y) => calc.grow(x, y)),
      two((calc, x, y) => calc.shrink(x, y)),
      two((calc, x, y) => calc.ratio(x, y)),
      two((calc, x, y) => calc.growth(x, y)),
      two((calc, x, y) => calc.financialFromCalendar(x, y)),
      tie('formula').map(
        (x): Formula =>
          (calc, make) =>
            calc.complement(x(calc, make)),
      ),
      tie('formula').map(
        (x): Formula =>
          (calc, make) =>
            calc.odds(x(calc, make)),
      ),
      tie('formula').map(
        (x): Formula =>
          (calc, make) =>
            calc.laterPart(x(calc, make)),
      ),
    ),
  }
})

it('a sentence, read as arithmetic, gives the number that the formula gives', () => {
  fc.assert(
    fc.property(formula, (made) => {
      const sentence = wordsOf(made(words, (text) => wordsValue(text)))
      const value = exactOf(made(exact, (text) => number(text)))
      const read = arithmetic(sentence)
      if (isMissing(value) || !Number.isFinite(read)) return
      const size = Math.max(1, value.n.abs().toNumber())
      expect(Math.abs(read - value.n.toNumber()) / size, sentence).toBeLessThan(1e-6)
    }),
    { numRuns: 300, seed: 20261122 },
  )
})

/** Reads `2 × (3 − 1) ÷ 4` with the precedence a reader learnt at school. */
function arithmetic(sentence: string): number {
  const tokens = sentence.match(/[\d.]+|[+−×÷()]/g) ?? []
  let next = 0
  const level = (operators: string, inner: () => number): number => {
    let value = inner()
    for (let sign = tokens[next]; sign !== undefined && operators.includes(sign); sign = tokens[next]) {
      next += 1
      const other = inner()
      if (sign === '+') value += other
      if (sign === '−') value -= other
      if (sign === '×') value *= other
      if (sign === '÷') value /= other
    }
    return value
  }
  const sum = (): number => level('+−', () => level('×÷', atom))
  const atom = (): number => {
    const token = tokens[next++]
    if (token !== '(') return Number(token)
    const value = sum()
    next += 1
    return value
  }
  return sum()
}

/** A sentence whose unit the table has no use for. */
function said<U extends Unit>(value: Value<U>): Value<Unit> {
  return value as unknown as Value<Unit>
}
