import { describe, expect, it } from 'vitest'
import type { Calculator, Value } from '../../src/engine/calculator.ts'
import { exact } from '../../src/engine/calculators/exact.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import type { Unit } from '../../src/terms/unit.ts'
import { behind, missing, neutral, number, written } from './numbers.ts'

/** The exact calculator, an operation a line. Expected digits are Python's decimals: 40 digits, half-even. */

type Money = 'nominal cdel'
const m = number<Money>
const r = number<'ratio'>
const c = number<'count'>
const f = number<'financial deflator'>
const base2025 = number<'price base'>('2025')

describe('every operation, worked', () => {
  it.each<[what: string, value: Value<Unit>, expected: string]>([
    ['0.1 + 0.2', anyUnit(exact.add(m('0.1'), m('0.2'))), '0.3'],
    [
      '13624.7 − 13126.123456789',
      anyUnit(exact.subtract(m('13624.7'), m('13126.123456789'))),
      '498.576543211',
    ],
    ['13624.7 × 0.24', anyUnit(exact.scale(m('13624.7'), r('0.24'))), '3269.928'],
    ['3631831 grown by 3.56896%', anyUnit(exact.grow(m('3631831'), r('0.0356896'))), '3761449.5956576'],
    ['13624.7 shrunk by 12%', anyUnit(exact.shrink(m('13624.7'), r('0.12'))), '11989.736'],
    [
      '118.232 ÷ 115.896',
      anyUnit(exact.ratio(f('118.232'), f('115.896'))),
      '1.020156001932767308621522744529578242562',
    ],
    [
      'its growth',
      anyUnit(exact.growth(f('118.232'), f('115.896'))),
      '0.020156001932767308621522744529578242562',
    ],
    ['1 − 0.05', anyUnit(exact.complement(r('0.05'))), '0.95'],
    ['0.1 ÷ (1 − 0.1)', anyUnit(exact.odds(r('0.1'))), '0.1111111111111111111111111111111111111111'],
    ['0.95 to the power of 15', anyUnit(exact.power(r('0.95'), c('15'))), '0.463291230159753366058349609375'],
    ['a number to the power of 0', anyUnit(exact.power(r('0.95'), c('0'))), '1'],
    [
      '2 of 3 parts of 5000',
      anyUnit(exact.part(m('5000'), c('2'), c('3'))),
      '3333.333333333333333333333333333333333333',
    ],
    [
      '11485 of a GDP of 2934021',
      anyUnit(exact.share(m('11485'), number<'nominal uk-gdp'>('2934021'))),
      '0.003914423243732747652453748626884401986216',
    ],
    [
      'a bridge of 1.041237016060982 on 12108.3',
      anyUnit(
        exact.times(
          number<'cdel per england-gfcf'>('1.041237016060982'),
          number<'nominal england-gfcf'>('12108.3'),
        ),
      ),
      '12607.6101615711883506',
    ],
    [
      '13624.7 million over 58.5 million people',
      anyUnit(exact.perHead(m('13624.7'), number<'england-people'>('58.5'))),
      '232.9008547008547008547008547008547008547',
    ],
    [
      '15178.4 of the day, index 115.896, at an index of 107.409',
      anyUnit(exact.toReal(m('15178.4'), f('115.896'), f('107.409'), base2025)),
      '14066.89416028163180782770759991716711534',
    ],
    [
      '6400 at an index of 100, at 107.409',
      anyUnit(exact.toNominal(number<'real cdel'>('6400', { base: 2023 }), f('107.409'), f('100'))),
      '6874.176',
    ],
    [
      '6400 at 104.04, at 107.409',
      anyUnit(exact.rebase(number<'real cdel'>('6400', { base: 2024 }), f('104.04'), f('107.409'), base2025)),
      '6607.243367935409457900807381776239907728',
    ],
    [
      '2206000 at 0.68 to the dollar',
      anyUnit(exact.atPurchasingPower(number<'nominal gdp-cy'>('2206000'), number<'lcu per dollar'>('0.68'))),
      '3244117.647058823529411764705882352941176',
    ],
    ['0.75 of 57.1 and 0.25 of 58.3', anyUnit(exact.financialFromCalendar(m('57.1'), m('58.3'))), '57.4'],
    ['0.75 of 57.1', anyUnit(exact.laterPart(m('57.1'))), '42.825'],
    ['0.25 of 57.1', anyUnit(exact.earlierPart(m('57.1'))), '14.275'],
    ['the sum of 1, 2 and 3.5', anyUnit(exact.sum([m('1'), m('2'), m('3.5')])), '6.5'],
    [
      'the mean of 1, 2 and 2',
      anyUnit(exact.mean([m('1'), m('2'), m('2')])),
      '1.666666666666666666666666666666666666667',
    ],
    [
      'the mean of 0.3 and 0.6, weighted 3 and 4',
      anyUnit(exact.weightedMean([m('0.3'), m('0.6')], [c('3'), c('4')])),
      '0.4714285714285714285714285714285714285714',
    ],
    ['the median of 3, 1, 2', anyUnit(exact.median([m('3'), m('1'), m('2')])), '2'],
    ['the median of 10, 9, 2, 1', anyUnit(exact.median([m('10'), m('9'), m('2'), m('1')])), '5.5'],
    ['the highest quarter of 1 to 8, two of them', anyUnit(exact.topQuarterMean(upTo(8))), '7.5'],
    ['the highest quarter of 7, one', anyUnit(exact.topQuarterMean(upTo(7))), '7'],
    ['the highest quarter of 3, at least one', anyUnit(exact.topQuarterMean(upTo(3))), '3'],
    ['the lowest of 10, 9, −1', anyUnit(exact.lowest([m('10'), m('9'), m('-1')])), '-1'],
    ['the highest of 10, 9, −1', anyUnit(exact.highest([m('10'), m('9'), m('-1')])), '10'],
    ['5 where it is not negative', anyUnit(exact.atLeastZero(m('5'))), '5'],
    ['−5 where it is not negative', anyUnit(exact.atLeastZero(m('-5'))), '0'],
    [
      '2206000000001 in millions',
      anyUnit(exact.inMillions(number<'nominal whole-gdp-cy'>('2206000000001'))),
      '2206000.000001',
    ],
    ['0.48874 percent', anyUnit(exact.fromPercent('ratio', number<'percent'>('0.48874'))), '0.0048874'],
    ['a recast', anyUnit(exact.recast('nominal del', m('13624.7'), 'a part')), '13624.7'],
    [
      'a tie, to even',
      anyUnit(exact.add(m('1234567890123456789012345678901234567890'), m('0.5'))),
      '1234567890123456789012345678901234567890',
    ],
    [
      'a tie, to even upwards',
      anyUnit(exact.add(m('1234567890123456789012345678901234567891'), m('0.5'))),
      '1234567890123456789012345678901234567892',
    ],
  ])('%s', (_what, value, expected) => {
    expect(written(value)).toBe(expected)
  })
})

