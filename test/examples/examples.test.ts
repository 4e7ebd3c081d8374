import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing, type Exact } from '../../src/engine/calculators/exact.ts'
import { comparatorOf, nationsOf } from '../../src/figures/comparators.ts'
import { explainableFigures } from '../../src/figures/explainable.ts'
import type { ModelRun } from '../../src/run/run.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { unitWords, type Unit } from '../../src/terms/unit.ts'
import { parseCalendarRange, parseFinancialYear, yearsOf } from '../../src/terms/year.ts'
import { runsOn } from '../run/runs.ts'
import { readChapter, type Example } from './example.ts'

/** Every example of the chapters beside this file, ours rounded to the digits the example prints. */

const runs = runsOn(await loadData())
const figures = explainableFigures()

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.yaml'))
describe.each(files)('%s', (name) => {
  const { chapter, examples } = readChapter(path.join(import.meta.dirname, name))
  it.each(examples)(`${chapter}: $says`, (example) => {
    const run = runs.written(scenarioOf(example))
    for (const [place, printed] of expectedOf(example)) {
      const found = worked(run, example, place)
      expect(asPrinted(found, printed), place).toBe(printed)
      if (example.status !== undefined) expect('status' in found && found.status, place).toBe(example.status)
    }
    if (example.nations !== undefined) expect(nationsAs(example.nations, run, example)).toBe(example.nations)
  })
})

function scenarioOf({ scenario, measure, benchmark, lookback, 'builds-on': base }: Example) {
  return {
    capgap: 1,
    title: 'Example',
    ...(base === 'nothing' ? { years: '2023-24 to 2034-35' } : { extends: 'current-plans' }),
    prices: 'nominal',
    ...scenario,
    ...(measure === undefined ? {} : { measures: [{ id: 'example', ...measure }] }),
    ...(benchmark === undefined ? {} : { benchmarks: [{ id: 'example', ...benchmark }] }),
    ...(lookback === undefined ? {} : { lookback }),
  }
}

/** Pairs of place and expected text; the place is empty where the figure has one value. */
function expectedOf({ values }: Example): [string, string][] {
  return typeof values === 'string' ? [['', values]] : Object.entries(values)
}

/** The value at a place, in the unit the example speaks. */
function worked(run: ModelRun, example: Example, place: string): Exact {
  const figure = figures.get(example.figure)
  if (figure === undefined) throw new Error(`no figure is called ${example.figure}`)
  const { factor } = unitWords(figure.unit as Unit)
  const scale = new Decimal(factor)
    .times(example.in === 'percent' ? 100 : 1)
    .dividedBy(example.in === 'bn' ? 1000 : 1)
  const at = (cell: Cell): Exact => {
    const exact = run.exact(figure, cell)
    return isMissing(exact) ? exact : { ...exact, n: exact.n.times(scale) }
  }
  const values = cellsOf(example, place, {}).map(at)
  if (example.less === undefined) return meanOf(values)
  return difference(meanOf(values), meanOf(cellsOf(example, place, example.less).map(at)))
}

const dimensionNames: Readonly<Record<string, string>> = { 'calendar-year': 'calendarYear', 'as-of': 'asOf' }

/** The cells of a place: one, or one for each year of a calendar range. */
function cellsOf(example: Example, place: string, less: Readonly<Record<string, string>>): Cell[] {
  const named: Record<string, string> = {
    ...(example.benchmark === undefined ? {} : { benchmark: 'example' }),
    ...(example.lookback === undefined ? {} : { comparator: 'lookback' }),
    ...example.cell,
    ...less,
    ...(example.over === undefined ? {} : { [example.over]: place }),
  }
  const years = named['calendar-year'] === undefined ? undefined : parseCalendarRange(named['calendar-year'])
  const cell: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(named)) {
    if (name === 'year') cell['year'] = yearOf(value)
    else if (name !== 'calendar-year') cell[dimensionNames[name] ?? name] = value
  }
  return years === undefined ? [cell] : yearsOf(years).map((calendarYear) => ({ ...cell, calendarYear }))
}

function yearOf(text: string): number {
  const year = parseFinancialYear(text)
  if (year === undefined) throw new Error(`${text} is no financial year`)
  return year
}

function meanOf(values: readonly Exact[]): Exact {
  const [first] = values
  if (values.length === 1 && first !== undefined) return first
  const numbers = values.map((value) => {
    if (isMissing(value)) throw new Error(`one of the years is missing: ${value.missing}`)
    return value.n
  })
  const n = numbers.reduce((a, b) => a.plus(b)).dividedBy(numbers.length)
  return { n, status: 'outturn', flags: [] }
}

function difference(a: Exact, b: Exact): Exact {
  if (isMissing(a)) return a
  return isMissing(b) ? b : { ...a, n: a.n.minus(b.n) }
}

/** Ours, written with the digits and sign of the text expected. */
function asPrinted(exact: Exact, printed: string): string {
  if (isMissing(exact)) return `none (${exact.missing})`
  if (printed.endsWith('…')) return `${exact.n.toFixed().slice(0, printed.length - 1)}…`
  const decimals = printed.split('.')[1]?.length ?? 0
  const text = exact.n.toFixed(decimals, Decimal.ROUND_HALF_EVEN)
  return printed.startsWith('+') && !text.startsWith('-') ? `+${text}` : text
}

function nationsAs(wanted: string, run: ModelRun, { lookback, cell = {} }: Example): string {
  const comparator = lookback === undefined ? (cell['benchmark'] ?? '') : 'lookback'
  const { kept } = nationsOf(comparatorOf({ comparator }, run.model), run.model)
  return wanted.endsWith(' of them') ? `${kept.length} of them` : [...kept].sort().join(' ')
}
