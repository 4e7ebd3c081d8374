import type {
  AfterPlans,
  AssumptionEntry,
  AssumptionSetting,
  BaselineSetting,
  BenchmarkSetting,
  ComparatorSetting,
  HeldComparator,
  LookbackSetting,
  MeasureSetting,
  ModelSettings,
  Shares,
  SplitSetting,
} from '../figures/settings.ts'
import type { Path } from '../figures/setting-values.ts'
import type { Category, SubCategory } from '../terms/category.ts'
import { lastDayOf } from '../terms/date.ts'
import { Decimal } from '../terms/decimal.ts'
import type { Programme } from '../terms/programme.ts'
import { isDistributionFault } from '../terms/parse-distribution.ts'
import { firstFinancialYearAfter, type YearRange } from '../terms/year.ts'
import { defaults, defaultHold, lastFiveOf } from './defaults.ts'
import type { KnownNames } from './known-names.ts'
import type { Merged } from './merge.ts'
import { optimismBias } from './optimism-bias.ts'
import { adoption, programmeSplit } from './programmes.ts'
import { workforce } from './workforce.ts'
import { reader } from './reader.ts'
import type { Reader } from './reader.ts'
import { isAtDefault, listedAssumption, readRange, readValue } from './read-assumption.ts'
import { benchmarkTitle } from './titles.ts'

/** A scenario reduced to what the model runs on, every default filled in. Only for a scenario without errors. */
export function applyScenario(merged: Merged, known: KnownNames): ModelSettings {
  const root = reader(merged)
  const years = root.years('years')
  const benchmarks = root.list('benchmarks').map((entry) => benchmark(entry, known, root))
  const lookback = root.child('lookback')
  return {
    years,
    prices: root.has('prices') ? root.prices('prices') : defaults.prices,
    asOf: root.text('as-of'),
    economy: root.text('economy') ?? defaults.economy,
    election: root.text('election') ?? defaults.election,
    baseline: baseline(root.child('baseline'), known),
    afterPlans: afterPlans(root.child('baseline')),
    split: split(root),
    measures: root.list('measures').map((entry) => measure(entry, years)),
    benchmarks,
    ...assumptions(root.child('assumptions')),
    // A tie to an assumption that a later file fixed ties nothing.
    correlations: root
      .list('correlations')
      .map(correlation)
      .filter(({ between }) => !between.some((name) => merged.fixed.has(name) && !hasRange(root, name))),
    lookback: lookback && lookbackSetting(lookback),
    optimismBias: optimismBias(root),
    workforce: workforce(root),
  }
}

function baseline(entry: Reader | undefined, known: KnownNames): BaselineSetting {
  const stated = entry?.child('stated')
  if (stated !== undefined) {
    const year = stated.year('in')
    return { kind: 'stated', amount: stated.money('amount', { year }), year, said: stated.said('amount') }
  }
  const series = entry?.text('series') ?? defaults.series
  return known.baselineSeries.has(series)
    ? { kind: 'series', dataset: series, definition: undefined }
    : { kind: 'series', dataset: defaults.series, definition: series }
}

function afterPlans(entry: Reader | undefined): AfterPlans {
  const growth = entry?.child('after-plans')
  if (growth !== undefined) return { rule: 'real-growth', rate: growth.share('real-growth') }
  const rule = entry?.text('after-plans')
  return { rule: rule === 'flat-nominal' || rule === 'gdp-share' ? rule : defaults.afterPlans }
}

function split(root: Reader): SplitSetting {
  const entry = root.child('split')
  if (entry === undefined) {
    const preset = root.text('split') === 'national-accounts' ? 'national-accounts' : defaults.split
    return { kind: 'preset', preset }
  }
  const shares = new Map(entry.keys().map((key): [Category, Path] => [key as Category, entry.path(key)]))
  return { kind: 'shares', shares, said: entry.said() }
}

