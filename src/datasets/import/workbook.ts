import { readFile } from 'node:fs/promises'
import * as say from '../../problems/catalogue/import.ts'
import type { Place } from '../../problems/problem.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { ImportFile } from './importer.ts'
import { workbookNumber } from './number-text.ts'

/** A sheet as a grid of text: numbers as digits, blanks as empty text. Rows and columns count from 0. */
export interface Sheet {
  readonly name: string
  readonly rows: number
  readonly columns: number
  text(row: number, column: number): string
  /** `book.xlsx!4.8!C6` */
  place(row: number, column: number): Place
  /** `C6` */
  cell(row: number, column: number): string
}

export interface Workbook {
  readonly names: readonly string[]
  /** Undefined where there is none of that name. */
  sheet(name: string): Promise<Sheet | undefined>
  /** Every sheet, in order. */
  all(): Promise<readonly Sheet[]>
}

type Cells = readonly (readonly unknown[])[]

/**
 * Opens a workbook (.xlsx). Sheets are read when they are asked for.
 * @throws ProblemsError (exit code 4) where the file is not one
 */
export async function openWorkbook(file: ImportFile): Promise<Workbook> {
  const bytes = await readFile(file.path)
  // A workbook is a zip archive, and every zip archive begins so.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) refuse(file)
  const { readXlsx } = await import('hucre/xlsx')
  const read = async (wanted: (name: string) => boolean) => {
    const names: string[] = []
    const { sheets } = await readXlsx(bytes, {
      sheets: (info) => {
        names.push(info.name)
        return wanted(info.name)
      },
    }).catch(() => refuse(file))
    return { names, sheets: sheets.map(({ name, rows }) => makeSheet(file.shown, name, rows)) }
  }
  const { names } = await read(() => false)
  return {
    names,
    sheet: async (name) => (await read((each) => each === name)).sheets[0],
    all: async () => (await read(() => true)).sheets,
  }
}

/** Visits the rows of every sheet one by one, for workbooks of hundreds of thousands of rows. */
export async function eachSheetRow(
  file: ImportFile,
  visit: (cells: readonly string[], place: (column: number) => Place) => void,
): Promise<void> {
  const { names } = await openWorkbook(file)
  const bytes = await readFile(file.path)
  const { streamXlsxRows } = await import('hucre/xlsx')
  for (const name of names) {
    for await (const { values, index } of streamXlsxRows(bytes, { sheet: name })) {
      visit(values.map(cellText), (column) => ({
        file: `${file.shown}!${name}!${columnLetters(column)}${index + 1}`,
      }))
    }
  }
}

function refuse(file: ImportFile): never {
  throw new ProblemsError([say.notAWorkbook({ file: file.shown })], exitCodes.data)
}

function makeSheet(file: string, name: string, cells: Cells): Sheet {
  const reference = (row: number, column: number) => `${columnLetters(column)}${row + 1}`
  return {
    name,
    rows: cells.length,
    columns: cells.reduce((most, row) => Math.max(most, row.length), 0),
    text: (row, column) => cellText(cells[row]?.[column]),
    place: (row, column) => ({ file: `${file}!${name}!${reference(row, column)}` }),
    cell: reference,
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? workbookNumber(value) : ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'boolean') return String(value)
  return value instanceof Date ? value.toISOString().slice(0, 10) : ''
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}
