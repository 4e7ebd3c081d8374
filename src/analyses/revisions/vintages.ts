import { lastDayOf } from '../../terms/date.ts'
import type { Decimal } from '../../terms/decimal.ts'
import type { Observation } from '../../terms/observation.ts'

/** What one period of one series was said to be, publication by publication. */

/** One published figure with what it revised. */
export interface Revision {
  readonly observation: Observation
  /** The publication it belongs to: its date as printed, or its vintage where the dataset names vintages. */
  readonly vintage: string
  /** The figure of the same series and period published before it; undefined for the first. */
  readonly previous: Observation | undefined
  /** This less the previous. */
  readonly change: Decimal | undefined
  /** The change as a ratio of the previous; undefined for the first, and where the previous was 0. */
  readonly changeRatio: Decimal | undefined
}

/** One series (one value for each dimension but the vintage), period by period. */
export interface SeriesRevisions {
  readonly dimensions: Readonly<Record<string, string>>
  /** Publications that have any figure of it, the earliest first. */
  readonly vintages: readonly string[]
  readonly periods: readonly { readonly period: string; readonly revisions: readonly Revision[] }[]
}

/**
 * The revisions of every series among these observations.
 * @returns series in the order of the data, periods sorted, revisions by day of publication
 */
export function revisionsOf(observations: readonly Observation[]): readonly SeriesRevisions[] {
  const bySeries = grouped(observations, (each) => JSON.stringify(seriesOf(each)))
  return [...bySeries.values()].map((ofSeries) => {
    const ordered = [...ofSeries].sort(byPublication)
    const [first] = ordered
    const byPeriod = grouped(ordered, ({ period }) => period)
    return {
      dimensions: first === undefined ? {} : seriesOf(first),
      vintages: [...new Set(ordered.map(vintageOf))],
      periods: [...byPeriod.keys()].sort().map((period) => ({
        period,
        revisions: revised(byPeriod.get(period) ?? []),
      })),
    }
  })
}

function revised(ordered: readonly Observation[]): Revision[] {
  return ordered.map((observation, index) => {
    const previous = ordered[index - 1]
    const change = previous === undefined ? undefined : observation.value.minus(previous.value)
    const ratio =
      previous === undefined || previous.value.isZero() ? undefined : change?.dividedBy(previous.value)
    return { observation, vintage: vintageOf(observation), previous, change, changeRatio: ratio }
  })
}

function vintageOf({ dimensions, published }: Observation): string {
  return dimensions['vintage'] ?? published
}

/** What a series is, apart from when it was published. */
function seriesOf({ dimensions }: Observation): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(dimensions).filter(([name]) => name !== 'vintage'))
}

/** The day a figure can be relied on to have been public; then its vintage, source and place in the file. */
export function byPublication(a: Observation, b: Observation): number {
  return (
    compared(lastDayOf(a.published) ?? '', lastDayOf(b.published) ?? '') ||
    compared(vintageOf(a), vintageOf(b)) ||
    compared(a.source, b.source) ||
    a.line - b.line
  )
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}
