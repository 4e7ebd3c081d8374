import * as say from '../../../problems/catalogue/import.ts'
import type { Place } from '../../../problems/problem.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { Decimal } from '../../../terms/decimal.ts'
import { eachRecord } from '../csv-stream.ts'
import { financialYearIn, yearAfter } from '../dates.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { currencyText } from '../number-text.ts'
import { openGovernment, publication, slug } from '../publication.ts'
import { eachSheetRow } from '../workbook.ts'

/**
 * NHS trust accounts (TAC) data in its long form, a row a cell of the accounts: what trusts added to their fixed assets, by
 * class, each as a share of all additions. Trusts and foundation trusts come as two files: name both, and they are added up.
 */
export const tac: Importer = {
  read: async (files, out, asked) => {
    const additions = new Additions()
    const periods = new Set<string>()
    for (const file of files) {
      const period = asked.year ?? financialYearIn(file.name)
      if (period === undefined)
        throw new ProblemsError([say.yearUnknown({ file: file.shown })], exitCodes.data)
      periods.add(period)
      await readFile(file, additions.of(period), out, asked)
    }
    for (const period of [...periods].sort()) publish(files, period, additions.of(period), out, asked)
  },
}

const by = {
  publisher: 'NHS England (trust accounts consolidation data)',
  url: 'https://www.england.nhs.uk/financial-accounting-and-reporting/nhs-providers-tac-data-publications/',
  licence: openGovernment,
}

/** Columns of the notes on property, plant and equipment (14) and on intangible assets (13), total apart. */
const classes: Readonly<Record<string, string>> = {
  A14CY02: 'land',
  A14CY03: 'buildings',
  A14CY04: 'dwellings',
  A14CY05: 'under-construction',
  A14CY06: 'plant-and-machinery',
  A14CY07: 'transport',
  A14CY08: 'information-technology',
  A14CY09: 'furniture',
  A13CY02: 'software-licences',
  A13CY03: 'licences-and-trademarks',
  A13CY04: 'patents',
  A13CY05: 'it-generated-within',
  A13CY06: 'development',
  A13CY07: 'goodwill',
  A13CY08: 'websites',
  A13CY09: 'intangibles-under-construction',
  A13CY10: 'intangibles-other',
}

/** Purchased, leased or IFRIC 12, donated, Covid equipment, cash grants; intangibles likewise. */
const additionCodes = /^(?:PPE00(?:60|70|80|85|86|90)|INT00(?:60|70|80|90))$/

interface YearAdditions {
  readonly byClass: Map<string, Decimal>
  readonly organisations: Set<string>
}

class Additions {
  readonly #years = new Map<string, YearAdditions>()

  of(period: string): YearAdditions {
    const found = this.#years.get(period) ?? {
      byClass: new Map<string, Decimal>(),
      organisations: new Set<string>(),
    }
    this.#years.set(period, found)
    return found
  }
}

interface Header {
  readonly organisation: number
  readonly main: number
  readonly sub: number
  readonly value: number
}

async function readFile(file: ImportFile, into: YearAdditions, out: Gathering, asked: Asked): Promise<void> {
  let header: Header | undefined
  const firstRows: (readonly string[])[] = []
  await eachRow(file, asked, (cells, place) => {
    const found = headerOf(cells)
    if (found !== undefined) header = found
    else if (header === undefined) {
      if (firstRows.length < 3) firstRows.push(cells)
    } else readRow(cells, place, header, into, out)
  })
  if (header !== undefined) return
  const expected = 'a header row with Organisation, MainCode, SubCode and a value'
  const place = { file: file.shown, line: 1 }
  throw new ProblemsError(
    [say.unrecognised(place, 'tac', expected, say.firstWords(firstRows))],
    exitCodes.data,
  )
}

type PlaceOf = (column: number) => Place

/** The rows of a CSV file or of every sheet, one by one: a year of the accounts has some hundred thousand. */
async function eachRow(
  file: ImportFile,
  asked: Asked,
  visit: (cells: readonly string[], place: PlaceOf) => void,
): Promise<void> {
  if (/\.xls[xm]?$/i.test(file.name)) await eachSheetRow(file, visit)
  else
    await eachRecord(file, (cells, line) => visit(cells, () => ({ file: file.shown, line })), {
      progress: asked.progress,
    })
}

function readRow(
  cells: readonly string[],
  place: PlaceOf,
  header: Header,
  into: YearAdditions,
  out: Gathering,
): void {
  const dataset = 'trust-capital-assets'
  const main = (cells[header.main] ?? '').trim().toUpperCase()
  const asset = classes[main]
  if (asset === undefined || !additionCodes.test((cells[header.sub] ?? '').trim().toUpperCase())) {
    const total = /^A1[34]CY01$/.test(main)
    out.skip(dataset, total ? say.skipped.totals() : say.skipped.notAdditions(), place(0))
    return
  }
  const text = cells[header.value] ?? ''
  const organisation = (cells[header.organisation] ?? '').trim()
  const value = currencyText(text)
  if (text.trim() === '') out.skip(dataset, say.skipped.missing(), place(header.value))
  else if (value === undefined)
    out.problem(say.notANumberHere(place(header.value), text, `${organisation}, ${main}`))
  else {
    into.organisations.add(organisation)
    into.byClass.set(asset, (into.byClass.get(asset) ?? new Decimal(0)).plus(value))
  }
}

function headerOf(cells: readonly string[]): Header | undefined {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const column = (...wanted: readonly string[]) =>
    wanted.map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1
  const header = {
    organisation: column('organisationname', 'organisation', 'orgname', 'providername', 'organisationcode'),
    main: column('maincode'),
    sub: column('subcode'),
    value: column('valuenumber', 'total', 'amount', 'valuenumeric', 'value', 'value000'),
  }
  return Math.min(...Object.values(header)) >= 0 ? header : undefined
}

function publish(
  files: readonly ImportFile[],
  period: string,
  { byClass, organisations }: YearAdditions,
  out: Gathering,
  asked: Asked,
): void {
  const first = files[0]
  const total = [...byClass.values()].reduce((sum, value) => sum.plus(value), new Decimal(0))
  if (first === undefined || total.isZero()) return
  const published = asked.published ?? yearAfter(period)
  if (asked.published === undefined) out.problem(say.publishedGuessed({ file: first.shown }, published))
  const own = files.filter(({ name }) => asked.year !== undefined || financialYearIn(name) === period)
  const title = `NHS trust accounts (TAC) data, ${period}`
  const words = own.map(({ name }) => slug(name.replace(/\.[^.]*$/, '')))
  const source = out.source(publication(by, ['tac', period, ...words], title, published, own))
  for (const asset of Object.values(classes)) {
    const value = byClass.get(asset)
    if (value === undefined || value.isZero()) continue
    out.add('trust-capital-assets', {
      dimensions: { asset },
      period,
      value: value.div(total).times(100).toSignificantDigits(15).toFixed(),
      status: 'outturn',
      published,
      source,
      locator: 'TAC14 and TAC13, additions',
      note: say.shareOfAdditions(millions(value), millions(total), organisations.size),
      place: { file: first.shown },
    })
  }
}

/** From thousands. */
function millions(thousands: Decimal): string {
  return thousands.div(1000).toFixed()
}
