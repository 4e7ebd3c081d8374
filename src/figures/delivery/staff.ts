import type { Absent, Given } from '../../engine/figure.ts'
import { Decimal } from '../../terms/decimal.ts'
import { noEffectByDefault } from '../assumptions.ts'
import {
  at,
  carried,
  choice,
  counted,
  nothing,
  onPath,
  series,
  stated,
  variable,
  yearOf,
  type Model,
  type ModelFigure,
} from '../model.ts'

/**
 * Digital staff of the NHS in England, whole-time equivalents (MODEL.md 6). The published figure is of a calendar year and
 * stands for the financial year that begins in it. After it staff change by an assumed growth, none unless a scenario says.
 */

const words = { unit: 'count', source: 'MODEL.md 6' } as const

/** The year of the one published figure of staff in post, and those of vacancies and of the staff needed. */
const publishedIn = 2020
const vacanciesIn = 2022
const neededIn = 2030

const published = (name: string, label: string, measure: string, year: number) =>
  series({
    name,
    label,
    unit: 'count',
    dims: [],
    source: 'digital-workforce',
    read: () => ({ dataset: 'digital-workforce', dimensions: { measure }, period: String(year) }),
  })

/** Staff in post as last published. */
export const publishedStaff = published(
  'digital-staff-published',
  'Digital staff in post, 2020',
  'digital-workforce',
  publishedIn,
)

/** By how much staff in post change after the last published figure. */
export const digitalStaffGrowth = noEffectByDefault({
  name: 'digital-staff-growth',
  label: 'Growth of digital staff in post',
  unit: 'ratio',
  source: 'MODEL.md 6',
})

const asPublished = variable({
  ...words,
  name: 'digital-staff-carried',
  label: 'Digital staff in post, carried on from 2020',
  dims: ['year'],
  from: {
    get staff() {
      return rolledOn
    },
  },
  formula: (calc, from) => calc.assume(from.staff),
})

const rolledOn: ModelFigure<'count'> = carried({
  ...words,
  name: 'digital-staff-rolled-on',
  label: 'Digital staff in post, as last published and grown since',
  dims: ['year'],
  opening: publishedStaff,
  opens: (cell) => yearOf(cell) <= publishedIn,
  from: { digitalStaffGrowth },
  formula: (calc, from) => calc.grow(from.lastYear, from.digitalStaffGrowth),
})

const stateds = series({
  ...words,
  name: 'digital-staff-stated',
  label: 'digital staff in post, as the scenario says',
  dims: ['year'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const { workforce } = model.settings
    if (workforce?.staff === undefined) return { missing: 'not-stated' }
    return stated(onPath(workforce.staff, yearOf(cell)), 'assumption', workforce.said)
  },
})

const withoutRecruits = choice({
  ...words,
  name: 'digital-staff-without-recruits',
  label: 'Digital staff in post, without the scenario’s recruits',
  dims: ['year'],
  among: { stated: stateds, published: publishedStaff, carried: asPublished },
  pick: (cell, model) => {
    if (model.settings.workforce?.staff !== undefined) return 'stated'
    const year = yearOf(cell)
    if (year < publishedIn) return { missing: 'before-published-staff' }
    return year === publishedIn ? 'published' : 'carried'
  },
})

/** How many have been recruited by a year, those still in training counted or not. */
function recruitsBy(year: number, model: Model, inTraining: boolean): Decimal {
  const recruits = model.settings.workforce?.recruits
  if (recruits === undefined) return new Decimal(0)
  const until = inTraining ? year : year - recruits.training
  const years = Math.min(until, recruits.to) - recruits.from + 1
  return recruits.number.times(Math.max(years, 0))
}

const recruitsRead = (name: string, label: string, count: (year: number, model: Model) => Decimal) =>
  series({
    ...words,
    name,
    label,
    dims: ['year'],
    source: 'scenario',
    read: (cell, model): Given => {
      const number = count(yearOf(cell), model)
      return number.isZero()
        ? nothing('none recruited')
        : stated(number, 'assumption', model.settings.workforce?.said)
    },
  })

const trained = recruitsRead('digital-recruits-trained', 'recruits who are trained', (year, model) =>
  recruitsBy(year, model, false),
)

/** Recruits taken on in a year. */
export const digitalRecruits = recruitsRead(
  'digital-recruits',
  'Digital staff recruited in the year',
  (year, model) => recruitsBy(year, model, true).minus(recruitsBy(year - 1, model, true)),
)

/** Digital staff in post who can deliver: those in post and the scenario’s recruits once they are trained. */
export const digitalStaff = variable({
  ...words,
  name: 'digital-staff',
  label: 'Digital staff in post',
  dims: ['year'],
  from: { withoutRecruits, trained },
  formula: (calc, from) => calc.add(from.withoutRecruits, from.trained),
})

const vacancies = published('digital-vacancies', 'Digital vacancies, 2022', 'tech-vacancies', vacanciesIn)
const needed = published(
  'digital-staff-needed-2030',
  'Digital staff needed, 2030',
  'digital-workforce-projected-need',
  neededIn,
)

const posts = variable({
  ...words,
  name: 'digital-posts',
  label: 'Digital posts in 2022: staff of 2020 and vacancies of 2022',
  dims: [],
  from: { publishedStaff, vacancies },
  formula: (calc, from) => calc.add(from.publishedStaff, from.vacancies),
})

const passed = series({
  ...words,
  name: 'digital-need-years-passed',
  label: 'years since 2022',
  dims: ['year'],
  read: (cell) => counted(Math.min(yearOf(cell), neededIn) - vacanciesIn),
})

const span = series({
  ...words,
  name: 'digital-need-years',
  label: 'years from 2022 to 2030',
  dims: [],
  read: () => counted(neededIn - vacanciesIn),
})

const onTheLine = variable({
  ...words,
  name: 'digital-staff-needed-on-the-way',
  label: 'Digital staff needed, on a straight line from the posts of 2022 to the need of 2030, then flat',
  dims: ['year'],
  from: { posts, needed, passed, span },
  formula: (calc, from) =>
    calc.assume(
      calc.add(from.posts, calc.part(calc.subtract(from.needed, from.posts), from.passed, from.span)),
    ),
})

/** Digital staff that are needed: the posts there were in 2022, and what is projected for 2030. */
export const digitalStaffNeeded = choice({
  ...words,
  name: 'digital-staff-needed',
  label: 'Digital staff needed',
  dims: ['year'],
  among: { line: at(onTheLine, (cell) => cell) },
  pick: (cell) => (yearOf(cell) < vacanciesIn ? { missing: 'before-published-staff' } : 'line'),
})
