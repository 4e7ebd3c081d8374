import * as say from '../problems/catalogue/scenarios.ts'
import type { Place, Problem } from '../problems/problem.ts'
import { readYaml } from '../problems/yaml.ts'
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../problems/yaml-nodes.ts'
import { idOf, steering } from './merge.ts'
import type { Layer } from './merge.ts'

/** The name `--set` goes by where a file would stand. */
const setFile = '--set'
const listsById = ['measures', 'benchmarks'] as const

/**
 * What one `--set KEY=VALUE` says, as a layer of its own: `measures.uplift.amount=£2bn`. The value is YAML, so
 * `split={digital: 12%}` works; ids must exist in the scenario below. `ordinal` is which `--set` it is, from 1.
 */
export function setLayer(
  text: string,
  ordinal: number,
  below: YamlMapping,
): Layer | { problems: readonly Problem[] } {
  const equals = text.indexOf('=')
  const keyText = text.slice(0, equals)
  const place = (offset: number): Place => ({
    file: setFile,
    line: ordinal,
    column: offset + 1,
    excerpt: text,
  })
  if (equals < 1 || keyText.split('.').some((step) => step.trim() === ''))
    return { problems: [say.setSyntax(place(0))] }

  const valueAt = equals + 1
  const read = readYaml(text.slice(valueAt), setFile)
  const moved = (inner: Place): Place => place(valueAt + (inner.column ?? 1) - 1)
  if (read.problems.length > 0) {
    return {
      problems: read.problems.map((problem) => ({
        ...problem,
        place: problem.place ? moved(problem.place) : place(valueAt),
      })),
    }
  }
  const value = read.root === undefined ? nothing(place(valueAt)) : relocated(read.root, moved)
  const steps = keyText.split('.')
  const [list = '', id] = steps
  if (steering.has(list)) return { problems: [say.notSettable(place(0), list)] }
  const known = listsById.find((name) => name === list)
  if (known !== undefined && id !== undefined) {
    const ids = idsOf(below, known)
    if (!ids.includes(id)) return { problems: [say.setUnknownId(place(known.length + 1), known, id, ids)] }
  }
  const root = nest(steps, 0, value, place)
  return root.kind === 'mapping' ? { file: setFile, root } : { problems: [say.setSyntax(place(0))] }
}

function nest(
  steps: readonly string[],
  offset: number,
  value: YamlNode,
  place: (offset: number) => Place,
): YamlNode {
  const [step, ...rest] = steps
  if (step === undefined) return value
  const key: YamlScalar = { kind: 'scalar', text: step, value: step, place: place(offset) }
  const inside = offset + step.length + 1
  const [id, ...below] = rest
  if (offset === 0 && listsById.some((name) => name === step) && id !== undefined) {
    const entry = nest(below, inside + id.length + 1, value, place)
    const item = entry.kind === 'mapping' ? withId(entry, id, place(inside)) : entry
    return mappingOf(key, { kind: 'list', items: [item], place: place(inside) })
  }
  return mappingOf(key, nest(rest, inside, value, place))
}

function mappingOf(key: YamlScalar, value: YamlNode): YamlMapping {
  return {
    kind: 'mapping',
    entries: new Map<string, YamlEntry>([[key.text, { key, value }]]),
    place: key.place,
  }
}

function withId(node: YamlMapping, id: string, place: Place): YamlMapping {
  const scalar = (text: string): YamlScalar => ({ kind: 'scalar', text, value: text, place })
  const entries = new Map<string, YamlEntry>([
    ['id', { key: scalar('id'), value: scalar(id) }],
    ...node.entries,
  ])
  return { ...node, entries }
}

function idsOf(root: YamlMapping, list: string): string[] {
  const node = root.entries.get(list)?.value
  return node?.kind === 'list' ? node.items.map(idOf).filter((id) => id !== undefined) : []
}

function nothing(place: Place): YamlScalar {
  return { kind: 'scalar', text: '', value: null, place }
}

/** The same tree with every place moved from the value's own text to the whole of the `--set`. */
function relocated(node: YamlNode, moved: (place: Place) => Place): YamlNode {
  const place = moved(node.place)
  if (node.kind === 'scalar') return { ...node, place }
  if (node.kind === 'list') return { ...node, place, items: node.items.map((item) => relocated(item, moved)) }
  const entries = Array.from(node.entries, ([key, entry]): [string, YamlEntry] => [
    key,
    { key: { ...entry.key, place: moved(entry.key.place) }, value: relocated(entry.value, moved) },
  ])
  return { kind: 'mapping', place, entries: new Map(entries) }
}
