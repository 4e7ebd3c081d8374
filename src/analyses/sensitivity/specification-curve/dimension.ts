import type { ModelSettings } from '../../../figures/settings.ts'

/** What an analyst must choose before there is a gap. */
export type DimensionName =
  | 'group'
  | 'weighting'
  | 'nations'
  | 'window'
  | 'left-out'
  | 'bridge'
  | 'leases'
  | 'underspend'
  | 'economy'
  | 'split'

/** One way to decide it; `name` is its value in a machine's row. */
export interface Choice {
  readonly name: string
  /** A key of sources.csv, where a publication supports this very choice. */
  readonly source?: string
}

/** One decision, with every choice that can be defended. The first is the one the scenario, or the model, makes. */
export interface Dimension {
  readonly name: DimensionName
  readonly choices: readonly Choice[]
}

/** A decision that changes settings on its own. */
export interface Variation extends Dimension {
  /** The settings under one of the choices. */
  readonly settings: (settings: ModelSettings, choice: number) => ModelSettings
}
