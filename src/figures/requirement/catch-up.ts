import { assumed } from '../assumptions.ts'
import type { Absent, Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import { yearsOf } from '../../terms/year.ts'
import { comparatorOf } from '../comparators.ts'
import { deflator } from '../economy.ts'
import { lookbackGap } from '../lookback.ts'
import {
  at,
  choice,
  counted,
  gathered,
  over,
  required,
  series,
  stated,
  variable,
  yearOf,
  type Model,
} from '../model.ts'
import { englandShare } from '../population.ts'
import { benchmarkOfKind } from './benchmark.ts'
import { atComparatorShare, bridgeOfBenchmark } from './bridged.ts'

/** Requirement at the comparator share and, in even real parts, what past shortfalls still leave unbuilt. */

const thisYear = (cell: Cell): Cell => ({ ...cell, calendarYear: yearOf(cell) })
const nextYear = (cell: Cell): Cell => ({ ...cell, calendarYear: yearOf(cell) + 1 })
const pastWords = { unit: 'nominal gfcf-cy', dims: ['comparator', 'year'], source: 'MODEL.md 5' } as const

const wholeYear = variable({
  ...pastWords,
  name: 'past-gap-whole-year',
  label: 'Past gap in a financial year (0.75 of one calendar year, 0.25 of the next)',
  from: { first: at(lookbackGap, thisYear), second: at(lookbackGap, nextYear) },
  formula: (calc, from) => calc.financialFromCalendar(from.first, from.second),
})
const onlyItsEnd = variable({
  ...pastWords,
  name: 'past-gap-first-year',
  label: 'Past gap in the financial year before the window (0.25 of its first year)',
  from: { second: at(lookbackGap, nextYear) },
  formula: (calc, from) => calc.earlierPart(from.second),
})
const onlyItsStart = variable({
  ...pastWords,
  name: 'past-gap-last-year',
  label: 'Past gap in the last financial year of the window (0.75 of its last year)',
  from: { first: at(lookbackGap, thisYear) },
  formula: (calc, from) => calc.laterPart(from.first),
})

const pastGap = choice({
  ...pastWords,
  name: 'past-gap',
  label: 'Past gap in a financial year, money of the day',
  among: { wholeYear, onlyItsEnd, onlyItsStart },
  pick: (cell, model) => {
    const { window } = comparatorOf(cell, model)
    if (yearOf(cell) < window.from) return 'onlyItsEnd'
    return yearOf(cell) >= window.to ? 'onlyItsStart' : 'wholeYear'
  },
})

const catchUp = (cell: Cell, model: Model) => benchmarkOfKind('catch-up', cell, model)
const start = (cell: Cell, model: Model): Cell => ({ year: catchUp(cell, model).from })

const base = series({
  name: 'catch-up-price-base',
  label: 'prices of the first year of catching up',
  unit: 'price base',
  dims: ['benchmark'],
  source: 'scenario',
  read: (cell, model) => counted(catchUp(cell, model).from),
})

const yearsSince = series({
  name: 'catch-up-years-since',
  label: 'years since',
  unit: 'count',
  dims: ['benchmark', 'year'],
  source: 'scenario',
  read: (cell, model) => counted(catchUp(cell, model).from - yearOf(cell)),
})

const defaultDepreciation = series({
  name: 'catch-up-depreciation-default',
  label: 'Depreciation of past shortfalls, default',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 5',
  read: (): Given => ({ value: new Decimal('0.05'), status: 'assumption', note: 'illustrative, MODEL.md 5' }),
})

const listedDepreciation = assumed({
  name: 'catch-up-depreciation',
  label: 'Depreciation of past shortfalls a year',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 5',
  default: defaultDepreciation,
})

const ownDepreciation = series({
  name: 'benchmark-depreciation',
  label: 'Depreciation of past shortfalls a year, as the benchmark says',
  unit: 'ratio',
  dims: ['benchmark'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const { depreciation, said } = catchUp(cell, model)
    return depreciation === undefined ? { missing: 'not-stated' } : stated(depreciation, 'assumption', said)
  },
})

const depreciation = choice({
  name: 'depreciation-of-past-shortfalls',
  label: 'Depreciation of past shortfalls a year',
  unit: 'ratio',
  dims: ['benchmark'],
  source: 'MODEL.md 5',
  among: { own: ownDepreciation, listed: listedDepreciation },
  pick: (cell, model) => (catchUp(cell, model).depreciation === undefined ? 'listed' : 'own'),
})

const stillMissing = variable({
  name: 'past-gap-still-missing',
  label: 'What the past gap of a year still leaves unbuilt, as capital budget',
  unit: 'real cdel',
  dims: ['benchmark', 'band', 'year'],
  source: 'MODEL.md 5',
  from: {
    gap: at(pastGap, (cell) => ({ ...cell, comparator: required(cell.benchmark, 'benchmark') })),
    deflator,
    deflatorAtStart: at(deflator, start),
    base,
    englandShare,
    bridge: bridgeOfBenchmark,
    depreciation,
    yearsSince,
  },
  formula: (calc, from) => {
    const uk = calc.recast('nominal uk-gfcf', from.gap, 'in the UK’s financial years')
    const real = calc.toReal(uk, from.deflator, from.deflatorAtStart, from.base)
    const england = calc.recast('real england-gfcf', calc.scale(real, from.englandShare), 'England’s part')
    const left = calc.power(calc.complement(from.depreciation), from.yearsSince)
    return calc.scale(calc.times(from.bridge, england), left)
  },
})

/** The whole amount to recover, in the prices of the first year of catching up. */
export const recovery = gathered({
  name: 'recovery',
  label: 'Past shortfall to recover',
  unit: 'real cdel',
  dims: ['benchmark', 'band'],
  source: 'MODEL.md 5',
  from: {
    years: over(stillMissing, (cell, model) => {
      const { window } = catchUp(cell, model).comparator
      return yearsOf({ from: window.from - 1, to: window.to }).map((year) => ({ ...cell, year }))
    }),
  },
  formula: (calc, from) => calc.sum(from.years),
})

const oneYear = series({
  name: 'catch-up-one-year',
  label: 'one',
  unit: 'count',
  dims: [],
  source: 'scenario',
  read: () => counted(1),
})

const yearsOfCatchUp = series({
  name: 'catch-up-years',
  label: 'years of catching up',
  unit: 'count',
  dims: ['benchmark'],
  source: 'scenario',
  read: (cell, model) => {
    const { from, by } = catchUp(cell, model)
    return counted(by - from + 1)
  },
})

const words = { unit: 'nominal cdel', dims: ['benchmark', 'band', 'year'], source: 'MODEL.md 5' } as const

const withRecovery = variable({
  ...words,
  name: 'requirement-catching-up',
  label: 'Requirement at the comparator share and an even real part of past shortfalls',
  from: {
    atComparatorShare,
    recovery,
    oneYear,
    yearsOfCatchUp,
    deflator,
    deflatorAtStart: at(deflator, start),
  },
  formula: (calc, from) => {
    const part = calc.part(from.recovery, from.oneYear, from.yearsOfCatchUp)
    return calc.add(from.atComparatorShare, calc.toNominal(part, from.deflator, from.deflatorAtStart))
  },
})

export const catchingUp = choice({
  ...words,
  name: 'requirement-catch-up',
  label: 'Requirement of a catch-up',
  among: { withRecovery, comparatorAlone: atComparatorShare },
  pick: (cell, model) => {
    const { from, by } = catchUp(cell, model)
    return yearOf(cell) >= from && yearOf(cell) <= by ? 'withRecovery' : 'comparatorAlone'
  },
})
