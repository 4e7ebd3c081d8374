import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { lastDayOf } from '../../../terms/date.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { isNation } from '../nations.ts'
import { numberText } from '../number-text.ts'
import { publication, publishedOf } from '../publication.ts'
import { cellsOf, scanRecords } from '../record-scan.ts'
import { shareFlags } from '../share-flags.ts'

/**
 * World Development Indicators, as the API and the bulk download write them: perhaps a preamble, then a row a nation and
 * indicator, years across. Of any size: a row that is not wanted is dropped as it is read.
 */
export const worldBank: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

/** The indicators that are datasets of ours. Anything else in a bulk file is counted and left out. */
const datasets: ReadonlyMap<string, string> = new Map([
  ['NY.GDP.MKTP.CN', 'nation-gdp'],
  ['PA.NUS.PPP', 'nation-ppp'],
  ['SP.POP.TOTL', 'nation-population'],
  ['SH.XPD.KHEX.GD.ZS', 'health-capital-share'],
])

const by = {
  publisher: 'World Bank',
  url: 'https://databank.worldbank.org/source/world-development-indicators',
  licence: 'CC BY 4.0',
}

interface Header {
  readonly length: number
  readonly nation: number
  readonly indicator: number
  readonly title: number
  readonly published: string
  readonly years: readonly { readonly column: number; readonly year: string }[]
}

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  const preamble: (readonly string[])[] = []
  const codes = [...datasets.keys()]
  let header: Header | undefined
  let unwanted = 0
  let firstUnwanted = 0
  let last = { raw: '', line: 0 }
  await scanRecords(
    file,
    (raw, line) => {
      if (raw === '' || raw === '\r') return
      last = { raw, line }
      if (header === undefined) {
        const cells = cellsOf(file, raw, line)
        preamble.push(cells)
        header = headerOf(file, cells, preamble, asked, out)
        if (header === undefined && preamble.length >= 20) refuse(file, preamble)
        return
      }
      // Most rows hold none of our codes, and are not parsed to find that out.
      const cells = codes.some((code) => raw.includes(code)) ? cellsOf(file, raw, line) : []
      const dataset = datasets.get(cells[header.indicator] ?? '')
      if (dataset !== undefined) readRow(file, cells, line, header, dataset, out)
      else if (unwanted++ === 0) firstUnwanted = line
    },
    asked.progress,
  )
  if (header === undefined) refuse(file, preamble)
  // A download that broke off ends in the middle of a row, wanted or not.
  const end = cellsOf(file, last.raw, last.line)
  if (end.length < header.length - 1 && !datasets.has(end[header.indicator] ?? ''))
    out.problem(say.raggedImport({ file: file.shown, line: last.line }, end.length, header.length))
  if (unwanted > 0)
    out.skip('', say.skipped.notUsed('indicators'), { file: file.shown, line: firstUnwanted }, unwanted)
}

function refuse(file: ImportFile, preamble: readonly (readonly string[])[]): never {
  const expected = 'a header row with "Country Code", "Indicator Code" and a column a year'
  const problem = say.unrecognised(
    { file: file.shown, line: 1 },
    'world-bank',
    expected,
    say.firstWords(preamble),
  )
  throw new ProblemsError([problem], exitCodes.data)
}

function headerOf(
  file: ImportFile,
  cells: readonly string[],
  preamble: readonly (readonly string[])[],
  asked: Asked,
  out: Gathering,
): Header | undefined {
  const find = (...names: string[]) => cells.findIndex((cell) => names.includes(cell.trim().toLowerCase()))
  const nation = find('country code')
  const indicator = find('indicator code', 'series code')
  const years = cells.flatMap((cell, column) => {
    const year = /^(\d{4})(?: \[YR\1\])?$/.exec(cell.trim())?.[1]
    return year === undefined ? [] : [{ column, year }]
  })
  const last = years.at(-1)?.year
  if (nation < 0 || indicator < 0 || last === undefined) return undefined
  const stated = preamble.find(([name]) => name?.trim() === 'Last Updated Date')?.[1]?.trim()
  const published = publishedOf(
    file,
    asked,
    stated !== undefined && lastDayOf(stated) !== undefined ? stated : undefined,
    last,
    out,
  )
  return {
    length: cells.length,
    nation,
    indicator,
    title: find('indicator name', 'series name'),
    published,
    years,
  }
}

function readRow(
  file: ImportFile,
  cells: readonly string[],
  line: number,
  header: Header,
  dataset: string,
  out: Gathering,
): void {
  const place = { file: file.shown, line }
  const { published } = header
  const nation = cells[header.nation] ?? ''
  const indicator = cells[header.indicator] ?? ''
  // A comma at the end of the line is one cell more, and not every line of a file need have it.
  const rest = cells.slice(header.length)
  const short = cells.length < header.length - 1
  if (short || rest.some((cell) => cell !== '')) {
    out.problem(say.raggedImport(place, cells.length, header.length))
    return
  }
  if (!isNation(nation)) {
    out.skip(dataset, say.skipped.aggregate(), place)
    return
  }
  const source = out.source(
    publication(
      by,
      ['world-bank', indicator, published],
      `World Development Indicators: ${cells[header.title] ?? indicator} (${indicator})`,
      published,
      [file],
    ),
  )
  const flagOf = dataset === 'health-capital-share' ? shareFlags(nation) : () => ''
  let missing = 0
  for (const { column, year } of header.years) {
    const text = (cells[column] ?? '').trim()
    if (text === '' || text === '..') {
      missing += 1
      continue
    }
    const value = numberText(text)
    if (value === undefined) {
      out.problem(say.notANumberHere(place, text, `${nation}, ${indicator}, ${year}`))
      continue
    }
    const flag = flagOf(year, value)
    const row = { period: year, value, status: 'outturn', published, source, flag, place } as const
    out.add(dataset, { ...row, dimensions: { nation } })
  }
  if (missing > 0) out.skip(dataset, say.skipped.missing(), place, missing)
}
