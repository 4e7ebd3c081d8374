import { quantileNames, type SampledCell, type Simulated } from '../../analyses/simulate/answer.ts'
import { isMissing } from '../../engine/calculators/exact.ts'
import * as say from '../../problems/catalogue/simulate.ts'
import { missingMeaning } from '../../problems/catalogue/report.ts'
import { financialYear } from '../../terms/year.ts'
import { breakSentence, breaksWithin } from '../run/breaks.ts'
import { flagNotes } from '../run/values.ts'
import type { Cell, Column, Row, Sentence, Table } from '../table.ts'
import { isGap, subtitleOf } from './cells.ts'
import { benchmarkOf, decimal, inUnit, kindIn, labelOf } from './subject.ts'

/** A simulation as tables for people: one a figure and benchmark, years down, quantiles across. */

export function simulateTables(answer: Simulated, among: boolean): Table[] {
  return [...grouped(answer).values()]
    .map((cells) => table(answer, cells, among))
    .filter((each) => each !== undefined)
}

/** Cells of one figure and benchmark, in the order in which they were asked for. */
function grouped({ cells }: Simulated): ReadonlyMap<string, readonly SampledCell[]> {
  const groups = new Map<string, SampledCell[]>()
  for (const sampled of cells) {
    const key = `${sampled.printable.name}|${sampled.cell.benchmark ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [sampled])
    else group.push(sampled)
  }
  return groups
}

/** Categories of which a benchmark says nothing in any year are left out, unless it says nothing at all. */
function table(answer: Simulated, cells: readonly SampledCell[], among: boolean): Table | undefined {
  const known = [...new Set(cells.map(({ category }) => category))].filter((category) =>
    cells.some((each) => each.category === category && each.interval !== undefined),
  )
  const [anyCell] = cells
  if (anyCell === undefined) return undefined
  const categories = known.length > 0 ? known : [anyCell.category]
  const shown = cells.filter(({ category }) => categories.includes(category))
  const [first = anyCell] = shown
  const one = categories.length === 1
  const { printable } = first
  const benchmark = benchmarkOf(answer.run, first)
  const subject = one
    ? labelOf(answer, first)
    : `${printable.label}${benchmark === undefined ? '' : `, ${benchmark.title}`}`
  const id = benchmark === undefined ? '' : ` (${benchmark.id})`
  const rows = categories.flatMap((category): Row[] => [
    ...(one ? [] : [heading(category)]),
    ...shown.filter((each) => each.category === category).map(row),
  ])
  return {
    name: `${printable.name}${benchmark === undefined ? '' : `-${benchmark.id}`}`,
    title: `${among ? `${answer.run.scenario.title}: ` : ''}${subject}${id}`,
    subtitle: subtitleOf(answer.run, printable),
    columns: columnsOf(first),
    rows,
    notes: notesOf(answer, shown),
    marks: rows.some(({ cells: [label] }) => label?.kind === 'text' && label.marks?.includes('n'))
      ? [{ mark: 'n', meaning: say.fixedMeaning }]
      : [],
  }
}

function heading(category: string): Row {
  return {
    style: 'heading',
    cells: [{ kind: 'text', text: category.charAt(0).toUpperCase() + category.slice(1) }],
  }
}

function columnsOf(first: SampledCell): Column[] {
  const kind = kindIn(first)
  const names = [...quantileNames, 'mean'] as const
  return [
    { name: 'year', label: '', kind: 'text', unbroken: true },
    ...names.map((name): Column => ({ name, label: name === 'mean' ? 'Mean' : name.toUpperCase(), kind })),
    { name: 'run', label: 'Run', kind },
    ...(isGap(first.printable)
      ? [{ name: 'chance-closed', label: 'Closed, %', kind: 'percent' } as const]
      : []),
  ]
}

function row(sampled: SampledCell): Row {
  const { cell, interval, exact, printable, fixed } = sampled
  const label: Cell = {
    kind: 'text',
    text: financialYear(cell.year ?? 0),
    marks: fixed && interval !== undefined ? ['n'] : [],
  }
  const width = isGap(printable) ? 8 : 7
  if (interval === undefined) {
    const reason = missingMeaning(isMissing(exact) ? exact.missing : 'division-by-zero')
    return { cells: [label, ...Array.from({ length: width }, (): Cell => ({ kind: 'missing', reason }))] }
  }
  const as = kindIn(sampled)
  const names = [...quantileNames, 'mean'] as const
  return {
    cells: [
      label,
      ...names.map((name): Cell => ({ kind: 'number', value: decimal(interval[name].value), as })),
      isMissing(exact)
        ? { kind: 'missing', reason: missingMeaning(exact.missing) }
        : { kind: 'number', value: inUnit(sampled, exact.n), as },
      ...(isGap(printable)
        ? [{ kind: 'number', value: decimal(interval.atMostZero.value * 100), as: 'percent' } as const]
        : []),
    ],
  }
}

function notesOf({ run }: Simulated, shown: readonly SampledCell[]): Sentence[] {
  const [first] = shown
  if (first === undefined) return []
  const years = [...new Set(shown.flatMap(({ cell }) => cell.year ?? []))]
  const errors = shown.flatMap(({ interval }) => (interval === undefined ? [] : [interval.p50.se]))
  const chances = shown.flatMap(({ interval }) => (interval === undefined ? [] : [interval.atMostZero.se]))
  return [
    isGap(first.printable) ? say.positiveMeansShort : '',
    say.quantileNote,
    say.runNote,
    ...(errors.length === 0
      ? []
      : [
          say.largestError(
            decimal(Math.max(...errors)),
            kindIn(first),
            isGap(first.printable) ? decimal(100 * Math.max(...chances)) : undefined,
          ),
        ]),
    ...breaksWithin(run, years).map(breakSentence),
    ...flagNotes(shown.map(({ exact, flags }) => (isMissing(exact) ? exact : { ...exact, flags }))),
  ].filter((note) => note !== '')
}
