import type { Said } from '../figures/setting-values.ts'
import type { YamlEntry, YamlList, YamlMapping, YamlNode, YamlScalar } from '../problems/yaml-nodes.ts'
import { nodeText } from './node-text.ts'
import { isAtDefault } from './read-assumption.ts'
import { shownFile } from '../terms/shown-file.ts'

/** One file, or what `--set` says, in the order in which they are laid on one another. */
export interface Layer {
  readonly file: string
  readonly root: YamlMapping
  /** The file as it was read; absent for `--set`. */
  readonly text?: string
}

/** A value that a later layer replaced: which won, and which lost, the earliest first. */
export interface Override {
  /** Dotted, ids instead of positions: `measures.uplift.amount`. */
  readonly key: string
  readonly won: Said
  readonly lost: readonly Said[]
}

/** The layers as one tree; every node still knows the file and line it was written on. */
export interface Merged {
  readonly root: YamlMapping
  readonly overrides: readonly Override[]
  /** For a scalar: the `prices` of its file, or those its file inherits; absent where none is named. */
  readonly pricesOf: ReadonlyMap<YamlScalar, YamlScalar>
  /** Assumptions whose entry, with whatever range it had, a bare value replaced. */
  readonly fixed: ReadonlySet<string>
}

/** Keys that steer reading and are no part of the merged scenario. */
export const steering: ReadonlySet<string> = new Set(['capgap', 'extends'])
const listsById = new Set(['measures', 'benchmarks'])

/**
 * Lays the layers on one another: mappings key by key, `measures` and `benchmarks` by id with new ids last, other
 * lists and scalars replaced; `baseline.series` and `baseline.stated` replace each other (docs/scenario-format.md).
 */
export function mergeLayers(layers: readonly [Layer, ...Layer[]]): Merged {
  const lost = new Map<string, { won: YamlNode; lost: YamlNode[] }>()
  const fixed = new Set<string>()
  const pricesOf = new Map<YamlScalar, YamlScalar>()
  let prices: YamlScalar | undefined
  let root: YamlMapping | undefined
  for (const layer of layers) {
    const own = layer.root.entries.get('prices')?.value
    if (own?.kind === 'scalar') prices = own
    if (prices !== undefined) notePrices(layer.root, prices, pricesOf)
    const body = withoutSteering(layer.root)
    root = root === undefined ? body : mergeMappings(root, body, [], recorder(lost, fixed))
  }
  return { root: root ?? layers[0].root, overrides: Array.from(lost, toOverride), pricesOf, fixed }
}

type Recorder = (path: readonly string[], won: YamlNode, loser: YamlNode) => void

function recorder(lost: Map<string, { won: YamlNode; lost: YamlNode[] }>, fixed: Set<string>): Recorder {
  return (path, won, loser) => {
    const [list, name = ''] = path
    if (list === 'assumptions' && path.length === 2 && loser.kind === 'mapping') fixed.add(name)
    // An entry that leaves its assumption at the default has no value to lose.
    if (isAtDefault(loser) && list === 'assumptions') return
    if (nodeText(won) === nodeText(loser)) return
    const key = path.join('.')
    const before = lost.get(key)
    lost.set(key, { won, lost: [...(before?.lost ?? []), loser] })
  }
}

function toOverride([key, { won, lost }]: [string, { won: YamlNode; lost: YamlNode[] }]): Override {
  return { key, won: saidAt(won), lost: lost.map(saidAt) }
}

/** Where a node was written, and what it says. */
export function saidAt(node: YamlNode): Said {
  return { file: shownFile(node.place.file), line: node.place.line ?? 1, text: nodeText(node) }
}

/** Where each value of the merged scenario was said, by dotted key, ids instead of positions. */
export function saidByKey(root: YamlMapping): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  const visit = (node: YamlNode, path: readonly string[]): void => {
    if (node.kind === 'mapping') {
      for (const [key, entry] of node.entries) visit(entry.value, [...path, key])
      return
    }
    if (path.length > 0) said.set(path.join('.'), saidAt(node))
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) visit(item, [...path, idOf(item) ?? String(index)])
    }
  }
  visit(root, [])
  return said
}

function mergeNodes(below: YamlNode, above: YamlNode, path: readonly string[], record: Recorder): YamlNode {
  if (below.kind === 'mapping' && above.kind === 'mapping' && byYears(below) === byYears(above)) {
    const atDefault = path[0] === 'assumptions' && path.length === 2 && isAtDefault(below)
    // The reasons of a default are not those of another value.
    if (!atDefault || !above.entries.has('value') || isAtDefault(above))
      return mergeMappings(below, above, path, record)
  }
  if (below.kind === 'list' && above.kind === 'list' && path.length === 1 && listsById.has(path[0] ?? '')) {
    return mergeById(below, above, path, record)
  }
  record(path, above, below)
  return above
}

function mergeMappings(
  below: YamlMapping,
  above: YamlMapping,
  path: readonly string[],
  record: Recorder,
): YamlMapping {
  const entries = new Map(below.entries)
  const rivals = path.length === 1 && path[0] === 'baseline' ? ['series', 'stated'] : []
  for (const [key, entry] of above.entries) {
    for (const rival of rivals) {
      const replaced = rivals.includes(key) && rival !== key ? entries.get(rival) : undefined
      if (replaced === undefined || above.entries.has(rival)) continue
      record([...path, rival], entry.value, replaced.value)
      entries.delete(rival)
    }
    const before = entries.get(key)
    entries.set(key, before === undefined ? entry : mergeEntry(before, entry, [...path, key], record))
  }
  return { kind: 'mapping', entries, place: above.place }
}

function mergeEntry(
  below: YamlEntry,
  above: YamlEntry,
  path: readonly string[],
  record: Recorder,
): YamlEntry {
  return { key: above.key, value: mergeNodes(below.value, above.value, path, record) }
}

function mergeById(below: YamlList, above: YamlList, path: readonly string[], record: Recorder): YamlList {
  const items = [...below.items]
  for (const item of above.items) {
    const id = idOf(item)
    const index = id === undefined ? -1 : items.findIndex((other) => idOf(other) === id)
    const before = items[index]
    if (before === undefined) items.push(item)
    else items[index] = mergeNodes(before, item, [...path, id ?? ''], record)
  }
  return { kind: 'list', items, place: above.place }
}

/** The id of a measure or benchmark, undefined where it has none. */
export function idOf(node: YamlNode): string | undefined {
  const id = node.kind === 'mapping' ? node.entries.get('id')?.value : undefined
  return id?.kind === 'scalar' && id.text !== '' ? id.text : undefined
}

/** Whether the keys are years: `{2025-26: 10%, 2029-30: 14%}` replaces an entry that is none, and the reverse. */
function byYears(node: YamlMapping): boolean {
  return node.entries.size > 0 && Array.from(node.entries.keys()).every((key) => /^\d/.test(key))
}

function withoutSteering(root: YamlMapping): YamlMapping {
  const entries = new Map(Array.from(root.entries).filter(([key]) => !steering.has(key)))
  return { kind: 'mapping', entries, place: root.place }
}

function notePrices(node: YamlNode, prices: YamlScalar, into: Map<YamlScalar, YamlScalar>): void {
  if (node.kind === 'scalar') into.set(node, prices)
  else if (node.kind === 'list') for (const item of node.items) notePrices(item, prices, into)
  else for (const entry of node.entries.values()) notePrices(entry.value, prices, into)
}
