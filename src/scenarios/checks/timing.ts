import * as say from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import { isDate } from '../../terms/date.ts'
import {
  financialYear,
  firstFinancialYearAfter,
  parseFinancialRange,
  parseFinancialYear,
} from '../../terms/year.ts'
import { defaults } from '../defaults.ts'
import type { Reader } from '../reader.ts'
import { windowAt, yearAt } from './check.ts'
import type { Check } from './check.ts'

/** A measure starts no earlier than a government elected on the scenario's date could decide (MODEL.md 4). */
export const election: Check = ({ root }) => {
  const date = root.text('election') ?? defaults.election
  if (!isDate(date)) return []
  const earliest = firstFinancialYearAfter(date)
  const late = (year: number | undefined) => year === undefined || year >= earliest
  const sentence = (entry: Reader, at: Reader, key: string, year: number | undefined, of: 'key' | 'value') =>
    late(year) || year === undefined
      ? []
      : [
          say.beforeElection(
            at.place(key, of),
            entry.id(),
            financialYear(year),
            financialYear(earliest),
            date,
          ),
        ]
  return root
    .list('measures')
    .filter((entry) => entry.text('before-election')?.toLowerCase() !== 'true')
    .flatMap((entry) => [
      ...sentence(entry, entry, 'from', yearAt(entry, 'from'), 'value'),
      ...scheduled(entry).flatMap(([amounts, key, year]) => sentence(entry, amounts, key, year, 'key')),
    ])
}

/** What begins ends no earlier, and a schedule's own years are not contradicted. */
export const order: Check = ({ root }) => [
  ...[...root.list('measures'), ...root.list('benchmarks')].flatMap((entry) =>
    (['to', 'by'] as const).flatMap((key): Problem[] => {
      const from = yearAt(entry, 'from')
      const last = yearAt(entry, key)
      if (from === undefined || last === undefined || from <= last) return []
      return [say.fromAfterTo(entry.place('from'), financialYear(from), financialYear(last), key)]
    }),
  ),
  ...root.list('measures').flatMap(scheduleOrder),
]

function scheduleOrder(entry: Reader): Problem[] {
  const amounts = entry.child('amounts')
  if (amounts === undefined) return []
  const years = scheduled(entry).map(([, , year]) => year)
  if (amounts.keys().length === 0) return [say.emptySchedule(amounts.place())]
  const from = yearAt(entry, 'from')
  const to = yearAt(entry, 'to')
  const before = from === undefined ? undefined : years.find((year) => year < from)
  const after = to === undefined ? undefined : years.find((year) => year > to)
  return [
    ...(from === undefined || before === undefined
      ? []
      : [say.outsideSchedule(entry.place('from'), 'from', financialYear(from), financialYear(before))]),
    ...(to === undefined || after === undefined
      ? []
      : [say.outsideSchedule(entry.place('to'), 'to', financialYear(to), financialYear(after))]),
  ]
}

const firstYear = 1970
const lastYear = 2099
const lastWindowYear = 2050

/** Years lie where there could be data or plans. */
export const plausibleYears: Check = ({ root }) => {
  const range = parseFinancialRange(root.text('years') ?? '')
  const entries = [...root.list('measures'), ...root.list('benchmarks')]
  const stated = root.child('baseline')?.child('stated')
  const lookback = root.child('lookback')
  return [
    ...(range === undefined ? [] : financial(root, 'years', [range.from, range.to])),
    ...entries.flatMap((entry) =>
      ['from', 'to', 'by'].flatMap((key) => financial(entry, key, [yearAt(entry, key)])),
    ),
    ...entries.flatMap((entry) =>
      scheduled(entry).flatMap(([amounts, key, year]) => financial(amounts, key, [year])),
    ),
    ...(stated === undefined ? [] : financial(stated, 'in', [yearAt(stated, 'in')])),
    ...[...entries, ...(lookback === undefined ? [] : [lookback])].flatMap((entry) => window(entry)),
  ]
}

function financial(entry: Reader, key: string, years: readonly (number | undefined)[]): Problem[] {
  const odd = years.find((year) => year !== undefined && (year < firstYear || year > lastYear))
  if (odd === undefined) return []
  return [
    say.implausibleYear(
      entry.place(key),
      financialYear(odd),
      financialYear(firstYear),
      financialYear(lastYear),
    ),
  ]
}

function window(entry: Reader): Problem[] {
  const range = windowAt(entry, 'window')
  const odd = range && [range.from, range.to].find((year) => year < firstYear || year > lastWindowYear)
  if (odd === undefined) return []
  return [say.implausibleYear(entry.place('window'), String(odd), String(firstYear), String(lastWindowYear))]
}

/** The years a schedule names that can be read, each with where it is written. */
function scheduled(entry: Reader): [amounts: Reader, key: string, year: number][] {
  const amounts = entry.child('amounts')
  return (amounts?.keys() ?? []).flatMap((key): [Reader, string, number][] => {
    const year = parseFinancialYear(key)
    return amounts === undefined || year === undefined ? [] : [[amounts, key, year]]
  })
}
