import { isMissing, type Exact } from '../engine/calculators/exact.ts'
import { comparatorShare, comparatorOf, nationsOf } from '../figures/comparators.ts'
import {
  lookbackGapPercent,
  lookbackGapPercentTotal,
  printedActual,
  printedCounterfactual,
  printedLookbackGap,
} from '../figures/lookback.ts'
import type { ModelFigure } from '../figures/model.ts'
import { nationShare } from '../figures/nation-shares.ts'
import * as say from '../problems/catalogue/headline.ts'
import {
  calendarPricesSentence,
  lookbackPositiveMeans,
  missingMeaning,
} from '../problems/catalogue/report.ts'
import { currencyOf } from '../run/lookback.ts'
import type { ModelRun } from '../run/run.ts'
import type { Decimal } from '../terms/decimal.ts'
import type { Cell as Place } from '../terms/cell.ts'
import type { Unit } from '../terms/unit.ts'
import { rangeLabel, yearsOf } from '../terms/year.ts'
import { lookbackAnswer, lookbackOf } from './history/answer.ts'
import { leadersNote, nationsData, nationsNote } from './run/comparator-note.ts'
import { flagNotes, markMeanings, peopleCell } from './run/values.ts'
import type { Cell, ColumnKind, Report, Row, Sentence, Table } from './table.ts'

/** The columns of a look-back in long form (README.md, formats). */
export const lookbackColumns = [
  'group',
  'subject',
  'series',
  'asset',
  'weighting',
  'nations',
  'year',
  'figure',
  'value',
  'unit',
  'prices',
  'status',
  'flags',
] as const

const comparator = 'lookback'

/** A figure of the look-back: its value in a year, its value over the window, and how it is printed. */
interface LookbackFigure {
  readonly name: string
  readonly label: string
  readonly as: ColumnKind
  /** Percent of what, where the figure is a rate. */
  readonly percentOf?: 'GDP' | 'actual'
  readonly value: (run: ModelRun, calendarYear: number) => Exact
  readonly total?: (run: ModelRun) => Exact
}

const figures: readonly LookbackFigure[] = [
  rate('subject-share', 'Share of GDP, %', 'GDP', (run, calendarYear) => {
    const { subject, series, asset } = lookbackOf(run)
    return run.exact(nationShare, { nation: subject, series, asset, calendarYear })
  }),
  rate('comparator-share', 'Comparator share, %', 'GDP', (run, calendarYear) =>
    run.exact(comparatorShare, { comparator, calendarYear }),
  ),
  money('actual', 'Actual', printedActual),
  money('counterfactual', 'At that share', printedCounterfactual),
  money('gap', 'Gap', printedLookbackGap),
  rate(
    'gap-percent',
    'Gap, % of actual',
    'actual',
    (run, calendarYear) => run.exact(lookbackGapPercent, { comparator, calendarYear }),
    (run) => run.exact(lookbackGapPercentTotal, { comparator }),
  ),
]

/** The answer to `capgap lookback`, for a run whose look-back is settled (`settleLookback`). */
export function lookbackReport(run: ModelRun): Report {
  const years = yearsOf(lookbackOf(run).window)
  const table = peopleTable(run, years)
  const long = longTable(run, years)
  return {
    headline: [headline(run)],
    tables: [table],
    long,
    ...lookbackAnswer(run, { comparators: [nationsData(run, comparator)] }),
  }
}

function headline(run: ModelRun): Sentence {
  const { subject, window, group, asset } = lookbackOf(run)
  const actual = run.exact(printedActual.total, { comparator })
  const gap = run.exact(printedLookbackGap.total, { comparator })
  const percent = run.exact(lookbackGapPercentTotal, { comparator })
  const words = {
    subject: subject === 'GBR' ? 'The UK' : subject,
    group,
    nations: nationsOf(comparatorOf({ comparator }, run.model), run.model).kept.length,
    years: rangeLabel(window, 'calendar'),
    asset: say.assetAlone(asset),
    prices: pricesWords(run),
  }
  if (isMissing(actual) || isMissing(gap) || isMissing(percent)) {
    const reason = [actual, gap, percent].find(isMissing)
    return say.lookbackWithoutAnswer(words, missingMeaning(reason?.missing ?? ''))
  }
  const money = (value: Decimal): Exclude<Sentence, string> => [
    { value, as: 'money', ...(subject === 'GBR' ? {} : { currency: say.nationalCurrency }) },
  ]
  return say.lookbackHeadline(
    words,
    { actual: money(actual.n), gap: money(gap.n.abs()) },
    percent.n.times(100),
  )
}

function pricesWords(run: ModelRun): string {
  const { lookbackBase } = run.model
  return lookbackBase === undefined ? say.moneyOfTheDay() : say.pricesOf(String(lookbackBase))
}

