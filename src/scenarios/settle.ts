import type { ModelSettings } from '../figures/settings.ts'
import type { Said } from '../figures/setting-values.ts'
import * as say from '../problems/catalogue/scenarios.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import type { Problem } from '../problems/problem.ts'
import { parsePriceBasis } from '../terms/prices.ts'
import { isDate } from '../terms/date.ts'
import { applyScenario } from './apply.ts'
import { checkScenario } from './checks/index.ts'
import type { KnownNames } from './known-names.ts'
import { mergeLayers, saidByKey } from './merge.ts'
import type { Layer, Merged, Override } from './merge.ts'
import { shownFile } from '../terms/shown-file.ts'

/** What a scenario says of itself. */
export interface Scenario {
  /** The file's name without folder or ending; several joined by `+`. */
  readonly name: string
  readonly title: string
  readonly summary: string | undefined
  readonly source: string | undefined
  /** Every file that had a say, in the order in which they apply. */
  readonly files: readonly string[]
}

/** A scenario file as it was read. */
export interface ScenarioText {
  /** As the user named it. */
  readonly file: string
  readonly text: string
}

/** A scenario without errors, ready to run. */
export interface LoadedScenario {
  readonly scenario: Scenario
  readonly settings: ModelSettings
  /** Every value one file replaced in another, or `--set` in a file. */
  readonly overrides: readonly Override[]
  /** Where every value in force was said, by dotted key (`measures.uplift.amount`); a key not here is at its default. */
  readonly said: ReadonlyMap<string, Said>
  /** What `--as-of` and `--prices` replaced. */
  readonly byOptions: readonly Override[]
  /** Every file that had a say, in the order in which they apply, as it was read. */
  readonly texts: readonly ScenarioText[]
  readonly warnings: readonly Problem[]
}

/** What the command line adds to a scenario, beside what `--set` says. */
export interface SettleOptions {
  readonly known: KnownNames
  /** The build found nothing wrong with this whole on these data, not even a warning. */
  readonly sound?: boolean
  readonly asOf?: string
  readonly prices?: string
}

/** Files read and laid in order, and what was found wrong with them so far. */
export interface ReadScenario {
  readonly name: string
  readonly files: readonly Layer[]
  /** The files' layers, then those of `--set`. */
  readonly layers: readonly [Layer, ...Layer[]]
  /** Found while reading the files, and while reading `--set`. */
  readonly problems: readonly Problem[]
  readonly setProblems: readonly Problem[]
}

/**
 * Layers already read → one checked scenario. Throws ProblemsError (exit code 3) with what was found wrong while reading
 * and everything else at once.
 */
export function settleScenario(read: ReadScenario, options: SettleOptions): LoadedScenario {
  const found = [...read.problems, ...optionProblems(options), ...read.setProblems]
  const merged = mergeLayers(read.layers)
  // A broken file would only make the rest look broken too: keys it names would seem missing.
  if (options.sound !== true && !found.some(breaksTheWhole))
    found.push(...checkScenario(merged, options.known))
  const { errors, warnings } = sorted(found)
  if (errors.length > 0) throw new ProblemsError([...errors, ...warnings], exitCodes.scenario)
  const text = (key: string): string | undefined => scalarAt(merged, key)
  const said = saidByKey(merged.root)
  const byOptions = optionLines(options).map((won): [string, Said] => [won.file.slice(2), won])
  return {
    scenario: {
      name: read.name,
      title: text('title') ?? read.name,
      summary: text('summary'),
      source: text('source'),
      files: read.files.map((layer) => shownFile(layer.file)),
    },
    settings: withOptions(applyScenario(merged, options.known), options),
    overrides: merged.overrides,
    said: new Map([...said, ...byOptions]),
    byOptions: byOptions.flatMap(([key, won]): Override[] => {
      const lost = said.get(key)
      return lost === undefined || lost.text === won.text ? [] : [{ key, won, lost: [lost] }]
    }),
    texts: read.files.map(({ file, text: whole }) => ({ file, text: whole ?? '' })),
    warnings,
  }
}

function withOptions(settings: ModelSettings, options: SettleOptions): ModelSettings {
  return {
    ...settings,
    asOf: options.asOf ?? settings.asOf,
    prices: (options.prices === undefined ? undefined : parsePriceBasis(options.prices)) ?? settings.prices,
  }
}

/** What the options of the command line say, as if each were a file of one line. */
function optionLines({ asOf, prices }: SettleOptions): Said[] {
  const line = (file: string, text: string | undefined): Said[] =>
    text === undefined ? [] : [{ file, line: 1, text }]
  return [...line('--as-of', asOf), ...line('--prices', prices)]
}

function optionProblems({ asOf, prices }: SettleOptions): Problem[] {
  const problems: Problem[] = []
  const place = (option: string, text: string) => ({ file: option, line: 1, column: 1, excerpt: text })
  if (asOf !== undefined && !isDate(asOf)) problems.push(say.notADate(place('--as-of', asOf), asOf))
  if (prices !== undefined && parsePriceBasis(prices) === undefined) {
    problems.push(say.notPrices(place('--prices', prices), prices))
  }
  return problems
}

const breaking = new Set([
  'yaml-syntax',
  'aliases-multiply',
  'missing-scenario',
  'unreadable-scenario',
  'missing-extends',
  'circular-extends',
  'empty-scenario',
  'not-a-scenario',
  'not-utf8',
])

function breaksTheWhole(problem: Problem): boolean {
  return breaking.has(problem.code)
}

/** By file in order of appearance, then by line and column; each problem once. */
function sorted(problems: readonly Problem[]): { errors: Problem[]; warnings: Problem[] } {
  const files = [...new Set(problems.map((problem) => problem.place?.file))]
  const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  const order = [...unique.values()].sort(
    (a, b) =>
      files.indexOf(a.place?.file) - files.indexOf(b.place?.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  )
  return {
    errors: order.filter((problem) => problem.severity === 'error'),
    warnings: order.filter((problem) => problem.severity === 'warning'),
  }
}

function scalarAt(merged: Merged, key: string): string | undefined {
  const node = merged.root.entries.get(key)?.value
  return node?.kind === 'scalar' ? node.text : undefined
}
