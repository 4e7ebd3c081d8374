import { unifiedDiff } from '../../briefs/diff.ts'
import { fillDocuments, type Document, type Filled } from '../../briefs/fill.ts'
import type { OpenScenario } from '../../briefs/runs.ts'
import { worstFirst } from '../../briefs/weigh.ts'
import { loadData } from '../../datasets/load.ts'
import * as say from '../../problems/catalogue/brief.ts'
import { hiddenAnnotations } from '../../problems/catalogue/annotations.ts'
import { systemReason } from '../../problems/catalogue/usage.ts'
import { type ExitCode, exitCodes, type Problem, ProblemsError } from '../../problems/problem.ts'
import { renderAnnotations } from '../../render/annotations.ts'
import { defaultScenario, eachOnce, loadScenarios } from '../../run/open.ts'
import { runScenario } from '../../run/run.ts'
import type { Outcome } from '../deliver.ts'
import type { Io } from '../io.ts'
import { annotationKinds, dataFolders, OptionReader, type RawOptions } from '../options.ts'

interface Raw extends RawOptions {
  readonly check?: boolean
  readonly diff?: boolean
  readonly force?: boolean
}

/** `capgap brief FILE…`: every document is worked before any is written, and none is when one has a fault. */
export async function brief(files: readonly string[], raw: Raw, io: Io): Promise<Outcome> {
  const reader = new OptionReader()
  const { annotations: asked, ...rest } = raw
  const output = reader.textOutput(rest)
  const annotate = reader.choice('--annotations', asked, annotationKinds) !== undefined
  reader.finish()

  const { documents, unreadable } = await readDocuments([...new Set(files)], io)
  const { open, warnings } = await scenarios(raw)
  const filled = await fillDocuments(documents, { open, force: raw.force === true })
  const faults = filled.flatMap((each) => (raw.check === true ? everyFault(each) : each.problems))
  const problems = eachOnce([...unreadable, ...warnings, ...faults])
  const annotations = annotate ? annotated(problems, filled) : ''

  const hindered = [...unreadable, ...filled.flatMap((each) => each.problems)].some(isError)
  if (hindered) {
    io.stdout(annotations)
    throw new ProblemsError(problems, worstCode(filled, unreadable))
  }
  if (raw.check !== true && raw.diff !== true) {
    for (const { file, text, fresh } of filled) if (fresh !== text) await io.writeWhole(file, fresh)
  }
  const said =
    raw.diff === true ? filled.map(({ file, text, fresh }) => unifiedDiff(file, text, fresh)).join('') : ''
  const done =
    raw.diff === true || raw.quiet === true ? '' : filled.map((each) => summary(each, raw)).join('')
  return { answer: annotations + said + done, problems, output }
}

/** What is stale and what hinders, in the order of the document. */
function everyFault({ problems, stale }: Filled): Problem[] {
  return [...problems, ...stale].sort((a, b) => lineOf(a) - lineOf(b))
}

function lineOf({ place }: Problem): number {
  return place?.line ?? 0
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

/** The worst of all documents first; what no document holds before it. */
function annotated(problems: readonly Problem[], filled: readonly Filled[]): string {
  const weighed = new Map(filled.flatMap((each) => each.weighed).map((each) => [each.problem, each]))
  const ranked = worstFirst(problems.map((problem) => weighed.get(problem) ?? { problem }))
  return renderAnnotations(ranked, hiddenAnnotations)
}

/** A scenario that is not fine weighs more than a mark that is not, and that more than a change by hand. */
function worstCode(filled: readonly Filled[], unreadable: readonly Problem[]): ExitCode {
  const codes = filled.filter((each) => each.problems.some(isError)).map(({ exitCode }) => exitCode)
  const usual: ExitCode = unreadable.length > 0 ? exitCodes.usage : exitCodes.check
  return codes.reduce((a, b) => (b > a ? b : a), usual)
}

function summary({ file, marks, stale }: Filled, { check }: Raw): string {
  const line = check === true ? say.fileChecked : say.fileDone
  return `${line(file, marks, stale.length)}\n`
}

/** Every document that can be read, and why another cannot. */
async function readDocuments(
  files: readonly string[],
  io: Io,
): Promise<{ documents: Document[]; unreadable: Problem[] }> {
  const unreadable: Problem[] = []
  const documents: Document[] = []
  for (const file of files) {
    try {
      // A byte order mark is part of the document and stays.
      const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      documents.push({ file, text: decoder.decode(await io.read(file)) })
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      unreadable.push(
        code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
          ? say.notUtf8(file)
          : say.cannotRead(file, readingReason(code)),
      )
    }
  }
  return { documents, unreadable }
}

function readingReason(code: string | undefined): string {
  if (code === 'ENOENT') return say.notThere
  return code === 'EISDIR' ? say.isFolder : systemReason(code)
}

/** One load of the data for all documents; each scenario is loaded when a mark first names it. */
async function scenarios(raw: Raw): Promise<{ open: OpenScenario; warnings: Problem[] }> {
  const data = await loadData({ folders: dataFolders(raw) })
  const warnings: Problem[] = []
  const open: OpenScenario = async ({ spec, set, asOf }) => {
    const [loaded] = await loadScenarios([spec ?? defaultScenario], data, { set, asOf })
    if (loaded === undefined) throw new Error('a scenario was named, and neither loaded nor refused')
    warnings.push(...loaded.warnings)
    return (options) => runScenario(loaded, data, options)
  }
  return { open, warnings }
}