/** The calculator on values of whatever unit: what it holds behind the types. */
const raw = exact as unknown as Readonly<Record<keyof Calculator, (...given: unknown[]) => Value<Unit>>>
type Work = (at: (index: number) => unknown) => Value<Unit>

/** Every operation on numbers, whichever one is taken away, by its position. */
const operations: Readonly<Record<keyof Calculator, Work>> = {
  add: (at) => raw.add(at(0), at(1)),
  subtract: (at) => raw.subtract(at(0), at(1)),
  scale: (at) => raw.scale(at(0), at(1)),
  grow: (at) => raw.grow(at(0), at(1)),
  shrink: (at) => raw.shrink(at(0), at(1)),
  ratio: (at) => raw.ratio(at(0), at(1)),
  growth: (at) => raw.growth(at(0), at(1)),
  complement: (at) => raw.complement(at(0)),
  odds: (at) => raw.odds(at(0)),
  power: (at) => raw.power(at(0), at(1)),
  part: (at) => raw.part(at(0), at(1), at(2)),
  share: (at) => raw.share(at(0), at(1)),
  times: (at) => raw.times(at(0), at(1)),
  perHead: (at) => raw.perHead(at(0), at(1)),
  toReal: (at) => raw.toReal(at(0), at(1), at(2), at(3)),
  toNominal: (at) => raw.toNominal(at(0), at(1), at(2)),
  rebase: (at) => raw.rebase(at(0), at(1), at(2), at(3)),
  atPurchasingPower: (at) => raw.atPurchasingPower(at(0), at(1)),
  financialFromCalendar: (at) => raw.financialFromCalendar(at(0), at(1)),
  laterPart: (at) => raw.laterPart(at(0)),
  earlierPart: (at) => raw.earlierPart(at(0)),
  sum: (at) => raw.sum([at(0), at(1)]),
  mean: (at) => raw.mean([at(0), at(1)]),
  weightedMean: (at) => raw.weightedMean([at(0), at(1)], [at(2), at(3)]),
  median: (at) => raw.median([at(0), at(1)]),
  topQuarterMean: (at) => raw.topQuarterMean([at(0), at(1)]),
  lowest: (at) => raw.lowest([at(0), at(1)]),
  highest: (at) => raw.highest([at(0), at(1)]),
  atLeastZero: (at) => raw.atLeastZero(at(0)),
  inMillions: (at) => raw.inMillions(at(0)),
  fromPercent: (at) => raw.fromPercent('ratio', at(0)),
  recast: (at) => raw.recast('ratio', at(0), 'the same'),
  assume: (at) => raw.assume(at(0)),
  mark: (at) => raw.mark(at(0), 'marked'),
}
const named = Object.entries(operations)

