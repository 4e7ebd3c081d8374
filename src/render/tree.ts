import type { Explanation, TreeNode } from '../reports/tree.ts'
import { Decimal } from '../terms/decimal.ts'
import { sentenceText } from './format.ts'
import { jsonNumber } from './json.ts'
import { printable } from './present.ts'
import { wrap } from './width.ts'

export interface TreeOptions {
  readonly width: number
  /** Join the cells with box lines; otherwise with plain characters. */
  readonly boxes: boolean
}

/** What joins a cell to the one it feeds. */
interface Joints {
  readonly bar: string
  readonly branch: string
  readonly last: string
}

const boxJoints: Joints = { bar: '│  ', branch: '├─ ', last: '└─ ' }
const plainJoints: Joints = { bar: '|  ', branch: '|- ', last: "'- " }
const space = '   '

/** An explanation as text: each cell under the one it feeds, joined by lines that need no colour. */
export function renderTree(explanation: Explanation, { width, boxes }: TreeOptions): string {
  return `${nodeLines(explanation.root, '', '', width, boxes ? boxJoints : plainJoints).join('\n')}\n`
}

/** Below this an indented line is not broken further, however narrow the terminal. */
const narrowest = 40

function nodeLines(node: TreeNode, head: string, stem: string, width: number, joints: Joints): string[] {
  const below = `${stem}${node.children.length > 0 ? joints.bar : space}`
  const again = node.explainedAbove ? ' (explained above)' : ''
  return [
    ...hung(`${sentenceText(node.title)}${again}`, head, below, width),
    ...node.details.flatMap((detail) => hung(sentenceText(detail), below, `${below}  `, width)),
    ...node.children.flatMap((child, index) => {
      const last = index === node.children.length - 1
      const childHead = `${stem}${last ? joints.last : joints.branch}`
      return nodeLines(child, childHead, `${stem}${last ? space : joints.bar}`, width, joints)
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
  const { value } = node.data
  const data = typeof value === 'string' ? { ...node.data, value: jsonNumber(new Decimal(value)) } : node.data
  return node.children.length === 0 ? data : { ...data, from: node.children.map(nested) }
}