function measure(entry: Reader, years: YearRange): MeasureSetting {
  const profile = entry.word<MeasureSetting['profile']>('profile')
  const schedule = profile === 'schedule' ? entry.amounts('amounts') : undefined
  const scheduled = Array.from(schedule?.keys() ?? [])
  const revenue = entry.child('revenue')
  const programme = entry.has('programme') ? entry.word<Programme>('programme') : undefined
  const common = {
    id: entry.id(),
    title: entry.text('title') ?? entry.id(),
    source: entry.text('source'),
    from: entry.has('from') ? entry.year('from') : Math.min(...scheduled),
    to: entry.has('to') ? entry.year('to') : profile === 'schedule' ? Math.max(...scheduled) : years.to,
    hold: entry.has('hold') ? entry.word<MeasureSetting['hold']>('hold') : defaultHold(profile),
    split: shares(entry.child('split')) ?? programmeSplit(programme),
    programme,
    revenue: revenue && {
      oneOff: revenue.has('one-off') ? revenue.share('one-off') : new Decimal(0),
      recurring: revenue.has('recurring') ? revenue.share('recurring') : new Decimal(0),
    },
    said: entry.said(tellingKey(entry)),
  }
  switch (profile) {
    case 'level':
    case 'ramp':
    case 'total':
      return { ...common, profile, amount: entry.money('amount') }
    case 'adoption':
      return { ...common, profile, amount: entry.money('amount'), adoption: adoption(entry) }
    case 'schedule':
      return { ...common, profile, amounts: schedule ?? new Map() }
    case 'growth':
      return { ...common, profile, rate: entry.share('rate') }
    case 'reach-gdp-share':
      return { ...common, profile, share: entry.share('share') }
    case 'reach-budget-share': {
      const envelope = entry.has('envelope')
        ? entry.word<'fixed' | 'new-money'>('envelope')
        : defaults.measureEnvelope
      return { ...common, profile, share: entry.share('share'), envelope }
    }
  }
}

function benchmark(entry: Reader, known: KnownNames, root: Reader): BenchmarkSetting {
  const kind = entry.word<BenchmarkSetting['kind']>('kind')
  const source = entry.text('source')
  const asset = entry.has('asset') ? entry.word<ComparatorSetting['asset']>('asset') : defaults.asset
  const common = {
    id: entry.id(),
    title: entry.text('title') ?? benchmarkTitle(entry, kind),
    source,
    published: lastDayOf(known.sources.get(source ?? '')?.published ?? ''),
    category: entry.has('category')
      ? entry.word<BenchmarkSetting['category']>('category')
      : usualCategory(kind, asset),
    split: shares(entry.child('split')),
    said: entry.said(tellingKey(entry)),
  }
  const span = {
    from: entry.has('from') ? entry.year('from') : undefined,
    to: entry.has('to') ? entry.year('to') : undefined,
  }
  switch (kind) {
    case 'comparator-share':
      return { ...common, kind, comparator: heldComparator(entry) }
    case 'stated-share':
      return { ...common, kind, share: entry.share('share'), within: bounds(entry) }
    case 'stated-level':
      return { ...common, kind, ...span, amount: entry.money('amount') }
    case 'stated-additional':
      return {
        ...common,
        kind,
        ...span,
        amount: entry.money('amount'),
        frozen: frozenOn(entry, source, known),
      }
    case 'budget-share': {
      const envelope = entry.has('envelope')
        ? entry.word<'fixed' | 'new-money'>('envelope')
        : defaults.benchmarkEnvelope
      return {
        ...common,
        kind,
        share: entry.share('share'),
        from: entry.year('from'),
        by: entry.year('by'),
        envelope,
      }
    }
    case 'catch-up':
      return {
        ...common,
        kind,
        comparator: heldComparator(entry),
        from: entry.year('from'),
        by: entry.year('by'),
        depreciation: entry.has('depreciation') ? entry.share('depreciation') : undefined,
      }
    case 'clear-backlog':
      return {
        ...common,
        kind,
        from: firstFinancialYearAfter(root.text('election') ?? defaults.election),
        by: entry.year('by'),
        target: entry.has('target')
          ? entry.money('target')
          : { amount: new Decimal(defaults.backlogTarget), prices: 'nominal' },
        planned: entry.has('planned') ? entry.money('planned') : undefined,
      }
  }
}

