import { type ExitCode, exitCodes, type Problem } from '../problems/problem.ts'
import type { Digest } from '../records/digest.ts'
import type { Drawing } from '../reports/drawing.ts'
import type { TextOptions } from '../render/text.ts'
import type { Caveat, Report } from '../reports/table.ts'
import type { Explanation } from '../reports/tree.ts'
import { type Appearance, appearance, colourOn } from './appearance.ts'
import type { LongAnswer } from './deliver-pieces.ts'
import type { Io } from './io.ts'
import type { Output } from './options.ts'
import type { Recording } from './recording.ts'

/** What a command found: tables, a tree, a picture, or text that is already as it should be (a schema, a template). */
export type Answer = Report | Explanation | Drawing | string

/** Whether an answer is too long to hold and is made while it is written. */
export function isLong(answer: Outcome['answer']): answer is LongAnswer {
  return typeof answer !== 'string' && 'fill' in answer
}

export interface Outcome {
  readonly answer: Answer | LongAnswer
  /** Said on stderr: warnings, and errors where the answer is a list of what is wrong. */
  readonly problems: readonly Problem[]
  readonly output: Output<string>
  /** What was run, for a record; only of commands that can be recorded. */
  readonly recording?: Recording
}

/** How a command hands over what it finds, and the exit code that errors in it lead to. */
export type Deliver = (outcome: Promise<Outcome>, failing?: ExitCode) => Promise<void>

/**
 * Puts an outcome where it belongs: problems and caveats to stderr, the answer to stdout or its file.
 * @param failing the exit code that errors among the problems lead to
 * @returns 1 when `--strict` turns warnings into a failure
 */
export async function deliver(
  outcome: Outcome,
  io: Io,
  failing: ExitCode = exitCodes.check,
): Promise<ExitCode> {
  const { answer, problems, output, recording } = outcome
  if (problems.length > 0) await sayProblems(problems, io, output.colour, output.annotations)
  const look = appearance(io, output.colour)
  const recorded = recording?.file !== undefined
  const digest = isLong(answer)
    ? await deliverLong(answer, output, recorded, io)
    : await deliverWhole(answer, output, look, recorded, io)
  if (recorded && digest !== undefined) await writeRecord(recording, digest, output, look, io)
  if (problems.some((problem) => problem.severity === 'error')) return failing
  return output.strict && problems.length > 0 ? exitCodes.check : exitCodes.fine
}

/** @returns its digest where it is recorded */
async function deliverWhole(
  answer: Answer,
  output: Output<string>,
  look: Appearance,
  recorded: boolean,
  io: Io,
): Promise<Digest | undefined> {
  const text = await textOf(answer, output, look)
  // Only now is it known what was read for this answer; still said first, so that the answer ends nearest the prompt.
  if (typeof answer !== 'string' && !output.quiet) await sayCaveats(answer.caveats, io)
  if (output.file === undefined) io.stdout(text)
  else await io.writeWhole(output.file, text)
  return recorded ? (await import('../records/digest.ts')).digestOf(text) : undefined
}

/** @returns its digest where it is recorded */
async function deliverLong(
  answer: LongAnswer,
  output: Output<string>,
  recorded: boolean,
  io: Io,
): Promise<Digest | undefined> {
  if (!output.quiet) await sayCaveats(answer.caveats, io)
  return (await import('./deliver-pieces.ts')).deliverPieces(answer, output, recorded, io)
}

/** Last, so that nothing is recorded that was not written. */
async function writeRecord(
  recording: Recording,
  digest: Digest,
  { format, file }: Output<string>,
  look: Appearance,
  io: Io,
): Promise<void> {
  const { makeRecord, recordText } = await import('../records/record.ts')
  // Only a table and a tree are laid out to a width; in a file they have neither colour nor boxes.
  const laidOut = {
    width: look.width,
    colour: file === undefined && look.colour,
    boxes: file === undefined && look.boxes,
  }
  const isLaidOut = format === 'table' || format === 'text'
  const record = makeRecord(recording, digest, { format, ...(isLaidOut ? { look: laidOut } : {}) })
  await io.writeWhole(recording.file ?? '', recordText(record))
}

/** What must be known of an answer, to stderr. */
async function sayCaveats(caveats: readonly Caveat[], io: Io): Promise<void> {
  if (caveats.length > 0) (await import('./say-caveats.ts')).sayCaveats(caveats, io)
}

/** All problems at once, to stderr; GitHub's runner reads annotations there too, and the answer on stdout stays clean. */
export async function sayProblems(
  problems: readonly Problem[],
  io: Io,
  colourWanted: boolean,
  annotations: boolean,
): Promise<void> {
  const { renderProblems } = await import('../render/problems.ts')
  if (annotations) {
    const { renderAnnotations } = await import('../render/annotations.ts')
    const { hiddenAnnotations } = await import('../problems/catalogue/annotations.ts')
    io.stderr(renderAnnotations(problems, hiddenAnnotations))
  }
  io.stderr(renderProblems(problems, { colour: colourOn(io.errorsOnTerminal, io.env, colourWanted) }))
}

/** The answer in the format asked for: what goes to stdout or the file, to the byte. */
export async function textOf(answer: Answer, output: Output<string>, look: Appearance): Promise<string> {
  if (typeof answer === 'string') return answer
  if ('root' in answer) return renderExplanation(answer, output, look)
  return 'nodes' in answer ? renderDrawing(answer, output) : renderReport(answer, output, look)
}

async function renderDrawing(drawing: Drawing, { format }: Output<string>): Promise<string> {
  if (format === 'dot') return (await import('../render/dot.ts')).renderDot(drawing)
  if (format === 'mermaid') return (await import('../render/mermaid.ts')).renderMermaid(drawing)
  return (await import('../render/drawing.ts')).renderDrawingJson(drawing)
}

async function renderExplanation(
  explanation: Explanation,
  output: Output<string>,
  look: Appearance,
): Promise<string> {
  if (output.format === 'mermaid' || output.format === 'dot') {
    const { drawnExplanation } = await import('../reports/explain/drawing.ts')
    return renderDrawing(drawnExplanation(explanation), output)
  }
  const { renderTree, renderTreeJson } = await import('../render/tree.ts')
  if (output.format === 'json') return renderTreeJson(explanation)
  return renderTree(explanation, { width: look.width, boxes: look.boxes && output.file === undefined })
}

/** A renderer is loaded only when its format is asked for. A file never gets colour or box lines. */
async function renderReport(report: Report, output: Output<string>, look: Appearance): Promise<string> {
  switch (output.format) {
    case 'csv':
      return (await import('../render/csv.ts')).renderCsv(report, { bom: output.bom })
    case 'json':
      return (await import('../render/json.ts')).renderJson(report)
    case 'ndjson':
      return (await import('../render/ndjson.ts')).renderNdjson(report)
    case 'markdown':
      return (await import('../render/markdown.ts')).renderMarkdown(report)
    default: {
      const options = { ...look, drawChart: await drawing(report, look.boxes && output.file === undefined) }
      if (output.file === undefined && (look.colour || look.boxes)) {
        return (await import('../render/terminal.ts')).renderTerminal(report, options)
      }
      return (await import('../render/text.ts')).renderText(report, options)
    }
  }
}

/** What draws the charts of a report; nothing is loaded for a report without. */
async function drawing(report: Report, blocks: boolean): Promise<TextOptions['drawChart']> {
  if (report.charts === undefined || report.charts.length === 0) return undefined
  const { drawChart } = await import('../render/chart.ts')
  return (chart, width) => drawChart(chart, { width, blocks })
}
