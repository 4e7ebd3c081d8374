import type { NumberFormatAsked } from './write-number.ts'
import type { CategoryOrTotal, SubCategory } from '../terms/category.ts'
import type { PriceBasis } from '../terms/prices.ts'
import type { YearRange } from '../terms/year.ts'

/** What a mark asks for, read from its words. */

/** Which scenario, with what is changed in it. */
export interface ScenarioAsked {
  /** A shipped name or a file, as the command line would name it; undefined is the default scenario. */
  readonly spec: string | undefined
  readonly asOf: string | undefined
  readonly set: readonly string[]
}

/** Which comparison a look-back makes; what is absent the scenario or the defaults settle. */
export interface LookbackAsked {
  readonly group: string | undefined
  readonly window: YearRange | undefined
  readonly weighting: string | undefined
  readonly nations: string | undefined
  readonly subject: string | undefined
  readonly series: string | undefined
  readonly asset: string | undefined
}

interface Asked {
  readonly scenario: ScenarioAsked
}

export interface NumberAsk extends Asked {
  readonly kind: 'number'
  readonly figure: string
  readonly category: CategoryOrTotal | SubCategory | undefined
  readonly benchmark: string | undefined
  readonly year: number
  readonly prices: PriceBasis | undefined
  readonly format: NumberFormatAsked
}

export interface LookbackNumberAsk extends Asked {
  readonly kind: 'lookback-number'
  readonly figure: string
  readonly setting: LookbackAsked
  /** A calendar year, or all years of the window. */
  readonly year: number | 'total'
  readonly prices: 'nominal' | number | undefined
  readonly format: NumberFormatAsked
}

/** What the evidence says of a benchmark's gap, in words. */
export interface VerdictAsk extends Asked {
  readonly kind: 'verdict'
  readonly benchmark: string
  readonly year: number
}

export type SpanAsk = NumberAsk | LookbackNumberAsk | VerdictAsk

interface BlockAsked extends Asked {
  readonly notes: boolean
}

/** Tables as `run` prints them, or its headline, or every benchmark in one year. */
export interface RunBlockAsk extends BlockAsked {
  readonly kind: 'run' | 'headline' | 'benchmarks'
  readonly figures: readonly string[] | undefined
  readonly benchmarks: readonly string[] | undefined
  readonly categories: readonly CategoryOrTotal[] | undefined
  readonly bySubCategory: boolean
  readonly years: YearRange | undefined
  readonly prices: PriceBasis | undefined
}

export interface LookbackBlockAsk extends BlockAsked {
  readonly kind: 'lookback'
  readonly setting: LookbackAsked
  readonly prices: 'nominal' | number | undefined
}

/** The sources of everything else in the document. */
export interface SourcesAsk {
  readonly kind: 'sources'
}

export type BlockAsk = RunBlockAsk | LookbackBlockAsk | SourcesAsk

/** What holds for every mark that follows, unless it says otherwise. */
export interface Defaults extends Asked {
  readonly kind: 'defaults'
  readonly format: NumberFormatAsked
}

export type Ask = SpanAsk | BlockAsk | Defaults

export function isBlock(ask: Ask): ask is BlockAsk {
  return ['run', 'headline', 'benchmarks', 'lookback', 'sources'].includes(ask.kind)
}
