import { differenceAt, printedAt } from '../../analyses/compare/compare.ts'
import { creditMethods } from '../../analyses/compare/credit.ts'
import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { unitWords } from '../../terms/unit.ts'
import { financialYear } from '../../terms/year.ts'
import { longRow } from '../long-row.ts'
import { pricesOf } from '../run/long.ts'
import type { Row, Table } from '../table.ts'
import type { CreditedLine } from './credit.ts'
import { placeOf, type Line } from './places.ts'
import type { Compared } from './results.ts'

/** The long form: every scenario's numbers, their differences, and what each input is credited with; one number a row. */

export const compareColumns = [
  'scenario',
  'against',
  'figure',
  'benchmark',
  'category',
  'year',
  'row',
  'input',
  'method',
  'value',
  'standard-error',
  'unit',
  'prices',
  'status',
  'flags',
] as const

type Texts = Partial<Record<Exclude<(typeof compareColumns)[number], 'value' | 'standard-error'>, string>>

export function compareLong(rows: readonly Row[]): Table {
  return {
    name: 'compare',
    title: '',
    subtitle: '',
    columns: compareColumns.map((name) => ({
      name,
      label: name,
      kind: name === 'value' || name === 'standard-error' ? 'number' : 'text',
    })),
    rows,
    notes: [],
    marks: [],
  }
}

/** Each scenario's own number, then the differences of each from the first. */
export function resultRows({ pairs, names, years }: Compared, lines: readonly Line[]): Row[] {
  const [{ first }] = pairs
  const runs = [first, ...pairs.map((pair) => pair.second)]
  return lines.flatMap((line) =>
    years.flatMap((year) => {
      const place = placeOf(line, year)
      const of = (scenario: number, row: string, more: Texts = {}): Texts => ({
        ...lineTexts(first, line, year),
        ...{ scenario: names[scenario] ?? '', row },
        ...more,
      })
      return [
        ...runs.map((run, index) => row(of(index, 'value'), printedAt(run, place))),
        ...pairs.flatMap((pair, index) => {
          const { change, percent } = differenceAt(pair, place)
          const against = names[0] ?? ''
          return [
            row(of(index + 1, 'difference', { against }), change),
            row(of(index + 1, 'difference-percent', { against, unit: 'percent', prices: '' }), percent),
          ]
        }),
      ]
    }),
  )
}

/** What each input is credited with under each method, and what no input explains. */
export function creditRows({ names }: Compared, index: number, credited: readonly CreditedLine[]): Row[] {
  return credited.flatMap(({ pair, line, credited: each }) => {
    const { place, difference, inputs, credits, residual } = each
    const texts: Texts = {
      ...lineTexts(pair.first, line, place.cell.year ?? 0),
      scenario: names[index + 1] ?? '',
      against: names[0] ?? '',
    }
    const { change } = difference
    return [
      ...creditMethods.flatMap((method) =>
        inputs.map(({ name }, input) => {
          const of = credits[method]
          const part = 'missing' in of ? undefined : of.parts[input]
          const exact: Exact =
            'missing' in of || isMissing(change) || part === undefined
              ? { missing: 'missing' in of ? of.missing : 'not-stated' }
              : { ...change, n: part }
          const error = 'errors' in of ? of.errors[input] : undefined
          return row({ ...texts, row: 'credit', input: name, method }, exact, error)
        }),
      ),
      row({ ...texts, row: 'residual' }, residual),
    ]
  })
}

function lineTexts(run: ModelRun, { figure, benchmark, category }: Line, year: number): Texts {
  return {
    figure: figure.name,
    benchmark: benchmark?.id ?? '',
    category,
    year: financialYear(year),
    unit: unitWords(figure.unit).label,
    prices: pricesOf(figure.unit, run),
  }
}

function row(texts: Texts, exact: Exact, error?: Decimal): Row {
  return longRow(compareColumns, texts, exact, { 'standard-error': error })
}
