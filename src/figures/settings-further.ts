import type { Decimal } from '../terms/decimal.ts'
import type { Money, Path, Said } from './setting-values.ts'

/** What a scenario settles of programmes, digital staff and optimism bias (MODEL.md 6). Years are starting years, shares ratios. */

/** An s-curve: `start` in the measure’s first year, half of `ceiling` in `midpoint`, nearing `ceiling` after it. */
export interface AdoptionSetting {
  readonly start: Decimal
  readonly ceiling: Decimal
  readonly midpoint: number
  /** Who published it; undefined: the curve is illustrative. */
  readonly source: string | undefined
  readonly said: Said | undefined
}

/** Digital staff: those in post without the scenario’s recruits, and the recruits it funds. */
export interface WorkforceSetting {
  /** Staff in post by year; undefined: as published, then flat. */
  readonly staff: Path | undefined
  readonly recruits:
    | {
        /** A year, net of those who leave. */
        readonly number: Decimal
        readonly from: number
        readonly to: number
        /** Years of training before a recruit counts among those who deliver. */
        readonly training: number
        /** Of recruiting and training one, day-to-day money; undefined: not stated. */
        readonly cost: Money | undefined
      }
    | undefined
  readonly source: string | undefined
  readonly said: Said | undefined
}

export const biasedCategories = ['infrastructure', 'digital'] as const
export type BiasedCategory = (typeof biasedCategories)[number]

/** The types of project of the table of optimism bias (`data/optimism-bias`). */
export const projectTypes = [
  'standard-buildings',
  'non-standard-buildings',
  'standard-civil-engineering',
  'non-standard-civil-engineering',
  'equipment-development',
  'outsourcing',
] as const
export type ProjectType = (typeof projectTypes)[number]

/** What a category's projects are, and how much of what makes them cost more is managed. */
export interface OptimismBiasSetting {
  /** Shares of the capital by type; they add to 1. */
  readonly types: ReadonlyMap<ProjectType, Decimal>
  readonly mitigation: Decimal
  /** What shows that it is managed; needed for any mitigation. */
  readonly evidence: string | undefined
  readonly said: Said | undefined
}
