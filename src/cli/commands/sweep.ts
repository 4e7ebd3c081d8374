import { parseShard } from '../../analyses/sweep/grid.ts'
import { sweep, type Sweep } from '../../analyses/sweep/sweep.ts'
import { readAxis, type Axis } from '../../analyses/vary/ranges.ts'
import { furtherFigureNames } from '../../figures/further/names.ts'
import { printableFigures } from '../../figures/printable.ts'
import * as say from '../../problems/catalogue/sweep.ts'
import { repeatedKey } from '../../problems/catalogue/vary.ts'
import { parquetColumns, parquetRow, rowText } from '../../render/rows.ts'
import { datasetCaveats } from '../../reports/run.ts'
import { furtherAsked } from '../../reports/run/further-asked.ts'
import { longTable } from '../../reports/run/long.ts'
import type { RunReportOptions } from '../../reports/run/options.ts'
import { sweepColumns, sweepRows } from '../../reports/sweep.ts'
import { openVariations } from '../../run/variations.ts'
import { sayCaveats, type Outcome } from '../deliver.ts'
import type { Io } from '../io.ts'
import { changes } from '../model-runs.ts'
import { dataFolders, OptionReader, sweepFormats, type Output, type RawOptions } from '../options.ts'
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

/** `capgap sweep [scenario] --vary …`: writes as it works, so that memory does not grow with the grid. */
export async function sweepCommand(spec: string | undefined, raw: Raw, io: Io): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw, sweepFormats)
  const categories = reader.categories(raw.category)
  const years = reader.financialYears('--years', raw.years)
  const bySubCategory = reader.choice('--by', raw.by, ['sub-category']) !== undefined
  const names = [...printableFigures.map(({ name }) => name), ...furtherFigureNames]
  const figures = reader.choices('--figure', raw.figure, names)
  const shard = raw.shard === undefined ? { part: 1, of: 1 } : parseShard(raw.shard)
  if (shard === undefined) reader.refuse(say.badShard(raw.shard ?? ''))
  if (output.format === 'parquet' && output.file === undefined) reader.refuse(say.parquetNeedsFile())
  reader.scenarioOptions(raw)
  const axes = readAxes(raw.vary, reader)
  reader.finish()
  if (shard === undefined) throw new Error('a shard was refused and not reported')

  const variations = await openVariations(spec, { ...changes(raw), folders: dataFolders(raw) })
  const swept = sweep(variations, axes, shard)
  checkBenchmarks(raw.benchmark, [swept.first])
  const further = await furtherAsked([swept.first], { figures, bySubCategory })
  const options = { figures, categories, years, bySubCategory, benchmarks: raw.benchmark, further }
  if (!output.quiet) {
    // What is read for the first run is read for all: said first, so that the rows stand nearest the prompt.
    longTable([swept.first], options)
    await sayCaveats(datasetCaveats(swept.first), io)
  }
  await write(swept, options, output, io)
  // Everything is written: nothing is left for the caller to print.
  return { answer: '', problems: variations.base.warnings, output: { ...output, file: undefined } }
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

async function write(swept: Sweep, options: RunReportOptions, output: SweepOutput, io: Io): Promise<void> {
  const { file, format, bom } = output
  const columns = sweepColumns(swept)
  if (format === 'parquet') {
    const { parquetFile } = await import('../../render/parquet.ts')
    return io.writePieces(file ?? '', async (put) => {
      const parquet = parquetFile(parquetColumns(columns), put)
      for (const rows of sweepRows(swept, options)) for (const row of rows) await parquet.row(parquetRow(row))
      await parquet.end()
    })
  }
  const { head, lines } = rowText(format, columns, bom)
  const fill = async (put: (piece: string) => Promise<void>): Promise<void> => {
    let piece = head
    for (const rows of sweepRows(swept, options)) {
      piece += lines(rows)
      if (piece.length < pieceLength) continue
      await put(piece)
      piece = ''
      if (file === undefined && io.unread()) return
    }
    await put(piece)
  }
  if (file !== undefined) return io.writePieces(file, fill)
  return fill(async (piece) => {
    io.stdout(piece)
    await io.drained()
  })
}
