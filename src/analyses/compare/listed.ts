import { listedAssumptions } from '../../figures/assumption-list.ts'
import type { Said } from '../../figures/setting-values.ts'
import type { ModelRun } from '../../run/run.ts'
import { valuesInForce } from '../../run/values.ts'
import { mergedOrder } from './order.ts'

/** A value in force in one scenario, and the line that says it; no line where it is at its default. */
export interface ListedValue {
  readonly value: string
  readonly said: Said | undefined
}

/** A key whose value is not the same in every scenario; undefined where a scenario has no such key. */
export interface DifferingKey {
  /** Dotted, ids instead of positions: `measures.uplift.amount`. */
  readonly key: string
  /** In the order of the scenarios. */
  readonly values: readonly (ListedValue | undefined)[]
}

/** Every key that the scenarios do not all give the same value, in the order of a scenario file. */
export function differingKeys(runs: readonly ModelRun[]): DifferingKey[] {
  const inForce = runs.map(
    (run) =>
      new Map(
        valuesInForce(run)
          .filter(({ value }) => value !== '[]')
          .map(({ key, value }) => [plainKey(key), listed(run, key, inWords(plainKey(key), value))]),
      ),
  )
  return inForce
    .map((values) => [...values.keys()])
    .reduce<string[]>(mergedOrder, [])
    .map((key) => ({ key, values: inForce.map((values) => values.get(key)) }))
    .filter(({ values: [first, ...others] }) => others.some((other) => other?.value !== first?.value))
}

/** `assumptions.underspend` whether it is written bare or as a full entry. */
function plainKey(key: string): string {
  return /^assumptions\.[^.]+\.value$/.test(key) ? key.slice(0, -'.value'.length) : key
}

/** What an assumption is worth where an entry says no more than that it keeps its default. */
function inWords(key: string, value: string): string {
  const name = /^assumptions\.([^.]+)$/.exec(key)?.[1]
  const kept = value === 'default' && name !== undefined
  return (kept ? listedAssumptions.find((each) => each.name === name)?.default : undefined) ?? value
}

/** Lists whose entries have keys of their own: where one begins says nothing of a key that an entry leaves out. */
const listsOfEntries: ReadonlySet<string> = new Set(['measures', 'benchmarks', 'correlations'])

/** The line of the key itself, or of what it is part of (`split` for `split.digital`); none where it is at its default. */
function listed(run: ModelRun, key: string, value: string): ListedValue {
  const steps = key.split('.')
  const above = steps.map((_, index) => steps.slice(0, steps.length - index).join('.'))
  const found = above
    .filter((each) => !listsOfEntries.has(each))
    .map((each) => run.said.get(each))
    .find((said) => said !== undefined)
  return { value, said: found }
}
