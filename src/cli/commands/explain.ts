import type { AnyFigure } from '../../engine/figure.ts'
import { isOfAppraisal } from '../../figures/appraisal/appraisal.ts'
import { explainableFigures } from '../../figures/explainable.ts'
import type { Model } from '../../figures/model.ts'
import { everyPrintable } from '../../figures/further/every-printable.ts'
import { unknownFigure } from '../../problems/catalogue/usage.ts'
import { nearest } from '../../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { explainReport } from '../../reports/explain.ts'
import { settleAppraisal } from '../../run/appraisal.ts'
import { settleLookback } from '../../run/lookback.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Outcome } from '../deliver.ts'
import { type CellId, type CellWords, explainedCell, parseCellId, parseCellName } from '../explained-cell.ts'
import { modelRuns } from '../model-runs.ts'
import { explainFormats, OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'

type Raw = Omit<RawOptions, 'category' | 'benchmark'> & CellWords & { readonly depth?: string }

/**
 * `capgap explain FIGURE [scenario]`; in place of a figure `gap.total[eu14] in 2029-30`, or an id that an explanation printed.
 * @param open loads and runs the scenario; another when a record is worked again
 */
export async function explain(
  asked: string,
  spec: string | undefined,
  raw: Raw,
  open: typeof modelRuns = modelRuns,
): Promise<Outcome> {
  const { year, category, benchmark, measure, nation, series, asset, band, depth: levels, ...rest } = raw
  const reader = new OptionReader()
  const output = reader.output(rest, explainFormats)
  const depth = reader.depth(levels)
  reader.scenarioOptions(rest)
  checkRecordFile(reader, rest)
  reader.finish()
  const named = parseCellName(asked)
  const id = named === undefined ? parseCellId(asked) : undefined
  const name = (named ?? id)?.figure ?? asked
  const figure = figureOf(name, id)

  const prices = id?.prices ?? rest.prices
  const [loaded] = await open(spec === undefined ? [] : [spec], { ...rest, ...(prices && { prices }) })
  const run = settled(loaded, figure)
  const words = Object.fromEntries(
    Object.entries({ year, category, benchmark, measure, nation, series, asset, band }).filter(
      ([, said]) => said !== undefined,
    ),
  )
  const cell = explainedCell(run, name, figure, { ...(named ?? id)?.words, ...words })
  const recorded = { ...raw, figure: asked }
  return {
    answer: explainReport(run, { figure, cell, depth }),
    problems: loaded.warnings,
    output,
    recording: recording('explain', [run], recorded),
  }
}

/** What a figure of a look-back or an appraisal needs to be settled first, at what is usual. */
function settled(run: ModelRun, figure: AnyFigure<Model>): ModelRun {
  if (isOfAppraisal(figure)) return settleAppraisal(run, {})
  return figure.dims.includes('comparator') ? settleLookback(run, {}) : run
}

/** The figure of that name; where an id names no prices, the money of the day that is printed. */
function figureOf(name: string, id: CellId | undefined): AnyFigure<Model> {
  const figures = explainableFigures()
  const ofTheDay =
    id !== undefined && id.prices === undefined
      ? everyPrintable.find((each) => each.name === name)?.ofTheDay
      : undefined
  const figure = ofTheDay ?? figures.get(name)
  if (figure !== undefined) return figure
  const usual = everyPrintable.map((each) => each.name)
  throw new ProblemsError([unknownFigure(name, usual, nearest(name, figures.keys()))], exitCodes.usage)
}
