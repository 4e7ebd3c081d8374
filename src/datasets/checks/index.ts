import * as say from '../../problems/catalogue/data-about.ts'
import type { Problem } from '../../problems/problem.ts'
import type { AboutException } from '../about.ts'
import { aboutAgrees, aboutPeriods } from './about.ts'
import {
  declaredColumns,
  dimensionCells,
  knownSource,
  knownStatus,
  negativeValue,
  possibleShare,
  publishedDate,
  values,
} from './cells.ts'
import { columns, someRows } from './columns.ts'
import { uniqueKeys } from './keys.ts'
import type { Check, CheckContext, Finding, Subject } from './subject.ts'
import { holes, yearForm } from './years.ts'

/** Every check a dataset must pass, in the order their problems are told within one place. */
const checks: readonly Check[] = [
  columns,
  someRows,
  dimensionCells,
  yearForm,
  values,
  knownStatus,
  publishedDate,
  knownSource,
  declaredColumns,
  possibleShare,
  negativeValue,
  uniqueKeys,
  holes,
  aboutAgrees,
  aboutPeriods,
]

/**
 * All problems of one dataset that about.yaml does not excuse. An exception that excuses nothing is a warning:
 * it would hide the next mistake.
 */
export function runChecks(subject: Subject, context: CheckContext): readonly Problem[] {
  const findings = checks.flatMap((check) => check(subject, context))
  const { exceptions } = subject.about
  const open = findings.filter((finding) => !exceptions.some((exception) => excuses(exception, finding)))
  const idle = exceptions.flatMap((exception, index) =>
    findings.some((finding) => excuses(exception, finding))
      ? []
      : [say.idleException(subject.aboutPlace(['exceptions', index, 'check']), exception.check)],
  )
  return [...open.map(({ problem }) => problem), ...idle]
}

function excuses(exception: AboutException, { problem, about }: Finding): boolean {
  if (problem.code !== exception.check || about === undefined) return false
  const [from = '', to = from] = exception.periods?.split(' to ') ?? []
  return (
    Object.entries(exception.where).every(([name, value]) => about.dimensions[name] === value) &&
    (exception.periods === undefined || (from <= about.from && about.to <= to))
  )
}
