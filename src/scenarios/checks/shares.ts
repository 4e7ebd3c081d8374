import type { Path } from '../../figures/setting-values.ts'
import { sharesAboveWhole } from '../../problems/catalogue/scenario-uncertainty.ts'
import * as words from '../../problems/catalogue/scenario-words.ts'
import * as say from '../../problems/catalogue/scenarios.ts'
import type { Problem } from '../../problems/problem.ts'
import { Decimal } from '../../terms/decimal.ts'
import { parseQuantity, percentText } from '../../terms/quantity.ts'
import { isDistributionFault } from '../../terms/parse-distribution.ts'
import { financialYear } from '../../terms/year.ts'
import { isAtDefault, listedAssumption, readRange, readValue } from '../read-assumption.ts'
import { readPath } from '../read-path.ts'
import { readShare } from '../reader.ts'
import type { Reader } from '../reader.ts'
import { shareAt } from './check.ts'
import type { Check } from './check.ts'
import { marksOf } from './limits.ts'

/** Splits of measures and benchmarks add to 100%, and every share lies between 0% and 100%. */
export const entrySplits: Check = ({ root }) =>
  [...root.list('measures'), ...root.list('benchmarks')].flatMap((entry) => {
    const split = entry.child('split')
    if (split === undefined) return []
    const shares = split.keys().map((key) => shareAt(split, key))
    const problems = split.keys().flatMap((key) => outOfRange(split, key))
    if (problems.length > 0 || shares.some((share) => share === undefined)) return problems
    const sum = shares.reduce<Decimal>((total, share) => total.plus(share ?? 0), new Decimal(0))
    return sum.eq(1)
      ? []
      : [say.sharesDoNotAdd(entry.place('split', 'key'), words.splitCalled(entry.id()), percentText(sum))]
  })

/** What the preset trust-accounts holds for keys a split does not name; nothing is outside a stated NHS scope. */
const unnamed = { digital: new Decimal('0.1'), other: new Decimal('0.24') } as const

/** The shares of the baseline add to 100% in every year named, defaults for the keys not named included. */
export const baselineSplit: Check = ({ root }) => {
  const split = root.child('split')
  if (split === undefined) return []
  const problems = split.keys().flatMap((key) => outOfRange(split, key))
  if (problems.length > 0) return problems
  const stated = root.child('baseline')?.has('stated') === true
  const years = new Set<number | undefined>([undefined])
  const paths = new Map<string, (year: number | undefined) => Decimal>()
  for (const key of split.keys()) {
    const node = split.node(key)
    const path = node && readPath(node, readShare)
    if (path === undefined) return []
    if ('points' in path) for (const year of path.points.keys()) years.add(year)
    paths.set(key, (year) => ('constant' in path ? path.constant : between(path.points, year)))
  }
  for (const year of [...years].sort()) {
    const share = (key: 'digital' | 'other') =>
      paths.get(key)?.(year) ?? (key === 'other' && stated ? new Decimal(0) : unnamed[key])
    const rest = share('digital').plus(share('other'))
    const infrastructure = paths.get('infrastructure')?.(year)
    const sum = infrastructure === undefined ? Decimal.max(rest, 1) : rest.plus(infrastructure)
    if (!sum.eq(1))
      return [
        say.sharesDoNotAdd(
          root.place('split', 'key'),
          words.baselineSplitCalled(year === undefined ? undefined : financialYear(year)),
          percentText(sum),
        ),
      ]
  }
  return []
}

/**
 * The same where shares are set as assumptions: digital and other leave something for infrastructure, also at the top of
 * their ranges. What no file says of a preset worked from the data is passed over.
 */
