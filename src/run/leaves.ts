import type { Data } from '../datasets/data.ts'
import type { Dataset } from '../datasets/dataset.ts'
import { candidatesOnSpine, periodsOnSpine } from '../datasets/spine.ts'
import { choose, type Choice } from '../datasets/vintages.ts'
import type { Exact } from '../engine/calculators/exact.ts'
import type { Absent, DataRequest, Given } from '../engine/figure.ts'
import { lastDayOf } from '../terms/date.ts'
import type { Observation } from '../terms/observation.ts'
import { parseCalendarYear, parseFinancialYear } from '../terms/year.ts'

/** What a leaf of the model rests on: a published row, something stated, or nothing with a reason. */
export type Origin =
  | {
      readonly kind: 'data'
      readonly request: DataRequest
      readonly choice: Choice
      /** The vintage used, where the dataset has vintages. */
      readonly vintage: string | undefined
    }
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'absent'; readonly reason: string }

/** Binds the model's requests to data, under one as-of date. */
export interface Leaves {
  origin(read: DataRequest | Given | Absent): Origin
  value(origin: Origin): Exact
  /** The last year a request's series has a usable figure for, by starting year. */
  lastYear(request: DataRequest): number | undefined
  /** The vintage a dataset is read in when this one is asked for; undefined where it has none. */
  vintageOf(dataset: string, wanted: string): string | undefined
}

/** @param asOf the scenario's date: policy rows are dropped by the requests' own, economy rows are flagged by this one */
export function bindLeaves(data: Data, asOf: string | undefined): Leaves {
  const vintages = new Map<string, string>()

  function vintageOf(name: string, wanted: string): string | undefined {
    const dataset = data.dataset(name)
    if (!dataset.about.dimensions.includes('vintage')) return undefined
    const key = `${name}|${wanted}`
    let vintage = vintages.get(key)
    if (vintage === undefined) {
      vintage = dataset.values('vintage').includes(wanted) ? wanted : latestVintage(dataset)
      vintages.set(key, vintage)
    }
    return vintage
  }

  function dimensionsOf(request: DataRequest): Readonly<Record<string, string>> {
    const vintage = request.vintage === undefined ? undefined : vintageOf(request.dataset, request.vintage)
    return vintage === undefined ? request.dimensions : { ...request.dimensions, vintage }
  }

  function candidates(request: DataRequest, period: string): readonly Observation[] {
    const dataset = data.dataset(request.dataset)
    if (request.column !== undefined) return dataset.inColumn(request.column, request.dimensions)
    const all =
      request.spine === undefined
        ? dataset.at(dimensionsOf(request), period)
        : candidatesOnSpine(dataset, period, request.spine.definition)
    const { statuses } = request
    return statuses === undefined
      ? all
      : all.filter(({ status }) => status !== undefined && statuses.includes(status))
  }

  function chosen(request: DataRequest, period: string): Choice {
    const found = candidates(request, period)
    // What policy knew is asked by the request; everything else is used whatever the date, and says so.
    return request.asOf === undefined
      ? choose(found, { asOf, side: 'economy' })
      : choose(found, { asOf: request.asOf, side: 'policy' })
  }

  return {
    vintageOf,
    origin(read) {
      if ('missing' in read) return { kind: 'absent', reason: read.missing }
      if ('value' in read) return { kind: 'given', given: read }
      const vintage = read.vintage === undefined ? undefined : vintageOf(read.dataset, read.vintage)
      return { kind: 'data', request: read, choice: chosen(read, read.period), vintage }
    },
    value(origin) {
      if (origin.kind === 'absent') return { missing: origin.reason }
      if (origin.kind === 'given') return givenValue(origin.given)
      const { choice } = origin
      if (choice.kind === 'missing') return { missing: choice.reason }
      const { observation, hindsight } = choice
      const marks = marksOf(data.dataset(observation.dataset), observation.period)
      const flags =
        observation.flags.length + marks.length === 0 && !hindsight
          ? []
          : [...new Set([...observation.flags, ...marks, ...(hindsight ? ['hindsight'] : [])])].sort()
      return { n: observation.value, status: observation.status ?? 'outturn', flags }
    },
    lastYear(request) {
      const dataset = data.dataset(request.dataset)
      const periods =
        request.spine === undefined
          ? dataset.periods(dimensionsOf(request))
          : periodsOnSpine(dataset, request.spine.definition)
      const last = [...periods].reverse().find((period) => chosen(request, period).kind === 'chosen')
      return last === undefined ? undefined : (parseFinancialYear(last) ?? parseCalendarYear(last))
    },
  }
}

function givenValue(given: Given): Exact {
  return {
    n: given.value,
    status: given.status,
    flags: given.flags ?? [],
    ...(given.base === undefined ? {} : { base: given.base }),
    ...(given.neutral === true ? { neutral: true } : {}),
  }
}

/** Flags that a dataset puts on some of its periods (a Covid year). */
function marksOf(dataset: Dataset, period: string): string[] {
  return (dataset.about.marks ?? [])
    .filter(({ from, to }) => from <= period && period <= to)
    .map(({ flag }) => flag)
}

/** The vintage with the latest publication date, and among those the last by name. */
function latestVintage(dataset: Dataset): string {
  let latest = { day: '', vintage: '' }
  for (const { dimensions, published } of dataset.observations) {
    const candidate = { day: lastDayOf(published) ?? '', vintage: dimensions['vintage'] ?? '' }
    const later =
      candidate.day > latest.day || (candidate.day === latest.day && candidate.vintage > latest.vintage)
    if (later) latest = candidate
  }
  return latest.vintage
}
