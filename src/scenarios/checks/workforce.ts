import * as say from '../../problems/catalogue/scenario-further.ts'
import * as words from '../../problems/catalogue/scenario-words.ts'
import { fromAfterTo, implausibleYear } from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import { Decimal } from '../../terms/decimal.ts'
import { financialYear } from '../../terms/year.ts'
import { formats } from '../formats.ts'
import { readPath } from '../read-path.ts'
import type { Reader } from '../reader.ts'
import { yearAt } from './check.ts'
import type { Check } from './check.ts'

/** Recruits have their years, and people and years of training are counted in sensible numbers. */
export const workforce: Check = ({ root }) => {
  const entry = root.child('workforce')
  if (entry === undefined) return []
  const recruiting = ['recruits', 'from', 'to'].filter((key) => entry.has(key))
  const rest = ['training', 'cost', 'prices'].filter((key) => entry.has(key))
  const missing =
    recruiting.length + rest.length === 0
      ? []
      : ['recruits', 'from', 'to'].filter((key) => !recruiting.includes(key))
  const [from, to] = [yearAt(entry, 'from'), yearAt(entry, 'to')]
  return [
    ...(missing.length === 0 ? [] : [say.recruitsIncomplete(entry.place(), missing)]),
    ...(from !== undefined && to !== undefined && from > to
      ? [fromAfterTo(entry.place('from'), financialYear(from), financialYear(to), 'to')]
      : []),
    ...[from, to]
      .filter((year) => year !== undefined && (year < 1970 || year > 2099))
      .slice(0, 1)
      .map((year) =>
        implausibleYear(
          entry.place(year === from ? 'from' : 'to'),
          financialYear(year ?? 0),
          financialYear(1970),
          financialYear(2099),
        ),
      ),
    ...numberProblems(entry),
  ]
}

function numberProblems(entry: Reader): Problem[] {
  const read = (text: string) => (formats.number.accepts(text) ? new Decimal(text) : undefined)
  const staff = entry.node('staff')
  const path = staff && readPath(staff, read)
  const people = path === undefined ? [] : 'constant' in path ? [path.constant] : [...path.points.values()]
  const recruits = read(entry.text('recruits') ?? '')
  const training = read(entry.text('training') ?? '')
  const problem = (key: string, fault: keyof typeof words.numberFaults) =>
    say.workforceNumber(entry.place(key), key, words.numberFaults[fault]())
  return [
    ...(people.some((number) => number.isNegative()) ? [problem('staff', 'negative')] : []),
    ...(recruits?.isNegative() === true ? [problem('recruits', 'negative')] : []),
    ...(training?.isNegative() === true ? [problem('training', 'negative')] : []),
    ...(training !== undefined && !training.isInteger() ? [problem('training', 'notWhole')] : []),
  ]
}