export const assumedShares: Check = ({ root }) => {
  const entries = root.child('assumptions')
  const parts = (['digital', 'other'] as const).map((category) => {
    const node = entries?.node(`${category}-share`)
    const set =
      node === undefined || isAtDefault(node)
        ? undefined
        : readValue(node, listedAssumption(`${category}-share`))
    const text = entries?.child(`${category}-share`)?.text('range')
    const range = text === undefined ? undefined : readRange(text, listedAssumption(`${category}-share`))
    const top = range === undefined || isDistributionFault(range) ? undefined : Decimal.max(...marksOf(range))
    return { category, set, top, written: set ?? splitPath(root, category) }
  })
  if (entries === undefined || parts.every(({ set, top }) => set === undefined && top === undefined))
    return []
  const years = new Set<number | undefined>([undefined])
  for (const { written } of parts)
    if (written !== undefined && 'points' in written)
      for (const year of written.points.keys()) years.add(year)
  for (const year of [...years].sort()) {
    const highest = parts.map(({ written, top }) => {
      if (written === undefined) return top ?? new Decimal(0)
      // Of a value that differs by year, a range is a shift.
      if ('points' in written) return between(written.points, year).plus(top ?? 0)
      return Decimal.max(written.constant, top ?? 0)
    })
    // A share that is none by itself has been reported.
    const sum = highest.reduce((total, share) => total.plus(share))
    if (sum.lte(1) || highest.some((share) => share.gt(1))) continue
    // Where a value is written, rather than where only a range is.
    const said = parts.find(({ set }) => set !== undefined) ?? parts.find(({ top }) => top !== undefined)
    const drawn = parts.some(({ top }) => top !== undefined)
    const when = year === undefined ? undefined : financialYear(year)
    return [
      sharesAboveWhole(
        entries.place(`${said?.category ?? 'digital'}-share`, 'key'),
        percentText(sum),
        when,
        drawn,
      ),
    ]
  }
  return []
}

/** A share of the baseline as the split or its preset has it; undefined where the data are needed to know. */
function splitPath(root: Reader, category: 'digital' | 'other'): Path | undefined {
  const node = root.child('split')?.node(category)
  if (node !== undefined) return readPath(node, readShare)
  if (category === 'other' && root.child('baseline')?.has('stated') === true)
    return { constant: new Decimal(0) }
  const preset = root.text('split') ?? 'trust-accounts'
  return preset === 'trust-accounts' ? { constant: unnamed[category] } : undefined
}

/** Shares to reach are shares of the right whole, and below it. */
export const wholes: Check = ({ root }) => [
  ...root
    .list('measures')
    .flatMap((entry) =>
      ofWhole(entry, 'profile', { 'reach-gdp-share': 'GDP', 'reach-budget-share': 'budget' }),
    ),
  ...root
    .list('benchmarks')
    .flatMap((entry) => ofWhole(entry, 'kind', { 'stated-share': 'GDP', 'budget-share': 'budget' })),
]

/** The bounds of a quoted share are two, in order, and around it. */
export const bounds: Check = ({ root }) =>
  root.list('benchmarks').flatMap((entry) => {
    if (!entry.has('within') || entry.text('kind') !== 'stated-share') return []
    const [low, high, ...more] = entry.texts('within').map(readShare)
    const share = shareAt(entry, 'share')
    if (low === undefined || high === undefined || more.length > 0 || low.gte(high))
      return [say.withinNotTwo(entry.place('within'))]
    if (share === undefined || (share.gte(low) && share.lte(high))) return []
    return [say.withinNotAround(entry.place('within'), percentText(share))]
  })

function ofWhole(
  entry: Reader,
  by: 'profile' | 'kind',
  wholeOf: Readonly<Record<string, 'GDP' | 'budget'>>,
): Problem[] {
  const name = entry.text(by) ?? ''
  const whole = Object.hasOwn(wholeOf, name) ? wholeOf[name] : undefined
  const text = entry.text('share')
  if (whole === undefined || text === undefined) return []
  const quantity = parseQuantity(text)
  if (quantity.kind !== 'share') return []
  if (quantity.of !== undefined && quantity.of !== whole.toLowerCase()) {
    return [say.wrongWhole(entry.place('share'), text, name, whole)]
  }
  const { share } = quantity
  return share.isNegative() || share.gte(1) ? [say.shareOutOfRange(entry.place('share'), 'share', text)] : []
}

function outOfRange(split: Reader, key: string): Problem[] {
  const share = shareAt(split, key)
  if (share === undefined || (share.gte(0) && share.lte(1))) return []
  return [say.shareOutOfRange(split.place(key), key, split.text(key) ?? '')]
}

/** Straight lines between the points, flat outside; the first point where no year is asked for. */
function between(points: ReadonlyMap<number, Decimal>, year: number | undefined): Decimal {
  const entries = [...points]
  const before = entries.findLast(([at]) => year !== undefined && at <= year) ?? entries[0]
  const after =
    entries.find(([at]) => year !== undefined && at >= year) ?? entries.at(year === undefined ? 0 : -1)
  if (before === undefined || after === undefined) return new Decimal(0)
  if (before[0] === after[0] || year === undefined) return before[1]
  return before[1].plus(
    after[1]
      .minus(before[1])
      .times(year - before[0])
      .div(after[0] - before[0]),
  )
}
