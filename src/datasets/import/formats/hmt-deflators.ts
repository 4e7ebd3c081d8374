import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { asFinancialYear, dateIn } from '../dates.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { numberText } from '../number-text.ts'
import { openGovernment, publication } from '../publication.ts'
import { openWorkbook } from '../workbook.ts'
import type { Sheet } from '../workbook.ts'

/**
 * HM Treasury's GDP deflators: a block of financial years (year, index, change) and beside it one of calendar years. Blocks
 * are found by a base such as `2024-25 = 100`, so that a note more or less above them changes nothing.
 */
export const hmtDeflators: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

const by = {
  publisher: 'HM Treasury',
  url: 'https://www.gov.uk/government/collections/gdp-deflators-at-market-prices-and-money-gdp',
  licence: openGovernment,
}

/** A block: its index column, the column of years to its left, and the year that is 100. */
interface Block {
  readonly column: number
  readonly years: number
  readonly base: string
  readonly financial: boolean
  /** The row of the base. */
  readonly row: number
}

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  const book = await openWorkbook(file)
  const sheets = await book.all()
  const found = sheets
    .map((sheet) => ({ sheet, blocks: blocksOf(sheet) }))
    .find(({ blocks }) => blocks.length > 0)
  if (found === undefined)
    refuse(file, 'a base such as "2024-25 = 100" above a column of indices', say.noSheet(book.names))
  const { sheet, blocks } = found
  const published = asked.published ?? dateIn(file.name) ?? dateIn(topOf(sheet))
  if (published === undefined)
    refuse(
      file,
      'a file name or title with the month of the release, such as "December 2025"',
      say.firstWords([[topOf(sheet)]]),
    )
  const title = `GDP deflators at market prices, and money GDP: ${published}`
  const source = publication(by, ['hmt-deflators', published], title, published, [file])
  out.source(source)
  for (const block of blocks) readBlock(sheet, block, { published, source: source.id }, out)
}

function refuse(file: ImportFile, expected: string, seen: string): never {
  throw new ProblemsError(
    [say.unrecognised({ file: file.shown }, 'hmt-deflators', expected, seen)],
    exitCodes.data,
  )
}

function topOf(sheet: Sheet): string {
  return Array.from({ length: Math.min(sheet.rows, 6) }, (_, row) =>
    Array.from({ length: sheet.columns }, (_, column) => sheet.text(row, column)).join(' '),
  ).join(' ')
}

/** The first block of each kind of year. */
function blocksOf(sheet: Sheet): Block[] {
  const blocks: Block[] = []
  for (let row = 0; row < Math.min(sheet.rows, 20); row += 1) {
    for (let column = 1; column < sheet.columns; column += 1) {
      const match = /(\d{4}(?:\s*[-–/]\s*\d{2})?)\s*=\s*100/.exec(sheet.text(row, column))
      if (match === null) continue
      const financial = asFinancialYear(match[1] ?? '')
      if (blocks.some((block) => block.financial === (financial !== undefined))) continue
      const years =
        [column - 1, column - 2].find((each) => each >= 0 && hasYears(sheet, each, row)) ?? column - 1
      blocks.push({
        column,
        years,
        base: financial ?? match[1] ?? '',
        financial: financial !== undefined,
        row,
      })
    }
  }
  return blocks
}

function hasYears(sheet: Sheet, column: number, from: number): boolean {
  return Array.from({ length: 8 }, (_, index) => sheet.text(from + 1 + index, column)).some((text) =>
    /^\d{4}/.test(text),
  )
}

function readBlock(
  sheet: Sheet,
  { column, years, base, financial, row: from }: Block,
  of: { readonly published: string; readonly source: string },
  out: Gathering,
): void {
  const dataset = financial ? 'gdp-deflator' : 'gdp-deflator-calendar'
  const vintage = `hmt-${of.published.slice(0, 7)}`
  for (let row = from + 1; row < sheet.rows; row += 1) {
    const label = sheet.text(row, years)
    // A year may carry notes: `2026 (1), (2)`.
    const period = financial ? asFinancialYear(label) : /^(\d{4})(?!\s*[-–/]\s*\d)/.exec(label)?.[1]
    if (period === undefined) continue
    const text = sheet.text(row, column)
    const value = numberText(text)
    const place = sheet.place(row, column)
    if (text === '' || text === '-') out.skip(dataset, say.skipped.growthOnly(), place)
    else if (value === undefined) out.problem(say.notANumberHere(place, text, period))
    else
      out.add(dataset, {
        dimensions: { vintage },
        columns: { base },
        period,
        value,
        status: 'outturn',
        ...of,
        locator: `${financial ? 'financial' : 'calendar'}-year block, ${sheet.cell(row, column)}`,
        place,
      })
  }
}
