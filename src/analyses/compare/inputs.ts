import type { BenchmarkSetting, MeasureSetting, ModelSettings } from '../../figures/settings.ts'
import { byKey, mergedOrder, sameOrder } from './order.ts'
import { saysTheSame } from './same.ts'

/**
 * The inputs in which two scenarios differ, each taken over whole or not at all: a measure, an assumption, the split. A
 * mix has some of the second scenario's inputs and for the rest the first's; with none it is the first, with all the second.
 */
export interface DifferingInput {
  /** As a scenario names it (`measures.uplift`); parts that go together are joined by `, `. */
  readonly name: string
  readonly parts: readonly Part[]
  /** The benchmarks it is about, where it is about benchmarks alone: it moves no other. */
  readonly benchmarks: readonly string[] | undefined
}

type Part =
  | { readonly kind: 'field'; readonly field: keyof ModelSettings }
  | { readonly kind: 'measure' | 'benchmark' | 'assumption'; readonly id: string }
  | { readonly kind: 'order of measures' }

/** Settings that no printed figure is worked from, and those that are taken apart below. */
const apart: ReadonlySet<keyof ModelSettings> = new Set([
  'prices',
  'election',
  'correlations',
  'lookback',
  'atDefault',
  'measures',
  'benchmarks',
  'assumptions',
])

/** In the order of a scenario file; settings not named here come after these. */
const fileOrder: readonly (keyof ModelSettings)[] = [
  'asOf',
  'years',
  'economy',
  'baseline',
  'afterPlans',
  'split',
]

/** The inputs that differ, in the order of a scenario file. */
export function differingInputs(first: ModelSettings, second: ModelSettings): DifferingInput[] {
  const fields = [...new Set([...fileOrder, ...keysOf(first), ...keysOf(second)])]
    .filter((field) => !apart.has(field) && !saysTheSame(first[field], second[field]))
    .map((field): Part => ({ kind: 'field', field }))
  const parts: Part[] = [
    ...fields,
    ...(sameOrder(first.measures.map(byKey), second.measures.map(byKey))
      ? []
      : [{ kind: 'order of measures' } as const]),
    ...differing(first.measures, second.measures).map((id): Part => ({ kind: 'measure', id })),
    ...differing(first.benchmarks, second.benchmarks).map((id): Part => ({ kind: 'benchmark', id })),
    ...differingAssumptions(first, second).map((id): Part => ({ kind: 'assumption', id })),
  ]
  return together(parts, first, second).map((tied) => ({
    name: tied.map(nameOf).join(', '),
    parts: tied,
    benchmarks: tied.every((part) => part.kind === 'benchmark')
      ? tied.flatMap((part) => (part.kind === 'benchmark' ? [part.id] : []))
      : undefined,
  }))
}

/** The first scenario with these inputs of the second. */
export function mixedSettings(
  first: ModelSettings,
  second: ModelSettings,
  taken: readonly DifferingInput[],
): ModelSettings {
  const parts = taken.flatMap((input) => input.parts)
  const has = (kind: Part['kind'], id: string): boolean =>
    parts.some((part) => part.kind === kind && 'id' in part && part.id === id)
  const fields = parts.flatMap((part) => (part.kind === 'field' ? [[part.field, second[part.field]]] : []))
  const reordered = parts.some((part) => part.kind === 'order of measures')
  const assumptions = new Map(first.assumptions)
  for (const name of differingAssumptions(first, second)) {
    const setting = has('assumption', name) ? second.assumptions.get(name) : first.assumptions.get(name)
    if (setting === undefined) assumptions.delete(name)
    else assumptions.set(name, setting)
  }
  const [base, other] = reordered ? [second.measures, first.measures] : [first.measures, second.measures]
  return {
    ...first,
    ...(Object.fromEntries(fields) as Partial<ModelSettings>),
    measures: picked<MeasureSetting>(mergedOrder(base.map(byKey), other.map(byKey)), (id) =>
      (has('measure', id) ? second : first).measures.find((each) => each.id === id),
    ),
    benchmarks: picked<BenchmarkSetting>(
      mergedOrder(first.benchmarks.map(byKey), second.benchmarks.map(byKey)),
      (id) => (has('benchmark', id) ? second : first).benchmarks.find((each) => each.id === id),
    ),
    assumptions,
  }
}

function picked<Entry>(ids: readonly string[], find: (id: string) => Entry | undefined): Entry[] {
  return ids.flatMap((id) => find(id) ?? [])
}

/** Ids of the entries that only one scenario has, or that say something else in the other. */
function differing<Entry extends { readonly id: string }>(
  first: readonly Entry[],
  second: readonly Entry[],
): string[] {
  const entry = (list: readonly Entry[], id: string): Entry | undefined => list.find((each) => each.id === id)
  return mergedOrder(first.map(byKey), second.map(byKey)).filter(
    (id) => !saysTheSame(entry(first, id), entry(second, id)),
  )
}

function differingAssumptions(first: ModelSettings, second: ModelSettings): string[] {
  return [...new Set([...first.assumptions.keys(), ...second.assumptions.keys()])].filter(
    (name) => !saysTheSame(first.assumptions.get(name)?.value, second.assumptions.get(name)?.value),
  )
}

/**
 * Parts that must be taken together, because a scenario may say such a thing in one place only: a share in the split and as
 * an assumption, a rate of depreciation at its benchmark and as an assumption.
 */
function together(parts: readonly Part[], first: ModelSettings, second: ModelSettings): Part[][] {
  return parts.reduce<Part[][]>((groups, part) => {
    const tied = groups.filter((each) => each.some((other) => mustGoWith(other, part, [first, second])))
    const [head] = tied
    if (head === undefined) return [...groups, [part]]
    const whole = [...tied.flat(), part]
    return groups.flatMap((each) => (each === head ? [whole] : tied.includes(each) ? [] : [each]))
  }, [])
}

function mustGoWith(part: Part, assumption: Part, sides: readonly ModelSettings[]): boolean {
  if (assumption.kind !== 'assumption') return false
  // A field that assumptions of its name also settle: `optimism-bias-digital`.
  if (part.kind === 'field' && assumption.id.startsWith(`${kebab(part.field)}-`)) return true
  if (part.kind === 'field' && part.field === 'split') {
    const category = /^(digital|other)-share$/.exec(assumption.id)?.[1]
    return sides.some(
      ({ split }) => split.kind === 'shares' && [...split.shares.keys()].some((each) => each === category),
    )
  }
  if (part.kind !== 'benchmark' || assumption.id !== 'catch-up-depreciation') return false
  return sides.some(({ benchmarks }) =>
    benchmarks.some(
      (each) => each.id === part.id && each.kind === 'catch-up' && each.depreciation !== undefined,
    ),
  )
}

function nameOf(part: Part): string {
  switch (part.kind) {
    case 'field':
      return part.field === 'afterPlans' ? 'baseline.after-plans' : kebab(part.field)
    case 'measure':
    case 'benchmark':
    case 'assumption':
      return `${part.kind}s.${part.id}`
    case 'order of measures':
      return part.kind
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function keysOf(settings: ModelSettings): (keyof ModelSettings)[] {
  return (Object.keys(settings) as (keyof ModelSettings)[]).sort()
}
