import * as say from '../../problems/catalogue/data-about.ts'
import { nearest } from '../../problems/nearest.ts'
import { parseCalendarYear, parseFinancialYear } from '../../terms/year.ts'
import type { Check } from './subject.ts'

/** What about.yaml says of its own rows is true: dimensions it excuses exist, and definitions of its spine have rows. */
export const aboutAgrees: Check = ({ about, aboutPlace, rows }) => {
  const exceptions = about.exceptions.flatMap(({ where }, index) =>
    Object.keys(where)
      .filter((name) => !about.dimensions.includes(name))
      .map((name) =>
        say.unknownDimension(
          aboutPlace(['exceptions', index, 'where', name], 'key'),
          name,
          nearest(name, about.dimensions),
          about.dimensions,
        ),
      ),
  )
  const definitions = new Set(rows.map((row) => row.cell('definition')))
  const spine = (about.spine ?? []).flatMap(({ definition }, index) =>
    definitions.has(definition)
      ? []
      : [
          say.spineWithoutRows(
            aboutPlace(['spine', index, 'definition']),
            definition,
            nearest(definition, definitions),
          ),
        ],
  )
  return [...exceptions, ...spine].map((problem) => ({ problem }))
}

/** Periods of spine, breaks and marks are written as the rows write theirs: another form would silently match nothing. */
export const aboutPeriods: Check = ({ about, aboutPlace }) => {
  const stretches = (about.spine ?? []).flatMap(({ from, to }, index) => [
    { path: ['spine', index, 'from'], period: from },
    { path: ['spine', index, 'to'], period: to },
  ])
  const breaks = (about.breaks ?? []).map(({ at }, index) => ({ path: ['breaks', index, 'at'], period: at }))
  const marks = (about.marks ?? []).flatMap(({ from, to }, index) => [
    { path: ['marks', index, 'from'], period: from },
    { path: ['marks', index, 'to'], period: to },
  ])
  return [...stretches, ...breaks, ...marks]
    .filter(({ period }) => period !== undefined && !isPeriod(period, about.yearType))
    .map(({ path, period }) => ({
      problem: say.aboutWrongPeriod(aboutPlace(path), period ?? '', about.yearType),
    }))
}

function isPeriod(text: string, yearType: string): boolean {
  return (
    (yearType !== 'calendar' && parseFinancialYear(text) !== undefined) ||
    (yearType !== 'financial' && parseCalendarYear(text) !== undefined)
  )
}
