import { creditedAt, type Credited, type Pair } from '../../analyses/compare/compare.ts'
import { creditMethods, mostInputs, type CreditMethod, type Credits } from '../../analyses/compare/credit.ts'
import { sampledPairs } from '../../analyses/compare/orderings.ts'
import { isMissing } from '../../engine/calculators/exact.ts'
import * as say from '../../problems/catalogue/compare.ts'
import { missingMeaning } from '../../problems/catalogue/report.ts'
import { Decimal } from '../../terms/decimal.ts'
import { financialYear } from '../../terms/year.ts'
import { kindOf } from '../run/values.ts'
import { textCell } from '../cells.ts'
import type { Cell, Column, Row, Sentence, Table } from '../table.ts'
import { placeOf, type Line } from './places.ts'
import { plainCell, type Compared } from './results.ts'

/** What made the difference: one table a pair, a block of rows a number that differs. */

/** A credited number with the line of the report it belongs to. */
export interface CreditedLine {
  readonly pair: Pair
  readonly line: Line
  readonly credited: Credited
}

export function creditedLines(
  pair: Pair,
  lines: readonly Line[],
  years: readonly number[],
  seed: number,
): CreditedLine[] {
  const asked = lines.flatMap((line) => years.map((year) => ({ line, place: placeOf(line, year) })))
  const credited = creditedAt(
    pair,
    asked.map(({ place }) => place),
    seed,
  )
  return asked.flatMap(({ line, place }) => {
    const found = credited.find((each) => each.place === place)
    return found === undefined ? [] : [{ pair, line, credited: found }]
  })
}

export function creditTable(
  compared: Compared,
  index: number,
  credited: readonly CreditedLine[],
  seed: number,
): Table | undefined {
  const moved = credited.filter(({ credited: { difference } }) => {
    const { change } = difference
    return !isMissing(change) && !change.n.isZero()
  })
  if (moved.length === 0) return undefined
  const sampled = moved.some(({ credited: each }) => each.inputs.length > mostInputs)
  const { names, pairs, prices } = compared
  const { compareLabels: labels } = say
  const title =
    pairs.length === 1
      ? labels.credit
      : say.differenceOfTwo(labels.credit, names[index + 1] ?? '', names[0] ?? '')
  const money = (name: string): Column => ({
    name,
    label: labels[name as keyof typeof labels],
    kind: 'money',
  })
  return {
    name: `credit-${index + 1}`,
    title,
    subtitle: say.creditSubtitle(prices),
    columns: [
      { name: 'input', label: labels.input, kind: 'text' },
      ...creditMethods.map(money),
      ...(sampled ? [money('error')] : []),
    ],
    rows: groups(moved).flatMap((each) => block(each, sampled)),
    notes: notesOf(moved, sampled, seed),
    marks: [],
  }
}

function notesOf(moved: readonly CreditedLine[], sampled: boolean, seed: number): Sentence[] {
  const tied = new Set(
    moved.flatMap(({ credited }) =>
      credited.inputs.filter(({ parts }) => parts.length > 1).map(({ name }) => name),
    ),
  )
  return [
    say.stackedMeans,
    say.creditWhole,
    ...(tied.size === 0 ? [] : [say.tiedInputs([...tied])]),
    ...(sampled ? [say.sampledOrders(sampledPairs, seed)] : []),
  ]
}

/** The inputs that move a number (or several that move alike), the residual and the whole. */
function block(alike: Alike, sampled: boolean): Row[] {
  const [{ line, credited }] = alike
  const { place, difference, inputs, credits, residual } = credited
  const kind = kindOf(line.figure.unit)
  const heading = say.creditHeading(line.figure.label, subjects(alike), financialYear(place.cell.year ?? 0))
  const parts = (index: number): Cell[] => [
    ...creditMethods.map((method) => partCell(credits[method], index, kind)),
    ...(sampled ? [errorCell(credits.shapley, index, kind)] : []),
  ]
  const blank: Cell[] = sampled ? [textCell('')] : []
  const ofInputs = inputs.flatMap(({ name }, index): Row[] =>
    movesNothing(credits, index) ? [] : [{ cells: [textCell(name), ...parts(index)] }],
  )
  const whole = (label: string, cell: Cell): Cell[] => [
    textCell(label),
    ...creditMethods.map(() => cell),
    ...blank,
  ]
  return [
    { style: 'heading', cells: [textCell(heading)] },
    ...ofInputs,
    { cells: whole(say.compareLabels.residual, plainCell(residual, kind)) },
    { style: 'total', cells: whole(say.compareLabels.difference, plainCell(difference.change, kind)) },
  ]
}

/** Numbers of one figure and year that the same inputs move by the same amounts. */
type Alike = readonly [CreditedLine, ...CreditedLine[]]

function groups(lines: readonly CreditedLine[]): Alike[] {
  const all: [CreditedLine, ...CreditedLine[]][] = []
  for (const line of lines) {
    const group = all.find(([first]) => movesAlike(first, line))
    if (group === undefined) all.push([line])
    else group.push(line)
  }
  return all
}

/** Money that differs by less than this, in GBP million, differs by rounding at the 40th digit alone. */
const rounding = '1e-20'

function movesAlike(a: CreditedLine, b: CreditedLine): boolean {
  if (a.line.figure !== b.line.figure || a.credited.place.cell.year !== b.credited.place.cell.year)
    return false
  const [one, other] = [partsOf(a), partsOf(b)]
  const names = [...new Set([...one.keys(), ...other.keys()])]
  return names.every((name) => {
    const pair = [one.get(name), other.get(name)]
    return creditMethods.every((_, method) => {
      const [x, y] = pair.map((parts) => parts?.[method] ?? new Decimal(0))
      return x !== undefined && y !== undefined && x.minus(y).abs().lt(rounding)
    })
  })
}

/** What each input moves under each method; empty where some method gives no answer. */
function partsOf({ credited: { inputs, credits } }: CreditedLine): Map<string, Decimal[]> {
  return new Map(
    inputs.map(({ name }, index) => [
      name,
      creditMethods.map((method) => {
        const of = credits[method]
        return ('parts' in of ? of.parts[index] : undefined) ?? new Decimal(NaN)
      }),
    ]),
  )
}

/** `eu14, oecd`, `digital`, `eu14 (digital)`; nothing for a total without a benchmark. */
function subjects(alike: Alike): string {
  const named = alike.map(({ line: { benchmark, category, own } }) => {
    if (benchmark === undefined) return own && category === 'total' ? '' : category
    return own ? benchmark.id : `${benchmark.id} (${category})`
  })
  return named.filter((each) => each !== '').join(', ')
}

function movesNothing(credits: Readonly<Record<CreditMethod, Credits>>, index: number): boolean {
  return creditMethods.every((method) => {
    const of = credits[method]
    return 'parts' in of && of.parts[index]?.isZero() === true
  })
}

function partCell(credits: Credits, index: number, as: ReturnType<typeof kindOf>): Cell {
  if ('missing' in credits) return { kind: 'missing', reason: missingMeaning(credits.missing) }
  const value = credits.parts[index]
  return value === undefined ? textCell('') : { kind: 'number', value, as }
}

function errorCell(credits: Credits, index: number, as: ReturnType<typeof kindOf>): Cell {
  const value = 'errors' in credits ? credits.errors[index] : undefined
  return value === undefined ? textCell('') : { kind: 'number', value, as }
}
