import * as say from '../problems/catalogue/scenarios.ts'
import { placesIn } from '../problems/lines.ts'
import type { Problem } from '../problems/problem.ts'
import { readYaml } from '../problems/yaml.ts'
import type { YamlMapping } from '../problems/yaml-nodes.ts'
import type { ReadLayer } from './files.ts'
import { idOf } from './merge.ts'
import { structureProblems } from './structure.ts'

/** One scenario file read by itself: its tree, and everything wrong that can be seen without the others. */
export function readLayer(bytes: Uint8Array | string, file: string): ReadLayer {
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)
  const broken = text.indexOf('\uFFFD')
  if (broken >= 0) return { root: undefined, problems: [say.notUtf8(placesIn(text, file)(broken))] }
  const { root, problems } = readYaml(text, file)
  if (root === undefined)
    return { root: undefined, problems: problems.length > 0 ? problems : [say.emptyScenario(file)] }
  if (root.kind !== 'mapping') {
    const found = root.kind === 'list' ? 'a list' : `only "${root.text}"`
    return { root: undefined, problems: [...problems, say.notAScenario(root.place, found)] }
  }
  return {
    root,
    problems: [...problems, ...structureProblems(root), ...repeatedIds(root), ...baselineTwice(root)],
  }
}

function repeatedIds(root: YamlMapping): Problem[] {
  return ['measures', 'benchmarks'].flatMap((list) => {
    const node = root.entries.get(list)?.value
    if (node?.kind !== 'list') return []
    const first = new Map<string, number>()
    return node.items.flatMap((item) => {
      const id = idOf(item)
      if (id === undefined || item.kind !== 'mapping') return []
      const place = item.entries.get('id')?.value.place ?? item.place
      const line = first.get(id)
      if (line !== undefined) return [say.repeatedId(place, list, id, line)]
      first.set(id, place.line ?? 1)
      return []
    })
  })
}

/** Between files `series` and `stated` replace each other; in one file nobody could say which is meant. */
function baselineTwice(root: YamlMapping): Problem[] {
  const baseline = root.entries.get('baseline')?.value
  if (baseline?.kind !== 'mapping') return []
  const stated = baseline.entries.get('stated')
  return baseline.entries.has('series') && stated !== undefined ? [say.baselineTwice(stated.key.place)] : []
}
