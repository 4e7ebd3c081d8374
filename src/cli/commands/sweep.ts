import { parseShard } from '../../analyses/sweep/grid.ts'
import { sweep, type Sweep } from '../../analyses/sweep/sweep.ts'
import { readAxis, type Axis } from '../../analyses/vary/ranges.ts'
import { furtherFigureNames } from '../../figures/further/names.ts'
import { printableFigures } from '../../figures/printable.ts'
import * as say from '../../problems/catalogue/sweep.ts'
import { repeatedKey } from '../../problems/catalogue/vary.ts'
import { parquetColumns, parquetRow, rowText } from '../../render/rows.ts'
import { datasetCaveats } from '../../reports/caveats.ts'
import { furtherAsked } from '../../reports/run/further-asked.ts'
import { longTable } from '../../reports/run/long.ts'
import type { RunReportOptions } from '../../reports/run/options.ts'
import { sweepColumns, sweepRows } from '../../reports/sweep.ts'
import type { LongAnswer } from '../deliver-pieces.ts'
import type { Outcome } from '../deliver.ts'
import { modelVariations } from '../model-variations.ts'
import { OptionReader, sweepFormats, type Output, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'
import { checkBenchmarks } from './run.ts'

interface Raw extends RawOptions {
  readonly vary?: readonly string[]
  readonly shard?: string
}

type SweepOutput = Output<(typeof sweepFormats)[number]>

/** Numbers of runs beyond this lose their last digits. */
const mostRuns = Number.MAX_SAFE_INTEGER
/** Text is written in pieces of about this length. */
const pieceLength = 1 << 16

/**
 * `capgap sweep [scenario] --vary …`: works as it writes, so that memory does not grow with the grid.
 * @param open loads the scenario; another when a record is worked again
 */
export async function sweepCommand(
  spec: string | undefined,
  raw: Raw,
  open: typeof modelVariations = modelVariations,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw, sweepFormats)
  const categories = reader.categories(raw.category)
  const years = reader.financialYears('--years', raw.years)
  const bySubCategory = reader.choice('--by', raw.by, ['sub-category']) !== undefined
  const names = [...printableFigures.map(({ name }) => name), ...furtherFigureNames]
  const figures = reader.choices('--figure', raw.figure, names)
  const shard = raw.shard === undefined ? { part: 1, of: 1 } : parseShard(raw.shard)
  if (shard === undefined) reader.refuse(say.badShard(raw.shard ?? ''))
  // Nothing is written when a record is worked again.
  if (output.format === 'parquet' && output.file === undefined && open === modelVariations)
    reader.refuse(say.parquetNeedsFile())
  reader.scenarioOptions(raw)
  checkRecordFile(reader, raw)
  const axes = readAxes(raw.vary, reader)
  reader.finish()
  if (shard === undefined) throw new Error('a shard was refused and not reported')

  const variations = await open(spec, raw)
  const swept = sweep(variations, axes, shard)
  checkBenchmarks(raw.benchmark, [swept.first])
  const further = await furtherAsked([swept.first], { figures, bySubCategory })
  const options = { figures, categories, years, bySubCategory, benchmarks: raw.benchmark, further }
  return {
    answer: longAnswer(swept, options, output),
    problems: variations.base.warnings,
    output,
    recording: recording('sweep', [swept.base], raw),
  }
}

function readAxes(texts: readonly string[] | undefined, reader: OptionReader): Axis[] {
  if (texts === undefined) reader.refuse(say.noVary())
  const axes = (texts ?? []).flatMap((text, index): Axis[] => {
    const axis = readAxis('--vary', index + 1, text)
    if ('key' in axis) return [axis]
    for (const problem of axis) reader.refuse(problem)
    return []
  })
  for (const [index, { key }] of axes.entries()) {
    if (axes.findIndex((axis) => axis.key === key) === index) continue
    reader.refuse(
      repeatedKey({ file: '--vary', line: index + 1, column: 1, excerpt: texts?.[index] ?? '' }, key),
    )
  }
  const count = axes.reduce((size, { values }) => size * values.length, 1)
  if (count > mostRuns) reader.refuse(say.tooManyRuns(count, mostRuns))
  return axes
}

function longAnswer(swept: Sweep, options: RunReportOptions, { format, bom }: SweepOutput): LongAnswer {
  return {
    get caveats() {
      // What is read for the first run is read for all.
      longTable([swept.first], options)
      return datasetCaveats(swept.first)
    },
    fill: async (put, unread) => {
      const columns = sweepColumns(swept)
      if (format === 'parquet') {
        const { parquetFile } = await import('../../render/parquet.ts')
        const parquet = parquetFile(parquetColumns(columns), put)
        for (const rows of sweepRows(swept, options))
          for (const row of rows) await parquet.row(parquetRow(row))
        return parquet.end()
      }
      const { head, lines } = rowText(format, columns, bom)
      let piece = head
      for (const rows of sweepRows(swept, options)) {
        piece += lines(rows)
        if (piece.length < pieceLength) continue
        await put(piece)
        piece = ''
        if (unread()) return
      }
      await put(piece)
    },
  }
}