/** Which inputs an operation takes. */
function inputsOf(work: Work): number[] {
  const asked: number[] = []
  work((index) => {
    asked.push(index)
    return number('1')
  })
  return asked
}

describe('missing', () => {
  it.each(named)(
    '%s passes a missing input on with its reason, whichever it is, and never as 0',
    (_name, work) => {
      for (const without of inputsOf(work)) {
        const result = work((index) => (index === without ? missing('not-published') : number('2')))
        expect(written(result), `input ${without}`).toBe('none (not-published)')
      }
    },
  )

  it('keeps the first reason where several are missing', () => {
    expect(written(exact.add(missing<Money>('first'), missing<Money>('second')))).toBe('none (first)')
    expect(written(exact.sum([m('1'), missing<Money>('first'), missing<Money>('second')]))).toBe(
      'none (first)',
    )
  })

  it('stays missing beside an assumption that changes nothing', () => {
    expect(written(exact.add(missing<Money>('not-published'), neutral()))).toBe('none (not-published)')
    expect(written(exact.scale(neutral<Money>(), missing('not-published')))).toBe('none (not-published)')
  })

  it.each<[string, Value<Unit>]>([
    ['a ratio to 0', anyUnit(exact.ratio(m('1'), m('0')))],
    ['a growth from 0', anyUnit(exact.growth(m('1'), m('0')))],
    ['a share of 0', anyUnit(exact.share(m('1'), number<'nominal uk-gdp'>('0')))],
    ['0 over 0', anyUnit(exact.ratio(m('0'), m('0')))],
    ['money over nobody', anyUnit(exact.perHead(m('1'), number<'england-people'>('0')))],
    ['a deflator of 0', anyUnit(exact.toReal(m('1'), f('0'), f('100'), base2025))],
    ['parts of nothing', anyUnit(exact.part(m('1'), c('1'), c('0')))],
    ['the odds of all', anyUnit(exact.odds(r('1')))],
    ['weights that add to 0', anyUnit(exact.weightedMean([m('1'), m('2')], [c('1'), c('-1')]))],
  ])('is what a division by zero gives: %s', (_what, value) => {
    expect(written(value)).toBe('none (division-by-zero)')
  })

  it.each<[string, (values: readonly Value<Money>[]) => Value<Money>]>([
    ['sum', (values) => exact.sum(values)],
    ['mean', (values) => exact.mean(values)],
    ['median', (values) => exact.median(values)],
    ['topQuarterMean', (values) => exact.topQuarterMean(values)],
    ['lowest', (values) => exact.lowest(values)],
    ['highest', (values) => exact.highest(values)],
  ])('is what %s of nothing gives', (_name, work) => {
    expect(written(work([]))).toBe('none (nothing-to-add)')
  })
})

