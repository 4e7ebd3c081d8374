import type { Cell } from '../terms/cell.ts'
import type { Status } from '../terms/status.ts'
import { yearLabel } from '../terms/year.ts'
import { assumed } from './assumptions.ts'
import {
  at,
  calendarYearOf,
  carried,
  choice,
  has,
  required,
  series,
  variable,
  yearOf,
  type Model,
} from './model.ts'

/** Chapter 2. People: England for money per head, and England's share of the UK. Mid-year, millions. */

const estimate: Status[] = ['outturn', 'estimate']
const projected: Status[] = ['forecast', 'projection']

const englandEstimate = series({
  name: 'population-estimate',
  label: 'Population of England, mid-year estimate',
  unit: 'england-people',
  dims: ['calendarYear'],
  source: 'population',
  read: (cell) => ({
    dataset: 'population',
    dimensions: { geography: 'england', year_type: 'calendar' },
    period: yearLabel(calendarYearOf(cell), 'calendar'),
    statuses: estimate,
  }),
})

const englandProjection = series({
  name: 'population-projection',
  label: 'Population of England, mid-year projection',
  unit: 'england-people',
  dims: ['calendarYear'],
  source: 'population',
  read: (cell) => ({
    dataset: 'population',
    dimensions: { geography: 'england', year_type: 'calendar' },
    period: yearLabel(calendarYearOf(cell), 'calendar'),
    statuses: projected,
  }),
})

/** The last mid-year before this one that was estimated, not projected; undefined where none was. */
function lastEstimateBefore(year: number, model: Model): number | undefined {
  for (let each = year - 1; each >= earliestYear; each -= 1) {
    if (has(model, englandEstimate, { calendarYear: each })) return each
  }
  return undefined
}

/** No estimate we hold is older. */
const earliestYear = 1990

const thatEstimate = (cell: Cell, model: Model): Cell => ({
  calendarYear: required(lastEstimateBefore(calendarYearOf(cell), model), 'population estimate'),
})

const scaledProjection = variable({
  name: 'population-projection-scaled',
  label: 'Population of England, projection scaled to the last estimate',
  unit: 'england-people',
  dims: ['calendarYear'],
  source: 'MODEL.md 2',
  from: {
    projection: englandProjection,
    estimateThen: at(englandEstimate, thatEstimate),
    projectionThen: at(englandProjection, thatEstimate),
  },
  formula: (calc, from) => calc.scale(from.projection, calc.ratio(from.estimateThen, from.projectionThen)),
})

const publishedPopulation = choice({
  name: 'population-published',
  label: 'Population of England, estimates then scaled projections',
  unit: 'england-people',
  dims: ['calendarYear'],
  source: 'MODEL.md 2',
  among: { estimate: englandEstimate, scaled: scaledProjection, projection: englandProjection },
  pick: (cell, model) => {
    if (has(model, englandEstimate, cell)) return 'estimate'
    const then = lastEstimateBefore(calendarYearOf(cell), model)
    if (then === undefined) return { missing: 'no-observation' }
    return has(model, englandProjection, { calendarYear: then }) ? 'scaled' : 'projection'
  },
})

const lastPublished = (model: Model): number =>
  Math.max(
    required(model.lastYear(englandEstimate, {}), 'population estimate'),
    required(model.lastYear(englandProjection, {}), 'population projection'),
  )

const lastPopulationGrowth = variable({
  name: 'population-growth-last-published',
  label: 'Last published growth of the population of England',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 2',
  from: {
    last: at(publishedPopulation, (_cell, model) => ({ calendarYear: lastPublished(model) })),
    before: at(publishedPopulation, (_cell, model) => ({ calendarYear: lastPublished(model) - 1 })),
  },
  formula: (calc, from) => calc.assume(calc.growth(from.last, from.before)),
})

export const populationGrowth = assumed({
  name: 'population-growth',
  label: 'Growth of the population of England beyond the last projection',
  unit: 'ratio',
  dims: ['year'],
  source: 'MODEL.md 2',
  default: lastPopulationGrowth,
})

/** Population of England at the middle of the financial year's starting year, millions. */
export const population = carried({
  name: 'population',
  label: 'Population of England',
  unit: 'england-people',
  dims: ['year'],
  source: 'MODEL.md 2',
  opening: at(publishedPopulation, (cell) => ({ calendarYear: yearOf(cell) })),
  opens: (cell, model) => yearOf(cell) <= lastPublished(model),
  from: { growth: populationGrowth },
  formula: (calc, from) => calc.grow(from.lastYear, from.growth),
})

const ukPopulation = series({
  name: 'population-uk',
  label: 'Population of the UK, mid-year',
  unit: 'uk-people',
  dims: ['calendarYear'],
  source: 'population',
  read: (cell) => ({
    dataset: 'population',
    dimensions: { geography: 'uk', year_type: 'calendar' },
    period: yearLabel(calendarYearOf(cell), 'calendar'),
  }),
})

const midYear2022 = { calendarYear: 2022 }

/** England's share of the UK's people, mid-2022. It cancels in comparator requirements. */
export const englandShare = variable({
  name: 'england-share',
  label: 'England’s share of the UK population, mid-2022',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 2',
  from: {
    england: at(publishedPopulation, () => midYear2022),
    uk: at(ukPopulation, () => midYear2022),
  },
  formula: (calc, from) => calc.ratio(calc.recast('uk-people', from.england, 'people'), from.uk),
})
