import * as say from '../../problems/catalogue/scenario-backlog.ts'
import { splitNotTotal } from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import { isDate } from '../../terms/date.ts'
import { parseQuantity } from '../../terms/quantity.ts'
import { financialYear, firstFinancialYearAfter } from '../../terms/year.ts'
import { defaults } from '../defaults.ts'
import type { Reader } from '../reader.ts'
import { yearAt } from './check.ts'
import type { Check } from './check.ts'

/** A benchmark that clears the backlog is on infrastructure, has years to do it in, and states no amount below nothing. */
export const clearBacklog: Check = ({ root }) => {
  const election = root.text('election') ?? defaults.election
  return root
    .list('benchmarks')
    .filter((entry) => entry.text('kind') === 'clear-backlog')
    .flatMap((entry) => [
      ...onInfrastructure(entry),
      ...inTime(entry, election),
      ...['target', 'planned'].flatMap((key) => belowNothing(entry, key)),
    ])
}

function onInfrastructure(entry: Reader): Problem[] {
  const category = entry.text('category')
  if (category !== undefined && category !== 'infrastructure')
    return [say.backlogIsInfrastructure(entry.place('category'), category)]
  // A split beside the category has been reported with it.
  return category === undefined && entry.has('split')
    ? [splitNotTotal(entry.place('split', 'key'), 'infrastructure')]
    : []
}

function inTime(entry: Reader, election: string): Problem[] {
  const by = yearAt(entry, 'by')
  if (by === undefined || !isDate(election)) return []
  const first = firstFinancialYearAfter(election)
  return by >= first
    ? []
    : [say.clearedTooEarly(entry.place('by'), financialYear(by), financialYear(first), election)]
}

function belowNothing(entry: Reader, key: string): Problem[] {
  const text = entry.text(key)
  const quantity = text === undefined ? undefined : parseQuantity(text)
  return text !== undefined && quantity?.kind === 'money' && quantity.amount.isNegative()
    ? [say.backlogBelowNothing(entry.place(key), key, text)]
    : []
}
