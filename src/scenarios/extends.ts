import type { YamlMapping, YamlScalar } from '../problems/yaml-nodes.ts'

/** What a file extends, in order. */
export function extendedBy(root: YamlMapping): readonly YamlScalar[] {
  const node = root.entries.get('extends')?.value
  if (node === undefined) return []
  const items = node.kind === 'list' ? node.items : [node]
  return items.filter((item): item is YamlScalar => item.kind === 'scalar' && item.text !== '')
}
