import { studentT } from '../../analyses/backlog/student-t.ts'
import {
  designReplicates,
  type DriversByVariance,
  type RankedDriver,
} from '../../analyses/sensitivity/drivers-by-variance.ts'
import * as say from '../../problems/catalogue/sensitivity-words.ts'
import { count } from '../../problems/catalogue/simulate-usage.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { Cell, Json, Row, Sentence, Table } from '../table.ts'
import * as words from './gap-in-words.ts'
import type { Part } from './part.ts'
import { tiedPairs } from './tied.ts'

/** Which assumption the uncertainty of the gap comes from: in words, as a table and in long form. */
export function driversPart(all: readonly DriversByVariance[]): Part {
  return {
    headline: all.map(headline),
    tables: all.map(table),
    charts: [],
    long: long(all),
    data: { part: 'drivers', variance: all.map(dataOf) },
    assumptions: [...new Set(all.flatMap(({ ranked }) => ranked.map(({ driver }) => driver.name)))],
  }
}

/** 97.5% of Student's t with a degree of freedom less than there are replicates. */
const reach = Number(studentT(designReplicates - 1))

function headline({ asked, ranked, indices }: DriversByVariance): Sentence {
  const [first] = ranked
  return say.driversHeadline(
    words.gapWords(asked),
    first && {
      name: first.driver.name,
      total: percent(first.total.value),
      alone: percent(first.first.value),
    },
    new Decimal(Math.sqrt(indices.variance)),
  )
}

function table(drivers: DriversByVariance): Table {
  const { asked, ranked } = drivers
  const standing = words.gapWords(asked)
  const { assumption, ...columns } = say.driversColumns
  const names = ['first', 'firstLow', 'firstHigh', 'total', 'totalLow', 'totalHigh'] as const
  return {
    name: `drivers-${asked.benchmark.id}`,
    title: say.driversTitle(standing),
    subtitle: say.driversSubtitle(standing),
    columns: [
      { name: 'assumption', label: assumption, kind: 'text' },
      ...names.map((name) => ({ name, label: columns[name], kind: 'percent' as const })),
    ],
    rows: ranked.map(({ driver, first, total }): Row => ({
      cells: [
        words.textCell(driver.name),
        ...[first, total].flatMap((each) =>
          [each.value, ...interval(each)].map((share): Cell => words.numberCell(percent(share))),
        ),
      ],
    })),
    notes: notes(drivers),
    marks: [],
  }
}

function notes({ asked, ranked, unused, indices, size, evaluations }: DriversByVariance): Sentence[] {
  const names = ranked.map(({ driver }) => driver.name)
  const interactions = 1 - indices.sumOfFirst.value
  return [
    ...(ranked.length === 0
      ? []
      : [
          say.indicesNote,
          say.sumNote(percent(indices.sumOfFirst.value), percent(Math.max(0, interactions))),
          say.drawnApart(tiedPairs(asked, names)),
          say.designNote({
            rows: count(size.rows * designReplicates),
            replicates: designReplicates,
            evaluations: count(evaluations),
            seed: size.seed,
            without: indices.without,
          }),
        ]),
    ...(unused.length === 0 ? [] : [say.noEffect(unused)]),
    ...words.captionNotes(asked),
  ]
}

function interval({ value, se }: RankedDriver['total']): readonly [number, number] {
  return [value - reach * se, value + reach * se]
}

function percent(share: number): Decimal {
  return new Decimal(share).times(100)
}

const longNames = [
  ...words.gapColumns,
  ...['rank', 'assumption', 'draws', 'seed'],
  ...['first-order', 'first-order-se', 'first-order-low', 'first-order-high'],
  ...['total', 'total-se', 'total-low', 'total-high', 'flags'],
]
const longTexts: readonly string[] = [...words.gapColumns, 'assumption', 'flags']

function long(all: readonly DriversByVariance[]): Table {
  return {
    ...{ name: 'drivers', title: '', subtitle: '', notes: [], marks: [] },
    columns: words.longColumns(
      longNames,
      longNames.filter((name) => !longTexts.includes(name)),
    ),
    rows: all.flatMap((drivers) => [
      ...drivers.ranked.map((each, index) => longRow(drivers, each, index + 1)),
      ...drivers.unused.map((name, index) => unusedRow(drivers, name, drivers.ranked.length + index + 1)),
    ]),
  }
}

function before({ asked, size }: DriversByVariance, name: string, rank: number): Cell[] {
  return [
    ...words.gapCells(asked),
    words.numberCell(new Decimal(rank)),
    words.textCell(name),
    words.numberCell(new Decimal(size.rows * designReplicates)),
    words.numberCell(new Decimal(size.seed)),
  ]
}

function longRow(drivers: DriversByVariance, { driver, first, total }: RankedDriver, rank: number): Row {
  const numbers = [first, total].flatMap((each) => [each.value, each.se, ...interval(each)])
  return {
    cells: [
      ...before(drivers, driver.name, rank),
      ...numbers.map((value) => words.numberCell(new Decimal(value))),
      words.textCell(words.flagsOf([drivers.asked.now], ['drawn-independently'])),
    ],
  }
}

/** What no draw moves has no share: both indices are nothing, exactly. */
function unusedRow(drivers: DriversByVariance, name: string, rank: number): Row {
  return {
    cells: [
      ...before(drivers, name, rank),
      ...Array.from({ length: 8 }, () => words.numberCell(new Decimal(0))),
      words.textCell(words.flagsOf([drivers.asked.now], ['no-effect'])),
    ],
  }
}

function dataOf({ asked, size, indices, evaluations }: DriversByVariance): Json {
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
  return {
    benchmark: asked.benchmark.id,
    ...{ seed: size.seed, draws: size.rows * designReplicates, replicates: designReplicates, evaluations },
    estimators: ['saltelli-2010-b', 'jansen-1999'],
    inputs: 'independent',
    sumOfFirst: indices.sumOfFirst.value,
    mean: finite(indices.mean),
    standardDeviation: Math.sqrt(indices.variance),
    ...{ unit: 'GBP million', prices: words.basisOf(asked), without: indices.without },
  }
}
