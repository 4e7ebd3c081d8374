import type { Place } from './problem.ts'

/** A YAML document as a tree whose every node knows where it was written. */
export type YamlNode = YamlScalar | YamlList | YamlMapping

export interface YamlScalar {
  readonly kind: 'scalar'
  /** The source text of the value, quotes and escapes undone: `2020`, `2025-26`, `0.60%`. */
  readonly text: string
  /** The value by the YAML 1.2 core schema; quoted scalars are always text. */
  readonly value: string | number | boolean | null
  readonly place: Place
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly place: Place
}

export interface YamlMapping {
  readonly kind: 'mapping'
  /** By key, in the order written. */
  readonly entries: ReadonlyMap<string, YamlEntry>
  readonly place: Place
}

export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
}

export type YamlPath = readonly (string | number)[]

/** The entry of a mapping under a key, or the item of a list at an index. */
function childOf(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === 'mapping') return node.entries.get(String(step))?.value
  if (node.kind === 'list' && typeof step === 'number') return node.items[step]
  return undefined
}

/** The node at a path, or undefined where nothing stands there. */
export function nodeAt(root: YamlNode | undefined, path: YamlPath): YamlNode | undefined {
  let node = root
  for (const step of path) {
    if (node === undefined) return undefined
    node = childOf(node, step)
  }
  return node
}

/**
 * The place of the value (or of the key) at a path; where the path leads nowhere, the place of the nearest
 * node above it, which is where a missing key would be written.
 */
export function placeAt(root: YamlNode, path: YamlPath, of: 'key' | 'value' = 'value'): Place {
  let node = root
  let place = root.place
  for (const step of path) {
    const entry = node.kind === 'mapping' ? node.entries.get(String(step)) : undefined
    const next = entry?.value ?? childOf(node, step)
    if (next === undefined) return place
    place = of === 'key' && entry ? entry.key.place : next.place
    node = next
  }
  return place
}

/** The tree as plain values: mappings as objects without a prototype, so that no key is special. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  const object = Object.create(null) as Record<string, unknown>
  for (const [key, entry] of node.entries) object[key] = plainValue(entry.value)
  return object
}
