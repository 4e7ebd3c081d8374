import { yearLabel } from '../../terms/year.ts'
import { calendarYearOf, counted, required, series, variable } from '../model.ts'
import { nationGdp } from '../nation-shares.ts'
import { nationStock } from '../stocks/nation-stock.ts'
import { onePerson, tenThousandPeople, workerDensity } from '../stocks/per-head.ts'

/** A nation's net stock of health capital beside its income, its people and its health workers. Calendar years. */

const words = { dims: ['nation', 'calendarYear', 'asset'], source: 'MODEL.md 6' } as const

export const stockShare = variable({
  ...words,
  name: 'nation-stock-share',
  label: 'Net capital stock of health as a share of GDP',
  unit: 'stock-cy per gdp-cy',
  from: { nationStock, nationGdp },
  formula: (calc, from) => calc.share(from.nationStock, from.nationGdp),
})

const persons = series({
  name: 'nation-population-in-persons',
  label: 'Population of a nation, persons',
  unit: 'nation-people',
  dims: ['nation', 'calendarYear'],
  source: 'nation-population',
  read: (cell) => ({
    dataset: 'nation-population',
    dimensions: { nation: required(cell.nation, 'nation') },
    period: yearLabel(calendarYearOf(cell), 'calendar'),
  }),
})

const million = series({
  name: 'one-million',
  label: '1,000,000',
  unit: 'count',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(1_000_000),
})

/** Mid-year, millions. */
const people = variable({
  name: 'nation-population',
  label: 'Population of a nation',
  unit: 'nation-people',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: { persons, onePerson, million },
  formula: (calc, from) => calc.part(from.persons, from.onePerson, from.million),
})

/** Doctors, nurses and midwives, millions. */
const workers = variable({
  name: 'nation-health-workers',
  label: 'Doctors, nurses and midwives of a nation',
  unit: 'nation-workers',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 6',
  from: { people, workerDensity, onePerson, tenThousandPeople },
  formula: (calc, from) => {
    const perPerson = calc.part(
      calc.recast('ratio', from.workerDensity, 'workers to people'),
      from.onePerson,
      from.tenThousandPeople,
    )
    return calc.recast('nation-workers', calc.scale(from.people, perPerson), 'those who work in health')
  },
})

export const nationStockPerHead = variable({
  ...words,
  name: 'nation-stock-per-head',
  label: 'Net capital stock of health per person',
  unit: 'nominal stock-cy per nation-people',
  from: { nationStock, people },
  formula: (calc, from) => calc.perHead(from.nationStock, from.people),
})

export const nationStockPerWorker = variable({
  ...words,
  name: 'nation-stock-per-health-worker',
  label: 'Net capital stock of health per doctor, nurse or midwife',
  unit: 'nominal stock-cy per nation-workers',
  from: { nationStock, workers },
  formula: (calc, from) => calc.perHead(from.nationStock, from.workers),
})
