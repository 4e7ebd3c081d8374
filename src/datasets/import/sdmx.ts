import * as say from '../../problems/catalogue/import.ts'
import type { Place } from '../../problems/problem.ts'
import { assetOfCode } from './assets.ts'
import type { Gathering, GatheredRow, OwnAbout } from './gathering.ts'
import type { Asked, ImportFile } from './importer.ts'
import { nationOf } from './nations.ts'
import { numberText, times } from './number-text.ts'
import { publication, publishedOf, slug } from './publication.ts'
import type { Publisher } from './publication.ts'

/** One observation of a statistical cube: a code for each dimension, by lower-case name. */
export interface CubeCell {
  readonly keys: Readonly<Record<string, string>>
  readonly period: string
  /** As printed, empty where there is none. */
  readonly value: string
  /** The exponent of its unit: 6 for millions. */
  readonly exponent: number
  /** The publisher's flags, as printed. */
  readonly flags: string
  readonly place: Place
}

/** What a file says of itself. */
export interface CubeFile {
  readonly file: ImportFile
  /** `nama_10_a64_p5`, `DF_TABLE8A` */
  readonly flow: string
  readonly title: string
  readonly published: string | undefined
  readonly by: Publisher
  readonly format: string
}

/** Where a cell goes, or why it is left out. */
type Placed =
  | {
      readonly dataset: string
      readonly dimensions: Readonly<Record<string, string>>
      readonly factor: number
    }
  | { readonly dataset: string; readonly leftOut: string }

/**
 * Places the cells of a cube: into the dataset that holds such figures, where we have one, else all of them into a dataset
 * of their own, whose dimensions are those of the cube that vary.
 */
export function placeCube(cube: CubeFile, cells: readonly CubeCell[], out: Gathering, asked: Asked): void {
  const last = cells.reduce((latest, { period }) => (period > latest ? period : latest), '')
  const published = publishedOf(cube.file, asked, cube.published, last, out)
  const source = publication(cube.by, [cube.format, cube.flow, published], cube.title, published, [cube.file])
  const dataset = datasetOf(cube, cells)
  const varying = varyingNames(cells)
  const place =
    dataset === undefined
      ? ownPlacing(cube, cells, varying, out)
      : (cell: CubeCell) => onlyTotals(placings[dataset](cell.keys), cell.keys, varying)
  out.source(source)
  for (const cell of cells) addCell(cell, place(cell), { published, source: source.id }, out)
}

function addCell(
  cell: CubeCell,
  placed: Placed,
  from: Pick<GatheredRow, 'published' | 'source'>,
  out: Gathering,
): void {
  const { period, place } = cell
  if ('leftOut' in placed) {
    out.skip(placed.dataset, placed.leftOut, place)
    return
  }
  const { dataset, dimensions, factor } = placed
  if (!/^\d{4}$/.test(period)) out.skip(dataset, say.skipped.notYearly(), place)
  else if (cell.value === '') out.skip(dataset, say.skipped.missing(), place)
  else {
    const value = numberText(cell.value)
    if (value === undefined) {
      out.problem(say.notANumberHere(place, cell.value, [...Object.values(cell.keys), period].join(', ')))
      return
    }
    const power = factor + cell.exponent
    const exact = power === 0 ? value : times(value, `1e${power}`)
    const status = /[ep]/i.test(cell.flags) ? 'estimate' : 'outturn'
    out.add(dataset, { dimensions, period, value: exact, status, ...from, ...flagOf(cell.flags), place })
  }
}

/** The publisher's flags stay with the figure: `b` (break in series) becomes `publisher-b`. */
function flagOf(flags: string): { flag?: string } {
  const letters = [...new Set(flags.toLowerCase().match(/[a-z]/g) ?? [])].filter((letter) => letter !== 'a')
  return letters.length === 0 ? {} : { flag: letters.map((letter) => `publisher-${letter}`).join(';') }
}

/* -------------------------------------------------------------------------------------------- the datasets we have */

type Known = keyof typeof placings

/** Where a code stands under several names: Eurostat's, then the OECD's. */
function key(keys: CubeCell['keys'], ...names: readonly string[]): string {
  return names.map((name) => keys[name]).find((code) => code !== undefined && code !== '') ?? ''
}

const nationNames = ['geo', 'ref_area'] as const
const itemNames = ['na_item', 'transaction', 'measure'] as const
const industryNames = ['nace_r2', 'activity'] as const
const assetNames = ['asset10', 'instr_asset'] as const

