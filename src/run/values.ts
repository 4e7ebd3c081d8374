import { listedAssumptions } from '../figures/assumption-list.ts'
import { assumptionEntries } from '../figures/settings.ts'
import { wholeScenario, type Written } from '../scenarios/resolved.ts'
import type { ModelRun } from './run.ts'

/** A value the run stands on, as a scenario would write it. */
export interface ValueInForce {
  /** Dotted, ids instead of positions: `measures.uplift.amount`. */
  readonly key: string
  readonly value: string
}

/** Every value in force, defaults included, in the order of a scenario file; assumptions not set come last. */
export function valuesInForce(run: ModelRun): ValueInForce[] {
  const entries = assumptionEntries(run.settings)
  const unset = listedAssumptions.filter(({ name }) => !entries.has(name))
  return [
    ...flat(wholeScenario(run), []),
    ...unset.map((listed) => ({ key: `assumptions.${listed.name}`, value: listed.default })),
  ]
}

function flat(value: Written | undefined, path: readonly string[]): ValueInForce[] {
  if (value === undefined) return []
  const here = (text: string): ValueInForce[] => [{ key: path.join('.'), value: text }]
  if (value === true) return here('true')
  if (typeof value === 'string') return here(value)
  if (isList(value)) {
    if (value.every((item) => typeof item === 'string')) return here(`[${value.join(', ')}]`)
    return value.flatMap((item, index) => flat(item, [...path, idOf(item) ?? String(index)]))
  }
  return Object.entries(value).flatMap(([key, part]) => flat(part, [...path, key]))
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value)
}

function idOf(item: Written): string | undefined {
  const id = typeof item === 'string' || item === true || isList(item) ? undefined : item['id']
  return typeof id === 'string' ? id : undefined
}
