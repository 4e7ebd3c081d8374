import type { Sensitivity } from '../../analyses/appraise/sensitivity.ts'
import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import { appraisedYears, discountFactor } from '../../figures/appraisal/discounting.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import * as say from '../../problems/catalogue/appraise.ts'
import { onCategory } from '../../problems/catalogue/headline.ts'
import { Decimal } from '../../terms/decimal.ts'
import { percentText } from '../../terms/quantity.ts'
import { financialYear } from '../../terms/year.ts'
import type { Column, Row, Sentence, Table } from '../table.ts'
import { moneyCell, valueIn, words, type Appraisal, type CaseName, type Line } from './values.ts'

/** An appraisal as tables for people: its sums, its flows year by year, and what moves the present value of the gap. */

const { appraiseLabels: labels } = say

/** Sums: as said, a year, with optimism bias, and beyond fifty years at the lower rates. */
export function summaryTable(appraisal: Appraisal, prices: string, notes: readonly Sentence[]): Table {
  const { run, measures, costs, benchmarks, lowerTest } = appraisal
  const title = new Map(run.settings.measures.map((measure) => [measure.id, measure.title]))
  const costLabels: Readonly<Record<string, string>> = {
    capital: labels.capital,
    'revenue-one-off': labels.oneOff,
    'revenue-recurring': labels.recurring,
    cost: labels.cost,
  }
  const row = (line: Line, label: string, style?: 'total'): Row => ({
    cells: [words(label), ...sums(appraisal, line)],
    ...(style === undefined ? {} : { style }),
  })
  const dayToDay = run.settings.measures.some(({ revenue }) => revenue !== undefined)
  const shownCosts = costs.filter(({ name }) => dayToDay || name === 'capital')
  const gaps = benchmarks.filter(({ name }) => name === 'gap')
  const rows: Row[] = [
    ...(measures.length === 0
      ? []
      : [
          heading(labels.cost),
          ...(measures.length > 1
            ? measures.map((line) => row(line, title.get(line.name) ?? line.name))
            : []),
          ...shownCosts.map((line, index) =>
            row(
              line,
              costLabels[line.name] ?? line.name,
              index === shownCosts.length - 1 ? 'total' : undefined,
            ),
          ),
        ]),
    ...(gaps.length === 0 ? [] : [heading(labels.gap), ...gaps.map((line) => row(line, subjectOf(line)))]),
  ]
  const money = (name: string, label: string): Column => ({ name, label, kind: 'money' })
  return {
    name: 'appraisal',
    title: say.summaryTitle(run.scenario.title),
    subtitle: say.appraiseSubtitle(prices),
    columns: [
      { name: 'line', label: '', kind: 'text' },
      money('undiscounted', labels.undiscounted),
      money('present-value', labels.presentValue),
      money('equivalent-annual', labels.annual),
      money('with-optimism-bias', labels.withBias),
      ...(lowerTest ? [money('lower', labels.lower)] : []),
    ],
    rows,
    notes,
    marks: [],
  }
}

function sums(appraisal: Appraisal, { appraised, cell }: Line): Row['cells'] {
  const of = (name: CaseName, figure: Line['appraised']['flow']) =>
    moneyCell(valueIn(appraisal, name, figure, cell))
  return [
    of('before', appraised.undiscounted),
    of('before', appraised.presentValue),
    of('before', appraised.equivalentAnnual),
    of('after', appraised.presentValue),
    ...(appraisal.lowerTest ? [of('lower', appraised.presentValue)] : []),
  ]
}

/** Year by year: the factor, what the measures cost, and the gap of one benchmark. */
export function flowsTable(
  appraisal: Appraisal,
  prices: string,
  benchmark: BenchmarkSetting | undefined,
): Table {
  const { run, costs, benchmarks, measures } = appraisal
  const years = appraisedYears(run.model)
  const shown = years.filter((_, index) => index <= 10 || index % 10 === 0 || years.length <= 16)
  const gap = benchmarks.find((line) => line.name === 'gap' && line.benchmark === benchmark)
  const lines = [
    ...(measures.length === 0 ? [] : costs.filter(({ name }) => name === 'capital' || name === 'cost')),
    ...(gap === undefined ? [] : [gap]),
  ]
  const label = ({ name }: Line): string =>
    name === 'capital' ? labels.capital : name === 'cost' ? labels.cost : labels.gap
  return {
    name: 'flows',
    title: say.flowsTitle(),
    subtitle: say.appraiseSubtitle(prices),
    columns: [
      { name: 'year', label: labels.year, kind: 'text' },
      { name: 'ordinal', label: labels.ordinal, kind: 'number' },
      { name: 'factor', label: labels.factor, kind: 'number' },
      ...lines.map((line): Column => ({ name: line.name, label: label(line), kind: 'money' })),
    ],
    rows: shown.map((year): Row => {
      const factor = valueIn(appraisal, 'before', discountFactor, { year })
      return {
        cells: [
          words(financialYear(year)),
          { kind: 'number', value: new Decimal(year - (years[0] ?? 0)) },
          isMissing(factor) ? moneyCell(factor) : { kind: 'number', value: factor.n },
          ...lines.map(({ appraised, cell }) =>
            moneyCell(valueIn(appraisal, 'before', appraised.flow, { ...cell, year })),
          ),
        ],
      }
    }),
    notes: [
      ...(gap === undefined ? [] : [say.gapOf(subjectOf(gap))]),
      ...(shown.length < years.length ? [say.someYearsShown] : []),
    ],
    marks: [],
  }
}

/** One input at a time. @param biased whether the scenario sets an optimism bias, which is then in what is moved */
export function sensitivityTable(
  benchmark: BenchmarkSetting,
  sensitivities: readonly Sensitivity[],
  biased: boolean,
  notes: readonly Sentence[],
  prices: string,
): Table {
  const text = (name: string, label: string): Column => ({ name, label, kind: 'text' })
  return {
    name: 'sensitivity',
    title: say.sensitivityTitle(
      `${onCategory(benchmark.title, benchmark.category)} (${benchmark.id})`,
      biased,
    ),
    subtitle: say.appraiseSubtitle(prices),
    columns: [
      text('input', labels.input),
      text('now', labels.now),
      text('range', labels.range),
      { name: 'low', label: labels.atLow, kind: 'money' },
      { name: 'high', label: labels.atHigh, kind: 'money' },
      text('flips', labels.flips),
    ],
    rows: sensitivities.map((each): Row => {
      const range = `${written(each.low, each)} … ${written(each.high, each)}`
      const [first, ...more] = each.flips
      return {
        cells: [
          words(say.variedWord(each.name)),
          each.now === undefined ? moneyCell(noSingleNumber) : words(written(each.now, each)),
          words(range),
          moneyCell(each.atLow),
          moneyCell(each.atHigh),
          words(
            first === undefined
              ? say.noneInRange()
              : say.severalFlips(written(first.toDecimalPlaces(5), each), more.length),
          ),
        ],
      }
    }),
    notes,
    marks: [],
  }
}

const noSingleNumber: Exact = { missing: 'not-a-single-number' }

function written(value: Decimal, { as }: Pick<Sensitivity, 'as'>): string {
  return as === 'percent' ? percentText(value) : `× ${value.toFixed()}`
}

export function subjectOf({ benchmark, name }: Line): string {
  return benchmark === undefined
    ? name
    : `${onCategory(benchmark.title, benchmark.category)} (${benchmark.id})`
}

function heading(text: string): Row {
  return { style: 'heading', cells: [words(text)] }
}
