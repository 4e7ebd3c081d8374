import type { AnyFigure } from '../../engine/figure.ts'
import { listedAssumptions } from '../../figures/assumption-list.ts'
import type { Model } from '../../figures/model.ts'
import { categoryOf, isCategory, subCategoryNames } from '../../terms/category.ts'
import type { Cell } from '../../terms/cell.ts'
import { financialYear } from '../../terms/year.ts'
import type { ModelRun } from '../../run/run.ts'

/**
 * Which keys of a scenario settle a figure at a cell: what it states, or which way it is worked. A test holds this list
 * to the figures: each that reads a scenario has its keys here.
 */

type Keys = (cell: Cell, run: ModelRun) => readonly string[]

const measure =
  (...keys: string[]): Keys =>
  ({ measure: id = '' }) =>
    keys.map((key) => `measures.${id}.${key}`)
const benchmark =
  (...keys: string[]): Keys =>
  ({ benchmark: id = '' }) =>
    keys.map((key) => `benchmarks.${id}.${key}`)
const always =
  (...keys: string[]): Keys =>
  () =>
    keys

const measureAmount: Keys = (cell, run) => {
  const { measure: id = '', year = 0 } = cell
  const scheduled = run.settings.measures.find((each) => each.id === id)?.profile === 'schedule'
  return scheduled
    ? [`measures.${id}.amounts.${financialYear(year)}`]
    : [`measures.${id}.amount`, `measures.${id}.prices`]
}

/** The keys of a split that fall in a category: its own, and those of its parts. */
const splitIn =
  (list: 'measures' | 'benchmarks', id: string, wanted: (name: string) => boolean): Keys =>
  (_cell, run) => {
    const head = `${list}.${id}.split.`
    return [...run.said.keys()].filter((key) => key.startsWith(head) && wanted(key.slice(head.length)))
  }

function isIn(name: string, category: string | undefined): boolean {
  const part = subCategoryNames.find((each) => each === name)
  return part === undefined ? isCategory(name) && name === category : categoryOf(part) === category
}

const quotedShare: Keys = ({ benchmark: id = '', band = 'central' }, run) => {
  const within = `benchmarks.${id}.within`
  return [band !== 'central' && run.said.has(within) ? within : `benchmarks.${id}.share`]
}

const comparatorKeys = ['group', 'series', 'asset', 'weighting', 'nations', 'window', 'hold', 'subject']
const comparator: Keys = ({ comparator: id = '' }) =>
  comparatorKeys.map((key) => (id === 'lookback' ? `lookback.${key}` : `benchmarks.${id}.${key}`))

/** A preset is said whole, a mapping share by share. */
const splitOf =
  (category: string): Keys =>
  (_cell, run) => [run.said.has('split') ? 'split' : `split.${category}`]

const byFigure: Readonly<Record<string, Keys>> = {
  measure: measure('from', 'to', 'hold'),
  'measure-by-profile': measure('profile', 'envelope'),
  'measure-amount-nominal': measureAmount,
  'measure-amount-real': measureAmount,
  'measure-years-in': measure('from', 'to'),
  'measure-years': measure('from', 'to'),
  'measure-rate': measure('rate'),
  adoption: measure('adoption', 'from'),
  'measure-revenue-one-off-share': measure('revenue.one-off'),
  'measure-revenue-recurring-share': measure('revenue.recurring'),
  'measure-revenue-opening': measure('from'),
  'measure-target-budget-share': measure('share'),
  'measure-target-gdp-share': measure('share'),
  'measure-own-share': (cell, run) =>
    splitIn('measures', cell.measure ?? '', (name) => isIn(name, cell.category))(cell, run),
  'measure-sub-category-share': (cell, run) =>
    splitIn('measures', cell.measure ?? '', (name) => name === cell.subCategory)(cell, run),
  'requirement-by-kind': benchmark('kind', 'category', 'from', 'to', 'by'),
  'requirement-whole': benchmark('kind'),
  'requirement-budget-share': benchmark('envelope'),
  'revenue-forgone': benchmark('envelope'),
  'budget-share-target': benchmark('share'),
  'budget-share-years-in': benchmark('from', 'by'),
  'budget-share-years': benchmark('from', 'by'),
  'quoted-amount-nominal': benchmark('amount', 'prices'),
  'quoted-amount-real': benchmark('amount', 'prices'),
  'quoted-share': quotedShare,
  'claim-baseline': benchmark('frozen'),
  'benchmark-own-share': (cell, run) =>
    splitIn('benchmarks', cell.benchmark ?? '', (name) => isIn(name, cell.category))(cell, run),
  'benchmark-depreciation': benchmark('depreciation'),
  'catch-up-years': benchmark('from', 'by'),
  'catch-up-years-since': benchmark('from'),
  'catch-up-price-base': benchmark('from'),
  'backlog-target-nominal': benchmark('target'),
  'backlog-target-real': benchmark('target'),
  'backlog-planned-nominal': benchmark('planned'),
  'backlog-planned-real': benchmark('planned'),
  'backlog-planned-counted': benchmark('planned'),
  'backlog-investment-needed': benchmark('by'),
  'comparator-share': comparator,
  'held-share-calendar': comparator,
  'baseline-as-of': always('baseline.series'),
  'baseline-capital': always('baseline.series'),
  'stated-baseline-opening': always('baseline.stated.in'),
  'stated-baseline-nominal': always('baseline.stated.amount'),
  'stated-baseline-real': always('baseline.stated.amount'),
  'after-plans': always('baseline.after-plans'),
  'after-plans-flat-nominal': always('baseline.after-plans'),
  'after-plans-growth': always('baseline.after-plans.real-growth'),
  'infrastructure-share-of-split': splitOf('infrastructure'),
  'digital-share-of-split': splitOf('digital'),
  'other-share-of-split': splitOf('other'),
  'digital-share-default': splitOf('digital'),
  'other-share-default': splitOf('other'),
  'price-base': always('prices'),
  'appraisal-price-base': always('prices'),
  'digital-staff-stated': always('workforce.staff'),
  'digital-recruits-trained': always(
    'workforce.recruits',
    'workforce.from',
    'workforce.to',
    'workforce.training',
  ),
  'digital-recruits': always('workforce.recruits', 'workforce.from', 'workforce.to'),
  'recruit-cost-nominal': always('workforce.cost'),
  'recruit-cost-real': always('workforce.cost'),
  'optimism-bias-weight': ({ category = '' }) => [`optimism-bias.${category}.type`],
  'optimism-bias-mitigation': ({ category = '' }) => [`optimism-bias.${category}.mitigation`],
}

/** The keys that settle a figure at a cell beside an assumption’s own; those not said are at their default. */
export function keysOf(figure: AnyFigure<Model>, cell: Cell, run: ModelRun): readonly string[] {
  return byFigure[figure.name]?.(cell, run) ?? []
}

/** The listed assumption a figure stands for at a cell: by its name, or by name and series where two share a figure. */
export function assumptionOf(figure: AnyFigure<Model>, cell: Cell): string | undefined {
  const name = figure.name.replace(/-stated$/, '')
  const own = cell.series === 'national-accounts' ? `${name}-national-accounts` : name
  return listedAssumptions.some((listed) => listed.name === own) ? own : undefined
}
