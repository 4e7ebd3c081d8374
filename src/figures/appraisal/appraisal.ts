import type { AnyFigure } from '../../engine/figure.ts'
import { categories } from '../../terms/category.ts'
import type { Cell } from '../../terms/cell.ts'
import { gap, gapHigh, gapLow } from '../gap.ts'
import { shareOfMeasure } from '../measures/by-category.ts'
import { measureAmount } from '../measures/measure.ts'
import { revenueOneOff, revenueRecurring } from '../measures/revenue.ts'
import { measureWords } from '../measures/stated.ts'
import { at, choice, gathered, nothing, over, required, series, variable, type Model } from '../model.ts'
import { hasAnyOptimismBias, optimismBias } from '../optimism-bias.ts'
import { benchmarkOf, whyNoRequirement } from '../requirement/benchmark.ts'
import { requirement } from '../requirement/requirement.ts'
import { annuity, appraisedYears, discountFactor, perAnnuity } from './discounting.ts'
import { appraised, inRealTerms } from './present-value.ts'

/** Chapter 16. The flows of an appraisal (MODEL.md 6): what measures cost, and the gap to each benchmark. England. */

const words = { ...measureWords, source: 'MODEL.md 6' } as const

const partAtCost = variable({
  ...words,
  name: 'measure-part-at-cost',
  label: 'Measure, the part in a category, raised by its optimism bias',
  dims: ['measure', 'category', 'year'],
  from: { measureAmount, shareOfMeasure, optimismBias },
  formula: (calc, from) => calc.grow(calc.scale(from.measureAmount, from.shareOfMeasure), from.optimismBias),
})

const raised = gathered({
  ...words,
  name: 'measure-at-cost-raised',
  label: 'Measure, each category raised by its optimism bias',
  from: {
    categories: over(partAtCost, (cell) => categories.map((category) => ({ ...cell, category }))),
  },
  formula: (calc, from) => calc.sum(from.categories),
})

/** The capital of a measure at what it will cost: raised by optimism bias where the scenario counts with it. */
const measureAtCost = choice({
  ...words,
  name: 'measure-at-cost',
  label: 'Capital of the measure, at what it will cost',
  among: { measureAmount, raised },
  pick: (_cell, model) => (hasAnyOptimismBias(model) ? 'raised' : 'measureAmount'),
})

const noCapital = series({
  ...words,
  name: 'no-measure-capital',
  label: 'no measure',
  dims: [],
  read: () => nothing('the scenario adds no measure'),
})

const allAtCost = gathered({
  ...words,
  name: 'measures-at-cost-sum',
  label: 'Capital of all measures, at what it will cost',
  dims: ['year'],
  from: {
    measures: over(measureAtCost, (cell, model) =>
      model.settings.measures.map(({ id }) => ({ ...cell, measure: id })),
    ),
  },
  formula: (calc, from) => calc.sum(from.measures),
})

const measuresAtCost = choice({
  ...words,
  name: 'measures-at-cost',
  label: 'Capital of the measures, at what it will cost',
  dims: ['year'],
  among: { none: noCapital, all: allAtCost },
  pick: (_cell, model) => (model.settings.measures.length === 0 ? 'none' : 'all'),
})

const capitalFlow = inRealTerms(measuresAtCost, {
  name: 'appraised-capital',
  label: 'Capital of the measures, real',
})
const oneOffFlow = inRealTerms(revenueOneOff, {
  name: 'appraised-revenue-one-off',
  label: 'One-off day-to-day cost of the measures, real',
})
const recurringFlow = inRealTerms(revenueRecurring, {
  name: 'appraised-revenue-recurring',
  label: 'Recurring day-to-day cost of the measures, real',
})
const inAll = (cell: Cell): Cell => ({ ...cell, category: 'total' })

/** Capital and day-to-day cost together: what the measures cost the public purse. */
const costFlow = variable({
  name: 'appraised-cost',
  label: 'Capital and day-to-day cost of the measures, real',
  unit: 'real del',
  dims: ['year'],
  source: 'MODEL.md 6',
  from: { capitalFlow, oneOff: at(oneOffFlow, inAll), recurring: at(recurringFlow, inAll) },
  formula: (calc, from) => {
    const dayToDay = calc.recast('real del', calc.add(from.oneOff, from.recurring), 'in the whole budget')
    return calc.add(calc.recast('real del', from.capitalFlow, 'in the whole budget'), dayToDay)
  },
})

/** Years in which a benchmark has a requirement: the others add nothing, as in cumulative gaps. */
const yearsOfBenchmark = (cell: Cell, model: Model): number[] => {
  const benchmark = benchmarkOf(cell, model)
  const category = required(cell.category, 'category')
  return appraisedYears(model).filter((year) => whyNoRequirement(benchmark, category, year) === undefined)
}

export const capitalAppraised = appraised(capitalFlow, {
  name: 'capital',
  label: 'the capital of the measures',
})
export const measureAppraised = appraised(
  inRealTerms(measureAtCost, { name: 'appraised-measure', label: 'Capital of the measure, real' }),
  { name: 'measure', label: 'the capital of a measure' },
)
export const oneOffAppraised = appraised(oneOffFlow, {
  name: 'revenue-one-off',
  label: 'the one-off day-to-day cost of the measures',
})
export const recurringAppraised = appraised(recurringFlow, {
  name: 'revenue-recurring',
  label: 'the recurring day-to-day cost of the measures',
})
export const costAppraised = appraised(costFlow, { name: 'cost', label: 'all that the measures cost' })
export const requirementAppraised = appraised(
  inRealTerms(requirement, { name: 'appraised-requirement', label: 'Requirement, real' }),
  { name: 'requirement', label: 'the requirement' },
  yearsOfBenchmark,
)
/** The present value of a gap is financial; it is no social cost of having too little. */
export const gapAppraised = appraised(
  inRealTerms(gap, { name: 'appraised-gap', label: 'Gap to requirement, real' }),
  { name: 'gap', label: 'the gap' },
  yearsOfBenchmark,
)

export const gapLowAppraised = appraised(
  inRealTerms(gapLow, { name: 'appraised-gap-low', label: 'Gap at the lowest bridge, real' }),
  { name: 'gap-low', label: 'the gap at the lowest bridge' },
  yearsOfBenchmark,
)
export const gapHighAppraised = appraised(
  inRealTerms(gapHigh, { name: 'appraised-gap-high', label: 'Gap at the highest bridge, real' }),
  { name: 'gap-high', label: 'the gap at the highest bridge' },
  yearsOfBenchmark,
)

/** Figures of the chapter from which every other of it is reached. */
export const appraisalFigures: readonly AnyFigure<Model>[] = [
  discountFactor,
  annuity,
  perAnnuity,
  ...[
    capitalAppraised,
    measureAppraised,
    oneOffAppraised,
    recurringAppraised,
    costAppraised,
    requirementAppraised,
    gapAppraised,
    gapLowAppraised,
    gapHighAppraised,
  ].flatMap(({ undiscounted, equivalentAnnual }) => [undiscounted, equivalentAnnual]),
]

/** Whether a figure has a value only in a run whose appraisal is settled. */
export function isOfAppraisal({ name, dims }: AnyFigure<Model>): boolean {
  return dims.includes('schedule') || /^(appraised|undiscounted|discount)-/.test(name)
}
