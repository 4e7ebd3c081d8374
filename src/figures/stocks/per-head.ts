import type { Cell } from '../../terms/cell.ts'
import { yearLabel } from '../../terms/year.ts'
import { assumed } from '../assumptions.ts'
import { at, calendarYearOf, counted, required, series, variable, yearOf, type Model } from '../model.ts'
import { population } from '../population.ts'
import { printed } from '../prices.ts'
import { capitalStock } from './capital-stock.ts'

/** The stock for each person and each health worker: doctors, nurses and midwives, of the UK's density. */

const density = (profession: string, label: string) =>
  series({
    name: `workforce-${profession}`,
    label: `${label} per 10,000 people`,
    unit: 'count',
    dims: ['nation', 'calendarYear'],
    source: 'health-workforce',
    read: (cell) => ({
      dataset: 'health-workforce',
      dimensions: { nation: required(cell.nation, 'nation'), profession },
      period: yearLabel(calendarYearOf(cell), 'calendar'),
    }),
  })

const doctors = density('doctors', 'Medical doctors')
const nurses = density('nurses-and-midwives', 'Nurses and midwives')

/** Doctors, nurses and midwives per 10,000 people of a nation; missing where either is. */
export const workerDensity = variable({
  name: 'health-workers-per-10000',
  label: 'Doctors, nurses and midwives per 10,000 people',
  unit: 'count',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 6',
  from: { doctors, nurses },
  formula: (calc, from) => calc.add(from.doctors, from.nurses),
})

const uk = { nation: 'GBR' } as const

/** The last calendar year with both professions. */
const lastDensity = (model: Model): number =>
  Math.min(
    required(model.lastYear(doctors, uk), 'doctors of the UK'),
    required(model.lastYear(nurses, uk), 'nurses of the UK'),
  )

const ukDensity = variable({
  name: 'health-workers-published',
  label: 'Doctors, nurses and midwives per 10,000 people of the UK, the last published beyond it',
  unit: 'count',
  dims: ['year'],
  source: 'MODEL.md 6',
  from: {
    density: at(workerDensity, (cell: Cell, model: Model) => ({
      ...uk,
      calendarYear: Math.min(yearOf(cell), lastDensity(model)),
    })),
  },
  formula: (calc, from) => calc.assume(from.density),
})

const densityOfYear = assumed({
  name: 'health-workers-per-10000-people',
  label: 'Doctors, nurses and midwives per 10,000 people of England',
  unit: 'count',
  dims: ['year'],
  source: 'MODEL.md 6',
  default: ukDensity,
})

export const onePerson = series({
  name: 'one-person',
  label: 'one',
  unit: 'count',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(1),
})

export const tenThousandPeople = series({
  name: 'ten-thousand',
  label: '10,000',
  unit: 'count',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(10_000),
})

/** Doctors, nurses and midwives of England, millions: the UK's density on England's people. */
export const healthWorkers = variable({
  name: 'health-workers',
  label: 'Doctors, nurses and midwives of England',
  unit: 'england-workers',
  dims: ['year'],
  source: 'MODEL.md 6',
  from: { population, densityOfYear, onePerson, tenThousandPeople },
  formula: (calc, from) => {
    const perPerson = calc.part(
      calc.recast('ratio', from.densityOfYear, 'workers to people'),
      from.onePerson,
      from.tenThousandPeople,
    )
    return calc.mark(
      calc.recast('england-workers', calc.scale(from.population, perPerson), 'those who work in health'),
      'illustrative',
    )
  },
})

const words = { dims: ['category', 'year'], source: 'MODEL.md 6' } as const
const printedStock = printed(capitalStock)

export const stockPerHead = variable({
  ...words,
  name: 'capital-stock-per-head',
  label: 'Net capital stock per person in England',
  unit: 'output capital-stock per england-people',
  from: { stock: printedStock, population },
  formula: (calc, from) => calc.perHead(from.stock, from.population),
})

export const stockPerWorker = variable({
  ...words,
  name: 'capital-stock-per-health-worker',
  label: 'Net capital stock per doctor, nurse or midwife',
  unit: 'output capital-stock per england-workers',
  from: { stock: printedStock, healthWorkers },
  formula: (calc, from) => calc.perHead(from.stock, from.healthWorkers),
})
