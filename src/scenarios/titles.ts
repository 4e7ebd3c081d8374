import type { BenchmarkKind } from '../figures/settings.ts'
import { defaults } from './defaults.ts'
import type { Reader } from './reader.ts'

/** What a benchmark without a title is called, from what it says: `Share of GDP of eu14 (digital)`. */
export function benchmarkTitle(entry: Reader, kind: BenchmarkKind): string {
  const said = (key: string): string => entry.text(key) ?? ''
  const asset = entry.text('asset') ?? defaults.asset
  const group = `${said('group')}${asset === defaults.asset ? '' : `, ${asset}`}`
  switch (kind) {
    case 'comparator-share':
      return `Share of GDP of ${group}`
    case 'stated-share':
      return `${said('share').replace(/ of GDP$/, '')} of GDP`
    case 'stated-level':
      return `${withoutYear(said('amount'))} a year`
    case 'stated-additional':
      return `${withoutYear(said('amount'))} a year more`
    case 'budget-share':
      return `${said('share').replace(/ of( the)? budget$/, '')} of the health budget by ${said('by')}`
    case 'catch-up':
      return `Share of GDP of ${group}, and past shortfalls made good by ${said('by')}`
    case 'clear-backlog':
      return entry.has('target')
        ? `Maintenance backlog down to ${withoutYear(said('target'))} by ${said('by')}`
        : `Maintenance backlog cleared by ${said('by')}`
  }
}

function withoutYear(amount: string): string {
  return amount.replace(/ (?:a|per) year/, '').replace(/ in .*$/, '')
}
