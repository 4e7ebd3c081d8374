import type { Cell } from '../terms/cell.ts'
import { benchmarkOfOtherKind } from '../problems/catalogue/model.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import { yearsOf } from '../terms/year.ts'
import { noEffectByDefault } from './assumptions.ts'
import { at, calendarYearOf, choice, gathered, over, required, variable, type Model } from './model.ts'
import { nationGdp, nationShare, purchasingPower } from './nation-shares.ts'
import type { ComparatorSetting, HeldComparator } from './settings.ts'

/**
 * Chapter 4. Comparators: the mean share of GDP of a group of nations, less the subject. Which nations are in it is
 * decided by the data there is, and belongs to the result.
 */

/** A nation left out of a comparator, and why. */
export interface DroppedNation {
  readonly nation: string
  /** A slug: `is-the-subject`, `left-out`, or why its first missing year is missing (`no-observation`). */
  readonly reason: string
  /** The years it has no figure for, of those asked. */
  readonly years: readonly number[]
  readonly yearsAsked: number
}

export interface ComparatorNations {
  readonly kept: readonly string[]
  readonly dropped: readonly DroppedNation[]
}

/** The comparator a cell names: `lookback`, or a benchmark's id. */
export function comparatorOf(cell: Cell, model: Model): ComparatorSetting & { readonly subject: string } {
  const id = required(cell.comparator, 'comparator')
  if (id === 'lookback') return required(model.settings.lookback, 'look-back')
  return { ...heldComparatorOf(id, model), subject: 'GBR' }
}

export function heldComparatorOf(id: string, model: Model): HeldComparator {
  const benchmark = model.benchmark(id)
  if (benchmark?.kind !== 'comparator-share' && benchmark?.kind !== 'catch-up') {
    throw new ProblemsError([benchmarkOfOtherKind(id, 'comparator-share')], exitCodes.usage)
  }
  return benchmark.comparator
}

/**
 * The nations behind a comparator: with `complete`, those with every year of the window; with `available`, those with
 * the year asked for (`year`), or any year of the window when none is. The subject is never its own comparator.
 */
export function nationsOf(
  comparator: ComparatorSetting & { readonly subject: string },
  model: Model,
  year?: number,
): ComparatorNations {
  const { group, series, asset, weighting, nations, window, subject, without = [] } = comparator
  const when = nations === 'available' && year !== undefined ? String(year) : `${window.from}-${window.to}`
  const key = [
    'nations',
    group,
    series,
    asset,
    weighting === 'gdp' ? 'weighted' : '',
    nations,
    when,
    subject,
    ...without,
  ].join('|')
  return model.once(key, () => findNations(comparator, model, year))
}

function findNations(
  comparator: ComparatorSetting & { readonly subject: string },
  model: Model,
  year: number | undefined,
): ComparatorNations {
  const kept: string[] = []
  const dropped: DroppedNation[] = []
  const years = comparator.nations === 'available' && year !== undefined ? [year] : yearsOf(comparator.window)
  for (const nation of model.group(comparator.group)) {
    const isSubject = nation === comparator.subject
    if (isSubject || comparator.without?.includes(nation) === true) {
      const reason = isSubject ? 'is-the-subject' : 'left-out'
      dropped.push({ nation, reason, years: [], yearsAsked: years.length })
      continue
    }
    const gaps = years.flatMap((year) => {
      const reason = whyNot(comparator, nation, year, model)
      return reason === undefined ? [] : [{ year, reason }]
    })
    const [first] = gaps
    const complete = comparator.nations === 'complete'
    if (first === undefined || (!complete && gaps.length < years.length)) kept.push(nation)
    else
      dropped.push({
        nation,
        reason: first.reason,
        years: gaps.map((gap) => gap.year),
        yearsAsked: years.length,
      })
  }
  return { kept, dropped }
}

function whyNot(
  comparator: ComparatorSetting,
  nation: string,
  calendarYear: number,
  model: Model,
): string | undefined {
  const { series, asset } = comparator
  const share = model.peek(nationShare, { series, asset, nation, calendarYear })
  if ('missing' in share) return share.missing
  if (comparator.weighting !== 'gdp') return undefined
  const weight = model.peek(nationWeight, { nation, calendarYear })
  return 'missing' in weight ? `no-weight-${weight.missing}` : undefined
}

