import { usualRows } from '../analyses/sensitivity/drivers-by-variance.ts'
import { readAxis } from '../analyses/vary/ranges.ts'
import { readScaled, type Scale } from '../analyses/vary/scale.ts'
import { listedAssumptions } from '../figures/assumption-list.ts'
import type { ListedAssumption } from '../figures/listed-assumption.ts'
import * as refuse from '../problems/catalogue/sensitivity-usage.ts'
import { nearest } from '../problems/nearest.ts'
import type { Decimal } from '../terms/decimal.ts'
import type { RawSensitivity } from './raw-sensitivity.ts'
import type { Output, OptionReader } from './options.ts'

/** The parts of `sensitivity`, in the order in which they are shown. */
export const sensitivityParts = ['curve', 'tornado', 'drivers', 'switching', 'grid'] as const
export type SensitivityPart = (typeof sensitivityParts)[number]

/** Those asked for; without an option all but the grid, which needs two names. Machines are given one at a time. */
export function partsAsked(
  reader: OptionReader,
  raw: RawSensitivity,
  { format }: Output,
): readonly SensitivityPart[] {
  const named = sensitivityParts.filter((part) =>
    part === 'grid' ? raw.grid !== undefined : raw[part] === true,
  )
  const parts = named.length > 0 ? named : sensitivityParts.filter((part) => part !== 'grid')
  if (parts.length > 1 && format !== 'table' && format !== 'markdown')
    reader.refuse(refuse.onePartAtATime(format, parts))
  return parts
}

/** One side of a grid as it was written: an assumption, and its values where they were named. */
export interface WrittenAxis {
  readonly listed: ListedAssumption
  readonly values: readonly [Decimal, ...Decimal[]] | undefined
  /** The same as texts, for the scenario to check. */
  readonly texts: readonly string[]
}

const mostValues = 60

/** `A B`, or `A=low..high:step B=a,b,c`; every mistake is kept by the reader. */
export function readGrid(
  reader: OptionReader,
  written: readonly string[] | undefined,
): readonly WrittenAxis[] {
  if (written === undefined) return []
  if (written.length !== 2) {
    reader.refuse(refuse.gridTakesTwo(written.length))
    return []
  }
  const axes = written.flatMap((text, index) => readGridAxis(reader, text, index + 1))
  const [down, across] = axes
  if (down !== undefined && down.listed === across?.listed) reader.refuse(refuse.gridOfOne(down.listed.name))
  return axes
}

const scaleOf: Readonly<Record<ListedAssumption['unit'], Scale['kind']>> = {
  percent: 'share',
  money: 'money',
  number: 'number',
}

function readGridAxis(reader: OptionReader, text: string, ordinal: number): WrittenAxis[] {
  const place = { file: '--grid', line: ordinal, column: 1, excerpt: text }
  const [key = ''] = text.split('=', 1)
  const name = key.trim().replace(/^assumptions\./, '')
  const names = listedAssumptions.map((each) => each.name)
  const listed = listedAssumptions.find((each) => each.name === name)
  if (listed === undefined) {
    reader.refuse(refuse.gridUnknown(place, name, nearest(name, names)))
    return []
  }
  if (!text.includes('=')) return [{ listed, values: undefined, texts: [] }]
  const axis = readAxis('--grid', ordinal, text)
  if (!('key' in axis)) {
    for (const problem of axis) reader.refuse(problem)
    return []
  }
  if (axis.values.length > mostValues) {
    reader.refuse(refuse.gridTooLarge(name, mostValues))
    return []
  }
  const values = axis.values.flatMap((each): Decimal[] => {
    const read = readScaled(each)
    const fits =
      read?.scale.kind === scaleOf[listed.unit] &&
      !(read.scale.kind === 'money' && read.scale.prices !== undefined) &&
      !(read.scale.kind === 'share' && read.scale.of !== undefined)
    if (fits) return [read.value]
    reader.refuse(refuse.gridUnit(place, name, each, listed.unit))
    return []
  })
  const [first, ...rest] = values
  return first === undefined ? [] : [{ listed, values: [first, ...rest], texts: axis.values }]
}

const mostRows = 4_194_304

/** Rows of the design in all. */
export function readRows(reader: OptionReader, text: string | undefined): number {
  if (text === undefined) return usualRows
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= mostRows) return value
  reader.refuse(refuse.tooManyRows(text))
  return usualRows
}
