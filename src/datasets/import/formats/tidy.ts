import * as say from '../../../problems/catalogue/import.ts'
import { nearest } from '../../../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { lastDayOf } from '../../../terms/date.ts'
import { Decimal } from '../../../terms/decimal.ts'
import { isStatus } from '../../../terms/status.ts'
import { parseCalendarYear, parseFinancialYear } from '../../../terms/year.ts'
import { asFinancialYear } from '../dates.ts'
import type { Gathering } from '../gathering.ts'
import type { ImportFile, Importer } from '../importer.ts'
import { readMapping } from '../mapping.ts'
import type { Mapping } from '../mapping.ts'
import { currencyText, times } from '../number-text.ts'
import { publication, slug } from '../publication.ts'
import { tablesOf } from '../table.ts'
import type { TableRows } from '../table.ts'

/** Any table with a header row and an observation a row; a mapping file says which column is which. */
export const tidy: Importer = {
  read: async (files, out, asked) => {
    if (asked.mapping === undefined)
      throw new ProblemsError([say.mappingNeeded({ file: files[0]?.shown ?? '' })], exitCodes.usage)
    const mapping = await readMapping(asked.mapping)
    if (mapping.about !== undefined)
      out.define(mapping.dataset, { ...mapping.about, licence: mapping.source.licence })
    for (const file of files) await readFile(file, mapping, asked.published, out)
  },
}

async function readFile(
  file: ImportFile,
  mapping: Mapping,
  asked: string | undefined,
  out: Gathering,
): Promise<void> {
  const [table] = await tablesOf(file)
  const columns = columnsOf(file, table, mapping)
  const { publisher, url, licence, title } = mapping.source
  const published = asked ?? mapping.source.published
  const words = [mapping.dataset, slug(file.name.replace(/\.[^.]*$/, '')), published]
  const source = out.source(publication({ publisher, url, licence }, words, title, published, [file]))
  for (const row of table?.rows.slice(1) ?? []) {
    readRow(row, columns, mapping, { published, source }, out)
  }
}

/** Where each of our columns stands in the file. */
function columnsOf(
  file: ImportFile,
  table: TableRows | undefined,
  { columns }: Mapping,
): ReadonlyMap<string, number> {
  const header = table?.rows[0]?.cells.map((cell) => cell.trim()) ?? []
  const place = { ...(table?.rows[0]?.place(0) ?? { file: file.shown, line: 1 }) }
  const missing = Object.entries(columns)
    .filter(([, name]) => !header.includes(name))
    .map(([ours, name]) => say.columnNotThere(place, name, ours, nearest(name, header), header))
  const needed = ['period', 'value'].filter((name) => columns[name] === undefined)
  const problems = [...missing, ...needed.map((name) => say.columnNotMapped(place, name))]
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.data)
  return new Map(Object.entries(columns).map(([ours, name]) => [ours, header.indexOf(name)]))
}

/** Columns of an observation that are no dimension. */
const usual: readonly string[] = ['period', 'value', 'status', 'published', 'locator', 'note', 'flag']

function readRow(
  { cells, place }: TableRows['rows'][number],
  columns: ReadonlyMap<string, number>,
  mapping: Mapping,
  from: { readonly published: string; readonly source: string },
  out: Gathering,
): void {
  const { dataset } = mapping
  const at = (name: string) => place(columns.get(name) ?? 0)
  const read = (name: string) => {
    const column = columns.get(name)
    const text = column === undefined ? (mapping.constants[name] ?? '') : (cells[column] ?? '').trim()
    return mapping.rename[name]?.[text] ?? text
  }
  const value = read('value')
  if (value === '' || mapping.skip.includes(value)) {
    out.skip(dataset, value === '' ? say.skipped.missing() : say.skipped.bySkipList(value), at('value'))
    return
  }
  const number = currencyText(value)
  if (number === undefined) out.problem(say.notANumberHere(at('value'), value, 'value'))
  const written = read('period')
  const period = asFinancialYear(written) ?? written
  const isYear = parseFinancialYear(period) !== undefined || parseCalendarYear(period) !== undefined
  if (!isYear) out.problem(say.notAYearHere(at('period'), written, 'a year (2025-26 or 2025)'))
  const status = read('status') === '' ? mapping.status : read('status')
  if (!isStatus(status))
    out.problem(say.notAYearHere(at('status'), status, 'a status (outturn, estimate, plan, forecast)'))
  const published = read('published') === '' ? from.published : read('published')
  if (lastDayOf(published) === undefined)
    out.problem(
      say.notAYearHere(at('published'), published, 'a date of publication (2026-03-26, 2026-03 or 2026)'),
    )
  const names = [...columns.keys(), ...Object.keys(mapping.constants)].filter((name) => !usual.includes(name))
  const dimensions = Object.fromEntries([...new Set(names)].map((name) => [name, read(name)]))
  for (const [name, text] of Object.entries(dimensions)) {
    if (text === '') out.problem(say.emptyImportCell(at(name), name))
  }
  if (number === undefined || !isYear || !isStatus(status)) return
  const factor = new Decimal(mapping.multiply)
  out.add(dataset, {
    dimensions,
    columns: dimensions,
    period,
    value: factor.equals(1) ? number : times(number, mapping.multiply),
    status,
    published,
    source: from.source,
    locator: read('locator'),
    note: read('note'),
    flag: read('flag'),
    place: at('value'),
  })
}
