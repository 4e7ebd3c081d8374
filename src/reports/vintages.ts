import { plansAgainstOutturn, type PlanAgainstOutturn } from '../analyses/revisions/plans.ts'
import { grouped, revisionsOf, type Revision, type SeriesRevisions } from '../analyses/revisions/vintages.ts'
import * as say from '../problems/catalogue/vintages.ts'
import { Decimal } from '../terms/decimal.ts'
import type { Observation } from '../terms/observation.ts'
import { version } from '../terms/version.ts'
import { textCell } from './cells.ts'
import { caveatsOfDataset } from './caveats.ts'
import { markMeanings, statusMarks } from './run/values.ts'
import type { Cell, Column, Report, Row, SourceLine, Table } from './table.ts'

/** One dataset through time: what each publication said, and what became of plans. */
export interface DatasetInTime {
  readonly name: string
  readonly about: {
    readonly title: string
    readonly unit: string
    readonly prices: string
    readonly definition: string
    readonly caveats: readonly string[]
    readonly dimensions: readonly string[]
  }
  readonly observations: readonly Observation[]
  /** Index bases by vintage, where the dataset has them. */
  readonly bases: ReadonlyMap<string, string>
  readonly sources: readonly SourceLine[]
  readonly asOf: string | undefined
  /** Rows that an as-of date leaves out. */
  readonly leftOut: number
  readonly dataHash: string
}

/** `capgap data show DATASET --vintages`: the revisions of each period side by side. */
export function vintagesReport(dataset: DatasetInTime): Report {
  const all = revisionsOf(dataset.observations)
  const periods = all.flatMap((series) => series.periods)
  const revised = periods.filter(({ revisions }) => revisions.length > 1).length
  const shown = all.filter(({ vintages }) => vintages.length > 1)
  const marks = marksOf(dataset.observations)
  const notes = [
    ...(shown.length < all.length ? [say.unrevised] : []),
    ...(dataset.bases.size > 1 ? [say.basesDiffer(basesWords(dataset.bases))] : []),
    ...asOfNote(dataset),
  ]
  return {
    ...frame(dataset, 'vintages'),
    headline: [say.vintagesHeadline(revised, periods.length)],
    tables: shown.map((series, index) => ({
      ...sideBySide(dataset, series),
      notes: index === shown.length - 1 ? notes : [],
      marks: index === shown.length - 1 ? marks : [],
    })),
    long: vintagesLong(dataset, all),
  }
}

/** `capgap data show DATASET --plans`: what was planned, when, and what was then spent. */
export function plansReport(dataset: DatasetInTime): Report {
  const all = plansAgainstOutturn(dataset.observations)
  const spent = all.filter(({ outturn }) => outturn !== undefined)
  const comparable = all.filter(({ underspend }) => underspend !== undefined)
  return {
    ...frame(dataset, 'plans'),
    headline: [say.plansHeadline(comparable.length, all.length)],
    tables: spent.length === 0 ? [] : [plansTable(dataset, spent, all.length - spent.length)],
    long: plansLong(dataset, all),
  }
}

function frame(dataset: DatasetInTime, kind: string) {
  const { name, about, sources, asOf, dataHash } = dataset
  return {
    sources,
    caveats: caveatsOfDataset(name, about.caveats),
    envelope: {
      capgap: version,
      command: `data show --${kind}`,
      dataset: name,
      asOf: asOf ?? null,
      dataHash,
    },
  }
}

function sideBySide(dataset: DatasetInTime, series: SeriesRevisions): Omit<Table, 'notes' | 'marks'> {
  const { name, about } = dataset
  const label = Object.values(series.dimensions).join(', ')
  return {
    name: [name, ...Object.values(series.dimensions)].join('-'),
    title: label === '' ? about.title : `${about.title}: ${label}`,
    subtitle: say.vintagesSubtitle(about.unit, about.prices),
    columns: [
      { name: 'period', label: '', kind: 'text', unbroken: true },
      ...series.vintages.map((vintage): Column => ({ name: vintage, label: vintage, kind: 'number' })),
    ],
    rows: series.periods.map(({ period, revisions }) => ({
      cells: [textCell(period), ...series.vintages.map((vintage) => published(revisions, vintage))],
    })),
  }
}

function published(revisions: readonly Revision[], vintage: string): Cell {
  const found = revisions.filter((each) => each.vintage === vintage).at(-1)
  if (found === undefined) return textCell('')
  const { value, status } = found.observation
  return { kind: 'number', value, marks: status === undefined ? [] : [statusMarks[status]] }
}

function vintagesLong(dataset: DatasetInTime, all: readonly SeriesRevisions[]): Table {
  const dimensions = dataset.about.dimensions.filter((name) => name !== 'vintage')
  const rows = all.flatMap((series) =>
    series.periods.flatMap(({ period, revisions }) =>
      revisions.map((revision): Cell[] => {
        const { observation, vintage, previous, change, changeRatio } = revision
        return [
          textCell(period),
          ...dimensions.map((name) => textCell(observation.dimensions[name] ?? '')),
          textCell(vintage),
          textCell(observation.published),
          exact(observation.value),
          textCell(observation.status ?? ''),
          orMissing(previous?.value),
          orMissing(change),
          orMissing(changeRatio?.times(100)),
          textCell(dataset.about.unit),
          textCell(dataset.about.prices),
          textCell(observation.source),
          textCell(previous === undefined ? 'first-published' : ''),
          textCell(observation.file),
          exact(new Decimal(observation.line)),
        ]
      }),
    ),
  )
  return long(
    dataset.name,
    ['period', ...dimensions, 'vintage', 'published', 'value', 'status', 'previous', 'change'].concat([
      'change-percent',
      'unit',
      'prices',
      'source',
      'flags',
      'file',
      'line',
    ]),
    ['value', 'previous', 'change', 'change-percent', 'line'],
    rows,
  )
}

