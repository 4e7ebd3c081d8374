import type { Sensitivity } from '../../analyses/appraise/sensitivity.ts'
import type { Exact } from '../../engine/calculators/exact.ts'
import type { AnyFigure } from '../../engine/figure.ts'
import { gapAppraised } from '../../figures/appraisal/appraisal.ts'
import { annuity, appraisedYears, discountFactor, discountRate } from '../../figures/appraisal/discounting.ts'
import type { Model } from '../../figures/model.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { unitWords, type Unit } from '../../terms/unit.ts'
import { financialYear } from '../../terms/year.ts'
import { longRow } from '../long-row.ts'
import type { Row, Table } from '../table.ts'
import { valueIn, type Appraisal, type CaseName, type Line } from './values.ts'

/** The long form of an appraisal: rates, factors, flows, sums and what moves them; one number a row, unrounded. */

export const appraiseColumns = [
  'scenario',
  'figure',
  'measure',
  'benchmark',
  'category',
  'year',
  'vintage',
  'schedule',
  'case',
  'input',
  'input-value',
  'value',
  'unit',
  'prices',
  'status',
  'flags',
] as const
type Texts = Partial<Record<Exclude<(typeof appraiseColumns)[number], 'value' | 'input-value'>, string>>

const caseNames: Readonly<Record<CaseName, string>> = {
  before: 'as-said',
  after: 'optimism-bias',
  lower: 'lower-rates',
}

export function appraiseLong(
  appraisal: Appraisal,
  vintage: string,
  sensitivities: ReadonlyMap<BenchmarkSetting, readonly Sensitivity[]>,
): Table {
  const { run, schedule, lowerTest } = appraisal
  const base: Texts = { scenario: run.scenario.name, vintage, schedule }
  const years = appraisedYears(run.model)
  const cases: CaseName[] = ['before', 'after', ...(lowerTest ? ['lower' as const] : [])]
  const lines = [...appraisal.measures, ...appraisal.costs, ...appraisal.benchmarks]
  const scheduleOf = (name: CaseName): string => (name === 'lower' ? 'lower' : schedule)
  const plain = (name: CaseName, figure: AnyFigure<Model>, year: number | undefined): Row => {
    const exact = valueIn(appraisal, name, figure, year === undefined ? {} : { year })
    return row(
      {
        ...base,
        figure: figure.name,
        schedule: scheduleOf(name),
        ...(year === undefined ? {} : { year: financialYear(year) }),
        unit: unitWords(figure.unit as Unit).label,
      },
      exact,
    )
  }
  const rates: CaseName[] = ['before', ...(lowerTest ? ['lower' as const] : [])]
  return {
    name: 'appraise',
    title: '',
    subtitle: '',
    columns: appraiseColumns.map((name) => ({
      name,
      label: name,
      kind: name === 'value' || name === 'input-value' ? 'number' : 'text',
    })),
    rows: [
      ...rates.flatMap((name) => [
        ...years.map((year) => plain(name, discountRate, year)),
        ...years.map((year) => plain(name, discountFactor, year)),
        plain(name, annuity, undefined),
      ]),
      ...lines.flatMap((line) => flowRows(appraisal, line, years, base)),
      ...lines.flatMap((line) => cases.flatMap((name) => sumRows(appraisal, line, name, base))),
      ...[...sensitivities].flatMap(([benchmark, all]) =>
        all.flatMap((each) => sensitivityRows(appraisal, benchmark, each, base)),
      ),
    ],
    notes: [],
    marks: [],
  }
}

function flowRows(appraisal: Appraisal, line: Line, years: readonly number[], base: Texts): Row[] {
  return (['before', 'after'] as const).flatMap((name) =>
    years.map((year) =>
      row(
        {
          ...moneyTexts(appraisal, line, base),
          ...{ figure: line.appraised.flow.name, year: financialYear(year), schedule: '' },
          case: caseNames[name],
        },
        valueIn(appraisal, name, line.appraised.flow, { ...line.cell, year }),
      ),
    ),
  )
}

function sumRows(appraisal: Appraisal, line: Line, name: CaseName, base: Texts): Row[] {
  const { undiscounted, presentValue, equivalentAnnual } = line.appraised
  const figures =
    name === 'lower' ? [presentValue, equivalentAnnual] : [undiscounted, presentValue, equivalentAnnual]
  return figures.map((figure) =>
    row(
      {
        ...moneyTexts(appraisal, line, base),
        ...{ figure: figure.name, case: caseNames[name] },
        schedule: figure === undiscounted ? '' : name === 'lower' ? 'lower' : appraisal.schedule,
      },
      valueIn(appraisal, name, figure, line.cell),
    ),
  )
}

/** The value at either end of the range, then where its sign flips: a row each, or one that says nowhere. */
function sensitivityRows(
  appraisal: Appraisal,
  benchmark: BenchmarkSetting,
  { name, low, high, as, atLow, atHigh, flips }: Sensitivity,
  base: Texts,
): Row[] {
  const texts: Texts = {
    ...base,
    ...{ figure: gapAppraised.presentValue.name, benchmark: benchmark.id, category: benchmark.category },
    ...{ input: name, unit: 'GBP million', prices: priceBasisLabel(appraisal.run.settings.prices) },
  }
  const inUnit = (value: Decimal): Decimal => (as === 'percent' ? value.times(100) : value)
  const unit = as === 'percent' ? 'percent' : 'number'
  const flip = { ...texts, figure: 'switching-value', unit, prices: '' }
  return [
    row({ ...texts, case: 'low' }, atLow, inUnit(low)),
    row({ ...texts, case: 'high' }, atHigh, inUnit(high)),
    ...(flips.length === 0 ? [row(flip, { missing: 'none-in-range' })] : []),
    ...flips.map((value) => row(flip, { n: inUnit(value), status: 'assumption', flags: [] })),
  ]
}

function moneyTexts(appraisal: Appraisal, { name, cell, benchmark }: Line, base: Texts): Texts {
  return {
    ...base,
    ...(cell.measure === undefined ? {} : { measure: name }),
    ...(benchmark === undefined ? {} : { benchmark: benchmark.id }),
    category: cell.category ?? 'total',
    unit: 'GBP million',
    prices: priceBasisLabel(appraisal.run.settings.prices),
  }
}

function row(texts: Texts, exact: Exact, input?: Decimal): Row {
  return longRow(appraiseColumns, texts, exact, { 'input-value': input })
}
