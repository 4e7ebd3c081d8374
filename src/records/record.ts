import { listedAssumptions } from '../figures/assumption-list.ts'
import type { Said } from '../figures/setting-values.ts'
import { assumptionData, linesOf } from '../reports/explain/said.ts'
import type { ModelRun } from '../run/run.ts'
import { valuesInForce } from '../run/values.ts'
import { shownFile } from '../terms/shown-file.ts'
import { version } from '../terms/version.ts'
import { sha256, type Digest } from './digest.ts'

/**
 * A record: what produced one output, so that it can be produced again and proved. It holds no clock, no host and no
 * absolute path; the same run writes the same record anywhere.
 */

/** Raise it whenever the form changes. */
export const recordFormat = 1

/** The commands that leave a record. */
export const recordedCommands = [
  'run',
  'lookback',
  'explain',
  'compare',
  'appraise',
  'simulate',
  'sensitivity',
  'replicate',
  'solve',
  'sweep',
] as const

export interface RunRecord {
  readonly record: number
  /** The version that wrote it. */
  readonly capgap: string
  readonly command: (typeof recordedCommands)[number]
  /** The options that changed what was worked or shown, by long name in camel case; `figure` is what `explain` explains. */
  readonly options: RecordedOptions
  readonly output: RecordedOutput
  readonly data: RecordedData
  readonly scenarios: readonly RecordedScenario[]
}

export type RecordedOptions = Readonly<Record<string, string | boolean | readonly string[]>>

export interface RecordedOutput extends Digest {
  readonly format: string
  /** How a table was laid out; absent where the format has one layout. */
  readonly look?: { readonly width: number; readonly colour: boolean; readonly boxes: boolean }
}

export interface RecordedData {
  /** Over all datasets, as JSON output names it. */
  readonly hash: string
  readonly sources: string
  /** How many folders `--data` added. */
  readonly folders: number
  readonly datasets: readonly {
    readonly name: string
    readonly hash: string
    /** Whether a number of the output was chosen from it. */
    readonly read: boolean
  }[]
}

export interface RecordedScenario {
  readonly name: string
  readonly title: string
  readonly asOf: string | null
  readonly economy: string
  /** Every file that had a say, in the order in which they apply, whole. */
  readonly files: readonly { readonly file: string; readonly sha256: string; readonly text: string }[]
  /** Every value in force, where it was said, and what it replaced. */
  readonly values: readonly RecordedValue[]
  readonly assumptions: readonly Readonly<Record<string, unknown>>[]
}

export interface RecordedValue {
  readonly key: string
  readonly value: string
  /** `file:line`, or `default`. */
  readonly at: string
  readonly replaced: readonly { readonly at: string; readonly value: string }[]
}

/** What a command ran, for its record. */
export interface Recordable {
  readonly command: RunRecord['command']
  readonly runs: readonly ModelRun[]
  readonly options: RecordedOptions
  readonly folders: number
  /** Datasets shown as they are, from which no run chose. */
  readonly shown?: readonly string[]
}

/** To be made once the output is: only then is it known what was read for it. */
export function makeRecord(
  { command, runs, options, folders, shown = [] }: Recordable,
  digest: Digest,
  { format, look }: Pick<RecordedOutput, 'format' | 'look'>,
): RunRecord {
  const [first] = runs
  if (first === undefined) throw new Error('nothing was run')
  const { data } = first
  const read = new Set([...shown, ...runs.flatMap((run) => [...run.reads])])
  return {
    record: recordFormat,
    capgap: version,
    command,
    options,
    output: { format, ...digest, ...(look === undefined ? {} : { look }) },
    data: {
      hash: data.hash(),
      sources: data.sourceHash,
      folders,
      datasets: data.names.map((name) => ({ name, hash: data.hashOf(name), read: read.has(name) })),
    },
    scenarios: runs.map(recordedScenario),
  }
}

/** A record as a file: JSON, one value of a scenario a line. */
export function recordText(record: RunRecord): string {
  const lines = JSON.stringify(record, null, 2)
  return `${lines}\n`
}

function recordedScenario(run: ModelRun): RecordedScenario {
  const { scenario, settings } = run
  return {
    name: scenario.name,
    title: scenario.title,
    asOf: settings.asOf ?? null,
    economy: settings.economy,
    files: run.texts.map(({ file, text }) => ({ file: shownFile(file), sha256: sha256(text), text })),
    values: valuesInForce(run).map(({ key, value }) => {
      const [line] = run.said.has(key) ? linesOf(run, key) : []
      return {
        key,
        value,
        at: line === undefined ? 'default' : at(line.won),
        replaced: (line?.lost ?? []).map((lost) => ({ at: at(lost), value: lost.text })),
      }
    }),
    assumptions: listedAssumptions.map(({ name }) => assumptionData(run, name)),
  }
}

function at({ file, line }: Said): string {
  return `${shownFile(file)}:${line}`
}
