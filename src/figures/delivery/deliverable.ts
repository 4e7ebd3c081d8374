import type { Absent, Given } from '../../engine/figure.ts'
import { deflator } from '../economy.ts'
import { at, choice, counted, onPath, series, variable } from '../model.ts'
import { digitalStaff, publishedStaff } from './staff.ts'

/**
 * How much digital money can be delivered in a year: digital staff in post × the spend each can support (MODEL.md 6).
 * The spend each can support is illustrative: what was spent centrally on technology in 2022-23, over the staff of 2020.
 */

/** The year of the money that the default is worked from, whose prices a stated value is in too. */
export const supportPrices = 2022

const one = series({
  name: 'one-of-the-staff',
  label: 'one person',
  unit: 'count',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(1),
})

const centralTechnology = series({
  name: 'central-technology-spend',
  label: 'Central spend on NHS technology, 2022-23, capital and revenue',
  unit: 'nominal cdel',
  dims: [],
  source: 'nhs-digital-spend',
  // Built on today’s data whatever the as-of date, like the bridge.
  read: () => ({
    dataset: 'nhs-digital-spend',
    dimensions: { programme: 'central-technology', kind: 'capital-and-revenue' },
    period: '2022-23',
  }),
})

const base = series({
  name: 'digital-spend-per-worker-base',
  label: 'Price base of the spend each can support',
  unit: 'price base',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(supportPrices),
})

const perWorkerWorked = variable({
  name: 'digital-spend-per-worker-default',
  label: 'Digital spend that each can support: central spend of 2022-23 over the staff of 2020',
  unit: 'real cdel',
  dims: [],
  source: 'MODEL.md 6',
  from: {
    centralTechnology,
    one,
    publishedStaff,
    deflator: at(deflator, () => ({ year: supportPrices })),
    base,
  },
  formula: (calc, from) => {
    const each = calc.part(from.centralTechnology, from.one, from.publishedStaff)
    const real = calc.toReal(each, from.deflator, from.deflator, from.base)
    return calc.mark(calc.assume(real), 'illustrative')
  },
})

const name = 'digital-spend-per-worker'

const perWorkerStated = series({
  name: `${name}-stated`,
  label: 'Digital spend that each can support, as the scenario says',
  unit: 'real cdel',
  dims: ['year'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const setting = model.settings.assumptions.get(name)
    if (setting === undefined) return { missing: 'not-stated' }
    const value = onPath(setting.value, cell.year ?? 0)
    const flags = setting.source === undefined ? ['illustrative'] : []
    const given = { ...stated(value, setting.said), base: supportPrices, flags }
    return setting.why === undefined ? given : { ...given, note: setting.why }
  },
})

function stated(value: Given['value'], said: Given['said']): Given {
  return { value, status: 'assumption', said }
}

/** Digital spend that one member of staff can support in a year, in 2022-23 prices. */
export const digitalSpendPerWorker = choice({
  name,
  label: 'Digital spend that each can support',
  unit: 'real cdel',
  dims: ['year'],
  source: 'MODEL.md 6',
  among: { stated: perWorkerStated, default: perWorkerWorked },
  pick: (_cell, model) => (model.settings.assumptions.has(name) ? 'stated' : 'default'),
})

const ofAllStaff = variable({
  name: 'deliverable-real',
  label: 'Digital money that can be delivered, in 2022-23 prices',
  unit: 'real cdel',
  dims: ['year'],
  source: 'MODEL.md 6',
  from: { digitalSpendPerWorker, digitalStaff, one },
  formula: (calc, from) => calc.part(from.digitalSpendPerWorker, from.digitalStaff, from.one),
})

/** Digital money that can be delivered in a year. */
export const deliverable = variable({
  name: 'deliverable',
  label: 'Digital money that can be delivered',
  unit: 'nominal cdel',
  dims: ['year'],
  source: 'MODEL.md 6',
  from: { ofAllStaff, deflator, baseDeflator: at(deflator, () => ({ year: supportPrices })) },
  formula: (calc, from) => calc.toNominal(from.ofAllStaff, from.deflator, from.baseDeflator),
})
