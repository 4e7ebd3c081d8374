import * as say from '../../../../problems/catalogue/import.ts'
import { exitCodes, ProblemsError } from '../../../../problems/problem.ts'
import type { Status } from '../../../../terms/status.ts'
import type { Gathering } from '../../gathering.ts'
import type { ImportFile } from '../../importer.ts'
import { numberText, times } from '../../number-text.ts'
import type { Sheet } from '../../workbook.ts'

/** A workbook's outlook. */
export interface Outlook {
  readonly file: ImportFile
  readonly out: Gathering
  /** `2026-03` */
  readonly published: string
  readonly source: string
  /** `obr-2026-03` */
  readonly vintage: string
}

/** @throws ProblemsError (exit code 4) where a sheet is not laid out as expected */
export function need<Found>(
  found: Found | undefined,
  sheet: Sheet,
  outlook: Outlook,
  expected: string,
): Found {
  if (found !== undefined) return found
  const lines = Array.from({ length: Math.min(sheet.rows, 6) }, (_, row) =>
    Array.from({ length: sheet.columns }, (_, column) => sheet.text(row, column)),
  )
  const place = { file: `${outlook.file.shown}!${sheet.name}` }
  throw new ProblemsError(
    [say.unrecognised(place, 'obr-efo', expected, say.firstWords(lines))],
    exitCodes.data,
  )
}

/** One figure, before its value. */
interface Found {
  readonly dimensions: Readonly<Record<string, string>>
  readonly period: string
  readonly status: Status
  readonly locator: string
}

/** Adds a cell in £ billion as £ million; a dash or a blank is left out. */
export function addBillions(
  sheet: Sheet,
  row: number,
  column: number,
  outlook: Outlook,
  dataset: string,
  found: Found,
): void {
  const { out, published, source } = outlook
  const place = sheet.place(row, column)
  const text = sheet.text(row, column)
  const value = numberText(text)
  if (text === '' || text === '-') out.skip(dataset, say.skipped.missing(), place)
  else if (value === undefined) out.problem(say.notANumberHere(place, text, found.period))
  else out.add(dataset, { ...found, value: times(value, 1000), published, source, place })
}

/** A figure is outturn where its last month lies more than three months before the outlook: later ones were forecast. */
export function isOutturn(lastMonth: string, published: string): boolean {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return months(published.length >= 7 ? published : `${published}-12`) - months(lastMonth) > 3
}
