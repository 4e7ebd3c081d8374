import * as say from '../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../problems/problem.ts'
import { Decimal } from '../../../terms/decimal.ts'
import { financialYearIn, yearAfter } from '../dates.ts'
import type { Gathering } from '../gathering.ts'
import type { Asked, ImportFile, Importer } from '../importer.ts'
import { currencyText } from '../number-text.ts'
import { openGovernment, publication } from '../publication.ts'
import { tablesOf } from '../table.ts'
import type { TableRows } from '../table.ts'

/**
 * Estates Returns Information Collection, trust or site data: a row a return, a column a question. Bands of group headings
 * stand above the header row, names of columns change from year to year, and some years have totals between the returns:
 * header and columns are found by their words, and only rows with an organisation's code are added up.
 */
export const eric: Importer = {
  read: async (files, out, asked) => {
    for (const file of files) await readFile(file, out, asked)
  },
}

const by = {
  publisher: 'NHS England (Estates Returns Information Collection)',
  url: 'https://digital.nhs.uk/data-and-information/publications/statistical/estates-returns-information-collection',
  licence: openGovernment,
}

/** A figure of ours, and what the columns that hold it are called. */
interface Figure {
  readonly dataset: string
  readonly dimensions: Readonly<Record<string, string>>
  readonly named: (name: string) => boolean
}

const risks = ['high', 'significant', 'moderate', 'low'] as const

const figures: readonly Figure[] = [
  ...risks.map((risk) => ({
    dataset: 'maintenance-backlog',
    dimensions: { risk },
    named: (name: string) =>
      new RegExp(`\\b${risk}[\\s-]+risk\\b`).test(name) &&
      /backlog/.test(name) &&
      !/invest|adjusted/.test(name),
  })),
  ...(
    [
      ['new-build', /^capital investment for new build/],
      ['improvement', /^capital investment for (?:\w+ )?(?:improving|changing|improvement)/],
      ['equipment', /^capital investment for equipment/],
      ['private-sector', /^private sector investment/],
    ] as const
  ).map(([kind, pattern]) => ({
    dataset: 'estate-capital',
    dimensions: { kind },
    named: (name: string) => pattern.test(name),
  })),
  {
    dataset: 'backlog-investment',
    dimensions: {},
    // Later years split it into critical infrastructure risk and the rest.
    named: (name) => /^investment to reduce backlog/.test(name),
  },
]

interface Header {
  readonly row: number
  readonly code: number
  readonly site: number
  readonly columns: readonly { readonly figure: Figure; readonly columns: readonly number[] }[]
}

async function readFile(file: ImportFile, out: Gathering, asked: Asked): Promise<void> {
  const tables = await tablesOf(file)
  const found = tables.flatMap((table) => {
    const header = headerOf(table)
    return header === undefined ? [] : [{ table, header }]
  })[0]
  if (found === undefined) {
    const expected =
      'a header row with "Organisation Code" or "Trust Code" and columns on backlog, capital or investment'
    const seen = say.firstWords(tables.flatMap(({ rows }) => rows.slice(0, 2).map(({ cells }) => cells)))
    throw new ProblemsError(
      [say.unrecognised({ file: file.shown, line: 1 }, 'eric', expected, seen)],
      exitCodes.data,
    )
  }
  const { table, header } = found
  const period = asked.year ?? financialYearIn(file.name)
  if (period === undefined) throw new ProblemsError([say.yearUnknown({ file: file.shown })], exitCodes.data)
  const published = asked.published ?? yearAfter(period)
  if (asked.published === undefined) out.problem(say.publishedGuessed({ file: file.shown }, published))
  const level = header.site >= 0 ? 'site' : 'trust'
  const title = `Estates Returns Information Collection, England, ${period}: ${level} data`
  const source = out.source(publication(by, ['eric', period, level], title, published, [file]))
  addUp(table, header, { period, published, source, level }, out)
}

