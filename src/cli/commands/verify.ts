import { loadData } from '../../datasets/load.ts'
import * as say from '../../problems/catalogue/records.ts'
import { systemReason } from '../../problems/catalogue/usage.ts'
import { exitCodes, type Problem, ProblemsError } from '../../problems/problem.ts'
import { compareRecord, type Here } from '../../records/compare.ts'
import { parseRecord } from '../../records/parse.ts'
import { digestOf, gatherDigest, type Digest } from '../../records/digest.ts'
import { makeRecord, type RunRecord } from '../../records/record.ts'
import { verificationProblems, verificationReport } from '../../records/verification.ts'
import { reopenRuns, reopenVariations } from '../../run/reopen.ts'
import { shippedScenarios } from '../../scenarios/load.ts'
import { version } from '../../terms/version.ts'
import { isLong, type Outcome, textOf } from '../deliver.ts'
import { digestOfPieces } from '../deliver-pieces.ts'
import type { Io } from '../io.ts'
import { changes, type modelRuns } from '../model-runs.ts'
import type { modelVariations } from '../model-variations.ts'
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
  const written = await readable(io.read(file), (reason) => say.recordMissing(file, reason))
  const record = parseRecord(new TextDecoder().decode(written), file)
  const kept = outputFile === undefined ? undefined : await outputKept(outputFile, io)
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
  const open: Open = {
    runs: (_specs, raw, options) => reopenRuns(kept, { ...changes(raw), ...options, folders }),
    variations: (_spec, raw) => reopenVariations(kept, { ...changes(raw), folders }),
  }
  try {
    const outcome = await commandAgain(record, open, io)
    if (outcome.recording === undefined) throw new Error(`${record.command} left nothing to record`)
    return makeRecord(outcome.recording, await digestAgain(outcome, record), record.output)
  } catch (error) {
    const [first] = error instanceof ProblemsError ? error.problems : []
    if (first === undefined) throw error
    return first
  }
}

/** What opens scenarios that were kept, instead of those a command line names. */
interface Open {
  readonly runs: typeof modelRuns
  readonly variations: typeof modelVariations
}

async function commandAgain({ command, options, output }: RunRecord, open: Open, io: Io): Promise<Outcome> {
  const raw = { ...options, format: output.format } as RawOptions
  // What its command must be given and a record lacks is refused as words that it cannot read.
  const required = (name: string): string => String(options[name])
  switch (command) {
    case 'run':
      return (await import('./run.ts')).run([], raw, open.runs)
    case 'lookback':
      return (await import('./lookback.ts')).lookback(undefined, raw, open.runs)
    case 'simulate':
      return (await import('./simulate.ts')).simulate([], raw, io, open.runs)
    case 'compare':
      return (await import('./compare.ts')).compare([], raw, open.runs)
    case 'appraise':
      return (await import('./appraise.ts')).appraise(undefined, raw, open.runs)
    case 'explain': {
      const ofOneCell: Omit<RawOptions, 'category' | 'benchmark'> = raw
      return (await import('./explain.ts')).explain(required('figure'), undefined, ofOneCell, open.runs)
    }
    case 'sensitivity':
      return (await import('./sensitivity.ts')).sensitivity(undefined, raw, io, open.runs)
    case 'replicate':
      return (await import('./replicate.ts')).replicate(raw, open.runs)
    case 'solve': {
      // One key is asked of in texts, two in lists of them.
      const texts = (name: string): string | readonly string[] => {
        const said = options[name]
        return typeof said === 'object' ? said : required(name)
      }
      const within = options['budget'] === undefined ? {} : { budget: required('budget') }
      const asked = { for: texts('for'), vary: texts('vary'), between: texts('between'), ...within }
      return (await import('./solve.ts')).solveCommand(undefined, { ...raw, ...asked }, open.variations)
    }
    case 'sweep':
      return (await import('./sweep.ts')).sweepCommand(undefined, raw, open.variations)
  }
}

async function digestAgain({ answer, output }: Outcome, { output: { look } }: RunRecord): Promise<Digest> {
  if (isLong(answer)) return digestOfPieces(answer)
  return digestOf(await textOf(answer, output, look ?? plainLook))
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

/** The output named beside a record; a sweep's may be too long to hold. */
async function outputKept(file: string, io: Io): Promise<Here['output']> {
  const { take, digest } = gatherDigest()
  const taken = async (): Promise<void> => {
    for await (const piece of io.readPieces(file)) take(piece)
  }
  await readable(taken(), (reason) => say.outputMissing(file, reason))
  return { file, sha256: digest().sha256 }
}

/** @throws ProblemsError (exit 2) where the system cannot read it */
async function readable<Read>(reading: Promise<Read>, missing: (reason: string) => Problem): Promise<Read> {
  try {
    return await reading
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const reason = code === 'ENOENT' ? say.noSuchFile : systemReason(code)
    throw new ProblemsError([missing(reason)], exitCodes.usage)
  }
}
