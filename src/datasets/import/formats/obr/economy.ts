import * as say from '../../../../problems/catalogue/import.ts'
import { Decimal } from '../../../../terms/decimal.ts'
import { asFinancialYear, financialYearFrom } from '../../dates.ts'
import { numberText, times } from '../../number-text.ts'
import type { Sheet } from '../../workbook.ts'
import { addBillions, isOutturn, need } from './outlook.ts'
import type { Outlook } from './outlook.ts'

/** Table 1.4: quarters (summed to financial years) and calendar years, in £ billion, not seasonally adjusted. */
export function readNominalGdp(sheet: Sheet, outlook: Outlook): void {
  const { out, published, source, vintage } = outlook
  const column = 2
  const expected = 'quarters such as 2008Q1 in column B, then calendar years'
  const quarters = new Map<string, { row: number; value: string }>()
  for (const { row, label } of labels(sheet)) {
    const value = numberText(sheet.text(row, column))
    if (/^\d{4}Q[1-4]$/.test(label)) {
      if (value === undefined)
        out.problem(say.notANumberHere(sheet.place(row, column), sheet.text(row, column), label))
      else quarters.set(label, { row, value })
    } else if (/^\d{4}$/.test(label)) {
      addBillions(sheet, row, column, outlook, 'uk-gdp-calendar', {
        dimensions: { vintage },
        period: label,
        status: isOutturn(`${label}-12`, published) ? 'outturn' : 'forecast',
        locator: `Table 1.4, calendar-year block, ${sheet.cell(row, column)}`,
      })
    }
  }
  need(quarters.size > 0 ? quarters : undefined, sheet, outlook, expected)
  for (const [quarter, { row }] of quarters) {
    if (!quarter.endsWith('Q2')) continue
    const year = Number(quarter.slice(0, 4))
    const four = [`${year}Q2`, `${year}Q3`, `${year}Q4`, `${year + 1}Q1`].map((name) => quarters.get(name))
    const values = four.flatMap((each) => each?.value ?? [])
    if (values.length < 4) {
      out.skip('uk-gdp', say.skipped.partYear(), sheet.place(row, column))
      continue
    }
    const sum = values.reduce((total, value) => total.plus(value), new Decimal(0))
    out.add('uk-gdp', {
      dimensions: {},
      period: financialYearFrom(String(year)),
      value: times(sum.toFixed(), 1000),
      status: isOutturn(`${year + 1}-03`, published) ? 'outturn' : 'forecast',
      published,
      source,
      locator: `Table 1.4, quarterly block Q2 to Q1, ${sheet.cell(row, column)}:${sheet.cell(row + 3, column)}`,
      note: say.derivedFromQuarters(),
      place: sheet.place(row, column),
    })
  }
}

/** The rows of column B that have a label. */
function labels(sheet: Sheet): { row: number; label: string }[] {
  return Array.from({ length: sheet.rows }, (_, row) => ({ row, label: sheet.text(row, 1) })).filter(
    ({ label }) => label !== '',
  )
}

/**
 * Table 1.7: the index of the GDP deflator by financial year, rebased as the bundled vintages are. Its calendar years begin in
 * 2008 and would stand in for HM Treasury's longer series, so they are left out.
 */
export function readDeflator(sheet: Sheet, outlook: Outlook): void {
  const { out, published, source, vintage } = outlook
  const expected =
    'a column "GDP deflator" under a base such as 2023=100, then quarters, calendar and financial years'
  const header = need(headerOfDeflator(sheet), sheet, outlook, expected)
  const block = labels(sheet).flatMap(({ row, label }) => {
    const place = sheet.place(row, header.column)
    const text = sheet.text(row, header.column)
    if (/^\d{4}$/.test(label) && text !== '') out.skip('', say.skipped.calendarDeflator(), place)
    const period = asFinancialYear(label)
    const value = numberText(text)
    if (period === undefined || row <= header.row) return []
    if (value === undefined) {
      out.problem(say.notANumberHere(place, text, period))
      return []
    }
    return [{ row, period, value, place }]
  })
  const base = financialYearFrom(header.base)
  const hundred = need(
    block.find(({ period }) => period === base),
    sheet,
    outlook,
    expected,
  )
  for (const { row, period, value, place } of block) {
    out.add('gdp-deflator', {
      dimensions: { vintage },
      columns: { base },
      period,
      value: new Decimal(value).div(hundred.value).times(100).toSignificantDigits(15).toFixed(),
      status: isOutturn(`${Number(period.slice(0, 4)) + 1}-03`, published) ? 'outturn' : 'forecast',
      published,
      source,
      locator: `Table 1.7, financial-year block, ${sheet.cell(row, header.column)}`,
      note: say.derivedRebased(base),
      place,
    })
  }
}

/** The header cell of the index: growth rates stand in a column of the same name to its left. */
function headerOfDeflator(sheet: Sheet): { row: number; column: number; base: string } | undefined {
  for (let row = 1; row < Math.min(sheet.rows, 12); row += 1) {
    for (let column = sheet.columns - 1; column > 0; column -= 1) {
      const base = /^(\d{4})\s*=\s*100$/.exec(sheet.text(row - 1, column))?.[1]
      if (base !== undefined && /^gdp deflator$/i.test(sheet.text(row, column))) return { row, column, base }
    }
  }
  return undefined
}
