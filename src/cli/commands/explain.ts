import { explainableFigures } from '../../figures/explainable.ts'
import { printableFigures } from '../../figures/printable.ts'
import { unknownFigure } from '../../problems/catalogue/usage.ts'
import { nearest } from '../../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { explainReport } from '../../reports/explain.ts'
import { settleLookback } from '../../run/lookback.ts'
import type { Outcome } from '../deliver.ts'
import { type CellWords, explainedCell } from '../explained-cell.ts'
import { modelRuns } from '../model-runs.ts'
import { explainFormats, OptionReader, type RawOptions } from '../options.ts'

type Raw = Omit<RawOptions, 'category' | 'benchmark'> & CellWords & { readonly depth?: string }

/** `capgap explain FIGURE [scenario]` */
export async function explain(name: string, spec: string | undefined, raw: Raw): Promise<Outcome> {
  const { year, category, benchmark, measure, nation, series, asset, band, depth: levels, ...rest } = raw
  const reader = new OptionReader()
  const output = reader.output(rest, explainFormats)
  const depth = reader.depth(levels)
  reader.scenarioOptions(rest)
  reader.finish()
  const figures = explainableFigures()
  const figure = figures.get(name)
  if (figure === undefined) {
    const usual = printableFigures.map((each) => each.name)
    throw new ProblemsError([unknownFigure(name, usual, nearest(name, figures.keys()))], exitCodes.usage)
  }

  const [loaded] = await modelRuns(spec === undefined ? [] : [spec], rest)
  const run = figure.dims.includes('comparator') ? settleLookback(loaded, {}) : loaded
  const words = Object.fromEntries(
    Object.entries({ year, category, benchmark, measure, nation, series, asset, band }).filter(
      ([, said]) => said !== undefined,
    ),
  )
  const cell = explainedCell(run, name, figure, words)
  return { answer: explainReport(run, { figure, cell, depth }), problems: loaded.warnings, output }
}