const nationWeight = variable({
  name: 'nation-weight',
  label: 'GDP at purchasing power parity',
  unit: 'dollar gdp-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: { nationGdp, purchasingPower },
  formula: (calc, from) => calc.atPurchasingPower(from.nationGdp, from.purchasingPower),
})

/** The cells of each nation behind a comparator in one year. */
function nationCells(cell: Cell, model: Model): Cell[] {
  const comparator = comparatorOf(cell, model)
  const calendarYear = calendarYearOf(cell)
  const { series, asset } = comparator
  return nationsOf(comparator, model, calendarYear).kept.map((nation) => ({
    series,
    asset,
    nation,
    calendarYear,
  }))
}

const words = {
  unit: 'gfcf-cy per gdp-cy',
  dims: ['comparator', 'calendarYear'],
  source: 'MODEL.md 3',
} as const

const shares = over(nationShare, nationCells)

const simple = gathered({
  ...words,
  name: 'comparator-share-simple',
  label: 'Mean share of the comparator nations',
  from: { shares },
  formula: (calc, from) => calc.mean(from.shares),
})

const byGdp = gathered({
  ...words,
  name: 'comparator-share-gdp',
  label: 'Mean share of the comparator nations, weighted by GDP at purchasing power parity',
  from: { shares, weights: over(nationWeight, nationCells) },
  formula: (calc, from) => calc.weightedMean(from.shares, from.weights),
})

const median = gathered({
  ...words,
  name: 'comparator-share-median',
  label: 'Median share of the comparator nations',
  from: { shares },
  formula: (calc, from) => calc.median(from.shares),
})

const topQuartile = gathered({
  ...words,
  name: 'comparator-share-top-quartile',
  label: 'Mean share of the highest quarter of the comparator nations',
  from: { shares },
  formula: (calc, from) => calc.topQuarterMean(from.shares),
})

/** The comparator's share of GDP in one calendar year, by its weighting. */
export const comparatorShare = choice({
  ...words,
  name: 'comparator-share',
  label: 'Comparator share of GDP',
  among: { simple, gdp: byGdp, median, 'top-quartile': topQuartile },
  pick: (cell, model) => {
    const comparator = comparatorOf(cell, model)
    if (nationsOf(comparator, model, calendarYearOf(cell)).kept.length === 0)
      return { missing: 'no-nation-with-data' }
    return comparator.weighting
  },
})

const heldCalendarShare = gathered({
  name: 'held-share-calendar',
  label: 'Mean comparator share over the years held',
  unit: 'gfcf-cy per gdp-cy',
  dims: ['comparator'],
  source: 'MODEL.md 5',
  from: {
    shares: over(comparatorShare, (cell, model) => {
      const { hold } = heldComparatorOf(required(cell.comparator, 'comparator'), model)
      return yearsOf(hold).map((calendarYear) => ({ ...cell, calendarYear }))
    }),
  },
  formula: (calc, from) => calc.mean(from.shares),
})

const heldWords = { unit: 'uk-gfcf per uk-gdp', dims: ['benchmark'], source: 'MODEL.md 5' } as const

const heldAsWorked = variable({
  ...heldWords,
  name: 'held-share-as-worked',
  label: 'Comparator share of GDP, held, as the nations’ data give it',
  from: { held: at(heldCalendarShare, (cell) => ({ comparator: required(cell.benchmark, 'benchmark') })) },
  formula: (calc, from) => calc.recast('uk-gfcf per uk-gdp', from.held, 'held in the UK’s financial years'),
})

/** How far the share of a comparator may be off, being the mean of few nations: 5% makes 0.40% of GDP 0.42%. */
export const comparatorShareAdjustment = noEffectByDefault({
  name: 'comparator-share-adjustment',
  label: 'Adjustment of the comparator share',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 5',
})

const heldAdjusted = variable({
  ...heldWords,
  name: 'held-share-adjusted',
  label: 'Comparator share of GDP, held and adjusted',
  from: { heldAsWorked, comparatorShareAdjustment },
  formula: (calc, from) => calc.grow(from.heldAsWorked, from.comparatorShareAdjustment),
})

/** The comparator share held for years to come: the mean over the hold years, applied to financial years. */
export const heldShare = choice({
  ...heldWords,
  name: 'held-share',
  label: 'Comparator share of GDP, held',
  among: { asWorked: heldAsWorked, adjusted: heldAdjusted },
  pick: (_cell, model) =>
    model.settings.assumptions.has('comparator-share-adjustment') ? 'adjusted' : 'asWorked',
})