describe('status', () => {
  it.each(named)('%s is as firm as the weakest of its inputs, whichever it is', (name, work) => {
    for (const weakest of inputsOf(work)) {
      const result = work((index) => number('2', { status: index === weakest ? 'plan' : 'estimate' }))
      const price = weakest === 3 && (name === 'toReal' || name === 'rebase')
      // The year of a price base is no measurement, so its firmness is none of the result's.
      expect(behind(result).status, `input ${weakest}`).toBe(
        name === 'assume' ? 'assumption' : price ? 'estimate' : 'plan',
      )
    }
  })

  it.each([
    ['outturn', 'estimate', 'estimate'],
    ['estimate', 'plan', 'plan'],
    ['plan', 'forecast', 'forecast'],
    ['plan', 'projection', 'projection'],
    ['forecast', 'projection', 'forecast'],
    ['projection', 'forecast', 'forecast'],
    ['forecast', 'assumption', 'assumption'],
  ] as const)('of %s and %s is %s', (a, b, weakest) => {
    expect(behind(exact.add(m('1', { status: a }), m('1', { status: b }))).status).toBe(weakest)
    expect(behind(exact.add(m('1', { status: b }), m('1', { status: a }))).status).toBe(weakest)
  })
})

describe('flags', () => {
  it.each(named)('%s keeps the flags of every input, each once and sorted', (name, work) => {
    const inputs = inputsOf(work)
    const result = work((index) =>
      number('2', { flags: index === 0 ? ['shared', 'z-first'] : ['a-later', 'shared'] }),
    )
    const own = name === 'mark' ? ['marked'] : []
    const expected = inputs.length === 1 ? [...own, 'shared', 'z-first'] : ['a-later', 'shared', 'z-first']
    expect(behind(result).flags).toEqual(expected)
  })

  it('marks once', () => {
    expect(behind(exact.mark(exact.mark(m('1'), 'jump'), 'jump')).flags).toEqual(['jump'])
  })
})

describe('an assumption at its no-effect value', () => {
  const plan = m('13624.7', { status: 'plan', flags: ['jump'] })

  it.each<[string, Value<Money>]>([
    ['added', exact.add(plan, neutral(['leases-unmatched']))],
    ['taken away', exact.subtract(plan, neutral(['leases-unmatched']))],
    ['as growth', exact.grow(plan, neutral<'ratio'>(['leases-unmatched']))],
    ['as underspend', exact.shrink(plan, neutral<'ratio'>(['leases-unmatched']))],
  ])('%s changes and weakens nothing, and says its flags', (_how, value) => {
    expect(written(value)).toBe('13624.7')
    expect(behind(value)).toEqual({ status: 'plan', flags: ['jump', 'leases-unmatched'] })
  })

  it('weakens nothing even where it is called an assumption', () => {
    const zero = number<Money>('0', { neutral: true, status: 'assumption' })
    expect(behind(exact.add(plan, zero)).status).toBe('plan')
    expect(behind(exact.assume(neutral<Money>())).status).toBe('outturn')
  })

  it('shared by an assumed split stays one', () => {
    const part = exact.scale(neutral<Money>(), r('0.1', { status: 'assumption', flags: ['split-assumed'] }))
    expect(behind(exact.subtract(plan, part))).toEqual({ status: 'plan', flags: ['jump'] })
  })

  it('is one because it is marked so, not because it is zero', () => {
    const zero = m('0', { status: 'assumption' })
    expect(behind(exact.add(plan, zero)).status).toBe('assumption')
  })
})

