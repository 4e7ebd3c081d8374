import type { Caveat, Envelope, Sentence } from './table.ts'

/**
 * A picture of what feeds what, as plain data: boxes and the arrows between them, from what is read to what is worked
 * from it. Knows no format.
 */
export interface Drawing {
  readonly title: string
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly caveats: readonly Caveat[]
  readonly envelope: Envelope
}

/** What a box stands for: decides its shape. */
export type DrawnKind = 'data' | 'scenario' | 'figure' | 'output' | 'missing'

export interface DrawnNode {
  /** Unique in the drawing, and the name a script follows. */
  readonly id: string
  readonly kind: DrawnKind
  /** What stands in the box: its name first, then what else is said of it. */
  readonly lines: readonly Sentence[]
  /** More feeds it than is drawn. */
  readonly cut?: boolean
  /** The node for machines. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface DrawnEdge {
  readonly from: string
  readonly to: string
}
