import type { ModelSettings } from '../figures/settings.ts'
import type { Money, Path } from '../figures/setting-values.ts'
import type { WorkforceSetting } from '../figures/settings-further.ts'
import { Decimal } from '../terms/decimal.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { moneyText } from '../terms/quantity.ts'
import { financialYear } from '../terms/year.ts'
import { readPath } from './read-path.ts'
import type { Reader } from './reader.ts'

/** Years a recruit is in training unless a scenario says. */
const usualTraining = 1

/** The key `workforce`, read from a scenario and written back. */
export function workforce(root: Reader): WorkforceSetting | undefined {
  const entry = root.child('workforce')
  if (entry === undefined) return undefined
  return {
    staff: staffOf(entry),
    recruits: entry.has('recruits')
      ? {
          number: entry.number('recruits'),
          from: entry.year('from'),
          to: entry.year('to'),
          training: entry.has('training') ? entry.number('training').toNumber() : usualTraining,
          cost: entry.has('cost') ? entry.money('cost') : undefined,
        }
      : undefined,
    source: entry.text('source'),
    said: entry.said(entry.has('recruits') ? 'recruits' : 'staff'),
  }
}

function staffOf(entry: Reader): Path | undefined {
  const node = entry.node('staff')
  return node && readPath(node, (text) => new Decimal(text))
}

export function workforceWritten({ workforce: setting }: ModelSettings) {
  if (setting === undefined) return undefined
  const { staff, recruits, source } = setting
  return {
    staff: staff && pathText(staff),
    ...(recruits === undefined
      ? {}
      : {
          recruits: recruits.number.toFixed(),
          from: financialYear(recruits.from),
          to: financialYear(recruits.to),
          training: String(recruits.training),
          ...costWritten(recruits.cost),
        }),
    source,
  }
}

function costWritten(cost: Money | undefined): { cost?: string; prices?: string } {
  return cost === undefined ? {} : { cost: moneyText(cost.amount), prices: priceBasisLabel(cost.prices) }
}

function pathText(path: Path) {
  if ('constant' in path) return path.constant.toFixed()
  return Object.fromEntries(
    Array.from(path.points, ([year, value]) => [financialYear(year), value.toFixed()]),
  )
}
