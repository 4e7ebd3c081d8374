import { noEffectByDefault } from '../assumptions.ts'
import { baselineTotal } from '../capital.ts'
import type { Cell } from '../../terms/cell.ts'
import { at, choice, nothing, required, series, variable, yearOf, type Model } from '../model.ts'
import { splitShare } from '../split.ts'
import { benchmarkOf, isBridged, shareOfBenchmark, whyNoRequirement } from './benchmark.ts'
import { atComparatorShare, atQuotedShare } from './bridged.ts'
import { atBudgetShare } from './budget-share.ts'
import { catchingUp } from './catch-up.ts'
import { clearBacklog } from './clear-backlog.ts'
import { costed } from './costed.ts'
import { claimBaselineOf, quotedAmount } from './stated.ts'

/** Chapter 12. Requirement: what a benchmark says would be needed, by category. England, CDEL, money of the day. */

const words = {
  unit: 'nominal cdel',
  dims: ['benchmark', 'category', 'band', 'year'],
  source: 'MODEL.md 5',
} as const

const whole = choice({
  ...words,
  name: 'requirement-whole',
  label: 'Requirement of the benchmark, before any split',
  dims: ['benchmark', 'band', 'year'],
  among: {
    'comparator-share': atComparatorShare,
    'stated-share': atQuotedShare,
    'stated-level': quotedAmount,
    'stated-additional': quotedAmount,
    'budget-share': atBudgetShare,
    'catch-up': catchingUp,
    'clear-backlog': clearBacklog,
  },
  pick: (cell, model) => benchmarkOf(cell, model).kind,
})

const part = variable({
  ...words,
  name: 'requirement-part',
  label: 'Requirement, the part of a category',
  from: { whole, shareOfBenchmark },
  formula: (calc, from) => calc.scale(from.whole, from.shareOfBenchmark),
})

/** The requirement of a category before leases, plans or optimism bias join it. */
export const requirementAsQuoted = choice({
  ...words,
  name: 'requirement-of-category',
  label: 'Requirement of the benchmark in its category',
  among: { whole, part },
  pick: (cell, model) => (benchmarkOf(cell, model).category === cell.category ? 'whole' : 'part'),
})

const costedOfCategory = costed(requirementAsQuoted)

/** IFRS 16 leases the capital budget includes and national accounts leave out. */
const leasesSince2022 = noEffectByDefault({
  name: 'ifrs16-leases',
  label: 'IFRS 16 leases inside the capital budget',
  unit: 'nominal cdel',
  source: 'MODEL.md 3',
  flags: ['leases-unmatched'],
})

const leasesBefore = series({
  name: 'ifrs16-leases-before',
  label: 'no IFRS 16 leases before 2022-23',
  unit: 'nominal cdel',
  dims: [],
  source: 'MODEL.md 3',
  read: () => nothing('the standard applies from 2022-23'),
})

const leases = choice({
  name: 'leases',
  label: 'IFRS 16 leases added to a bridged requirement',
  unit: 'nominal cdel',
  dims: ['year'],
  source: 'MODEL.md 3',
  among: { since: leasesSince2022, before: leasesBefore },
  pick: (cell) => (yearOf(cell) >= 2022 ? 'since' : 'before'),
})

const leasesPart = variable({
  name: 'leases-part',
  label: 'IFRS 16 leases, the part in a category',
  unit: 'nominal cdel',
  dims: ['category', 'year'],
  source: 'MODEL.md 3',
  from: { leases, splitShare },
  formula: (calc, from) => calc.scale(from.leases, from.splitShare),
})

const leasesOf = choice({
  name: 'leases-in-category',
  label: 'IFRS 16 leases added to a bridged requirement, by category',
  unit: 'nominal cdel',
  dims: ['category', 'year'],
  source: 'MODEL.md 3',
  among: { total: leases, category: leasesPart },
  pick: (cell) => (cell.category === 'total' ? 'total' : 'category'),
})

const withLeases = variable({
  ...words,
  name: 'requirement-with-leases',
  label: 'Bridged requirement with IFRS 16 leases',
  from: { ofCategory: requirementAsQuoted, leasesOf },
  formula: (calc, from) => calc.add(from.ofCategory, from.leasesOf),
})

const onClaimBaseline = variable({
  ...words,
  name: 'requirement-stated-additional',
  label: 'Baseline as it stood when the claim was made, and the quoted addition',
  from: { claimBaselineOf, costedOfCategory },
  formula: (calc, from) => calc.add(from.claimBaselineOf, from.costedOfCategory),
})

const asStated = choice({
  ...words,
  name: 'requirement-by-kind',
  label: 'Requirement',
  among: {
    bridged: withLeases,
    additional: onClaimBaseline,
    quoted: requirementAsQuoted,
    level: costedOfCategory,
  },
  pick: (cell, model) => {
    const benchmark = benchmarkOf(cell, model)
    const reason = whyNoRequirement(benchmark, required(cell.category, 'category'), yearOf(cell))
    if (reason !== undefined) return { missing: reason }
    if (isBridged(benchmark)) return 'bridged'
    if (benchmark.kind === 'stated-level') return 'level'
    return benchmark.kind === 'stated-additional' ? 'additional' : 'quoted'
  },
})

const inHindsight = variable({
  ...words,
  name: 'requirement-in-hindsight',
  label: 'Requirement of a claim made after the as-of date',
  from: { asStated },
  formula: (calc, from) => calc.mark(from.asStated, 'hindsight'),
})

/** Whether a claim was made after the as-of date. */
export function isInHindsight(cell: Cell, model: Model): boolean {
  const { asOf } = model.settings
  const { published } = benchmarkOf(cell, model)
  return asOf !== undefined && published !== undefined && published > asOf
}

/** The requirement at the centre of the band or at either end; a claim later than the as-of date is flagged. */
export const requirementAt = choice({
  ...words,
  name: 'requirement-at',
  label: 'Requirement',
  among: { asStated, inHindsight },
  pick: (cell, model) => (isInHindsight(cell, model) ? 'inHindsight' : 'asStated'),
})

/** What the benchmark says is needed. */
export const requirement = choice({
  ...words,
  name: 'requirement',
  label: 'Requirement',
  dims: ['benchmark', 'category', 'year'],
  among: { central: at(requirementAt, (cell) => ({ ...cell, band: 'central' })) },
  pick: () => 'central',
})

/** What a share of a fixed budget takes from day-to-day spending: requirement less the planned capital. */
const forgone = variable({
  ...words,
  name: 'revenue-forgone-of-fixed-budget',
  label: 'Day-to-day spending forgone',
  dims: ['benchmark', 'year'],
  from: {
    requirement: at(requirement, (cell) => ({ ...cell, category: 'total' })),
    baselineTotal,
  },
  formula: (calc, from) => calc.subtract(from.requirement, from.baselineTotal),
})

export const revenueForgone = choice({
  ...words,
  name: 'revenue-forgone',
  label: 'Day-to-day spending forgone to meet the requirement',
  dims: ['benchmark', 'category', 'year'],
  among: { forgone },
  pick: (cell, model) => {
    const benchmark = benchmarkOf(cell, model)
    if (benchmark.kind !== 'budget-share' || benchmark.envelope !== 'fixed')
      return { missing: 'no-fixed-budget' }
    return cell.category === benchmark.category ? 'forgone' : { missing: 'total-only' }
  },
})
