import type { Absent, Given } from '../../engine/figure.ts'
import { at, choice, counted, series, statedMoney, variable, type Model } from '../model.ts'
import { ofTheDay } from '../prices.ts'
import type { Money } from '../setting-values.ts'
import { digitalRecruits } from './staff.ts'
import { yearOf } from '../model.ts'

/** What recruiting and training digital staff costs a year: day-to-day money, beside the capital it lets be delivered. */

const costOf = (model: Model): Money | undefined => model.settings.workforce?.recruits?.cost

const readCost =
  (kind: 'nominal' | 'real') =>
  (_cell: object, model: Model): Given | Absent => {
    const money = costOf(model)
    if (money === undefined || (money.prices === 'nominal') !== (kind === 'nominal'))
      return { missing: 'no-recruit-cost' }
    return statedMoney(money, 'assumption', model.settings.workforce?.said)
  }

const perRecruit = ofTheDay({
  name: 'recruit-cost',
  label: 'Cost of recruiting and training one',
  dims: ['year'],
  nominal: series({
    name: 'recruit-cost-nominal',
    label: 'cost of one recruit, money of the day',
    unit: 'nominal cdel',
    dims: [],
    source: 'scenario',
    read: readCost('nominal'),
  }),
  real: series({
    name: 'recruit-cost-real',
    label: 'cost of one recruit, in its own prices',
    unit: 'real cdel',
    dims: [],
    source: 'scenario',
    read: readCost('real'),
  }),
  basis: (_cell, model) => costOf(model)?.prices ?? 'nominal',
})

const one = series({
  name: 'one-recruit',
  label: 'one recruit',
  unit: 'count',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(1),
})

const worked = variable({
  name: 'recruitment-cost-of-recruits',
  label: 'Cost of recruiting and training digital staff, of the recruits of the year',
  unit: 'nominal rdel',
  dims: ['year'],
  source: 'MODEL.md 6',
  from: { perRecruit, digitalRecruits, one },
  formula: (calc, from) =>
    calc.recast(
      'nominal rdel',
      calc.part(from.perRecruit, from.digitalRecruits, from.one),
      'day-to-day money',
    ),
})

/** What the recruits of a year cost to recruit and train. */
export const recruitmentCost = choice({
  name: 'recruitment-cost',
  label: 'Cost of recruiting and training digital staff',
  unit: 'nominal rdel',
  dims: ['year'],
  source: 'MODEL.md 6',
  among: { worked: at(worked, (cell) => ({ year: yearOf(cell) })) },
  pick: (_cell, model) => {
    if (model.settings.workforce?.recruits === undefined) return { missing: 'no-recruits' }
    return costOf(model) === undefined ? { missing: 'no-recruit-cost' } : 'worked'
  },
})
