import type { Drawing, DrawnNode } from '../reports/drawing.ts'
import { sentenceText } from './format.ts'
import { printable } from './present.ts'
import { wrap } from './width.ts'

/** What the drawing formats share: text for boxes, and the drawing as data. */

/** Characters a line of a box holds. */
const boxWidth = 44

/** The text of a box, broken into lines. */
export function boxLines(node: DrawnNode): string[] {
  return node.lines.flatMap((sentence) => wrap(printable(sentenceText(sentence)), boxWidth))
}

/** A drawing as one JSON object: the envelope, nodes and edges, one a line. */
export function renderDrawingJson({ envelope, nodes, edges }: Drawing): string {
  const head = Object.entries(envelope).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  )
  const list = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`
  const drawn = nodes.map(({ id, kind, data }) => ({ ...data, id, kind }))
  return `{\n${head.join('')}  "nodes": ${list(drawn)},\n  "edges": ${list(edges)}\n}\n`
}