function plansTable(dataset: DatasetInTime, plans: readonly PlanAgainstOutturn[], notYet: number): Table {
  const { name, about } = dataset
  const byPublication = grouped(plans, ({ plan }) =>
    JSON.stringify([plan.published, seriesWords(plan), plan.source]),
  )
  const rows = [...byPublication.values()].flatMap((group): Row[] => {
    const [first] = group
    if (first === undefined) return []
    const { plan } = first
    return [
      {
        style: 'heading',
        cells: [textCell(say.planHeading(plan.published, seriesWords(plan), plan.source))],
      },
      ...group.map(planRow),
    ]
  })
  return {
    name,
    title: `${about.title}: plans against what was spent`,
    subtitle: say.plansSubtitle(about.unit, about.prices),
    columns: [
      { name: 'period', label: '', kind: 'text', unbroken: true },
      { name: 'plan', label: 'Plan', kind: 'number' },
      { name: 'outturn', label: 'Outturn', kind: 'number' },
      { name: 'outturn-published', label: 'published', kind: 'text', unbroken: true },
      { name: 'underspend', label: 'Underspend', kind: 'number' },
      { name: 'underspend-percent', label: '%', kind: 'percent' },
    ],
    rows,
    notes: [say.plannedMeans, ...(notYet > 0 ? [say.plansNotYet(notYet)] : []), ...asOfNote(dataset)],
    marks: marksOf(plans.flatMap(({ outturn }) => outturn ?? [])),
  }
}

function planRow({ plan, outturn, underspend, underspendRatio, reason }: PlanAgainstOutturn): Row {
  const why = reason === undefined ? '' : say.whyNoUnderspend(reason)
  const spent: Cell =
    outturn === undefined
      ? { kind: 'missing', reason: why }
      : {
          kind: 'number',
          value: outturn.value,
          marks: outturn.status === undefined ? [] : [statusMarks[outturn.status]],
        }
  return {
    cells: [
      textCell(plan.period),
      exact(plan.value),
      spent,
      textCell(outturn?.published ?? ''),
      underspend === undefined ? { kind: 'missing', reason: why } : exact(underspend),
      underspendRatio === undefined ? { kind: 'missing', reason: why } : exact(underspendRatio.times(100)),
    ],
  }
}

function plansLong(dataset: DatasetInTime, all: readonly PlanAgainstOutturn[]): Table {
  const { dimensions, unit, prices } = dataset.about
  return long(
    dataset.name,
    [
      'period',
      ...dimensions,
      'plan-published',
      'plan',
      ...dimensions.map((name) => `outturn-${name}`),
      'outturn-published',
      'outturn',
      'outturn-status',
      'underspend',
      'underspend-percent',
      'unit',
      'prices',
      'plan-source',
      'outturn-source',
      'flags',
    ],
    ['plan', 'outturn', 'underspend', 'underspend-percent'],
    all.map(({ plan, outturn, underspend, underspendRatio, reason }) => [
      textCell(plan.period),
      ...dimensions.map((name) => textCell(plan.dimensions[name] ?? '')),
      textCell(plan.published),
      exact(plan.value),
      ...dimensions.map((name) => textCell(outturn?.dimensions[name] ?? '')),
      textCell(outturn?.published ?? ''),
      orMissing(outturn?.value),
      textCell(outturn?.status ?? ''),
      orMissing(underspend),
      orMissing(underspendRatio?.times(100)),
      textCell(unit),
      textCell(prices),
      textCell(plan.source),
      textCell(outturn?.source ?? ''),
      textCell(reason ?? ''),
    ]),
  )
}

function asOfNote({ asOf, leftOut }: DatasetInTime): string[] {
  return asOf === undefined ? [] : [say.asOfLeftOut(asOf, leftOut)]
}

function basesWords(bases: ReadonlyMap<string, string>): string {
  return [...bases].map(([vintage, base]) => `${vintage}: ${base}`).join(', ')
}

function seriesWords({ dimensions }: Observation): string {
  return Object.values(dimensions).join(', ')
}

function marksOf(observations: readonly Observation[]): Table['marks'] {
  const used = new Set(
    observations.flatMap(({ status }) => (status === undefined ? [] : [statusMarks[status]])),
  )
  return Object.entries(markMeanings)
    .filter(([mark]) => used.has(mark))
    .map(([mark, meaning]) => ({ mark, meaning }))
}

function long(
  name: string,
  columns: readonly string[],
  numbers: readonly string[],
  rows: readonly (readonly Cell[])[],
): Table {
  return {
    ...{ name, title: '', subtitle: '' },
    columns: columns.map((each) => ({
      name: each,
      label: each,
      kind: numbers.includes(each) ? 'number' : 'text',
    })),
    rows: rows.map((cells) => ({ cells })),
    notes: [],
    marks: [],
  }
}

function exact(value: Decimal): Cell {
  return { kind: 'number', value }
}

/** Empty where the row's flags say why. */
function orMissing(value: Decimal | undefined): Cell {
  return value === undefined ? { kind: 'missing', reason: say.notPublishedThen() } : exact(value)
}
