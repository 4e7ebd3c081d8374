import { dateIn } from './dates.ts'
import type { Sheet } from './workbook.ts'

/** The date that a workbook's first sheets name beside words such as "release date" or "published". */
export function releaseDate(sheets: readonly Sheet[]): string | undefined {
  for (const sheet of sheets.slice(0, 3)) {
    for (let row = 0; row < Math.min(sheet.rows, 40); row += 1) {
      const cells = Array.from({ length: Math.min(sheet.columns, 8) }, (_, column) => sheet.text(row, column))
      const text = cells.join(' ')
      const found = /release|publish|publication date|last updated/i.test(text) ? dateIn(text) : undefined
      if (found !== undefined && !/next release/i.test(text)) return found
    }
  }
  return undefined
}
