import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { Decimal } from '../../../terms/decimal.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { isNation } from '../nations.ts'
import { numberText } from '../number-text.ts'
import { publication, publishedOf } from '../publication.ts'
import { releaseDate } from '../release-date.ts'
import { shareFlags } from '../share-flags.ts'
import { openWorkbook } from '../workbook.ts'
import type { Sheet, Workbook } from '../workbook.ts'

/**
 * WHO, Global Health Expenditure Database: sheet `Data` with a row a nation and year, a column an indicator; sheet `Codebook`
 * says what each is. Capital health expenditure is read as a share of GDP; where the book has it in currency alone, it is
 * divided by GDP.
 */
export const whoGhed: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

const by = {
  publisher: 'World Health Organization',
  url: 'https://apps.who.int/nha/database',
  licence: 'CC BY-NC-SA 3.0 IGO; confirm the terms before redistribution',
}

interface Columns {
  readonly header: number
  readonly nation: number
  readonly year: number
  /** The share itself, or capital and GDP in one currency. */
  readonly share: number
  readonly capital: number
  readonly gdp: number
}

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  const book = await openWorkbook(file)
  const data = await sheetNamed(book, 'data')
  const codebook = await sheetNamed(book, 'codebook')
  const columns = data && columnsOf(data, codebook)
  if (data === undefined || columns === undefined) {
    const expected =
      'a sheet "Data" with the columns "code" and "year" and capital health expenditure (hk_gdp, or hk and gdp)'
    throw new ProblemsError(
      [say.unrecognised({ file: file.shown }, 'who-ghed', expected, say.noSheet(book.names))],
      exitCodes.data,
    )
  }
  const rows = Array.from(
    { length: data.rows - columns.header - 1 },
    (_, index) => columns.header + 1 + index,
  )
  const last = rows.map((row) => data.text(row, columns.year)).reduce((a, b) => (b > a ? b : a), '')
  const metadata = await sheetNamed(book, 'metadata')
  const stated = releaseDate([codebook, metadata].flatMap((sheet) => sheet ?? []))
  const published = publishedOf(file, asked, stated, last, out)
  const title = 'Global Health Expenditure Database: capital health expenditure'
  const source = out.source(publication(by, ['who-ghed', published], title, published, [file]))
  const flags = new Map<string, ReturnType<typeof shareFlags>>()
  // Flags compare a year with the one before it.
  const sorted = [...rows].sort(
    (a, b) => Number(data.text(a, columns.year)) - Number(data.text(b, columns.year)),
  )
  for (const row of sorted) readRow(data, row, columns, { published, source }, flags, out)
}

async function sheetNamed(book: Workbook, name: string): Promise<Sheet | undefined> {
  const found = book.names.find((each) => each.trim().toLowerCase() === name)
  return found === undefined ? undefined : book.sheet(found)
}

function columnsOf(data: Sheet, codebook: Sheet | undefined): Columns | undefined {
  for (let header = 0; header < Math.min(data.rows, 10); header += 1) {
    const names = Array.from({ length: data.columns }, (_, column) => data.text(header, column).toLowerCase())
    const nation = names.findIndex((name) => /^(?:code|country code|iso3?)$/.test(name))
    const year = names.indexOf('year')
    if (nation < 0 || year < 0) continue
    const described = codebook === undefined ? undefined : codeOfShare(codebook)
    const share = [described, 'hk_gdp', 'hk%gdp', 'hk_gdp_pct']
      .map((name) => names.indexOf(name ?? ''))
      .find((at) => at >= 0)
    const capital = names.indexOf('hk')
    const gdp = ['gdp', 'gdp_ncu'].map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1
    if (share === undefined && (capital < 0 || gdp < 0)) return undefined
    return { header, nation, year, share: share ?? -1, capital, gdp }
  }
  return undefined
}

/** The variable that the codebook describes as capital health expenditure, as a share of GDP. */
function codeOfShare(codebook: Sheet): string | undefined {
  for (let row = 0; row < codebook.rows; row += 1) {
    const cells = Array.from({ length: codebook.columns }, (_, column) => codebook.text(row, column))
    const words = cells.slice(1).join(' ')
    const share = /%\s*(?:of\s*)?(?:gdp|gross domestic product)|(?:gdp|gross domestic product)\s*\(?%/i
    if (/capital health expenditure/i.test(words) && share.test(words)) return cells[0]?.toLowerCase()
  }
  return undefined
}

function readRow(
  data: Sheet,
  row: number,
  columns: Columns,
  from: { readonly published: string; readonly source: string },
  flags: Map<string, ReturnType<typeof shareFlags>>,
  out: Gathering,
): void {
  const dataset = 'health-capital-share'
  const nation = data.text(row, columns.nation)
  const year = data.text(row, columns.year)
  if (nation === '' && year === '') return
  if (!isNation(nation)) {
    out.skip(dataset, say.skipped.unknownNation(), data.place(row, columns.nation))
    return
  }
  if (!/^\d{4}$/.test(year)) {
    out.problem(say.notAYearHere(data.place(row, columns.year), year, 'a year'))
    return
  }
  const read = (column: number) => {
    const text = data.text(row, column)
    const value = numberText(text)
    if (value === undefined && text !== '' && !/^(?:na|n\/a|-|\.\.)$/i.test(text))
      out.problem(say.notANumberHere(data.place(row, column), text, `${nation}, ${year}`))
    return value
  }
  const direct = columns.share >= 0
  const value = direct ? read(columns.share) : quotient(read(columns.capital), read(columns.gdp))
  const place = data.place(row, direct ? columns.share : columns.capital)
  if (value === undefined) {
    out.skip(dataset, say.skipped.missing(), place)
    return
  }
  const flagOf = flags.get(nation) ?? shareFlags(nation)
  flags.set(nation, flagOf)
  out.add(dataset, {
    dimensions: { nation },
    period: year,
    value,
    status: 'outturn',
    ...from,
    locator: place.file.split('!').slice(1).join('!'),
    note: direct ? undefined : say.derivedShare(),
    flag: flagOf(year, value),
    place,
  })
}

function quotient(capital: string | undefined, gdp: string | undefined): string | undefined {
  if (capital === undefined || gdp === undefined || new Decimal(gdp).isZero()) return undefined
  return new Decimal(capital).div(gdp).times(100).toSignificantDigits(15).toFixed()
}
