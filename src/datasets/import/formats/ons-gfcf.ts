import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { Decimal } from '../../../terms/decimal.ts'
import { assetOfName } from '../assets.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { numberText } from '../number-text.ts'
import { openGovernment, publication, publishedOf } from '../publication.ts'
import { releaseDate } from '../release-date.ts'
import { openWorkbook } from '../workbook.ts'
import type { Sheet } from '../workbook.ts'

/**
 * ONS, annual gross fixed capital formation by industry and asset: a sheet an asset, a column an industry, years down, in
 * £ million. The first block is in current prices; the second, of chained volumes, is not read.
 */
export const onsGfcf: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

const by = {
  publisher: 'Office for National Statistics',
  url: 'https://www.ons.gov.uk/economy/grossdomesticproductgdp/datasets/annualgrossfixedcapitalformationbyindustryandasset',
  licence: openGovernment,
}

/** A sheet's block of current prices: the row of its header, and the industries of ours with the columns they add up. */
interface Block {
  readonly sheet: Sheet
  readonly asset: string
  readonly header: number
  readonly industries: readonly { readonly industry: string; readonly columns: readonly number[] }[]
}

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  const book = await openWorkbook(file)
  const sheets = await book.all()
  const headed = sheets.flatMap((sheet) => {
    const header = headerOf(sheet)
    return header === undefined ? [] : [{ sheet, header }]
  })
  if (headed.length === 0) {
    const expected = 'sheets by asset with a header row that begins "SIC07 - INDUSTRY"'
    throw new ProblemsError(
      [say.unrecognised({ file: file.shown }, 'ons-gfcf', expected, say.noSheet(book.names))],
      exitCodes.data,
    )
  }
  const blocks = headed.flatMap(({ sheet, header }): Block[] => {
    const asset = assetOfName(sheet.name)
    if (asset === undefined)
      out.skip('health-capital-assets', say.skipped.otherItem('sheet', sheet.name), sheet.place(0, 0))
    return asset === undefined ? [] : [{ sheet, asset, header, industries: industriesOf(sheet, header) }]
  })
  const last = blocks
    .flatMap((block) => yearRows(block).map(({ year }) => year))
    .reduce((a, b) => (b > a ? b : a), '')
  const published = publishedOf(file, asked, releaseDate(sheets), last, out)
  const title = 'Annual gross fixed capital formation by industry and asset'
  const source = out.source(publication(by, ['ons-gfcf', published], title, published, [file]))
  for (const block of blocks) readBlock(block, { published, source }, out)
}

function headerOf(sheet: Sheet): number | undefined {
  for (let row = 0; row < Math.min(sheet.rows, 30); row += 1) {
    if (/^SIC\s?07\b.*INDUSTRY/i.test(sheet.text(row, 0))) return row
  }
  return undefined
}

function industriesOf(sheet: Sheet, header: number): Block['industries'] {
  const column = (...names: readonly string[]) => {
    for (let index = 1; index < sheet.columns; index += 1) {
      if (names.includes(sheet.text(header, index).replace(/\s+/g, ' ').toLowerCase())) return [index]
    }
    return []
  }
  const care = column('87 and 88', '87 to 88', '87-88', '87 & 88')
  return [
    { industry: 'Q86', columns: column('86') },
    { industry: 'Q87-Q88', columns: care.length > 0 ? care : [...column('87'), ...column('88')] },
  ].filter(({ columns }) => columns.length > 0)
}

/** The rows of years under the header, as far as they follow one another. */
function yearRows({ sheet, header }: Block): { row: number; year: string }[] {
  const rows: { row: number; year: string }[] = []
  for (let row = header + 1; row < sheet.rows; row += 1) {
    const label = sheet.text(row, 0)
    const year = /^(\d{4})\b/.exec(label)?.[1]
    if (year !== undefined) rows.push({ row, year })
    else if (rows.length > 0) break
  }
  return rows
}

function readBlock(
  block: Block,
  from: { readonly published: string; readonly source: string },
  out: Gathering,
): void {
  const { sheet, asset, header, industries } = block
  const dataset = 'health-capital-assets'
  for (const { row, year } of yearRows(block)) {
    for (const { industry, columns } of industries) {
      const figures = columns.map((column) => ({
        text: sheet.text(row, column),
        place: sheet.place(row, column),
      }))
      const unprinted = figures.find(({ text }) => /^(?:\[.*\]|)$/.test(text))
      if (unprinted !== undefined) {
        const reason = unprinted.text === '' ? say.skipped.missing() : say.skipped.suppressed(unprinted.text)
        out.skip(dataset, reason, unprinted.place)
        continue
      }
      const values = figures.flatMap(({ text, place }) => {
        const value = numberText(text)
        if (value === undefined)
          out.problem(say.notANumberHere(place, text, `${asset}, ${industry}, ${year}`))
        return value ?? []
      })
      const [first] = figures
      if (first === undefined || values.length < columns.length) continue
      const names = columns.map((column) => sheet.text(header, column))
      out.add(dataset, {
        dimensions: { nation: 'GBR', industry, asset },
        period: year,
        value: values.length === 1 ? (values[0] ?? '') : sum(values),
        status: 'outturn',
        ...from,
        note: values.length === 1 ? undefined : say.addedColumns(names),
        place: first.place,
      })
    }
  }
}

function sum(values: readonly string[]): string {
  return values.reduce((total, value) => total.plus(value), new Decimal(0)).toFixed()
}
