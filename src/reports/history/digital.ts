import { publishedClaims } from '../../analyses/replicate/claim.ts'
import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import { comparatorOf, comparatorShare, nationsOf } from '../../figures/comparators.ts'
import { ukAtNationsShare, ukDigitalMeans } from '../../figures/history/digital.ts'
import { nationStockPerWorker, stockShare } from '../../figures/history/stock-ratios.ts'
import type { ModelFigure } from '../../figures/model.ts'
import { nationInvestment, nationShare } from '../../figures/nation-shares.ts'
import { nationStock } from '../../figures/stocks/nation-stock.ts'
import * as say from '../../problems/catalogue/history.ts'
import { digitalEvidence, missingMeaning } from '../../problems/catalogue/report.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Cell as Place } from '../../terms/cell.ts'
import { unitWords, type Unit } from '../../terms/unit.ts'
import { citation } from '../run/comparator-note.ts'
import { printedValue } from '../run/values.ts'
import type { Cell, ColumnKind, Report, Row, Table } from '../table.ts'
import { lookbackAnswer, ofNation } from './answer.ts'

/** The page on digital: the flow, the stock, the costed need and the leaders side by side, and what each can show. */

type Part = keyof typeof say.digitalTables

/** One line of the page: a number with its unit, or why there is none. */
interface Line {
  readonly part: Part
  readonly what: string
  readonly nation: string
  readonly year: string
  readonly value: Exact
  readonly unit: string
  /** A key of sources.csv, for what is quoted. */
  readonly source: string
}

export const digitalColumns = [
  'part',
  'what',
  'nation',
  'year',
  'value',
  'unit',
  'prices',
  'status',
  'source',
  'flags',
] as const

/** The year in which most nations have figures by asset. */
const commonYear = 2020
const group = 'eu14'
const uk = 'GBR'

