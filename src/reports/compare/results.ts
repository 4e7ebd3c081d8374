import { differenceAt, printedAt, type Pair, type Place } from '../../analyses/compare/compare.ts'
import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import * as say from '../../problems/catalogue/compare.ts'
import { onCategory } from '../../problems/catalogue/headline.ts'
import { missingMeaning } from '../../problems/catalogue/report.ts'
import { unitWords } from '../../terms/unit.ts'
import { financialYear } from '../../terms/year.ts'
import type { Status } from '../../terms/status.ts'
import { kindOf, markMeanings, peopleCell } from '../run/values.ts'
import { textCell } from '../cells.ts'
import type { Cell, Row, Table } from '../table.ts'
import { placeOf, type Line } from './places.ts'

/** Results side by side, years across: each scenario's number, then how each differs from the first. */

export interface Compared {
  readonly pairs: readonly [Pair, ...Pair[]]
  /** Of the scenarios, the first first. */
  readonly names: readonly string[]
  readonly years: readonly number[]
  /** The prices of all of them, in words. */
  readonly prices: string
}

export function resultTables(compared: Compared, lines: readonly Line[]): Table[] {
  const figures = [...new Set(lines.map(({ figure }) => figure))]
  return figures.flatMap((figure) => {
    const own = lines.filter((line) => line.figure === figure)
    const meeting = own.filter((line) => meets(compared, line))
    const differing = meeting.filter((line) => differs(compared, line))
    const leftOut = {
      same: meeting.filter((line) => !differing.includes(line)).map(subjectOf),
      alone: own.filter((line) => !meeting.includes(line)).map(subjectOf),
    }
    return differing.length === 0 ? [] : [resultTable(compared, figure, differing, leftOut)]
  })
}

/** Whether two scenarios have a number in the same year: else there is nothing to set side by side. */
function meets({ pairs, years }: Compared, line: Line): boolean {
  return years.some((year) =>
    pairs.some((pair) => {
      const { first, second } = differenceAt(pair, placeOf(line, year))
      return !isMissing(first) && !isMissing(second)
    }),
  )
}

/** Whether anything is not the same in every scenario. */
export function differs({ pairs, years }: Compared, line: Line): boolean {
  return years.some((year) =>
    pairs.some((pair) => {
      const { first, second, change } = differenceAt(pair, placeOf(line, year))
      if (isMissing(first) && isMissing(second)) return false
      return isMissing(change) || !change.n.isZero()
    }),
  )
}

function resultTable(
  compared: Compared,
  figure: PrintableFigure,
  lines: readonly Line[],
  leftOut: { readonly same: readonly string[]; readonly alone: readonly string[] },
): Table {
  const { years, names, prices } = compared
  const kind = kindOf(figure.unit)
  const rows = lines.flatMap((line) => [
    ...(lines.length === 1 && line.benchmark === undefined && line.figure.over !== 'listed'
      ? []
      : [{ style: 'heading' as const, cells: [textCell(subjectOf(line))] }]),
    ...rowsOf(compared, line),
  ])
  const unit = kind === 'money' ? '£bn' : unitWords(figure.unit).label
  const used = new Set(
    rows.flatMap(({ cells }) => cells.flatMap((cell) => ('marks' in cell ? (cell.marks ?? []) : []))),
  )
  return {
    name: `results-${figure.name}`,
    title: `${say.compareLabels.results}: ${figure.label}`,
    subtitle: say.resultsSubtitle(prices, unit),
    columns: [
      { name: 'line', label: '', kind: 'text' },
      ...years.map((year) => ({ name: financialYear(year), label: financialYear(year), kind })),
    ],
    rows,
    notes: [
      ...(isGap(figure) ? [say.bandElsewhere()] : [say.percentMeans(names[0] ?? '')]),
      ...(leftOut.same.length === 0 ? [] : [say.nothingDiffers(leftOut.same)]),
      ...(leftOut.alone.length === 0 ? [] : [say.onlyInSome(leftOut.alone)]),
    ],
    marks: Object.entries(markMeanings)
      .filter(([mark]) => used.has(mark))
      .map(([mark, meaning]) => ({ mark, meaning })),
  }
}

function rowsOf({ pairs, names, years }: Compared, line: Line): Row[] {
  const [{ first }] = pairs
  const kind = kindOf(line.figure.unit)
  const places = years.map((year) => placeOf(line, year))
  const runs = [first, ...pairs.map((pair) => pair.second)]
  const ofScenarios = runs.map((run, index): Row => ({
    cells: [
      textCell(names[index] ?? ''),
      ...places.map((place) => peopleCell(printedAt(run, place), statusThen(run, place), kind, [])),
    ],
  }))
  const ofPairs = pairs.flatMap((pair, index): Row[] => {
    const label = (text: string): string =>
      pairs.length === 1 ? text : say.differenceOfTwo(text, names[index + 1] ?? '', names[0] ?? '')
    const differences = places.map((place) => differenceAt(pair, place))
    return [
      {
        style: 'total',
        cells: [
          textCell(label(say.compareLabels.difference)),
          ...differences.map(({ change }) => plainCell(change, kind)),
        ],
      },
      ...(isGap(line.figure)
        ? []
        : [
            {
              cells: [
                textCell(label(say.compareLabels.percent)),
                ...differences.map(({ percent }) => plainCell(percent, 'percent')),
              ],
            },
          ]),
    ]
  })
  return [...ofScenarios, ...ofPairs]
}

/** A gap may be next to nothing, and a percentage of that says nothing to a reader. */
function isGap({ name }: PrintableFigure): boolean {
  return name.includes('gap')
}

/** How firm the money is before it is put into the prices printed; as `run` marks it. */
function statusThen(run: Pair['first'], { figure, cell }: Place): Status | undefined {
  if (figure.ofTheDay === undefined) return undefined
  const exact = printedAt(run, { figure: { ...figure, figure: figure.ofTheDay }, cell })
  return isMissing(exact) ? undefined : exact.status
}

/** A number without a mark: a difference is as firm as what it is between. */
export function plainCell(exact: Exact, kind: ReturnType<typeof kindOf>): Cell {
  return isMissing(exact)
    ? { kind: 'missing', reason: missingMeaning(exact.missing) }
    : { kind: 'number', value: exact.n, as: kind }
}

/** What a line is about, for people: the benchmark and its category, or the category. */
export function subjectOf({ benchmark, category }: Line): string {
  return benchmark === undefined ? category : `${onCategory(benchmark.title, category)} (${benchmark.id})`
}
