import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'

/**
 * Parquet, written a group of rows at a time, so that memory does not grow with the file. Load this module when a file is
 * asked for (`await import`): it brings a package of its own.
 */
export interface ParquetColumn {
  readonly name: string
  /** `int` is a whole number of 32 bits; `double` is nearest to the decimal it stands for. */
  readonly type: 'string' | 'double' | 'int'
  /** Whether a value may be absent. */
  readonly nullable?: boolean
}

export type ParquetValue = string | number | null

/** The values of one column in a group of rows. */
export type ParquetValues = readonly ParquetValue[] | Float64Array | Int32Array

export interface ParquetFile {
  /** One row, in the order of the columns; written with its group. */
  readonly row: (values: readonly ParquetValue[]) => Promise<void>
  /** A group of rows by column, written at once, after the rows given before. */
  readonly group: (columns: readonly ParquetValues[]) => Promise<void>
  /** Writes what is left and the footer; a file without rows is whole too. */
  readonly end: () => Promise<void>
}

const physical = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  double: { type: 'DOUBLE' },
  int: { type: 'INT32' },
} as const

/**
 * A Parquet file on its way: the same rows give the same bytes.
 * @param columns at least one
 * @param put takes the bytes, piece after piece; awaited before more are made
 * @param rowsAGroup rows held before a group of them is written
 */
export function parquetFile(
  columns: readonly ParquetColumn[],
  put: (bytes: Uint8Array) => Promise<void>,
  rowsAGroup = 50_000,
): ParquetFile {
  const bytes = new ByteWriter(1 << 16)
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type, nullable }) => ({
        ...physical[type],
        name,
        repetition_type: nullable === true ? ('OPTIONAL' as const) : ('REQUIRED' as const),
      })),
    ],
    createdBy: 'capgap',
  })
  const empty = (): ParquetValue[][] => columns.map(() => [])
  let held = empty()
  let rows = 0

  async function send(): Promise<void> {
    const piece = bytes.getBytes().slice()
    // Offsets in the footer count from the file's beginning (`offset`); the buffer begins anew.
    bytes.index = 0
    if (piece.length > 0) await put(piece)
  }

  async function group(data: readonly ParquetValues[]): Promise<void> {
    const [first] = data
    if (first === undefined || first.length === 0) return
    const columnData = columns.map(({ name }, index) => ({
      name,
      data: (data[index] ?? []) as ParquetValue[],
    }))
    await writer.write({ columnData, rowGroupSize: first.length })
    await send()
  }

  async function rest(): Promise<void> {
    const full = held
    held = empty()
    rows = 0
    await group(full)
  }

  return {
    row: async (values) => {
      for (const [index, column] of held.entries()) column.push(values[index] ?? null)
      rows += 1
      if (rows >= rowsAGroup) await rest()
    },
    group: async (data) => {
      await rest()
      await group(data)
    },
    end: async () => {
      await rest()
      await writer.finish()
      await send()
    },
  }
}
