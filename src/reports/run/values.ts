import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { ModelFigure } from '../../figures/model.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import type { ModelRun } from '../../run/run.ts'
import { flagNote, missingMeaning } from '../../problems/catalogue/report.ts'
import type { Cell as Place } from '../../terms/cell.ts'
import type { Status } from '../../terms/status.ts'
import type { Unit } from '../../terms/unit.ts'
import { unitWords } from '../../terms/unit.ts'
import type { Cell, ColumnKind } from '../table.ts'

/** Values of a run as table cells: in the unit they are printed in, never rounded. */

/** A value in its printed unit (rates in percent), or why there is none. */
export function printedValue<U extends Unit>(run: ModelRun, figure: ModelFigure<U>, place: Place): Exact {
  const exact = run.exact(figure, place)
  const { factor } = unitWords(figure.unit)
  return isMissing(exact) || factor === 1 ? exact : { ...exact, n: exact.n.times(factor) }
}

/** How people see a unit. */
export function kindOf(unit: Unit): ColumnKind {
  const { label } = unitWords(unit)
  if (label === 'GBP million') return 'money'
  if (label.startsWith('percent')) return 'percent'
  // People and pounds a head are whole.
  return label === 'number' || /^(GBP|national currency) per /.test(label) ? 'per-head' : 'number'
}

/** Letters that show how firm a number is, with their meaning. */
export const statusMarks: Readonly<Record<Status, string>> = {
  outturn: 'o',
  estimate: 'e',
  plan: 'p',
  forecast: 'f',
  projection: 'f',
  assumption: 'a',
}

export const markMeanings: Readonly<Record<string, string>> = {
  o: 'outturn',
  e: 'estimate',
  p: 'plan',
  f: 'rests on a forecast or projection',
  a: 'rests on an assumption',
  s: 'shared by the assumed split',
  b: 'series break: a new definition from this year on',
}

/** A cell for people: value, and a mark for how firm it is. */
export function peopleCell(
  exact: Exact,
  status: Status | undefined,
  as: ColumnKind,
  marks: readonly string[],
): Cell {
  if (isMissing(exact)) return { kind: 'missing', reason: missingMeaning(exact.missing) }
  return {
    kind: 'number',
    value: exact.n,
    as,
    marks: exact.neutral === true ? marks : [statusMarks[status ?? exact.status], ...marks],
  }
}

/** Flags that a mark, a label or a band already shows. */
const shownOtherwise = new Set(['split-assumed', 'no-bridge', 'series-break'])

/** What the flags on these values mean, once each, for the notes under a table. */
export function flagNotes(values: Iterable<Exact>): string[] {
  const flags = new Set<string>()
  for (const value of values) {
    if (!isMissing(value)) for (const flag of value.flags) if (!shownOtherwise.has(flag)) flags.add(flag)
  }
  return [...flags].sort().map(flagNote)
}

/** How firm a figure is before it is put into other prices: the deflator makes no outturn a forecast to a reader. */
export function statusOfTheDay(run: ModelRun, printable: PrintableFigure, place: Place): Status | undefined {
  if (printable.ofTheDay === undefined) return undefined
  const seen = run.model.peek(printable.ofTheDay, place)
  return 'status' in seen ? seen.status : undefined
}
