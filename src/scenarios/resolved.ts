import { listedAssumptions } from '../figures/assumption-list.ts'
import { assumptionEntries } from '../figures/settings.ts'
import type {
  AssumptionEntry,
  BenchmarkSetting,
  ComparatorSetting,
  HeldComparator,
  MeasureSetting,
  ModelSettings,
} from '../figures/settings.ts'
import type { Path, Said } from '../figures/setting-values.ts'
import type { Decimal } from '../terms/decimal.ts'
import type { Distribution } from '../terms/distribution.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { moneyText, percentText } from '../terms/quantity.ts'
import { financialYear, firstFinancialYearAfter, rangeLabel } from '../terms/year.ts'
import { keepsDefault, listedAssumption } from './read-assumption.ts'
import { scalarText } from './node-text.ts'
import { moneyWritten, pathWritten, pricedText, sharesWritten, type Written } from './written.ts'

export type { Written } from './written.ts'
import { optimismBiasWritten } from './optimism-bias.ts'
import { adoptionWritten } from './programmes.ts'
import { workforceWritten } from './workforce.ts'
import type { LoadedScenario } from './settle.ts'

/**
 * A scenario as one file that says everything the model runs on, every default stated, and behind each value where it
 * was said; read again, it gives the same settings. The same scenario always gives the same text.
 */
export function resolvedYaml(loaded: Pick<LoadedScenario, 'scenario' | 'settings' | 'said'>): string {
  const whole = wholeScenario(loaded)
  return `${block(whole, '', [], (path) => origin(loaded.said.get(path.join('.'))))}\n${unset(loaded.settings)}`
}

/** Everything the model runs on, as it would be written. */
export function wholeScenario({
  scenario,
  settings,
}: Pick<LoadedScenario, 'scenario' | 'settings'>): Written {
  return {
    capgap: '1',
    title: scenario.title,
    summary: scenario.summary,
    source: scenario.source,
    'as-of': settings.asOf,
    election: settings.election,
    years: rangeLabel(settings.years, 'financial'),
    prices: priceBasisLabel(settings.prices),
    economy: settings.economy,
    baseline: baseline(settings),
    split: split(settings),
    measures: settings.measures.map((entry) => measure(entry, settings)),
    benchmarks: settings.benchmarks.map(benchmark),
    assumptions: assumptions(settings),
    correlations:
      settings.correlations.length === 0
        ? undefined
        : settings.correlations.map(({ between, rank }) => ({ between, rank: rank.toFixed() })),
    lookback: settings.lookback && { ...comparator(settings.lookback), subject: settings.lookback.subject },
    'optimism-bias': optimismBiasWritten(settings),
    workforce: workforceWritten(settings),
  }
}

/** Assumptions at their default, as comments: some defaults are worked from data and cannot be written as a value. */
function unset(settings: ModelSettings): string {
  const entries = assumptionEntries(settings)
  return listedAssumptions
    .filter(({ name }) => !entries.has(name))
    .map((listed) => `# assumptions.${listed.name}: ${listed.default}  # default\n`)
    .join('')
}

function baseline({ baseline: setting, afterPlans }: ModelSettings): Written {
  const after =
    afterPlans.rule === 'real-growth' ? { 'real-growth': percentText(afterPlans.rate) } : afterPlans.rule
  if (setting.kind === 'series')
    return { series: setting.definition ?? setting.dataset, 'after-plans': after }
  return {
    stated: { amount: pricedText(setting.amount), in: financialYear(setting.year) },
    'after-plans': after,
  }
}

function split({ split: setting }: ModelSettings): Written {
  if (setting.kind === 'preset') return setting.preset
  return Object.fromEntries(
    Array.from(setting.shares, ([key, path]) => [key, pathWritten(path, percentText)]),
  )
}

function measure(entry: MeasureSetting, settings: ModelSettings): Written {
  const { id, title, source, profile, revenue } = entry
  return {
    id,
    title,
    source,
    profile,
    ...measureAmount(entry),
    from: financialYear(entry.from),
    to: financialYear(entry.to),
    hold: entry.hold,
    programme: entry.programme,
    split: entry.programme === undefined ? entry.split && sharesWritten(entry.split) : undefined,
    revenue: revenue && { 'one-off': percentText(revenue.oneOff), recurring: percentText(revenue.recurring) },
    'before-election': startsBefore(entry, settings) ? true : undefined,
  }
}

function startsBefore(entry: MeasureSetting, { election }: ModelSettings): boolean {
  return financialYear(entry.from) < financialYear(firstFinancialYearAfter(election))
}

function measureAmount(entry: MeasureSetting): { readonly [key: string]: Written | undefined } {
  switch (entry.profile) {
    case 'level':
    case 'ramp':
    case 'total':
      return moneyWritten(entry.amount)
    case 'schedule':
      return {
        amounts: Object.fromEntries(
          Array.from(entry.amounts, ([year, money]) => [financialYear(year), pricedText(money)]),
        ),
      }
    case 'adoption':
      return { ...moneyWritten(entry.amount), adoption: adoptionWritten(entry.adoption) }
    case 'growth':
      return { rate: percentText(entry.rate) }
    case 'reach-gdp-share':
      return { share: percentText(entry.share) }
    case 'reach-budget-share':
      return { share: percentText(entry.share), envelope: entry.envelope }
  }
}

