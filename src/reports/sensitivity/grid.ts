import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { GridAxis, TwoWayGrid } from '../../analyses/sensitivity/two-way-grid.ts'
import type { ListedAssumption } from '../../figures/listed-assumption.ts'
import * as say from '../../problems/catalogue/sensitivity-words.ts'
import { Decimal } from '../../terms/decimal.ts'
import { moneyText, percentText } from '../../terms/quantity.ts'
import type { Cell, Row, Sentence, Table } from '../table.ts'
import * as words from './gap-in-words.ts'
import type { Part } from './part.ts'
import { tiedPairs } from './tied.ts'

/** The gap over two assumptions: in words, as a table with their values along its sides, and in long form. */
export function gridPart(all: readonly TwoWayGrid[]): Part {
  return {
    headline: all.map(headline),
    tables: all.map(table),
    charts: [],
    long: long(all),
    data: { part: 'grid' },
    assumptions: [...new Set(all.flatMap(({ down, across }) => [nameOf(down), nameOf(across)]))],
  }
}

function nameOf({ moved }: GridAxis): string {
  return moved.listed.name
}

function headline({ asked, down, across, gaps }: TwoWayGrid): Sentence {
  const known = gaps.flat().flatMap((gap) => (isMissing(gap) ? [] : [gap.n]))
  return say.gridHeadline(
    words.gapWords(asked),
    [nameOf(down), nameOf(across)],
    { positive: known.filter((gap) => gap.greaterThan(0)).length, all: gaps.flat().length },
    known.length === 0 ? undefined : { lowest: Decimal.min(...known), highest: Decimal.max(...known) },
  )
}

function table({ asked, down, across, gaps }: TwoWayGrid): Table {
  const standing = words.gapWords(asked)
  const cells = gaps.map((row) => row.map(signedCell))
  const marked = new Set(cells.flat().flatMap((cell) => ('marks' in cell ? (cell.marks ?? []) : [])))
  const tied = tiedPairs(asked, [nameOf(down)]).filter((pair) => pair.includes(nameOf(across)))
  const shifts = [down, across].filter(({ moved }) => moved.kind === 'shift').map(nameOf)
  return {
    name: `grid-${asked.benchmark.id}`,
    title: say.gridTitle(standing, nameOf(down), nameOf(across)),
    subtitle: say.gapSubtitle(standing),
    columns: [
      { name: nameOf(down), label: say.gridCorner, kind: 'text', unbroken: true },
      ...across.values.map((value) => {
        const text = valueText(across.moved.listed, value)
        return { name: text, label: text, kind: 'money' as const }
      }),
    ],
    rows: down.values.map((value, index): Row => ({
      cells: [words.textCell(valueText(down.moved.listed, value)), ...(cells[index] ?? [])],
    })),
    notes: [
      say.gridSigns,
      ...[down, across].flatMap((axis) =>
        axis.over === undefined ? [] : [say.evenSteps(nameOf(axis), axis.over)],
      ),
      ...(shifts.length === 0 ? [] : [say.shiftsOf(shifts)]),
      ...(tied.length === 0 ? [] : [say.tiedApart(tied)]),
      ...words.captionNotes(asked),
    ],
    marks: [
      { mark: 'p', meaning: say.smallPositive },
      { mark: 'n', meaning: say.smallNegative },
    ].filter(({ mark }) => marked.has(mark)),
  }
}

/** Below half of what is printed a gap would lose its sign: it is marked instead. */
const leastShown = 50

function signedCell(gap: Exact): Cell {
  const cell = words.gapCell(gap)
  if (isMissing(gap) || cell.kind !== 'number') return cell
  const rounds = !gap.n.isZero() && gap.n.abs().lessThanOrEqualTo(leastShown)
  return rounds ? { ...cell, marks: [gap.n.isPositive() ? 'p' : 'n'] } : cell
}

/** A value as a scenario writes it, every digit kept. */
function valueText({ unit }: ListedAssumption, value: Decimal): string {
  return unit === 'percent' ? percentText(value) : unit === 'money' ? moneyText(value) : value.toFixed()
}

/** The columns of `run` after one column an assumption, in which its values stand as a scenario writes them. */
function long(all: readonly TwoWayGrid[]): Table {
  const [first] = all
  const names = first === undefined ? [] : [nameOf(first.down), nameOf(first.across)]
  return {
    ...{ name: 'grid', title: '', subtitle: '', notes: [], marks: [] },
    columns: words.longColumns(
      [...names, ...words.gapColumns, 'value', 'unit', 'prices', 'status', 'flags'],
      ['value'],
    ),
    rows: all.flatMap(({ asked, down, across, gaps }) =>
      down.values.flatMap((d, row) =>
        across.values.map((a, column): Row => {
          const gap = gaps[row]?.[column] ?? { missing: 'not-worked' }
          return {
            cells: [
              words.textCell(valueText(down.moved.listed, d)),
              words.textCell(valueText(across.moved.listed, a)),
              ...words.gapCells(asked),
              words.exactCell(gap),
              ...['GBP million', words.basisOf(asked), words.statusOf([gap])].map(words.textCell),
              words.textCell(words.flagsOf([gap], [])),
            ],
          }
        }),
      ),
    ),
  }
}
