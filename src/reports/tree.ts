import type { Caveat, Envelope, Sentence } from './table.ts'

/**
 * A number explained, as plain data: what it is, how it was worked, and below it what it was worked from. Knows no
 * format; numbers in sentences are rounded by the renderer alone, `data` carries every digit.
 */
export interface TreeNode {
  /** Names the cell: `gap[2029-30,total,eu14]`. The same cell has the same id wherever it stands. */
  readonly id: string
  readonly title: Sentence
  /** Formula, rows, reasons: one sentence a line. */
  readonly details: readonly Sentence[]
  /** Below it, in the order of the formula. Empty for a leaf, and where the cell was already explained above. */
  readonly children: readonly TreeNode[]
  /** The cell's full account stands earlier in the tree. */
  readonly explainedAbove: boolean
  readonly kind: NodeKind
  /** The id of the cell that is worked or read, where this one only stands for another; its own otherwise. */
  readonly worked: string
  readonly formula: string | undefined
  /** It has more below it than the depth asked for shows. */
  readonly cut: boolean
  /** The node for machines, without its children. */
  readonly data: Readonly<Record<string, unknown>>
}

/** What a cell rests on: a formula, a published row, something stated, or nothing. */
export type NodeKind = 'worked' | 'data' | 'stated' | 'missing'

export interface Explanation {
  readonly root: TreeNode
  readonly caveats: readonly Caveat[]
  readonly envelope: Envelope
}