function headerOf({ rows }: TableRows): Header | undefined {
  for (const [row, { cells }] of rows.slice(0, 30).entries()) {
    const names = cells.map((cell) => cell.replace(/\s+/g, ' ').trim().toLowerCase())
    const code = names.findIndex((name) => /^(?:organisation|organization|trust|org) code$/.test(name))
    const columns = figures
      .map((figure) => ({
        figure,
        columns: names.flatMap((name, column) => (figure.named(name) ? [column] : [])),
      }))
      .filter((each) => each.columns.length > 0)
    if (code >= 0 && columns.length > 0)
      return { row, code, site: names.findIndex((name) => /^site code$/.test(name)), columns }
  }
  return undefined
}

interface Sum {
  total: Decimal
  returns: number
}

function addUp(
  { rows }: TableRows,
  header: Header,
  { level, ...from }: { period: string; published: string; source: string; level: 'site' | 'trust' },
  out: Gathering,
): void {
  const sums = new Map<Figure, Sum>(
    header.columns.map(({ figure }) => [figure, { total: new Decimal(0), returns: 0 }]),
  )
  const [headerRow, ...returns] = rows.slice(header.row)
  for (const { cells, place } of returns) {
    if (!isReturn(cells, header)) {
      out.skip('', say.skipped.totals(), place(0))
      continue
    }
    for (const { figure, columns } of header.columns) {
      const values = columns.flatMap((column) => {
        const text = (cells[column] ?? '').trim()
        if (noNumber.test(text)) {
          out.skip(figure.dataset, say.skipped.notApplicable(), place(column))
          return []
        }
        const value = currencyText(text)
        if (value === undefined)
          out.problem(say.notANumberHere(place(column), text, headerRow?.cells[column]?.trim() ?? ''))
        return value ?? []
      })
      const sum = sums.get(figure)
      if (sum === undefined || values.length === 0) continue
      sum.total = values.reduce((total, value) => total.plus(value), sum.total)
      sum.returns += 1
    }
  }
  const counted = header.columns.flatMap(({ figure, columns }) => {
    const sum = sums.get(figure)
    const place = headerRow?.place(columns[0] ?? 0)
    return sum === undefined || sum.returns === 0 || place === undefined ? [] : [{ figure, ...sum, place }]
  })
  for (const { figure, total, returns: number, place } of counted) {
    out.add(figure.dataset, {
      dimensions: figure.dimensions,
      value: millions(total),
      status: 'outturn',
      ...from,
      locator: `sum of ${level}s`,
      note: say.addedUp(number, 'returns'),
      place,
    })
  }
  const bands = counted.filter(({ figure }) => figure.dataset === 'maintenance-backlog')
  const [first] = bands
  if (first === undefined || bands.length < risks.length) return
  out.add('maintenance-backlog', {
    dimensions: { risk: 'total' },
    value: millions(bands.reduce((sum, { total }) => sum.plus(total), new Decimal(0))),
    status: 'outturn',
    ...from,
    locator: `sum of ${level}s`,
    note: say.addedBands(Math.max(...bands.map(({ returns: number }) => number))),
    // The total has no column of its own; the row is told apart by its series.
    place: first.place,
  })
}

const noNumber = /^(?:|-|–|n\/?a|#n\/a|not applicable|not reported|not available|nil return|none|\*)$/i

/** A return names its organisation by a code without spaces; subtotals and grand totals do not. */
function isReturn(cells: readonly string[], { code, site }: Header): boolean {
  const codes = [cells[code] ?? '', ...(site < 0 ? [] : [cells[site] ?? ''])].map((cell) => cell.trim())
  const named = codes.every((text) => /^[A-Z0-9-]{2,12}$/i.test(text) && !/total/i.test(text))
  const words = cells.slice(0, Math.max(code, site) + 2)
  return named && !words.some((cell) => /^\s*(?:sub\s*-?\s*|grand\s+)?totals?\b/i.test(cell))
}

function millions(pounds: Decimal): string {
  return pounds.div(1_000_000).toFixed()
}
