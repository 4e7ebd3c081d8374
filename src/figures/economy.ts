import { yearLabel } from '../terms/year.ts'
import type { MoneyUnit, Unit } from '../terms/unit.ts'
import { assumed } from './assumptions.ts'
import {
  at,
  calendarYearOf,
  carried,
  required,
  series,
  variable,
  yearOf,
  type Model,
  type ModelFigure,
} from './model.ts'

/** Chapter 1. The economy: GDP, deflators and the resource budget, and how each goes on beyond its last forecast. */

const publishedDeflator = series({
  name: 'published-deflator',
  label: 'GDP deflator, as published',
  unit: 'financial deflator',
  dims: ['year'],
  source: 'gdp-deflator',
  read: (cell, model) => ({
    dataset: 'gdp-deflator',
    dimensions: {},
    period: yearLabel(yearOf(cell), 'financial'),
    vintage: model.settings.economy,
  }),
})

const publishedGdp = series({
  name: 'published-gdp',
  label: 'UK GDP, as published',
  unit: 'nominal uk-gdp',
  dims: ['year'],
  source: 'uk-gdp',
  read: (cell, model) => ({
    dataset: 'uk-gdp',
    dimensions: {},
    period: yearLabel(yearOf(cell), 'financial'),
    vintage: model.settings.economy,
  }),
})

const publishedResource = series({
  name: 'published-resource-budget',
  label: 'Resource budget (RDEL), as published',
  unit: 'nominal rdel',
  dims: ['year'],
  source: 'dhsc-resource',
  read: (cell) => ({
    dataset: 'dhsc-resource',
    dimensions: {},
    period: yearLabel(yearOf(cell), 'financial'),
  }),
})

/** A published series, and beyond its last year growth at the last published rate unless the scenario says. */
function extended<U extends Unit>(
  published: ModelFigure<U>,
  words: { name: string; label: string; growth: string; growthLabel: string },
): { figure: ModelFigure<U>; growth: ModelFigure<'ratio'> } {
  const last = (model: Model): number =>
    required(model.lastYear(published, {}), `last year of ${published.name}`)
  const lastGrowth = variable({
    name: `${words.growth}-last-published`,
    label: `Last published growth of ${words.label}`,
    unit: 'ratio',
    dims: [],
    source: 'MODEL.md 2',
    from: {
      last: at(published, (_cell, model) => ({ year: last(model) })),
      before: at(published, (_cell, model) => ({ year: last(model) - 1 })),
    },
    formula: (calc, from) => calc.assume(calc.growth(from.last, from.before)),
  })
  const growth = assumed({
    name: words.growth,
    label: words.growthLabel,
    unit: 'ratio',
    dims: ['year'],
    source: 'MODEL.md 2',
    default: lastGrowth,
  })
  const figure = carried({
    name: words.name,
    label: words.label,
    unit: published.unit,
    dims: ['year'],
    source: 'MODEL.md 2',
    opening: published,
    opens: (cell, model) => yearOf(cell) <= last(model),
    from: { growth },
    formula: (calc, from) => calc.grow(from.lastYear, from.growth),
  })
  return { figure, growth }
}

const deflators = extended(publishedDeflator, {
  name: 'deflator',
  label: 'GDP deflator, financial years',
  growth: 'deflator-growth',
  growthLabel: 'Growth of the GDP deflator beyond the last forecast',
})
/** GDP deflator of a financial year: an index, each vintage on its own base. */
export const deflator = deflators.figure
export const deflatorGrowth = deflators.growth

const gdps = extended(publishedGdp, {
  name: 'gdp',
  label: 'UK GDP',
  growth: 'gdp-growth',
  growthLabel: 'Growth of GDP beyond the last forecast',
})
/** UK GDP of a financial year, GBP million of the day. */
export const gdp = gdps.figure
export const gdpGrowth = gdps.growth

const resources = extended(publishedResource, {
  name: 'resource-budget',
  label: 'Resource budget (RDEL)',
  growth: 'resource-growth',
  growthLabel: 'Growth of the resource budget beyond the last plan',
})
/** Resource budget of a financial year, England, GBP million of the day, depreciation left out. */
export const resourceBudget = resources.figure
export const resourceGrowth = resources.growth

/** GDP deflator of a calendar year. Never used on financial-year money: the types see to it. */
export const calendarDeflator = series({
  name: 'calendar-deflator',
  label: 'GDP deflator, calendar years',
  unit: 'calendar deflator',
  dims: ['calendarYear'],
  source: 'gdp-deflator-calendar',
  read: (cell, model) => ({
    dataset: 'gdp-deflator-calendar',
    dimensions: {},
    period: yearLabel(calendarYearOf(cell), 'calendar'),
    vintage: model.settings.economy,
  }),
})

/** Money units whose deflator is the financial-year one. */
export type FinancialMoney = Exclude<MoneyUnit, `${string}-cy`>
