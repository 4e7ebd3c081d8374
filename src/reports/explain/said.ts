import { listedAssumptions } from '../../figures/assumption-list.ts'
import type { Said } from '../../figures/setting-values.ts'
import * as say from '../../problems/catalogue/explain.ts'
import type { ModelRun } from '../../run/run.ts'
import { citation } from '../run/comparator-note.ts'

/** What a scenario says of a key: the line that won, and those that lost to it, the earliest first. */
export interface SaidLine {
  readonly key: string
  readonly won: Said
  readonly lost: readonly Said[]
}

/** The lines behind a key: its own, or those of everything below it. None where it is at its default. */
export function linesOf(run: ModelRun, key: string): SaidLine[] {
  const own = run.said.get(key)
  if (own !== undefined) return [{ key, won: own, lost: losersTo(run, key) }]
  const head = `${key}.`
  return [...run.said]
    .filter(([each]) => each.startsWith(head))
    .map(([each, won]) => ({ key: each, won, lost: losersTo(run, each) }))
}

/** The lines of an assumption’s value alone: its reasons are told apart. */
export function valueLines(run: ModelRun, assumption: string): SaidLine[] {
  const whole = `assumptions.${assumption}`
  const value = linesOf(run, `${whole}.value`)
  if (value.length > 0) return value
  return linesOf(run, whole).filter(({ key }) => !/\.(range|why|source|by|on)$/.test(key))
}

const rivals: Readonly<Record<string, string>> = { series: 'stated', stated: 'series' }

/** What the key, or something above it, replaced; a stated baseline also replaces a series, and the reverse. */
function losersTo(run: ModelRun, key: string): readonly Said[] {
  const steps = key.split('.')
  const above = steps.map((_, index) => steps.slice(0, index + 1).join('.'))
  const rival = steps[0] === 'baseline' ? rivals[steps[1] ?? ''] : undefined
  const replaced = new Set([...above, ...(rival === undefined ? [] : [`baseline.${rival}`])])
  return [...run.overrides, ...run.byOptions].flatMap((override) =>
    replaced.has(override.key) ? override.lost : [],
  )
}

export function lineSentences({ key, won, lost }: SaidLine): string[] {
  return [say.saidSentence(key, won), ...lost.map(say.insteadOfSentence)]
}

/**
 * Why an assumption is what it is: who says so, or what stands behind its default.
 * @param isStated whether it is a bare number; the sources of one worked from data stand below it anyway
 */
export function assumptionSentences(run: ModelRun, name: string, isStated: boolean): string[] {
  const setting = run.settings.assumptions.get(name)
  if (setting === undefined) {
    const listed = listedAssumptions.find((each) => each.name === name)
    return listed === undefined
      ? []
      : [
          say.defaultAssumptionSentence(name, listed.default, listed.note),
          ...cited(run, isStated ? listed.sources : []),
        ]
  }
  const { why, source, by, on } = setting
  const made = say.madeBySentence(by, on)
  return [
    ...(why === undefined ? [] : [say.whySentence(why)]),
    ...cited(run, source === undefined ? [] : [source]),
    ...(made === '' ? [] : [made]),
  ]
}

/** The same for machines. */
export function assumptionData(run: ModelRun, name: string): Record<string, unknown> {
  const setting = run.settings.assumptions.get(name)
  if (setting !== undefined) {
    const { why, source, by, on } = setting
    return { name, default: false, why: why ?? null, source: source ?? null, by: by ?? null, on: on ?? null }
  }
  const listed = listedAssumptions.find((each) => each.name === name)
  return {
    name,
    default: true,
    worth: listed?.default ?? null,
    note: listed?.note ?? null,
    sources: listed?.sources ?? [],
  }
}

/** The publication a measure or benchmark quotes, by a key of it. */
export function quotedSource(run: ModelRun, key: string): string | undefined {
  const [list, id] = key.split('.')
  const entries =
    list === 'measures' ? run.settings.measures : list === 'benchmarks' ? run.settings.benchmarks : []
  return entries.find((each) => each.id === id)?.source
}

export function cited(run: ModelRun, sources: readonly string[]): string[] {
  return sources.map((id) => say.claimSourceSentence(citation(run, id), id))
}
