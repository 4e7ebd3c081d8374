import type { SpecificationCurve } from '../../analyses/sensitivity/specification-curve/curve.ts'
import { choiceOf } from '../../analyses/sensitivity/specification-curve/points.ts'
import { Decimal } from '../../terms/decimal.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { financialYear } from '../../terms/year.ts'
import { textCell } from '../cells.ts'
import type { Cell, Row, Table } from '../table.ts'

/** Every combination as a row, the lowest gap first: its rank, its gap, and its choice in every dimension. */
export function curveLong(curve: SpecificationCurve): Table {
  const { run, category, year, dimensions, points } = curve
  const names = dimensions.map(({ name }) => name)
  // Cells that many rows share are made once.
  const before = [run.scenario.name, category, financialYear(year)].map(textCell)
  const basis = ['GBP million', priceBasisLabel(run.settings.prices)].map(textCell)
  const chosen = dimensions.map(({ choices }) => choices.map(({ name }) => textCell(name)))
  const said = new Map<string, Cell>()
  const once = (words: string): Cell => {
    let cell = said.get(words)
    if (cell === undefined) said.set(words, (cell = textCell(words)))
    return cell
  }
  const columns = [
    'scenario',
    'category',
    'year',
    'rank',
    'gap',
    'unit',
    'prices',
    ...names,
    'status',
    'flags',
  ]
  return {
    ...{ name: 'specification-curve', title: '', subtitle: '', notes: [], marks: [] },
    columns: columns.map((name) => ({
      name,
      label: name,
      kind: name === 'gap' || name === 'rank' ? 'number' : 'text',
    })),
    rows: points.gaps.map((gap, point): Row => ({
      cells: [
        ...before,
        { kind: 'number', value: new Decimal(point + 1) },
        { kind: 'number', value: gap.n },
        ...basis,
        ...chosen.map((cells, dimension) => cells[choiceOf(points, point, dimension)] ?? textCell('')),
        once(gap.status),
        once(gap.flags.join(';')),
      ],
    })),
  }
}