/** The dataset that a cube's figures belong to, by its dimensions and items. */
function datasetOf(cube: CubeFile, cells: readonly CubeCell[]): Known | undefined {
  const some = (test: (keys: CubeCell['keys']) => boolean) => cells.some(({ keys }) => test(keys))
  const names = Object.keys(cells[0]?.keys ?? {})
  const has = (...wanted: readonly string[]) => wanted.some((name) => names.includes(name))
  const items = (pattern: RegExp) => some((keys) => pattern.test(key(keys, ...itemNames)))
  if (has(...assetNames) && has(...industryNames)) {
    if (items(/^P51G$/)) return 'health-capital-assets'
    if (some((keys) => /^N11.*N$/.test(key(keys, ...assetNames))) || items(/^LE/))
      return 'health-capital-stock'
    return some((keys) => /^N11/.test(key(keys, ...assetNames))) ? 'health-capital-assets' : undefined
  }
  if (has('cofog99') && items(/^P5$/)) return 'government-health-capital'
  if (/capital formation/i.test(cube.title) && /health/i.test(cube.title)) return 'health-capital-share'
  return items(/^B1GQ$/) && !has(...industryNames) ? 'nation-gdp' : undefined
}

/** Names of dimensions that have more than one code in the file. */
function varyingNames(cells: readonly CubeCell[]): readonly string[] {
  const first = cells[0]?.keys ?? {}
  return Object.keys(first).filter((name) => cells.some(({ keys }) => keys[name] !== first[name]))
}

/** The dimensions that our datasets speak of; along any other that varies, the total is taken. */
const spokenOf: readonly string[] = [
  ...nationNames,
  ...itemNames,
  ...industryNames,
  ...assetNames,
  ...['unit', 'unit_measure', 'price_base', 'freq', 'cofog99', 'sector'],
]

function onlyTotals(placed: Placed, keys: CubeCell['keys'], varying: readonly string[]): Placed {
  if ('leftOut' in placed) return placed
  const part = varying.find((name) => !spokenOf.includes(name) && !/^(?:_T|_Z|N|)$/.test(keys[name] ?? ''))
  if (part === undefined) return placed
  return { dataset: placed.dataset, leftOut: say.skipped.otherItem(part, keys[part] ?? '') }
}

/** Keys that must have one of a few codes; the first that has another is why the cell is left out. */
function refusal(
  keys: CubeCell['keys'],
  wanted: readonly (readonly [readonly string[], RegExp])[],
): string | undefined {
  for (const [names, pattern] of wanted) {
    const name = names.find((each) => (keys[each] ?? '') !== '')
    const code = name === undefined ? '' : (keys[name] ?? '')
    if (name !== undefined && !pattern.test(code))
      return names.includes('unit') ? say.skipped.otherUnit(code) : say.skipped.otherItem(name, code)
  }
  return undefined
}

const nationalUnit = [['unit', 'unit_measure'], /^(?:CP_MNAC|MIO_NAC|CRC_MNAC|XDC|NAC)$/] as const
const currentPrices = [['price_base'], /^(?:V|_Z)$/] as const
const yearly = [['freq'], /^A$/] as const

