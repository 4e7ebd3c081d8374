import type { Category, CategoryOrTotal, SubCategory } from '../terms/category.ts'
import type { Decimal } from '../terms/decimal.ts'
import type { Distribution } from '../terms/distribution.ts'
import type { PriceBasis } from '../terms/prices.ts'
import type { Programme } from '../terms/programme.ts'
import type { YearRange } from '../terms/year.ts'
import type {
  AdoptionSetting,
  BiasedCategory,
  OptimismBiasSetting,
  WorkforceSetting,
} from './settings-further.ts'
import type { Money, Path, Said } from './setting-values.ts'

/**
 * What a scenario settles before any number is worked: names, years, kinds and stated amounts, already validated.
 * Figures read their structure from here; scenarios produce it (`scenarios/apply.ts`); nothing here is a worked value.
 * All years are starting years; money is GBP million; shares and rates are ratios (10% is 0.1) unless said.
 */
export interface ModelSettings {
  readonly years: YearRange
  /** Basis of what is printed. */
  readonly prices: PriceBasis
  /** `YYYY-MM-DD`, or undefined for everything published. */
  readonly asOf: string | undefined
  /** Vintage of GDP and deflator, `obr-2026-03`. */
  readonly economy: string
  readonly election: string
  readonly baseline: BaselineSetting
  readonly afterPlans: AfterPlans
  readonly split: SplitSetting
  readonly measures: readonly MeasureSetting[]
  readonly benchmarks: readonly BenchmarkSetting[]
  /** Only those a scenario sets, by listed name. */
  readonly assumptions: ReadonlyMap<string, AssumptionSetting>
  /** Those it writes with `value: default`: the default stands as it is worked, and has a range or reasons. */
  readonly atDefault: ReadonlyMap<string, AssumptionEntry>
  /** How the six yearly ratios make one bridge; undefined: their mean. No scenario says so: sensitivity asks it. */
  readonly bridge?: BridgeForm | undefined
  readonly correlations: readonly { readonly between: readonly [string, string]; readonly rank: Decimal }[]
  readonly lookback: LookbackSetting | undefined
  /** By category, where the scenario counts with optimism bias there. */
  readonly optimismBias: ReadonlyMap<BiasedCategory, OptimismBiasSetting>
  /** What a scenario says of digital staff; undefined: it does not ask whether its digital money can be delivered. */
  readonly workforce: WorkforceSetting | undefined
  /** How flows are discounted: settled by what asks (`appraise`, `explain`), never by a scenario file. */
  readonly appraisal?: AppraisalSetting | undefined
}

/** How far an appraisal looks and at which rates (Green Book). */
export interface AppraisalSetting {
  /** As the data name it: `green-book-2026`. */
  readonly edition: string
  /** The schedule of the headline: `standard`, or `health` for health effects. */
  readonly schedule: string
  /** First years of the spans in which one rate holds, by schedule, ascending: 0, 31, 76 … */
  readonly spans: ReadonlyMap<string, readonly number[]>
  /** Year 0, by its starting year. */
  readonly baseYear: number
  /** The last year looked at, counted from year 0. */
  readonly horizon: number
  /** What is added to every rate, as a ratio: nothing, but in a test of sensitivity. */
  readonly shift: Decimal
}

export type BaselineSetting =
  | {
      readonly kind: 'series'
      /** A dataset that declares itself a baseline, `dhsc-capital` by default. */
      readonly dataset: string
      /** A definition outside the spine, when a scenario names one. */
      readonly definition: string | undefined
    }
  /** An amount of money of year `year` (converted there from its own prices); its own scope, `nhs-capital`. */
  | {
      readonly kind: 'stated'
      readonly amount: Money
      readonly year: number
      readonly said: Said | undefined
    }

export type AfterPlans =
  | { readonly rule: 'flat-real' | 'flat-nominal' | 'gdp-share' }
  | { readonly rule: 'real-growth'; readonly rate: Decimal }

export const splitPresets = ['trust-accounts', 'national-accounts'] as const
export type SplitPreset = (typeof splitPresets)[number]

export type SplitSetting =
  | { readonly kind: 'preset'; readonly preset: SplitPreset }
  /** Keys not named keep the default of trust-accounts; infrastructure not named is the rest. */
  | { readonly kind: 'shares'; readonly shares: ReadonlyMap<Category, Path>; readonly said: Said | undefined }

/** Shares of one measure or benchmark by category or sub-category; they add to 1. */
export type Shares = ReadonlyMap<Category | SubCategory, Decimal>

export const holds = ['stop', 'real', 'nominal', 'share'] as const
export type Hold = (typeof holds)[number]

interface MeasureCommon {
  readonly id: string
  readonly title: string
  readonly source: string | undefined
  readonly from: number
  /** Last year of the profile; after it `hold` rules. */
  readonly to: number
  readonly hold: Hold
  /** Undefined: the scenario's split. */
  readonly split: Shares | undefined
  /** Day-to-day cost the measure brings, as shares of its capital. */
  readonly revenue: { readonly oneOff: Decimal; readonly recurring: Decimal } | undefined
  /** The programme it belongs to, which is also its split. */
  readonly programme?: Programme | undefined
  readonly said: Said | undefined
}

