import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { assetOfCode } from '../assets.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { numberText } from '../number-text.ts'
import { openGovernment, publication, publishedOf } from '../publication.ts'
import { releaseDate } from '../release-date.ts'
import { openWorkbook } from '../workbook.ts'
import type { Sheet } from '../workbook.ts'

/** ONS, gross and net capital stocks by industry and asset: sheet `Current prices`, a row a series, years across, as text. */
export const onsCapitalStocks: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

const by = {
  publisher: 'Office for National Statistics',
  url: 'https://www.ons.gov.uk/economy/nationalaccounts/uksectoraccounts/datasets/capitalstock',
  licence: openGovernment,
}

interface Header {
  readonly row: number
  readonly asset: number
  readonly industry: number
  readonly years: readonly { readonly column: number; readonly year: string }[]
}

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  const book = await openWorkbook(file)
  const name = book.names.find((each) => /^current prices$/i.test(each.trim()))
  const sheet = name === undefined ? undefined : await book.sheet(name)
  const header = sheet && headerOf(sheet)
  if (sheet === undefined || header === undefined) {
    const expected =
      'a sheet "Current prices" with a header row that holds "Asset code", "Industry code" and years'
    throw new ProblemsError(
      [say.unrecognised({ file: file.shown }, 'ons-capital-stocks', expected, say.noSheet(book.names))],
      exitCodes.data,
    )
  }
  const cover = await book.sheet(book.names[0] ?? '')
  const stated = releaseDate([...(cover === undefined ? [] : [cover]), sheet])
  const published = publishedOf(file, asked, stated, header.years.at(-1)?.year ?? '', out)
  const title = 'Gross and net capital stocks for total UK economy, by industry and asset'
  const source = out.source(publication(by, ['ons-capital-stocks', published], title, published, [file]))
  for (let row = header.row + 1; row < sheet.rows; row += 1)
    readRow(sheet, row, header, { published, source }, out)
}

function headerOf(sheet: Sheet): Header | undefined {
  for (let row = 0; row < Math.min(sheet.rows, 20); row += 1) {
    const cells = Array.from({ length: sheet.columns }, (_, column) => sheet.text(row, column))
    const asset = cells.findIndex((cell) => /^asset code$/i.test(cell))
    const industry = cells.findIndex((cell) => /^industry code$/i.test(cell))
    const years = cells.flatMap((cell, column) => (/^\d{4}$/.test(cell) ? [{ column, year: cell }] : []))
    if (asset >= 0 && industry >= 0 && years.length > 0) return { row, asset, industry, years }
  }
  return undefined
}

function readRow(
  sheet: Sheet,
  row: number,
  header: Header,
  from: { readonly published: string; readonly source: string },
  out: Gathering,
): void {
  const dataset = 'health-capital-stock'
  const code = sheet.text(row, header.asset)
  const industry = sheet.text(row, header.industry)
  const start = sheet.place(row, 0)
  if (code === '' || industry === '') return
  if (industry !== 'Q86') {
    out.skip(dataset, say.skipped.otherIndustry(), start)
    return
  }
  const asset = assetOfCode(code)
  if (code.endsWith('G') || asset === undefined) {
    out.skip(dataset, code.endsWith('G') ? say.skipped.gross() : say.skipped.otherItem('asset', code), start)
    return
  }
  for (const { column, year } of header.years) {
    const text = sheet.text(row, column)
    const place = sheet.place(row, column)
    const value = numberText(text.replaceAll(',', ''))
    if (/^(?:z|\[.*\]|)$/i.test(text)) out.skip(dataset, say.skipped.missing(), place)
    else if (value === undefined) out.problem(say.notANumberHere(place, text, `${asset}, ${year}`))
    else
      out.add(dataset, {
        dimensions: { nation: 'GBR', asset },
        period: year,
        value,
        status: 'outturn',
        ...from,
        place,
      })
  }
}
