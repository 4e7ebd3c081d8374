import type { ModelSettings } from '../figures/settings.ts'
import type { Money } from '../figures/setting-values.ts'
import { mostMarks, type Tracker } from '../engine/tracker.ts'
import { Decimal } from '../terms/decimal.ts'
import type { PriceBasis } from '../terms/prices.ts'

/**
 * Settings of many runs as one object that the model reads: parts that differ between the runs say so when they are
 * read. A part is one property of one measure, benchmark or other entry with an id, one assumption, or a whole property
 * of the scenario (its split, its years).
 */
export interface TrackedSettings {
  readonly settings: ModelSettings
  /** Makes it these settings, of which only the parts found to differ may be others. */
  readonly become: (settings: ModelSettings) => void
  /** Makes it the first settings but for these parts. */
  readonly change: (changes: readonly ChangedPart[]) => void
}

/** Where a part stands: `measures`, 0, `amount`; `assumptions`, `underspend`; `split`. */
export type SettingsPath = readonly (string | number)[]
type Entry = Readonly<Record<string, unknown>>

/** Parts that differ among settings of one scenario, each once, in the order in which they are found. */
export function differingParts(all: Iterable<ModelSettings>): SettingsPath[] {
  const found = new Map<string, SettingsPath>()
  let first: ModelSettings | undefined
  for (const settings of all) {
    if (first === undefined) first = settings
    else for (const path of differences(entryOf(first), entryOf(settings))) found.set(path.join('\n'), path)
  }
  // A whole that differs covers its parts.
  return [...found.values()].filter((path) => path.length === 1 || !found.has(String(path[0])))
}

/** The value of a part. */
function partOf(settings: ModelSettings, path: SettingsPath): unknown {
  let value: unknown = settings
  for (const step of path) {
    value = value instanceof Map ? value.get(step) : (value as Entry | undefined)?.[step]
  }
  return value
}

/** A part, and what it is in other settings than the first. */
export interface ChangedPart {
  readonly path: SettingsPath
  readonly value: unknown
}

/** The parts in which settings differ from the first, with their values there. */
export function changedParts(first: ModelSettings, other: ModelSettings): ChangedPart[] {
  return differingParts([first, other]).map((path) => ({ path, value: partOf(other, path) }))
}

/** @param parts what may differ: `differingParts` */
export function trackSettings(
  first: ModelSettings,
  parts: readonly SettingsPath[],
  tracker: Tracker,
): TrackedSettings {
  const initial = parts.map((path) => partOf(first, path))
  const names = parts.map((path) => path.join('\n'))
  const current = [...initial]
  const assign = (part: number, value: unknown): void => {
    if (same(value, current[part])) return
    current[part] = value
    tracker.change(markOf(part))
  }
  const markOf = (part: number): number => Math.min(part, mostMarks - 1)
  const read = (part: number): unknown => {
    tracker.read(markOf(part))
    return current[part]
  }
  const under = (path: SettingsPath): [string | number, number][] =>
    parts.flatMap((each, part): [string | number, number][] =>
      each.length === path.length + 1 && path.every((step, index) => each[index] === step)
        ? [[each.at(-1) ?? '', part]]
        : [],
    )

  function tracked(value: unknown, path: SettingsPath): unknown {
    const own = new Map(under(path))
    const below = parts.some(
      (each) => each.length > path.length && path.every((step, index) => each[index] === step),
    )
    if (!below) return value
    if (value instanceof Map) return trackedMap(value, own)
    if (Array.isArray(value)) return value.map((each, index) => tracked(each, [...path, index]))
    const copy = {}
    for (const [key, each] of Object.entries(value as Entry)) {
      const part = own.get(key)
      Object.defineProperty(
        copy,
        key,
        part === undefined
          ? { value: tracked(each, [...path, key]), enumerable: true }
          : { get: () => read(part), enumerable: true },
      )
    }
    return copy
  }

  function trackedMap(map: ReadonlyMap<unknown, unknown>, own: ReadonlyMap<unknown, number>): unknown {
    const get = (key: unknown): unknown => {
      const part = own.get(key)
      return part === undefined ? map.get(key) : read(part)
    }
    const entries = (): [unknown, unknown][] => Array.from(map.keys(), (key) => [key, get(key)])
    return {
      size: map.size,
      has: (key: unknown) => map.has(key),
      get,
      keys: () => map.keys(),
      values: () =>
        entries()
          .map(([, value]) => value)
          .values(),
      entries: () => entries().values(),
      forEach: (each: (value: unknown, key: unknown) => void) => {
        for (const [key, value] of entries()) each(value, key)
      },
      [Symbol.iterator]: () => entries().values(),
    }
  }

  return {
    settings: tracked(first, []) as ModelSettings,
    become: (settings) => {
      for (const [part, path] of parts.entries()) assign(part, partOf(settings, path))
    },
    change: (changes) => {
      const wanted = new Map(changes.map(({ path, value }) => [path.join('\n'), value]))
      for (const [part, name] of names.entries()) {
        assign(part, wanted.has(name) ? wanted.get(name) : initial[part])
      }
    },
  }
}

function* differences(a: Entry, b: Entry): Generator<SettingsPath> {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [one, other] = [a[key], b[key]]
    if (one instanceof Map && other instanceof Map && sameKeys(one, other)) {
      for (const [name, value] of one) if (!same(value, other.get(name))) yield [key, name as string]
    } else if (isEntryList(one) && isEntryList(other) && sameIds(one, other)) {
      for (const [index, entry] of one.entries()) yield* within(entry, other[index] ?? {}, [key, index])
    } else if (!same(one, other)) yield [key]
  }
}

function* within(a: Entry, b: Entry, path: SettingsPath): Generator<SettingsPath> {
  const keys = Object.keys(a)
  // A profile or kind of another shape: the whole list is another.
  if (!same(keys, Object.keys(b))) yield path.slice(0, 1)
  else for (const key of keys) if (!same(a[key], b[key])) yield [...path, key]
}

function entryOf(settings: ModelSettings): Entry {
  return settings as unknown as Entry
}

function isEntryList(value: unknown): value is readonly Entry[] {
  return (
    Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null && 'id' in each)
  )
}

function sameIds(a: readonly Entry[], b: readonly Entry[]): boolean {
  return a.length === b.length && a.every((entry, index) => entry['id'] === b[index]?.['id'])
}

function sameKeys(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  return same([...a.keys()], [...b.keys()])
}

/** Whether two settled values are the same, to the last digit. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Decimal || b instanceof Decimal)
    return a instanceof Decimal && b instanceof Decimal && a.equals(b)
  if (a instanceof Map || b instanceof Map) {
    return a instanceof Map && b instanceof Map && same([...a], [...b])
  }
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [a as Entry, b as Entry]
  const keys = Object.keys(one)
  return alike(keys, Object.keys(other)) && keys.every((key) => same(one[key], other[key]))
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}

/** The price basis of the money in a part, where it names one. */
export function moneyBasisOf(settings: ModelSettings, path: SettingsPath): PriceBasis | undefined {
  const value = partOf(settings, path)
  const money: unknown = value instanceof Map ? [...value.values()][0] : value
  if (typeof money !== 'object' || money === null) return undefined
  if (
    'amount' in money &&
    typeof money.amount === 'object' &&
    money.amount !== null &&
    'prices' in money.amount
  )
    return (money.amount as Money).prices
  return 'prices' in money ? (money as Money).prices : undefined
}