export type MeasureSetting = MeasureCommon &
  (
    | { readonly profile: 'adoption'; readonly amount: Money; readonly adoption: AdoptionSetting }
    | { readonly profile: 'level' | 'ramp' | 'total'; readonly amount: Money }
    | { readonly profile: 'schedule'; readonly amounts: ReadonlyMap<number, Money> }
    | { readonly profile: 'growth'; readonly rate: Decimal }
    | { readonly profile: 'reach-gdp-share'; readonly share: Decimal }
    | {
        readonly profile: 'reach-budget-share'
        readonly share: Decimal
        readonly envelope: Envelope
      }
  )

export const profiles = [
  'level',
  'ramp',
  'total',
  'schedule',
  'growth',
  'reach-gdp-share',
  'reach-budget-share',
  'adoption',
] as const
export type Profile = (typeof profiles)[number]

export const envelopes = ['fixed', 'new-money'] as const
export type Envelope = (typeof envelopes)[number]

/** The mean of the yearly ratios, the ratio of the means of both sides, or one year's ratio (its starting year). */
export type BridgeForm =
  | { readonly form: 'mean-of-ratios' | 'ratio-of-means' }
  | { readonly form: 'one-year'; readonly year: number }

export const comparatorSeries = ['who', 'national-accounts'] as const
export type ComparatorSeries = (typeof comparatorSeries)[number]
export const comparatorAssets = ['total', 'infrastructure', 'digital'] as const
export type ComparatorAsset = (typeof comparatorAssets)[number]
export const weightings = ['simple', 'gdp', 'median', 'top-quartile'] as const
export type Weighting = (typeof weightings)[number]
export const nationRules = ['complete', 'available'] as const
export type NationRule = (typeof nationRules)[number]

/** Whose share of GDP is matched, in which years, and how nations are weighed. Calendar years. */
export interface ComparatorSetting {
  readonly group: string
  readonly series: ComparatorSeries
  /** Anything but `total` needs `national-accounts`. */
  readonly asset: ComparatorAsset
  readonly weighting: Weighting
  readonly nations: NationRule
  readonly window: YearRange
  /** Nations left out, whatever data they have; none unless sensitivity asks what one nation decides. */
  readonly without?: readonly string[]
}

/** A comparator with the years whose mean share is held: by default the last five of the window. */
export interface HeldComparator extends ComparatorSetting {
  readonly hold: YearRange
}

export interface LookbackSetting extends ComparatorSetting {
  /** The nation looked at, `GBR` by default; left out of its own group. */
  readonly subject: string
}

interface BenchmarkCommon {
  readonly id: string
  readonly title: string
  readonly source: string | undefined
  /** The last day its source's date can mean, `YYYY-MM-DD`; undefined where it has no dated source. */
  readonly published: string | undefined
  /** `total`, or the one category this benchmark speaks of. */
  readonly category: CategoryOrTotal
  /** Its own split of a total; undefined: the baseline's, flagged `split-assumed`. */
  readonly split: Shares | undefined
  readonly said: Said | undefined
}

export type BenchmarkSetting = BenchmarkCommon &
  (
    | { readonly kind: 'comparator-share'; readonly comparator: HeldComparator }
    | {
        readonly kind: 'stated-share'
        /** Of GDP, as a ratio. */
        readonly share: Decimal
        /** What rounding of the quoted share hides; undefined: nothing. */
        readonly within: readonly [Decimal, Decimal] | undefined
      }
    | {
        readonly kind: 'stated-level'
        readonly amount: Money
        readonly from: number | undefined
        readonly to: number | undefined
      }
    | {
        readonly kind: 'stated-additional'
        readonly amount: Money
        readonly from: number | undefined
        readonly to: number | undefined
        /** The day whose plans the addition is made to, `YYYY-MM-DD`: the source's date unless the scenario says. */
        readonly frozen: string
      }
    | {
        readonly kind: 'budget-share'
        readonly share: Decimal
        readonly from: number
        readonly by: number
        readonly envelope: Envelope
      }
    | {
        readonly kind: 'catch-up'
        readonly comparator: HeldComparator
        readonly from: number
        readonly by: number
        /** A year; undefined: the assumption `catch-up-depreciation`. */
        readonly depreciation: Decimal | undefined
      }
    | {
        readonly kind: 'clear-backlog'
        /** First year in which more can be spent on the backlog: that of a government elected on the scenario's date. */
        readonly from: number
        readonly by: number
        /** What is left of the backlog at the end of `by`. */
        readonly target: Money
        /** A year; undefined: the assumption `backlog-planned`. */
        readonly planned: Money | undefined
      }
  )

export const benchmarkKinds = [
  'comparator-share',
  'stated-share',
  'stated-level',
  'stated-additional',
  'budget-share',
  'catch-up',
  'clear-backlog',
] as const
export type BenchmarkKind = (typeof benchmarkKinds)[number]

/** What a scenario says of a listed assumption beside its value. */
export interface AssumptionEntry {
  readonly name: string
  /** In the unit of the list; sampled only where written. */
  readonly range: Distribution | undefined
  readonly why: string | undefined
  readonly source: string | undefined
  readonly by: string | undefined
  readonly on: string | undefined
  readonly said: Said | undefined
}

/** A value a scenario gives to a listed assumption, with the reason it gives. */
export interface AssumptionSetting extends AssumptionEntry {
  /** In the unit of the list: ratios for percent, GBP million for money. */
  readonly value: Path
}

/** Everything a scenario says of assumptions, by listed name: those it sets, then those it leaves at their default. */
export function assumptionEntries(
  settings: Pick<ModelSettings, 'assumptions' | 'atDefault'>,
): ReadonlyMap<string, AssumptionEntry> {
  return new Map([...settings.assumptions, ...settings.atDefault])
}
