import * as say from '../../../../problems/catalogue/import.ts'
import { asFinancialYear } from '../../dates.ts'
import type { Sheet } from '../../workbook.ts'
import { addBillions, need } from './outlook.ts'
import type { Outlook } from './outlook.ts'

/** Tables 4.7 and 4.8: the row Health and Social Care, in £ billion. */
export function readLimit(sheet: Sheet, outlook: Outlook, dataset: 'dhsc-capital' | 'dhsc-resource'): void {
  const expected = 'a row "Health and Social Care" under a row of financial years, in £ billion'
  const row = need(rowOf(sheet, /^health and social care$/i), sheet, outlook, expected)
  need(rowOf(sheet, /£ billion/), sheet, outlook, expected)
  const years = yearsAbove(sheet, row)
  need(years[0], sheet, outlook, expected)
  for (const { column, period, outturn } of years) {
    const definition = period < '2022-23' ? 'cdel-esa2010' : 'cdel-esa2010-ifrs16'
    addBillions(sheet, row, column, outlook, dataset, {
      dimensions: dataset === 'dhsc-capital' ? { definition } : {},
      period,
      status: outturn ? 'outturn' : 'plan',
      locator: `Table ${sheet.name}, row Health and Social Care, ${sheet.cell(row, column)}`,
    })
  }
}

/** Table 4.3: GDP of financial years. Its years before 2010-11 are of older national accounts. */
export function readGdp(sheet: Sheet, outlook: Outlook): void {
  const expected = 'a row "Nominal GDP (£ billion)" under a row of financial years'
  const row = need(rowOf(sheet, /^nominal gdp \(£ billion\)/i), sheet, outlook, expected)
  const years = yearsAbove(sheet, row)
  need(years[0], sheet, outlook, expected)
  for (const { column, period, outturn } of years) {
    if (period < '2010-11') {
      outlook.out.skip('uk-gdp', say.skipped.olderAccounts(), sheet.place(row, column))
      continue
    }
    addBillions(sheet, row, column, outlook, 'uk-gdp', {
      dimensions: {},
      period,
      status: outturn ? 'outturn' : 'forecast',
      locator: `Table 4.3, row Nominal GDP, ${sheet.cell(row, column)}`,
    })
  }
}

/** A column of years: the financial year, and whether it stands under "Outturn". */
interface YearColumn {
  readonly column: number
  readonly period: string
  readonly outturn: boolean
}

/** The years of the first block of a header row: those to the left of the first gap, so that growth rates are not read. */
function yearColumns(sheet: Sheet, row: number): YearColumn[] {
  const columns: YearColumn[] = []
  let outturn = false
  for (let column = 0; column < sheet.columns; column += 1) {
    const above = sheet.text(row - 1, column)
    if (/outturn/i.test(above)) outturn = true
    else if (/forecast|projection/i.test(above)) outturn = false
    const period = asFinancialYear(sheet.text(row, column))
    if (period !== undefined) columns.push({ column, period, outturn })
    else if (columns.length > 0) break
  }
  return columns
}

/** The last row of years above a row. */
function yearsAbove(sheet: Sheet, row: number): YearColumn[] {
  for (let above = row - 1; above > 0; above -= 1) {
    const columns = yearColumns(sheet, above)
    if (columns.length > 1) return columns
  }
  return []
}

/** The first row whose label, in the first three columns, is of that form. */
function rowOf(sheet: Sheet, label: RegExp): number | undefined {
  for (let row = 0; row < sheet.rows; row += 1) {
    if ([0, 1, 2, 3].some((column) => label.test(sheet.text(row, column)))) return row
  }
  return undefined
}