/** What a benchmark speaks of where it names no category: the backlog is of infrastructure. */
function usualCategory(
  kind: BenchmarkSetting['kind'],
  asset: ComparatorSetting['asset'],
): BenchmarkSetting['category'] {
  return kind === 'clear-backlog' ? 'infrastructure' : asset
}

function frozenOn(entry: Reader, source: string | undefined, known: KnownNames): string {
  const stated = entry.text('frozen')
  if (stated !== undefined) return stated
  const published = lastDayOf(known.sources.get(source ?? '')?.published ?? '')
  if (published === undefined) throw new Error(`${entry.id()} has neither frozen nor a dated source`)
  return published
}

function bounds(entry: Reader): readonly [Decimal, Decimal] | undefined {
  const [low, high] = entry.shares('within')
  return low === undefined || high === undefined ? undefined : [low, high]
}

function comparator(entry: Reader): ComparatorSetting {
  return {
    group: entry.text('group') ?? defaults.group,
    series: entry.has('series')
      ? entry.word<ComparatorSetting['series']>('series')
      : defaults.comparatorSeries,
    asset: entry.has('asset') ? entry.word<ComparatorSetting['asset']>('asset') : defaults.asset,
    weighting: entry.has('weighting')
      ? entry.word<ComparatorSetting['weighting']>('weighting')
      : defaults.weighting,
    nations: entry.has('nations') ? entry.word<ComparatorSetting['nations']>('nations') : defaults.nations,
    window: entry.has('window') ? entry.window('window') : defaults.window,
  }
}

function heldComparator(entry: Reader): HeldComparator {
  const setting = comparator(entry)
  return { ...setting, hold: entry.has('hold') ? entry.window('hold') : lastFiveOf(setting.window) }
}

function lookbackSetting(entry: Reader): LookbackSetting {
  return { ...comparator(entry), subject: entry.text('subject') ?? defaults.subject }
}

/** The key people mean by what an entry says: its amount, rate, share or group. */
function tellingKey(entry: Reader): string | undefined {
  return ['amount', 'amounts', 'rate', 'share', 'group', 'by'].find((key) => entry.has(key))
}

function shares(entry: Reader | undefined): Shares | undefined {
  return entry && new Map(entry.keys().map((key) => [key as Category | SubCategory, entry.share(key)]))
}

function assumptions(entries: Reader | undefined): Pick<ModelSettings, 'assumptions' | 'atDefault'> {
  const names = entries?.keys() ?? []
  const left = names.filter((name) => isAtDefault(entries?.node(name)))
  const set = names.filter((name) => !left.includes(name))
  return {
    assumptions: new Map(set.map((name) => [name, assumption(name, entries)])),
    atDefault: new Map(left.map((name) => [name, assumptionEntry(name, entries)])),
  }
}

function assumption(name: string, entries: Reader | undefined): AssumptionSetting {
  const node = entries?.node(name)
  const value = node && readValue(node, listedAssumption(name))
  if (value === undefined) throw new Error(`${name} has no value`)
  return { ...assumptionEntry(name, entries), value }
}

function assumptionEntry(name: string, entries: Reader | undefined): AssumptionEntry {
  const full = entries?.child(name)
  const rangeText = full?.text('range')
  const range = rangeText === undefined ? undefined : readRange(rangeText, listedAssumption(name))
  return {
    name,
    range: range === undefined || isDistributionFault(range) ? undefined : range,
    why: full?.text('why'),
    source: full?.text('source'),
    by: full?.text('by'),
    on: full?.text('on'),
    said: entries?.said(name),
  }
}

function hasRange(root: Reader, name: string): boolean {
  return root.child('assumptions')?.child(name)?.has('range') === true
}

function correlation(entry: Reader): ModelSettings['correlations'][number] {
  const [first = '', second = ''] = entry.texts('between')
  return { between: [first, second], rank: entry.number('rank') }
}
