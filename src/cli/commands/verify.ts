import { loadData } from '../../datasets/load.ts'
import * as say from '../../problems/catalogue/records.ts'
import { systemReason } from '../../problems/catalogue/usage.ts'
import { exitCodes, type Problem, ProblemsError } from '../../problems/problem.ts'
import { compareRecord } from '../../records/compare.ts'
import { parseRecord } from '../../records/parse.ts'
import { makeRecord, sha256, type RunRecord } from '../../records/record.ts'
import { verificationProblems, verificationReport } from '../../records/verification.ts'
import { reopenRuns } from '../../run/reopen.ts'
import { shippedScenarios } from '../../scenarios/load.ts'
import { version } from '../../terms/version.ts'
import { type Outcome, textOf } from '../deliver.ts'
import type { Io } from '../io.ts'
import { changes, type modelRuns } from '../model-runs.ts'
import { dataFolders, OptionReader, type RawOptions } from '../options.ts'

/** `capgap verify RECORD [OUTPUT]`: works the record again, and compares everything it says with what is here. */
export async function verify(
  file: string,
  outputFile: string | undefined,
  raw: RawOptions,
  io: Io,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.finish()
  const record = parseRecord(new TextDecoder().decode(await bytesOf(io, file, say.recordMissing)), file)
  const kept =
    outputFile === undefined
      ? undefined
      : { file: outputFile, sha256: sha256(await bytesOf(io, outputFile, say.outputMissing)) }
  const folders = dataFolders(raw)
  const data = await loadData({ folders })
  const texts = await textsHere(io, record)
  const compared = compareRecord(record, {
    version,
    dataHash: (name) => (data.has(name) ? data.hashOf(name) : undefined),
    sources: data.sourceHash,
    fileText: (name) => texts.get(name),
    again: await runAgain(record, folders, io),
    output: kept,
  })
  return {
    answer: verificationReport(record, compared),
    problems: verificationProblems(compared),
    output,
  }
}

/** The same command on the texts inside the record. */
async function runAgain(record: RunRecord, folders: readonly string[], io: Io): Promise<RunRecord | Problem> {
  const kept = record.scenarios.map(({ name, files }) => ({ name, files }))
  const open: typeof modelRuns = (_specs, raw, options) =>
    reopenRuns(kept, { ...changes(raw), ...options, folders })
  const raw = { ...record.options, format: record.output.format } as RawOptions
  try {
    const outcome = await commandAgain(record.command, raw, open, io)
    if (outcome.recording === undefined) throw new Error(`${record.command} left nothing to record`)
    const { look } = record.output
    const text = await textOf(outcome.answer, outcome.output, look ?? plainLook)
    return makeRecord(outcome.recording, text, record.output)
  } catch (error) {
    const [first] = error instanceof ProblemsError ? error.problems : []
    if (first === undefined) throw error
    return first
  }
}

async function commandAgain(
  command: RunRecord['command'],
  raw: RawOptions,
  open: typeof modelRuns,
  io: Io,
): Promise<Outcome> {
  switch (command) {
    case 'run':
      return (await import('./run.ts')).run([], raw, open)
    case 'lookback':
      return (await import('./lookback.ts')).lookback(undefined, raw, open)
    case 'simulate':
      return (await import('./simulate.ts')).simulate([], raw, io, open)
    case 'compare':
      return (await import('./compare.ts')).compare([], raw, open)
    case 'appraise':
      return (await import('./appraise.ts')).appraise(undefined, raw, open)
  }
}

/** Formats without a look of their own ask for none. */
const plainLook = { width: 80, colour: false, boxes: false }

/** Scenario files that are still where the record names them, or come with capgap. */
async function textsHere(io: Io, record: RunRecord): Promise<ReadonlyMap<string, string>> {
  const shipped = new Map(shippedScenarios().map(({ file, text }) => [file, text]))
  const texts = new Map<string, string>()
  for (const { file } of record.scenarios.flatMap(({ files }) => files)) {
    const bytes = await io.read(file).catch(() => undefined)
    const text = bytes === undefined ? shipped.get(file) : new TextDecoder().decode(bytes)
    if (text !== undefined) texts.set(file, text)
  }
  return texts
}

async function bytesOf(
  io: Io,
  file: string,
  missing: (file: string, reason: string) => Problem,
): Promise<Uint8Array> {
  try {
    return await io.read(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const reason = code === 'ENOENT' ? say.noSuchFile : systemReason(code)
    throw new ProblemsError([missing(file, reason)], exitCodes.usage)
  }
}
