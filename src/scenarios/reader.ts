import type { Money, Path, Said } from '../figures/setting-values.ts'
import { placeAt } from '../problems/yaml-nodes.ts'
import type { Place } from '../problems/problem.ts'
import type { YamlMapping, YamlNode, YamlScalar } from '../problems/yaml-nodes.ts'
import { Decimal } from '../terms/decimal.ts'
import { parsePriceBasis } from '../terms/prices.ts'
import type { PriceBasis } from '../terms/prices.ts'
import { parseQuantity } from '../terms/quantity.ts'
import { parseCalendarRange, parseFinancialRange, parseFinancialYear } from '../terms/year.ts'
import type { YearRange } from '../terms/year.ts'
import { idOf, saidAt } from './merge.ts'
import type { Merged } from './merge.ts'
import { readPath } from './read-path.ts'

/** Typed reading of one mapping of a merged scenario that has been found without errors. */
export interface Reader {
  has(key: string): boolean
  keys(): string[]
  node(key: string): YamlNode | undefined
  /** The mapping under a key; undefined where there is none or it is not a mapping. */
  child(key: string): Reader | undefined
  /** The mappings of a list; empty where there is none. */
  list(key: string): Reader[]
  text(key: string): string | undefined
  texts(key: string): string[]
  /** A word the schema has already found to be one of `Word`. */
  word<Word extends string>(key: string): Word
  id(): string
  year(key: string): number
  years(key: string): YearRange
  window(key: string): YearRange
  prices(key: string): PriceBasis
  /** A ratio. */
  share(key: string): Decimal
  shares(key: string): Decimal[]
  number(key: string): Decimal
  path(key: string): Path
  /** An amount in its own prices: those its text names, else its `prices` key, else `fallback`, else its file's. */
  money(key: string, fallback?: PriceBasis): Money
  amounts(key: string): ReadonlyMap<number, Money>
  said(key?: string): Said
  place(key?: string, of?: 'key' | 'value'): Place
}

export function reader(merged: Merged, mapping: YamlMapping = merged.root): Reader {
  const node = (key: string): YamlNode | undefined => {
    const found = mapping.entries.get(key)?.value
    return found?.kind === 'scalar' && found.value === null ? undefined : found
  }
  const text = (key: string): string | undefined => {
    const found = node(key)
    return found?.kind === 'scalar' ? found.text : undefined
  }
  const must = <T>(key: string, read: (text: string) => T | undefined): T => {
    const value = read(text(key) ?? '')
    if (value === undefined) throw new Error(`"${key}" of a checked scenario cannot be read: ${text(key)}`)
    return value
  }
  const items = (key: string): readonly YamlNode[] => {
    const found = node(key)
    return found?.kind === 'list' ? found.items : []
  }
  const moneyAt = (scalar: YamlNode | undefined, fallback?: PriceBasis): Money => {
    if (scalar?.kind !== 'scalar') throw new Error('an amount of a checked scenario is no scalar')
    const money = readMoney(merged, scalar, text('prices'), fallback)
    if (money === undefined) throw new Error(`an amount of a checked scenario cannot be read: ${scalar.text}`)
    return money
  }
  return {
    has: (key) => node(key) !== undefined,
    keys: () => Array.from(mapping.entries.keys()),
    node,
    child: (key) => {
      const found = node(key)
      return found?.kind === 'mapping' ? reader(merged, found) : undefined
    },
    list: (key) => items(key).flatMap((item) => (item.kind === 'mapping' ? [reader(merged, item)] : [])),
    text,
    texts: (key) => items(key).flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])),
    word: <Word extends string>(key: string) =>
      must(key, (found) => (found === '' ? undefined : (found as Word))),
    id: () => idOf(mapping) ?? '',
    year: (key) => must(key, parseFinancialYear),
    years: (key) => must(key, parseFinancialRange),
    window: (key) => must(key, parseCalendarRange),
    prices: (key) => must(key, parsePriceBasis),
    share: (key) => must(key, readShare),
    shares: (key) =>
      items(key).flatMap((item) => (item.kind === 'scalar' ? (readShare(item.text) ?? []) : [])),
    number: (key) => must(key, (found) => new Decimal(found)),
    path: (key) => {
      const found = node(key)
      const path = found && readPath(found, readShare)
      if (path === undefined) throw new Error(`"${key}" of a checked scenario cannot be read`)
      return path
    },
    money: (key, fallback) => moneyAt(node(key), fallback),
    amounts: (key) => {
      const found = node(key)
      const entries = found?.kind === 'mapping' ? Array.from(found.entries) : []
      return new Map(
        entries
          .map(([year, entry]): [number, Money] => [parseFinancialYear(year) ?? 0, moneyAt(entry.value)])
          .sort(([a], [b]) => a - b),
      )
    },
    said: (key) => saidAt(key === undefined ? mapping : (node(key) ?? mapping)),
    place: (key, of = 'value') => (key === undefined ? mapping.place : placeAt(mapping, [key], of)),
  }
}

/** A share as a ratio, whatever it says it is a share of. */
export function readShare(text: string): Decimal | undefined {
  const quantity = parseQuantity(text)
  return quantity.kind === 'share' ? quantity.share : undefined
}

/** An amount with its prices, by the rule of docs/scenario-format.md; undefined where the text is no money. */
function readMoney(
  merged: Merged,
  scalar: YamlScalar,
  pricesKey: string | undefined,
  fallback?: PriceBasis,
): Money | undefined {
  const quantity = parseQuantity(scalar.text)
  if (quantity.kind !== 'money') return undefined
  const ofFile = merged.pricesOf.get(scalar)?.text
  const prices =
    quantity.prices ??
    (pricesKey === undefined ? undefined : parsePriceBasis(pricesKey)) ??
    fallback ??
    (ofFile === undefined ? undefined : parsePriceBasis(ofFile))
  return { amount: quantity.amount, prices: prices ?? 'nominal' }
}
