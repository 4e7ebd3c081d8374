import { recordToFile, recordOverOutput } from '../problems/catalogue/records.ts'
import type { Recordable, RecordedOptions, RunRecord } from '../records/record.ts'
import type { ModelRun } from '../run/run.ts'
import { dataFolders, type OptionReader, type RawOptions } from './options.ts'
import { sameFile } from './same-file.ts'

/** What a command leaves for its record, and the file asked for with `--record`. */
export interface Recording extends Recordable {
  readonly file: string | undefined
}

/** Options that change where an answer goes and what is said beside it, never the answer; `format` is kept apart. */
const beside = new Set([
  ...['output', 'record', 'strict', 'quiet', 'color', 'annotations', 'data', 'format'],
  ...['samples', 'workers'],
])

/** `--record` names a file of its own: a record is no part of the output. */
export function checkRecordFile(reader: OptionReader, { record, output }: RawOptions): void {
  if (record === '-') reader.refuse(recordToFile())
  else if (record !== undefined && sameFile(record, output)) reader.refuse(recordOverOutput(record))
}

export function recording(
  command: RunRecord['command'],
  runs: readonly ModelRun[],
  raw: Pick<RawOptions, 'data' | 'record'>,
): Recording {
  const all: readonly [string, unknown][] = Object.entries(raw)
  const said = all.filter(([name, value]) => !beside.has(name) && value !== undefined)
  const options = Object.fromEntries(said) as RecordedOptions
  return { command, runs, options, folders: dataFolders(raw).length, file: raw.record }
}