function peopleTable(run: ModelRun, years: readonly number[]): Table {
  const { subject, group, asset } = lookbackOf(run)
  const { lookbackBase } = run.model
  const vintage = run.vintageOf('gdp-deflator-calendar')
  const rows: Row[] = years.map((year) => ({
    cells: [
      { kind: 'text', text: String(year) },
      ...figures.map((figure) => cell(figure, figure.value(run, year))),
    ],
  }))
  const totals = figures.map((figure): Cell => {
    const total = figure.total?.(run)
    return total === undefined ? { kind: 'text', text: '' } : cell(figure, total)
  })
  const used = new Set(
    [...rows.flatMap((row) => row.cells), ...totals].flatMap((each) =>
      each.kind === 'number' ? (each.marks ?? []) : [],
    ),
  )
  return {
    name: 'lookback',
    title: `${subject} against ${group}${say.assetAlone(asset).replace(/,$/, '')}`,
    subtitle: `${subject === 'GBR' ? '£bn' : 'Billion national currency'} and percent, ${pricesWords(run)}, calendar years, gross fixed capital formation in health by all funders`,
    columns: [
      { name: 'year', label: '', kind: 'text' },
      ...figures.map(({ name, label, as }) => ({ name, label, kind: as })),
    ],
    rows: [...rows, { style: 'total', cells: [{ kind: 'text', text: 'All years' }, ...totals] }],
    notes: [
      lookbackPositiveMeans,
      ...(lookbackBase === undefined || vintage === undefined
        ? []
        : [calendarPricesSentence(lookbackBase, vintage)]),
      nationsNote(run, comparator),
      ...leadersNote(run, comparator),
      ...flagNotes(years.flatMap((year) => figures.map((figure) => figure.value(run, year)))),
    ],
    marks: Object.entries(markMeanings)
      .filter(([mark]) => used.has(mark))
      .map(([mark, meaning]) => ({ mark, meaning })),
  }
}

function cell(figure: LookbackFigure, exact: Exact): Cell {
  const printed =
    isMissing(exact) || figure.percentOf === undefined ? exact : { ...exact, n: exact.n.times(100) }
  return peopleCell(printed, undefined, figure.as, [])
}

function longTable(run: ModelRun, years: readonly number[]): Table {
  return {
    name: 'lookback',
    title: 'Look-back',
    subtitle: 'Long form: one number a row, unrounded',
    columns: lookbackColumns.map((name) => ({
      name,
      label: name,
      kind: name === 'value' ? 'number' : 'text',
    })),
    rows: figures.flatMap((figure) => [
      ...years.map((year) => longRow(run, figure, String(year), figure.value(run, year))),
      ...(figure.total === undefined ? [] : [longRow(run, figure, 'total', figure.total(run))]),
    ]),
    notes: [],
    marks: [],
  }
}

function longRow(run: ModelRun, figure: LookbackFigure, year: string, exact: Exact): Row {
  const { group, subject, series, asset, weighting, nations } = lookbackOf(run)
  const missing = isMissing(exact)
  const base = run.model.lookbackBase
  const texts = {
    ...{ group, subject, series, asset, weighting, nations, year },
    figure: figure.name,
    unit: figure.percentOf === undefined ? currencyOf(subject, run.data) : `percent of ${figure.percentOf}`,
    prices: base === undefined ? 'nominal' : String(base),
    status: missing ? '' : exact.status,
    flags: missing ? exact.missing : exact.flags.join(';'),
  }
  const value: Cell = missing
    ? { kind: 'missing', reason: exact.missing }
    : { kind: 'number', value: figure.percentOf === undefined ? exact.n : exact.n.times(100) }
  return {
    cells: lookbackColumns.map((column): Cell =>
      column === 'value' ? value : { kind: 'text', text: texts[column] },
    ),
  }
}

function money(
  name: string,
  label: string,
  figure: { printed: ModelFigure<Unit & 'output gfcf-cy'>; total: ModelFigure<Unit & 'output gfcf-cy'> },
): LookbackFigure {
  const at = (place: Place) => ({ comparator, ...place })
  return {
    ...{ name, label, as: 'money' },
    value: (run, calendarYear) => run.exact(figure.printed, at({ calendarYear })),
    total: (run) => run.exact(figure.total, at({})),
  }
}

function rate(
  name: string,
  label: string,
  percentOf: 'GDP' | 'actual',
  value: LookbackFigure['value'],
  total?: (run: ModelRun) => Exact,
): LookbackFigure {
  return { ...{ name, label, percentOf, value }, as: 'percent', ...(total === undefined ? {} : { total }) }
}
