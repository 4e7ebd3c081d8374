import { nationsOf } from '../../../figures/comparators.ts'
import {
  nationRules,
  weightings,
  type ComparatorAsset,
  type HeldComparator,
} from '../../../figures/settings.ts'
import type { ModelRun } from '../../../run/run.ts'
import { yearsOf, type YearRange } from '../../../terms/year.ts'
import type { Choice, Dimension } from './dimension.ts'

/** Whose share of GDP: every group, weighting, rule of nations and window, whole and with one nation left out. */

/** Windows that can be defended, the default first; the last five years of each are held. */
const windows: readonly (Choice & { readonly window: YearRange })[] = [
  { name: '2010-2019', window: { from: 2010, to: 2019 }, source: 'hf-europe-comparison-2022' },
  { name: '2015-2019', window: { from: 2015, to: 2019 } },
  { name: '2016', window: { from: 2016, to: 2016 }, source: 'hf-failing-to-capitalise-2019-compare' },
]

/** Where nations are compared by asset: nearly all of them have this year alone. */
const assetWindows: typeof windows = [
  { name: '2020', window: { from: 2020, to: 2020 }, source: 'eurostat-nama-a64-p5-2026-08' },
]

/** Fewer nations than this are no group to leave one out of. */
const fewest = 3

/** The group that stands first: the default of the model. */
const firstGroup = 'eu14'

export interface Comparator {
  readonly setting: HeldComparator
  /** By the comparator's dimensions, in their order. */
  readonly choices: readonly number[]
}

export interface Comparators {
  readonly dimensions: readonly Dimension[]
  /** Each set of nations, weights and years once. */
  readonly distinct: readonly Comparator[]
  /** Combinations that come to the nations, weights and years of another. */
  readonly repeated: number
  /** Groups that always come to the nations of one before them. */
  readonly sameGroups: readonly (readonly [group: string, as: string])[]
  /** Combinations for which some year held has no nation with data. */
  readonly withoutData: number
}

/**
 * @param asset `total` compares the WHO series; the others national accounts
 * @param groups only these, in this order; by default every group in the data
 */
export function comparators(run: ModelRun, asset: ComparatorAsset, groups = groupsOf(run)): Comparators {
  const series = asset === 'total' ? 'who' : 'national-accounts'
  const ownWindows = asset === 'total' ? windows : assetWindows
  const found: {
    setting: HeldComparator
    choices: readonly [number, number, number, number]
    out: string
  }[] = []
  /** The group that first came to these nations, weights and years. */
  const seen = new Map<string, string>()
  const sameAs = new Map<string, Set<string>>()
  let repeated = 0
  let withoutData = 0
  for (const [group, name] of groups.entries()) {
    for (const [weighting, weight] of weightings.entries()) {
      for (const [rule, nations] of nationRules.entries()) {
        for (const [span, { window }] of ownWindows.entries()) {
          const hold = { from: Math.max(window.from, window.to - 4), to: window.to }
          const whole = { group: name, series, asset, weighting: weight, nations, window, hold } as const
          for (const out of ['', ...nationsToLeaveOut(run, whole)]) {
            const setting = out === '' ? whole : { ...whole, without: [out] }
            const kept = yearsOf(hold).map((year) => nationsIn(run, setting, year))
            if (kept.some((each) => each.length === 0)) {
              withoutData += 1
              continue
            }
            const key = [weight, hold.from, ...kept.map((each) => each.join(' '))].join('|')
            const first = seen.get(key)
            const others = sameAs.get(name) ?? new Set<string>()
            sameAs.set(name, others.add(first ?? name))
            if (first !== undefined) {
              repeated += 1
              continue
            }
            seen.set(key, name)
            found.push({ setting, choices: [group, weighting, rule, span], out })
          }
        }
      }
    }
  }
  const left = ['', ...new Set(found.map(({ out }) => out).filter((out) => out !== ''))].sort()
  return {
    dimensions: [
      { name: 'group', choices: groups.map((name) => ({ name })) },
      { name: 'weighting', choices: weightings.map((name) => ({ name })) },
      { name: 'nations', choices: nationRules.map((name) => ({ name })) },
      { name: 'window', choices: ownWindows },
      { name: 'left-out', choices: left.map((name) => ({ name: name === '' ? 'none' : name })) },
    ],
    distinct: found.map(({ setting, choices, out }) => ({
      setting,
      choices: [...choices, left.indexOf(out)],
    })),
    repeated,
    withoutData,
    sameGroups: [...sameAs].flatMap(([group, [as, ...more]]): [string, string][] =>
      as === undefined || as === group || more.length > 0 ? [] : [[group, as]],
    ),
  }
}

function groupsOf(run: ModelRun): readonly string[] {
  const names = new Set(run.data.dataset('nation-groups').rows.map((row) => row.cells['group'] ?? ''))
  return [firstGroup, ...[...names].filter((name) => name !== firstGroup).sort()]
}

/** Every nation of the comparator, where enough would remain for a mean of several. */
function nationsToLeaveOut(run: ModelRun, setting: HeldComparator): readonly string[] {
  const kept = new Set(yearsOf(setting.hold).flatMap((year) => nationsIn(run, setting, year)))
  return kept.size > fewest ? [...kept].sort() : []
}

function nationsIn(run: ModelRun, setting: HeldComparator, year: number): readonly string[] {
  return nationsOf({ ...setting, subject: 'GBR' }, run.model, year).kept
}
