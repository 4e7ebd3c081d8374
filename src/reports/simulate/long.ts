import type { Estimate, SampledCell, Simulated } from '../../analyses/simulate/answer.ts'
import { isMissing } from '../../engine/calculators/exact.ts'
import { Decimal } from '../../terms/decimal.ts'
import { unitWords } from '../../terms/unit.ts'
import { financialYear } from '../../terms/year.ts'
import { breaksWithin } from '../run/breaks.ts'
import { crossesBreaks, pricesOf } from '../run/long.ts'
import type { Cell, Row, Table } from '../table.ts'
import { isGap } from './cells.ts'

/** The long form of a simulation: one number asked for a row, every digit, each estimate with its standard error. */

const estimates = ['mean', 'p5', 'p10', 'p50', 'p90', 'p95'] as const

export const simulateColumns = [
  ...['scenario', 'figure', 'benchmark', 'category', 'year', 'unit', 'prices', 'draws'],
  ...estimates.flatMap((name) => [name, `${name}-se`]),
  ...['chance-closed', 'flags'],
]

const textColumns = new Set([
  'scenario',
  'figure',
  'benchmark',
  'category',
  'year',
  'unit',
  'prices',
  'flags',
])

export function simulateLong(answers: readonly Simulated[]): Table {
  return {
    name: 'simulate',
    title: 'Intervals',
    subtitle: 'Long form: one number a row, unrounded',
    columns: simulateColumns.map((name) => ({
      name,
      label: name,
      kind: textColumns.has(name) ? 'text' : 'number',
    })),
    rows: answers.flatMap((answer) => {
      const breaks = breaksOf(answer)
      return answer.cells.map((cell) => row(answer, cell, breaks))
    }),
    notes: [],
    marks: [],
  }
}

function breaksOf({ run, cells }: Simulated): ReadonlySet<number> {
  const years = [...new Set(cells.flatMap(({ cell }) => cell.year ?? []))]
  return new Set(years.length === 0 ? [] : breaksWithin(run, years).map(({ year }) => year))
}

function row({ run, draws }: Simulated, sampled: SampledCell, breaks: ReadonlySet<number>): Row {
  const { printable, cell, category, interval } = sampled
  const { unit } = printable
  const flags = flagsOf(sampled, breaks)
  const [reason = ''] = flags
  const missing: Cell = { kind: 'missing', reason }
  return {
    cells: [
      ...[
        run.scenario.name,
        printable.name,
        cell.benchmark ?? '',
        category,
        financialYear(cell.year ?? 0),
      ].map(text),
      ...[unitWords(unit).label, pricesOf(unit, run)].map(text),
      number(draws),
      ...estimates.flatMap((name) => (interval === undefined ? [missing, missing] : both(interval[name]))),
      interval === undefined || !isGap(printable)
        ? { kind: 'missing', reason: interval === undefined ? reason : notAGap }
        : number(interval.atMostZero.value),
      text(flags.join(';')),
    ],
  }
}

/** Why `chance-closed` is empty of a figure that is no gap. */
const notAGap = 'not-a-gap'

/** The flags of the number as `run` has them, and what a reader of an interval must know. */
function flagsOf(sampled: SampledCell, breaks: ReadonlySet<number>): readonly string[] {
  const { exact, flags, interval, printable, cell, fixed } = sampled
  if (isMissing(exact)) return [exact.missing]
  if (interval === undefined) return ['division-by-zero']
  const more = [
    ...(breaks.has(cell.year ?? 0) && crossesBreaks(printable.unit) ? ['series-break'] : []),
    ...(fixed ? ['no-range'] : []),
    ...(isGap(printable) ? [] : [notAGap]),
  ]
  return [...flags, ...more].sort()
}

function both({ value, se }: Estimate): Cell[] {
  return [number(value), number(se)]
}

function number(value: number): Cell {
  return { kind: 'number', value: new Decimal(value) }
}

function text(words: string): Cell {
  return { kind: 'text', text: words }
}
