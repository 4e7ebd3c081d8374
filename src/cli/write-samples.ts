import type { Prepared } from '../analyses/simulate/prepared.ts'
import { financialYear } from '../terms/year.ts'
import type { DrawOptions } from '../run/simulate/drawing.ts'
import { isMissing } from '../engine/calculators/exact.ts'
import { unitWords } from '../terms/unit.ts'
import { createDraws } from '../uncertainty/draws.ts'
import { numberRows } from '../render/number-rows.ts'
import type { Io } from './io.ts'

/** Which form a file of draws has, by its ending; undefined where it says none. */
export function samplesFormat(file: string): 'csv' | 'parquet' | undefined {
  const [, ending] = /\.(csv|parquet)$/i.exec(file) ?? []
  return ending?.toLowerCase() as 'csv' | 'parquet' | undefined
}

/** Rows written at once, about. */
interface Rows {
  readonly put: (columns: readonly Float64Array[], count: number) => Promise<void>
  readonly end: () => Promise<void>
}

/**
 * Writes the draws themselves, one a row: its replicate, its number there, a column a driver, a column a number asked
 * for. They are drawn again, block by block, so that memory stays flat; the same options give the same draws.
 */
export async function writeSamples(
  file: string,
  { simulation, asked }: Prepared,
  how: DrawOptions,
  io: Io,
  progress: (done: number, wanted: number) => void,
): Promise<void> {
  const { sampled, drivers, outputs } = simulation
  const draws = createDraws({ ...sampled.draws, method: how.method, seed: how.seed })
  const known = asked.flatMap((each, index) => {
    const output = outputs[index]
    return output === undefined || (output.kind === 'folded' && isMissing(output.exact))
      ? []
      : [{ ...each, index, output }]
  })
  const names = [...drivers.map(({ name }) => name), ...known.map(nameOf)]
  await io.writePieces(file, async (put) => {
    const rows = await rowsOf(samplesFormat(file) ?? 'csv', ['replicate', 'draw', ...names], put)
    await simulation.blocks(how, async ({ first, count, columns }) => {
      const replicate = Math.floor(first / how.draws)
      const from = first - replicate * how.draws
      const drawn = drivers.map(() => new Float64Array(count))
      draws.fill(replicate, from, count, drawn)
      const values = known.map(({ index, output, printable }) => {
        const { factor } = unitWords(printable.unit)
        if (output.kind === 'sampled')
          return (columns[index] ?? new Float64Array(0)).slice(0, count).map((x) => x * factor)
        const { exact } = output
        return new Float64Array(count).fill(isMissing(exact) ? NaN : exact.n.times(factor).toNumber())
      })
      const places = [
        new Float64Array(count).fill(replicate),
        Float64Array.from({ length: count }, (_, i) => from + i),
      ]
      await rows.put([...places, ...drawn, ...values], count)
      progress(first + count, how.replicates * how.draws)
    })
    await rows.end()
  })
}

/** `gap.total.eu14.2029-30`; a figure without benchmark `spend.total.2029-30`. */
function nameOf({ printable, category, cell }: Prepared['asked'][number]): string {
  return [printable.name, category, cell.benchmark, financialYear(cell.year ?? 0)]
    .filter((part) => part !== undefined)
    .join('.')
}

async function rowsOf(
  format: 'csv' | 'parquet',
  names: readonly string[],
  put: (piece: string | Uint8Array) => Promise<void>,
): Promise<Rows> {
  if (format === 'csv') {
    await put(`${names.join(',')}\n`)
    return { put: (columns, count) => put(numberRows(columns, count)), end: () => Promise.resolve() }
  }
  const { parquetFile } = await import('../render/parquet.ts')
  const parquet = parquetFile(
    names.map((name, index) => ({ name, type: index < 2 ? 'int' : 'double' })),
    put,
  )
  return {
    put: (columns) =>
      parquet.group(columns.map((column, index) => (index < 2 ? Int32Array.from(column) : column))),
    end: parquet.end,
  }
}
