import type { Place } from '../problems/problem.ts'
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../problems/yaml-nodes.ts'

/**
 * A scenario file as the build leaves it after checking it: JSON that loads without a parser, and without the schema its
 * keys were held to. It is used only for a file of the same text.
 */

/** Raise it whenever the form changes: files of another form are not read. */
export const compiledScenarioFormat = 1

export interface CompiledScenario {
  readonly format: number
  readonly text: string
  readonly root: Compiled
}

/** A node with the line and column it starts at. */
type Compiled =
  | { readonly at: At; readonly text: string; readonly value: YamlScalar['value'] }
  | { readonly at: At; readonly items: readonly Compiled[] }
  | { readonly at: At; readonly entries: readonly (readonly [key: Compiled, value: Compiled])[] }
type At = readonly [line: number, column: number]

export function compileScenario(text: string, root: YamlMapping): CompiledScenario {
  return { format: compiledScenarioFormat, text, root: compiled(root) }
}

function compiled(node: YamlNode): Compiled {
  const { line, column } = node.place
  if (line === undefined || column === undefined) throw new Error('a node of a file stands nowhere')
  const at: At = [line, column]
  switch (node.kind) {
    case 'scalar':
      return { at, text: node.text, value: node.value }
    case 'list':
      return { at, items: node.items.map(compiled) }
    case 'mapping':
      return {
        at,
        entries: Array.from(node.entries.values(), ({ key, value }) => [compiled(key), compiled(value)]),
      }
  }
}

/** The tree as reading the file would give it; `file` is what its places are to say. */
export function openScenario({ text, root }: CompiledScenario, file: string): YamlMapping {
  const lines = text.split(/\r\n|\r|\n/)
  const place = ([line, column]: At): Place => ({ file, line, column, excerpt: lines[line - 1] ?? '' })
  const opened = (node: Compiled): YamlNode => {
    if ('items' in node) return { kind: 'list', items: node.items.map(opened), place: place(node.at) }
    if (!('entries' in node))
      return { kind: 'scalar', text: node.text, value: node.value, place: place(node.at) }
    const entries = node.entries.map(([name, value]): [string, YamlEntry] => {
      const key = opened(name)
      if (key.kind !== 'scalar') throw new Error('a key of a checked file is no text')
      return [key.text, { key, value: opened(value) }]
    })
    return { kind: 'mapping', entries: new Map(entries), place: place(node.at) }
  }
  const mapping = opened(root)
  if (mapping.kind !== 'mapping') throw new Error('a checked scenario is no mapping')
  return mapping
}
