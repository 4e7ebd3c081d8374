import type { AxisValue, Sweep } from '../analyses/sweep/sweep.ts'
import { axisNumbers } from '../analyses/vary/ranges.ts'
import { longColumns, longTable } from './run/long.ts'
import type { RunReportOptions } from './run/options.ts'
import type { Cell, Column, Row } from './table.ts'

/** The columns of a sweep: one a varied key, then those of `run`. */
export function sweepColumns({ axes }: Sweep): readonly Column[] {
  return [
    ...axes.map((axis): Column => ({
      name: axis.key,
      label: axis.key,
      kind: axisNumbers(axis) === undefined ? 'text' : 'number',
    })),
    ...longColumns.map((name): Column => ({ name, label: name, kind: name === 'value' ? 'number' : 'text' })),
  ]
}

/** The rows of each run in turn, none kept. */
export function* sweepRows(sweep: Sweep, options: RunReportOptions): Generator<readonly Row[]> {
  for (const { values, run } of sweep.each()) {
    const varied = values.map(cellOf)
    yield longTable([run], options).rows.map(({ cells }) => ({ cells: [...varied, ...cells] }))
  }
}

function cellOf(value: AxisValue): Cell {
  return typeof value === 'string' ? { kind: 'text', text: value } : { kind: 'number', value }
}
