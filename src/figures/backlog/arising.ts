import type { Absent, Given } from '../../engine/figure.ts'
import { Decimal } from '../../terms/decimal.ts'
import { assumed } from '../assumptions.ts'
import { deflator } from '../economy.ts'
import {
  at,
  choice,
  counted,
  gathered,
  onPath,
  over,
  series,
  variable,
  yearOf,
  type Model,
} from '../model.ts'
import { backlogHistory } from './history.ts'
import { lastBacklogYear, publishedBacklog, publishedInvestment } from './published.ts'

/** What arises in a year: the backlog that price growth and investment do not account for, estimated from history. */

const words = { dims: ['year'], source: 'MODEL.md 6' } as const

/** What a pound spent on the backlog takes off it. */
export const clearedPerPound = assumed({
  name: 'backlog-cleared-per-pound',
  label: 'Backlog cleared by a pound spent on it',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 6',
  default: series({
    name: 'backlog-cleared-per-pound-default',
    label: 'Backlog cleared by a pound spent on it, default',
    unit: 'ratio',
    dims: [],
    source: 'MODEL.md 6',
    read: (): Given => ({ value: new Decimal(1), status: 'assumption', flags: ['illustrative'] }),
  }),
})

/** Prices of the last published backlog: what arises is even in these. */
export const deflatorAtOpening = at(deflator, (_cell, model) => ({ year: lastBacklogYear(model) }))

const openingBase = series({
  name: 'backlog-price-base',
  label: 'prices of the last published backlog',
  unit: 'price base',
  dims: [],
  source: 'MODEL.md 6',
  read: (_cell, model) => counted(lastBacklogYear(model)),
})

/** What arose in one year of history, in the prices of the last published backlog; missing where a part is. */
export const backlogResidual = variable({
  ...words,
  name: 'backlog-residual-in-one-base',
  label: 'Backlog that arose in a year, in the prices of the last published',
  unit: 'real backlog',
  from: {
    now: publishedBacklog,
    before: at(publishedBacklog, (cell) => ({ year: yearOf(cell) - 1 })),
    invested: publishedInvestment,
    clearedPerPound,
    deflator,
    deflatorBefore: at(deflator, (cell) => ({ year: yearOf(cell) - 1 })),
    deflatorAtOpening,
    openingBase,
  },
  formula: (calc, from) => {
    const cleared = calc.scale(
      calc.recast('nominal backlog', from.invested, 'money spent, taken off the backlog'),
      from.clearedPerPound,
    )
    const stood = calc.scale(from.before, calc.ratio(from.deflator, from.deflatorBefore))
    return calc.toReal(
      calc.add(calc.subtract(from.now, stood), cleared),
      from.deflator,
      from.deflatorAtOpening,
      from.openingBase,
    )
  },
})

/** The same as money of the year in which it arose. */
export const residualOfTheDay = variable({
  ...words,
  name: 'backlog-residual',
  label: 'Backlog that arose in a year of history',
  unit: 'nominal backlog',
  from: { backlogResidual, deflator, deflatorAtOpening },
  formula: (calc, from) => calc.toNominal(from.backlogResidual, from.deflator, from.deflatorAtOpening),
})

const estimated = gathered({
  ...words,
  name: 'backlog-arising-estimated',
  label: 'Backlog that arises in a year, mean of the years that count',
  unit: 'real backlog',
  dims: [],
  from: {
    years: over(backlogResidual, (_cell, model) =>
      backlogHistory(model).flatMap(({ year, leftOut }) => (leftOut === undefined ? [{ year }] : [])),
    ),
  },
  formula: (calc, from) => calc.mark(calc.assume(calc.mean(from.years)), 'illustrative'),
})

const settingOf = (model: Model) => model.settings.assumptions.get('backlog-arising')

const stated = series({
  ...words,
  name: 'backlog-arising-stated',
  label: 'Backlog that arises in a year, as the scenario says',
  unit: 'real backlog',
  dims: [],
  source: 'scenario',
  read: (_cell, model): Given | Absent => {
    const setting = settingOf(model)
    if (setting === undefined) return { missing: 'not-stated' }
    const base = lastBacklogYear(model)
    return { value: onPath(setting.value, base), status: 'assumption', said: setting.said, base }
  },
})

/** Even in real terms: what arises every year, in the prices of the last published backlog. */
export const backlogArising = choice({
  ...words,
  name: 'backlog-arising',
  label: 'Backlog that arises in a year',
  unit: 'real backlog',
  dims: [],
  among: { estimated, stated },
  pick: (_cell, model) => (settingOf(model) === undefined ? 'estimated' : 'stated'),
})

/** The same as money of a year. */
export const arising = variable({
  ...words,
  name: 'arising',
  label: 'Backlog that arises',
  unit: 'nominal backlog',
  from: { backlogArising, deflator, deflatorAtOpening },
  formula: (calc, from) => calc.toNominal(from.backlogArising, from.deflator, from.deflatorAtOpening),
})