describe('price bases', () => {
  const of = (base: number) => number<'real cdel'>('100', { base })

  it('is set by deflating and rebasing, and gone from money of the day', () => {
    expect(behind(exact.toReal(m('1'), f('2'), f('1'), base2025)).base).toBe(2025)
    expect(behind(exact.rebase(of(2023), f('2'), f('1'), base2025)).base).toBe(2025)
    expect(behind(exact.toNominal(of(2023), f('2'), f('1'))).base).toBeUndefined()
  })

  it.each<[string, Value<Unit>]>([
    ['add', anyUnit(exact.add(of(2025), of(2025)))],
    ['subtract', anyUnit(exact.subtract(of(2025), of(2025)))],
    ['sum', anyUnit(exact.sum([of(2025), of(2025)]))],
    ['scale', anyUnit(exact.scale(of(2025), r('0.5')))],
    ['part', anyUnit(exact.part(of(2025), c('1'), c('2')))],
    ['atLeastZero', anyUnit(exact.atLeastZero(of(2025)))],
    [
      'times',
      anyUnit(exact.times(number<'cdel per uk-gdp'>('0.5'), number<'real uk-gdp'>('1', { base: 2025 }))),
    ],
    ['perHead', anyUnit(exact.perHead(of(2025), number<'england-people'>('58')))],
    ['mark', anyUnit(exact.mark(of(2025), 'jump'))],
    ['adding nothing', anyUnit(exact.add(of(2025), neutral()))],
  ])('stays with %s', (_how, value) => {
    expect(behind(value).base).toBe(2025)
  })

  it('is set for what changes nothing as for any other amount', () => {
    const nothing = neutral<'nominal cdel'>()
    expect(behind(exact.toReal(nothing, f('2'), f('1'), base2025)).base).toBe(2025)
    const real = number<'real cdel'>('0', { neutral: true, base: 2023 })
    expect(behind(exact.toNominal(real, f('2'), f('1'))).base).toBeUndefined()
    expect(written(exact.sum([of(2025), exact.rebase(real, f('2'), f('1'), base2025)]))).toBe('100')
  })

  it('cancels in a ratio', () => {
    expect(behind(exact.ratio(of(2025), of(2025))).base).toBeUndefined()
  })

  it.each<[string, () => unknown]>([
    ['add', () => exact.add(of(2023), of(2025))],
    ['subtract', () => exact.subtract(of(2023), of(2025))],
    ['ratio', () => exact.ratio(of(2023), of(2025))],
    ['growth', () => exact.growth(of(2023), of(2025))],
    ['sum', () => exact.sum([of(2025), of(2025), of(2023)])],
    ['mean', () => exact.mean([of(2023), of(2025)])],
    ['median', () => exact.median([of(2023), of(2025)])],
    ['highest', () => exact.highest([of(2023), of(2025)])],
    ['share', () => exact.share(of(2023), number<'real uk-gdp'>('1', { base: 2025 }))],
    ['financialFromCalendar', () => exact.financialFromCalendar(of(2023), of(2025))],
    ['add, one of them nominal in disguise', () => exact.add(of(2023), number<'real cdel'>('1'))],
  ])('never meets another in %s', (_how, work) => {
    const thrown = caught(work)
    expect(thrown).toBeInstanceOf(ProblemsError)
    const { problems, exitCode } = thrown as ProblemsError
    expect(problems.map(({ code }) => code)).toEqual(['mixed-price-bases'])
    expect(exitCode).toBe(70)
    expect(problems[0]?.found).toContain('2023-24 prices')
  })
})

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (thrown) {
    return thrown
  }
}

function upTo(count: number): Value<Money>[] {
  // Not in order, so that sorting has something to do.
  return Array.from({ length: count }, (_, index) => m(String(((index * 5) % count) + 1)))
}

/** A value whose unit the table has no use for. */
function anyUnit<U extends Unit>(value: Value<U>): Value<Unit> {
  return value as unknown as Value<Unit>
}