const placings = {
  'health-capital-assets': (keys: CubeCell['keys']): Placed => {
    const dataset = 'health-capital-assets'
    const wanted = [nationalUnit, currentPrices, yearly, [itemNames, /^P51G?$/]] as const
    const industry = industries[key(keys, ...industryNames)]
    const asset = assetOfCode(key(keys, ...assetNames))
    const leftOut =
      refusal(keys, wanted) ??
      (industry === undefined ? say.skipped.otherIndustry() : undefined) ??
      (asset === undefined ? say.skipped.otherItem('asset', key(keys, ...assetNames)) : undefined)
    return placed(dataset, keys, leftOut, { industry: industry ?? '', asset: asset ?? '' }, -6)
  },
  'health-capital-stock': (keys: CubeCell['keys']): Placed => {
    const dataset = 'health-capital-stock'
    const industry = industries[key(keys, ...industryNames)]
    const code = key(keys, ...assetNames)
    const asset = assetOfCode(code)
    const leftOut =
      refusal(keys, [nationalUnit, currentPrices, yearly]) ??
      (industry !== 'Q86' ? say.skipped.otherIndustry() : undefined) ??
      (code.endsWith('G') ? say.skipped.gross() : undefined) ??
      (asset === undefined ? say.skipped.otherItem('asset', code) : undefined)
    return placed(dataset, keys, leftOut, { asset: asset ?? '' }, -6)
  },
  'government-health-capital': (keys: CubeCell['keys']): Placed => {
    const dataset = 'government-health-capital'
    const of = functions[key(keys, 'cofog99')]
    const sector = sectors[key(keys, 'sector')]
    const leftOut =
      refusal(keys, [nationalUnit, yearly, [['na_item'], /^P5$/]]) ??
      (of === undefined ? say.skipped.otherItem('cofog99', key(keys, 'cofog99')) : undefined) ??
      (sector === undefined ? say.skipped.otherItem('sector', key(keys, 'sector')) : undefined)
    return placed(dataset, keys, leftOut, { function: of ?? '', sector: sector ?? '' }, -6)
  },
  'health-capital-share': (keys: CubeCell['keys']): Placed =>
    placed('health-capital-share', keys, refusal(keys, [[['unit_measure'], /^PT_B1GQ$/], yearly]), {}, 0),
  'nation-gdp': (keys: CubeCell['keys']): Placed => {
    const wanted = [nationalUnit, currentPrices, yearly, [itemNames, /^B1GQ$/]] as const
    return placed('nation-gdp', keys, refusal(keys, wanted), {}, 0)
  },
} as const

/** @param unit the exponent of the dataset's own unit, taken away: -6 where it is in millions */
function placed(
  dataset: string,
  keys: CubeCell['keys'],
  leftOut: string | undefined,
  dimensions: Readonly<Record<string, string>>,
  unit: number,
): Placed {
  const nation = nationOf(key(keys, ...nationNames))
  if (leftOut !== undefined) return { dataset, leftOut }
  if (nation === undefined) return { dataset, leftOut: say.skipped.unknownNation() }
  return { dataset, dimensions: { nation, ...dimensions }, factor: unit }
}

const industries: Readonly<Record<string, string>> = {
  Q: 'Q',
  Q86: 'Q86',
  Q87_Q88: 'Q87-Q88',
  'Q87-Q88': 'Q87-Q88',
  Q87T88: 'Q87-Q88',
}
const functions: Readonly<Record<string, string>> = { GF07: 'health', GF0705: 'health-research' }
const sectors: Readonly<Record<string, string>> = { S13: 'general-government', S1311: 'central-government' }

/* ---------------------------------------------------------------------------------------------- a dataset of its own */

function ownPlacing(
  cube: CubeFile,
  cells: readonly CubeCell[],
  varies: readonly string[],
  out: Gathering,
): (cell: CubeCell) => Placed {
  const names = Object.keys(cells[0]?.keys ?? {})
  const area = names.find((name) => nationNames.some((nation) => nation === name))
  const codes = (name: string) => [...new Set(cells.map(({ keys }) => keys[name] ?? ''))]
  const units = codes(names.includes('unit') ? 'unit' : 'unit_measure').filter((code) => code !== '')
  const varying = varies.filter((name) => name !== area && !codes(name).includes(''))
  const dimensions = [...(area === undefined ? [] : ['nation']), ...varying.map(slug)]
  const dataset = slug(`${cube.format} ${cube.flow}`)
  out.define(dataset, ownAbout(cube, dimensions, units))
  return ({ keys, exponent }) => ({
    dataset,
    dimensions: Object.fromEntries([
      ...(area === undefined ? [] : [['nation', nationOf(keys[area] ?? '') ?? keys[area] ?? '']]),
      ...varying.map((name) => [slug(name), keys[name] ?? '']),
    ]) as Record<string, string>,
    // Where the unit's own name says millions, the figure stays as printed.
    factor: names.includes('unit') ? -exponent : 0,
  })
}

function ownAbout(cube: CubeFile, dimensions: readonly string[], units: readonly string[]): OwnAbout {
  return {
    title: cube.title,
    unit: units.length === 1 ? (units[0] ?? '') : say.unitByRow(),
    prices: 'none',
    yearType: 'calendar',
    dimensions: [...dimensions],
    definition: say.ownDefinition(cube.title, cube.by.publisher),
    caveats: [],
    licence: cube.by.licence,
    asOfSide: 'economy',
  }
}
