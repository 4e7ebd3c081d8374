import type { Problem } from '../problem.ts'

/** Sentences of `--record` and `verify`. */

function problem(code: string, found: string, advice: string): Problem {
  return { code, severity: 'error', found, advice }
}

export function recordToFile(): Problem {
  return problem(
    'record-to-file',
    'A record cannot go to standard output, where the answer goes',
    'Name a file: --record gap.record.json',
  )
}

export function recordOverOutput(file: string): Problem {
  return problem(
    'record-over-output',
    `"${file}" is to hold both the output and its record`,
    'Give the record a name of its own: --record gap.record.json',
  )
}

export function recordMissing(file: string, reason: string): Problem {
  return problem(
    'record-missing',
    `The record "${file}" cannot be read: ${reason}`,
    'Name a file that --record wrote: capgap run --record gap.record.json',
  )
}

export function outputMissing(file: string, reason: string): Problem {
  return problem(
    'output-missing',
    `The output "${file}" cannot be read: ${reason}`,
    'Name the file that was written with the record, or leave it out: the output is then only worked again',
  )
}

/** Another kind of file, as likely as not the output that the record stands beside. */
export function noRecordAtAll(file: string): Problem {
  return problem(
    'not-a-record',
    `"${file}" is not a record of capgap`,
    'Name the file that --record wrote; to write one: capgap run … --record FILE',
  )
}

/** @param where the part that is wrong, empty for the whole */
export function notARecord(file: string, where: string, reason: string): Problem {
  return problem(
    'not-a-record',
    `"${file}" is no whole record of capgap: ${where === '' ? '' : `${where}: `}${reason}`,
    'Write it again with "capgap run … --record FILE"; records are not meant to be edited',
  )
}

export function newerRecord(file: string, found: number, known: number): Problem {
  return problem(
    'newer-record',
    `"${file}" is a record of form ${found}; this capgap reads form ${known}`,
    'Verify it with the version that it names under "capgap"',
  )
}

/** The first thing that differs: what it is, recorded and here. */
export function recordDiffers(what: string, recorded: string, here: string, where: string): Problem {
  return problem('record-differs', `${what} differs: recorded ${recorded}, here ${here}`, where)
}

/** What each check looks at. */
export const checks = {
  version: 'version of capgap',
  dataset: (name: string) => `dataset ${name}`,
  scenarioText: (file: string) => `scenario text ${file}`,
  fileOnDisk: (file: string) => `scenario file ${file}`,
  values: (scenario: string) => `values in force in ${scenario}`,
  value: (scenario: string, key: string) => `value ${key} of ${scenario}`,
  sources: 'list of sources',
  rerun: 'running it again',
  output: 'output',
  outputFile: (file: string) => `output file ${file}`,
}

/** Where to look for each. */
export const look = {
  version: (recorded: string) => `Run version ${recorded} to prove the record, or record the output anew`,
  dataset: (name: string, folders: number) =>
    folders > 0
      ? `The record was made with --data: name the same folder here, or see "capgap data show ${name}"`
      : `See "capgap data show ${name}" and what changed under data/${name}`,
  scenarioText: (file: string) => `The text of ${file} inside the record was changed after it was written`,
  fileOnDisk: (file: string, line: number) => `Look at ${file}:${line}; record anew to take the change in`,
  value: () => 'The values inside the record were changed after it was written',
  sources: 'See data/sources.csv, whose citations stand under tables',
  rerun: (advice: string) => advice,
  output: 'All inputs are the same: the program differs, or the record was changed after it was written',
  outputFile: 'The file was changed after it was written, or belongs to another record',
}

export function verified(command: string, scenarios: string, format: string): string {
  return `Verified: ${command} of ${scenarios}, worked again from the record, gives the same output (${format}), byte for byte.`
}

export function differs(what: string): string {
  return `Not verified. The first thing that differs: ${what}.`
}

export function notThere(): string {
  return 'not there'
}

export function count(values: number): string {
  return `${values} values`
}

export function valueAt(value: string, at: string): string {
  return `${value} (${at})`
}

export const noSuchFile = 'there is no such file'
export const compared = 'Compared'

export function dataUnread(): string {
  return 'Datasets that no number of the output was chosen from are looked at only when the output differs.'
}

export function lineOf(line: number, text: string | undefined): string {
  return text === undefined ? `no line ${line}` : `line ${line}: ${text.trim()}`
}

export const same = 'same'
export const different = 'differs'

export function differsHere(here: string): string {
  return `differs, here: ${here}`
}
