import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import { parquetFile, type ParquetColumn } from '../../src/render/parquet.ts'

/** Read back by another program's reader (hyparquet), never by our own. */

const columns: readonly ParquetColumn[] = [
  { name: 'year', type: 'string' },
  { name: 'draw', type: 'int' },
  { name: 'value', type: 'double', nullable: true },
]

async function written(
  fill: (file: ReturnType<typeof parquetFile>) => Promise<void>,
  rowsAGroup?: number,
): Promise<{ file: ArrayBuffer; pieces: number[] }> {
  const pieces: Uint8Array[] = []
  const file = parquetFile(
    columns,
    (piece) => {
      pieces.push(piece)
      return Promise.resolve()
    },
    rowsAGroup,
  )
  await fill(file)
  await file.end()
  const whole = Buffer.concat(pieces)
  return {
    file: whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.length),
    pieces: pieces.map(({ length }) => length),
  }
}

const rowsOf = ({ file }: { file: ArrayBuffer }) => parquetReadObjects({ file })

describe('Parquet files', () => {
  test('hold text, whole numbers, numbers and absent values', async () => {
    const file = await written(async ({ row }) => {
      await row(['2025-26', 1, -498.25])
      await row(['2026-27', 2, null])
      await row(['£ and é', 2147483647, 0.1])
    })
    expect(await rowsOf(file)).toEqual([
      { year: '2025-26', draw: 1, value: -498.25 },
      { year: '2026-27', draw: 2, value: null },
      { year: '£ and é', draw: 2147483647, value: 0.1 },
    ])
  })

  test('are written a group at a time, and every row once, in order', async () => {
    const file = await written(async ({ row }) => {
      for (let draw = 0; draw < 2500; draw += 1) await row([`y${draw % 7}`, draw, draw / 3])
    }, 1000)
    const groups = parquetMetadata(file.file).row_groups.map(({ num_rows: rows }) => Number(rows))
    expect(groups).toEqual([1000, 1000, 500])
    expect(file.pieces).toHaveLength(4)
    expect(await rowsOf(file)).toEqual(
      Array.from({ length: 2500 }, (_, draw) => ({ year: `y${draw % 7}`, draw, value: draw / 3 })),
    )
  })

  test('take whole columns as they are, after rows given before', async () => {
    const file = await written(async ({ row, group }) => {
      await row(['a', 0, 0.5])
      await group([['b', 'c'], Int32Array.of(1, 2), Float64Array.of(1.5, 2.5)])
    })
    expect(await rowsOf(file)).toEqual([
      { year: 'a', draw: 0, value: 0.5 },
      { year: 'b', draw: 1, value: 1.5 },
      { year: 'c', draw: 2, value: 2.5 },
    ])
  })

  test('without rows still name their columns', async () => {
    const file = await written(() => Promise.resolve())
    expect(parquetMetadata(file.file).schema.map(({ name }) => name)).toEqual([
      'root',
      'year',
      'draw',
      'value',
    ])
    expect(await rowsOf(file)).toEqual([])
  })

  test('are the same bytes for the same rows', async () => {
    const fill = ({ row }: ReturnType<typeof parquetFile>) => row(['2025-26', 1, 1.25])
    expect((await written(fill)).file).toEqual((await written(fill)).file)
  })
})
