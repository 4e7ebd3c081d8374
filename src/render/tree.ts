import type { Explanation, TreeNode } from '../reports/tree.ts'
import { sentenceText } from './format.ts'
import { printable } from './present.ts'
import { wrap } from './width.ts'

/** An explanation as text: each cell under the one it feeds, joined by lines that need no colour. */
export function renderTree(explanation: Explanation, options: { readonly width: number }): string {
  return `${nodeLines(explanation.root, '', '', options.width).join('\n')}\n`
}

/** Below this an indented line is not broken further, however narrow the terminal. */
const narrowest = 40

function nodeLines(node: TreeNode, head: string, stem: string, width: number): string[] {
  const below = node.children.length > 0
  const bar = below ? '│  ' : '   '
  const again = node.explainedAbove ? ' (explained above)' : ''
  return [
    ...hung(`${sentenceText(node.title)}${again}`, head, `${stem}${bar}`, width),
    ...node.details.flatMap((detail) =>
      hung(sentenceText(detail), `${stem}${bar}`, `${stem}${bar}  `, width),
    ),
    ...node.children.flatMap((child, index) => {
      const last = index === node.children.length - 1
      return nodeLines(child, `${stem}${last ? '└─ ' : '├─ '}`, `${stem}${last ? '   ' : '│  '}`, width)
    }),
  ]
}

function hung(text: string, first: string, rest: string, width: number): string[] {
  const room = Math.max(narrowest, width - rest.length)
  return wrap(printable(text), room).map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
}

/** An explanation as one JSON object: the envelope, and under `cell` the tree with every digit. */
export function renderTreeJson(explanation: Explanation): string {
  return `${JSON.stringify({ ...explanation.envelope, cell: nested(explanation.root) }, null, 2)}\n`
}

function nested(node: TreeNode): Record<string, unknown> {
  return node.children.length === 0 ? node.data : { ...node.data, from: node.children.map(nested) }
}