function benchmark(entry: BenchmarkSetting): Written {
  const { id, title, source, kind } = entry
  const category = entry.category
  return {
    id,
    title,
    source,
    kind,
    category,
    ...benchmarkTerms(entry),
    split: entry.split && sharesWritten(entry.split),
  }
}

function benchmarkTerms(entry: BenchmarkSetting): { readonly [key: string]: Written | undefined } {
  switch (entry.kind) {
    case 'comparator-share':
      return heldComparator(entry.comparator)
    case 'stated-share':
      return { share: percentText(entry.share), within: entry.within?.map(percentText) }
    case 'stated-level':
      return { ...moneyWritten(entry.amount), ...span(entry) }
    case 'stated-additional':
      return { ...moneyWritten(entry.amount), ...span(entry), frozen: entry.frozen }
    case 'budget-share':
      return { share: percentText(entry.share), ...reached(entry), envelope: entry.envelope }
    case 'catch-up':
      return {
        ...heldComparator(entry.comparator),
        ...reached(entry),
        depreciation: entry.depreciation && percentText(entry.depreciation),
      }
    case 'clear-backlog':
      return {
        by: financialYear(entry.by),
        target: pricedText(entry.target),
        planned: entry.planned && pricedText(entry.planned),
      }
  }
}

function comparator({ group, series, asset, weighting, nations, window }: ComparatorSetting): {
  [key: string]: string
} {
  return { group, series, asset, weighting, nations, window: rangeLabel(window, 'calendar') }
}

function heldComparator(entry: HeldComparator): { [key: string]: string } {
  return { ...comparator(entry), hold: rangeLabel(entry.hold, 'calendar') }
}

function span({ from, to }: { from: number | undefined; to: number | undefined }): {
  [key: string]: string | undefined
} {
  return {
    from: from === undefined ? undefined : financialYear(from),
    to: to === undefined ? undefined : financialYear(to),
  }
}

function reached({ from, by }: { from: number; by: number }): { [key: string]: string } {
  return { from: financialYear(from), by: financialYear(by) }
}

function assumptions(settings: ModelSettings): Written | undefined {
  const entries = assumptionEntries(settings)
  if (entries.size === 0) return undefined
  return Object.fromEntries(
    Array.from(entries, ([name, entry]) => [name, assumption(entry, settings.assumptions.get(name)?.value)]),
  )
}

/** @param set undefined where the default is kept */
function assumption(entry: AssumptionEntry, set: Path | undefined): Written {
  const { unit } = listedAssumption(entry.name)
  const text =
    unit === 'percent' ? percentText : unit === 'money' ? moneyText : (value: Decimal) => value.toFixed()
  const { why, source, by, on } = entry
  const value = set === undefined ? keepsDefault : pathWritten(set, text)
  const range = entry.range && distributionText(entry.range, text)
  const bare = [range, why, source, by, on].every((part) => part === undefined)
  return bare && set !== undefined ? value : { value, range, why, source, by, on }
}

/** A distribution in the form a scenario writes it. */
function distributionText(range: Distribution, text: (value: Decimal) => string): string {
  switch (range.kind) {
    case 'normal':
    case 'lognormal':
      return `${range.kind}(${text(range.mean)}, ${text(range.sd)})`
    case 'triangular':
    case 'pert':
      return `${range.kind}(${text(range.low)}, ${text(range.mode)}, ${text(range.high)})`
    case 'uniform':
      return `uniform(${text(range.low)}, ${text(range.high)})`
    case 'discrete':
      return `discrete(${range.values.map(({ value, chance }) => `${text(value)}: ${chance.toFixed()}`).join(', ')})`
  }
}

function origin(said: Said | undefined): string {
  return said === undefined ? 'default' : `${said.file}:${said.line}`
}

type Origin = (path: readonly string[]) => string

/** Block YAML, a value a line, with its origin as a comment. */
function block(value: Written, indent: string, path: readonly string[], from: Origin): string {
  if (value === true) return 'true'
  if (typeof value === 'string') return scalarText(value)
  if (isList(value)) {
    return value
      .map((item, index) => {
        const inside = block(item, `${indent}  `, [...path, idOf(item) ?? String(index)], from)
        return `${indent}- ${inside.trimStart()}`
      })
      .join('\n')
  }
  return entriesOf(value)
    .map(([key, part]) => {
      const head = `${indent}${scalarText(key)}:`
      const line = inline(part)
      const here = [...path, key]
      if (line !== undefined)
        return key === 'capgap' || key === 'id' ? `${head} ${line}` : `${head} ${line}  # ${from(here)}`
      return `${head}\n${block(part, `${indent}  `, here, from)}`
    })
    .join('\n')
}

/** A scalar, or a list of scalars, as it stands on the line of its key. */
function inline(value: Written): string | undefined {
  if (value === true) return 'true'
  if (typeof value === 'string') return scalarText(value)
  if (!isList(value)) return undefined
  const texts = value.filter((item) => typeof item === 'string')
  return texts.length === value.length ? `[${texts.map(scalarText).join(', ')}]` : undefined
}

function idOf(item: Written): string | undefined {
  const id = typeof item === 'string' || item === true || isList(item) ? undefined : item['id']
  return typeof id === 'string' ? id : undefined
}

function entriesOf(value: { readonly [key: string]: Written | undefined }): [string, Written][] {
  return Object.entries(value).flatMap(([key, part]) =>
    part === undefined ? [] : [[key, part] as [string, Written]],
  )
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value)
}