/** The answer to `capgap lookback --digital`. */
export function digitalReport(run: ModelRun): Report {
  const lines = [...flow(run), ...stock(run), ...need(run), ...leaders(run), ...perHead(run)]
  const tables = (Object.keys(say.digitalTables) as Part[]).map((part) =>
    peopleTable(
      part,
      lines.filter((line) => line.part === part),
    ),
  )
  const quoted = lines.flatMap(({ source }) => (source === '' ? [] : [source]))
  const answer = lookbackAnswer(run, { page: 'digital' })
  const cited = new Map(answer.sources.map((each) => [each.id, each]))
  for (const id of quoted) cited.set(id, { id, citation: citation(run, id) })
  return {
    ...answer,
    headline: [say.digitalHeadline],
    tables,
    long: longTable(lines),
    sources: [...cited.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

const digital = { series: 'national-accounts', asset: 'digital' } as const

function worked<U extends Unit>(
  run: ModelRun,
  part: Part,
  what: string,
  figure: ModelFigure<U>,
  place: Place,
  when?: string,
): Line {
  const { nation = uk, calendarYear } = place
  return {
    ...{ part, what, nation, source: '' },
    year: when ?? String(calendarYear ?? ''),
    value: printedValue(run, figure, place),
    unit: ofNation(unitWords(figure.unit).label, nation),
  }
}

function comparedBy(run: ModelRun, weighting: 'simple' | 'median'): ModelRun {
  const window = { from: commonYear, to: commonYear }
  return run.with({
    lookback: { ...digital, group, weighting, nations: 'available', window, subject: uk },
  })
}

function flow(run: ModelRun): Line[] {
  const calendarYear = commonYear
  const cell = { ...digital, nation: uk, calendarYear }
  return [
    ...ukDigitalMeans.map(({ years, figure }) => worked(run, 'flow', say.ukMean(years), figure, {}, years)),
    worked(run, 'flow', uk, nationShare, cell),
    ...(['simple', 'median'] as const).map((weighting) => {
      const compared = comparedBy(run, weighting)
      const { kept } = nationsOf(
        comparatorOf({ comparator: 'lookback' }, compared.model),
        compared.model,
        calendarYear,
      )
      const what = say.shareOfNations(group, kept.length, weighting === 'simple' ? 'mean' : 'median')
      const line = worked(compared, 'flow', what, comparatorShare, { comparator: 'lookback', calendarYear })
      return { ...line, nation: group }
    }),
    ...leadingNations(run).map((nation) => worked(run, 'flow', nation, nationShare, { ...cell, nation })),
  ]
}

/** The three nations of the group with the highest digital share of GDP in the common year. */
function leadingNations(run: ModelRun): string[] {
  const shares = run.model.group(group).flatMap((nation) => {
    const share = run.exact(nationShare, { ...digital, nation, calendarYear: commonYear })
    return isMissing(share) || nation === uk ? [] : [{ nation, share: share.n }]
  })
  return shares
    .sort((a, b) => b.share.comparedTo(a.share) || (a.nation < b.nation ? -1 : 1))
    .slice(0, 3)
    .map(({ nation }) => nation)
}

function stock(run: ModelRun): Line[] {
  const last = [2024, 2023].find(
    (calendarYear) => !isMissing(run.exact(stockShare, { nation: uk, calendarYear, asset: 'digital' })),
  )
  const years = [2010, commonYear, ...(last === undefined ? [] : [last])]
  const asset = 'digital'
  return [
    ...years.map((calendarYear) =>
      worked(run, 'stock', uk, nationStock, { nation: uk, calendarYear, asset }),
    ),
    ...years.map((calendarYear) => worked(run, 'stock', uk, stockShare, { nation: uk, calendarYear, asset })),
    worked(run, 'stock', uk, nationStockPerWorker, { nation: uk, calendarYear: commonYear, asset }),
    ...run.model
      .group(group)
      .filter((nation) => nation !== uk)
      .map((nation) => worked(run, 'stock', nation, stockShare, { nation, calendarYear: commonYear, asset })),
  ]
}

/** Claims that cost digital, as printed. */
const costed = /^(pa-digital-|nao-digital-|nao-it-|sr25-technology)/

function need(run: ModelRun): Line[] {
  return publishedClaims(run)
    .filter(({ id }) => costed.test(id))
    .map(({ claim, value, unit, period, source }) => ({
      ...{ part: 'need' as const, what: claim, nation: uk, year: period, unit, source },
      value: { n: value, status: 'estimate', flags: [] },
    }))
}

function leaders(run: ModelRun): Line[] {
  const calendarYear = commonYear
  return [
    worked(run, 'leaders', say.actualUk, nationInvestment, { nation: uk, calendarYear, asset: 'digital' }),
    ...leadingNations(run).map((nation) => ({
      ...worked(run, 'leaders', say.atLeader(nation), ukAtNationsShare, { nation, calendarYear }),
      unit: 'GBP million',
    })),
  ]
}

function perHead(run: ModelRun): Line[] {
  const dataset = run.data.dataset('health-it-per-head')
  return dataset.observations.map(({ dimensions, value, status, source }) => ({
    ...{ part: 'it-per-head' as const, what: dimensions['nation'] ?? '', nation: dimensions['nation'] ?? '' },
    ...{ year: '', unit: dataset.about.unit, source },
    value: { n: value, status: status ?? 'estimate', flags: [] },
  }))
}

function kindOf(unit: string): ColumnKind {
  if (unit === 'GBP million') return 'money'
  if (unit.startsWith('percent')) return 'percent'
  return unit.includes(' per health worker') ? 'per-head' : 'number'
}

function peopleTable(part: Part, lines: readonly Line[]): Table {
  const { title, can, cannot } = say.digitalTables[part]
  const rows = lines.map(({ what, year, value, unit }): Row => {
    const number: Cell = isMissing(value)
      ? { kind: 'missing', reason: missingMeaning(value.missing) }
      : { kind: 'number', value: value.n, as: kindOf(unit) }
    return {
      cells: [
        { kind: 'text', text: what },
        { kind: 'text', text: year },
        number,
        { kind: 'text', text: shortUnit(unit) },
      ],
    }
  })
  return {
    name: `digital-${part}`,
    title,
    subtitle: '',
    columns: [
      { name: 'what', label: '', kind: 'text' },
      { name: 'year', label: 'Year', kind: 'text' },
      { name: 'value', label: '', kind: 'number' },
      { name: 'unit', label: 'Unit', kind: 'text' },
    ],
    rows,
    notes: [can, cannot, ...(part === 'flow' ? [digitalEvidence] : [])],
    marks: [],
  }
}

/** Money is printed in billions of pounds to people. */
function shortUnit(unit: string): string {
  return unit === 'GBP million' ? '£bn' : unit
}

function longTable(lines: readonly Line[]): Table {
  return {
    name: 'digital',
    title: 'Digital',
    subtitle: 'Long form: one number a row, unrounded',
    columns: digitalColumns.map((name) => ({
      name,
      label: name,
      kind: name === 'value' ? 'number' : 'text',
    })),
    rows: lines.map((line): Row => {
      const missing = isMissing(line.value)
      const texts = {
        ...line,
        prices: line.unit.startsWith('percent') ? '' : 'nominal',
        status: missing ? '' : line.value.status,
        flags: missing ? line.value.missing : line.value.flags.join(';'),
      }
      const value: Cell = missing
        ? { kind: 'missing', reason: line.value.missing }
        : { kind: 'number', value: line.value.n }
      return {
        cells: digitalColumns.map((column): Cell =>
          column === 'value' ? value : { kind: 'text', text: texts[column] },
        ),
      }
    }),
    notes: [],
    marks: [],
  }
}
