import type { YamlNode } from '../problems/yaml-nodes.ts'

/** A node on one line, as a scenario could write it: `{group: eu14, window: 2010-2019}`. */
export function nodeText(node: YamlNode): string {
  if (node.kind === 'scalar')
    return typeof node.value === 'boolean' || node.value === null ? String(node.value) : scalarText(node.text)
  if (node.kind === 'list') return `[${node.items.map(nodeText).join(', ')}]`
  return `{${Array.from(node.entries, ([key, entry]) => `${scalarText(key)}: ${nodeText(entry.value)}`).join(', ')}}`
}

/** Text as a YAML scalar: bare where that reads back as the same text, else in double quotes. */
export function scalarText(text: string): string {
  const bare =
    /^[A-Za-z0-9£−-][^:#{}[\],\n\t]*$/.test(text) &&
    text === text.trim() &&
    !/^-(?:\s|$)|^(?:null|true|false)$/i.test(text)
  return bare ? text : JSON.stringify(text)
}
