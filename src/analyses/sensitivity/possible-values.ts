import type { Moved } from '../../run/moved.ts'
import { Decimal } from '../../terms/decimal.ts'
import { rangeEnds, type RangeEnds } from './range-ends.ts'

/** Where an assumption is looked at: its range, or, where a scenario gives it none, what its values can be. */
export interface Searched {
  readonly low: Decimal
  readonly high: Decimal
  readonly which: RangeEnds['which'] | 'possible'
}

/**
 * What an assumption can be at all, in the unit of the list (ratios, GBP million, numbers). Shares run over everything a
 * share can be; growth, money and numbers over bounds wide enough that nobody would go beyond them, which are a
 * convention of ours and no judgement of how likely they are.
 */
const possible: Readonly<Record<string, readonly [string, string]>> = {
  underspend: ['0', '1'],
  'switch-to-revenue': ['0', '10000'],
  'ifrs16-leases': ['0', '10000'],
  'digital-share': ['0', '1'],
  'other-share': ['0', '1'],
  'gdp-growth': ['-0.05', '0.1'],
  'deflator-growth': ['-0.05', '0.1'],
  'resource-growth': ['-0.05', '0.1'],
  'population-growth': ['-0.02', '0.02'],
  'comparator-share-adjustment': ['-1', '1'],
  'cdel-per-gfcf': ['0.5', '2'],
  'cdel-per-gfcf-national-accounts': ['0.5', '2'],
  'catch-up-depreciation': ['0', '1'],
  'optimism-bias-digital': ['0', '2'],
  'optimism-bias-infrastructure': ['0', '0.66'],
  'digital-spend-per-worker': ['0', '0.5'],
  'digital-staff-growth': ['-0.1', '0.25'],
  'depreciation-structures': ['0', '1'],
  'depreciation-equipment': ['0', '1'],
  'depreciation-digital': ['0', '1'],
  'depreciation-research': ['0', '1'],
  'opening-stock-infrastructure': ['0', '250000'],
  'opening-stock-digital': ['0', '50000'],
  'opening-stock-other': ['0', '50000'],
  'public-dividend-capital-rate': ['0', '0.1'],
  'health-workers-per-10000-people': ['0', '500'],
  'backlog-arising': ['0', '10000'],
  'backlog-cleared-per-pound': ['0', '1'],
  'backlog-planned': ['0', '20000'],
  'backlog-price-growth': ['-0.05', '0.15'],
}

/** Shares of one budget: either leaves room for the other. */
const together: Readonly<Record<string, string>> = {
  'digital-share': 'other-share',
  'other-share': 'digital-share',
}

/** The values between which an assumption is moved, `all` others being as they are. */
export function searchedValues({ listed, range, kind }: Moved, all: readonly Moved[]): Searched {
  if (range !== undefined) return rangeEnds(range)
  const ends = possible[listed.name]
  if (ends === undefined) throw new Error(`no possible values of ${listed.name}`)
  const [low, most] = [new Decimal(ends[0]), new Decimal(ends[1])]
  // What is added to every year alike moves as far down as up.
  const half = most.minus(low).dividedBy(2)
  if (kind === 'shift') return { low: half.negated(), high: half, which: 'possible' }
  const beside = all.find((other) => other.listed.name === together[listed.name])
  const taken = beside?.kind === 'value' ? beside.now : undefined
  return { low, high: taken === undefined ? most : most.minus(taken), which: 'possible' }
}
