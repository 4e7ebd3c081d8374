import type { Imported } from '../../datasets/import/import.ts'
import { importFiles } from '../../datasets/import/import.ts'
import * as say from '../../problems/catalogue/import-report.ts'
import { badDate } from '../../problems/catalogue/usage.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { importReport } from '../../reports/import.ts'
import { lastDayOf } from '../../terms/date.ts'
import type { Outcome } from '../deliver.ts'
import type { Io } from '../io.ts'
import { OptionReader, type RawOptions } from '../options.ts'

interface Raw extends RawOptions {
  readonly published?: string
  readonly year?: string
  readonly mapping?: string
}

/** `capgap data import FORMAT FILE…` */
export async function dataImport(
  format: string,
  files: readonly string[],
  { output: folder, ...raw }: Raw,
  io: Io,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.financialYear('--year', raw.year)
  reader.finish()
  if (raw.published !== undefined && lastDayOf(raw.published) === undefined)
    throw new ProblemsError([badDate('--published', raw.published)], exitCodes.usage)
  const progress = progressLine(io, output.quiet)
  let imported: Imported
  try {
    imported = await importFiles({
      format,
      files,
      folder: folder ?? 'imported',
      cwd: io.cwd,
      published: raw.published,
      year: raw.year,
      mapping: raw.mapping,
      progress: progress.show,
    })
  } finally {
    progress.clear()
  }
  return { answer: importReport(imported), problems: imported.warnings, output }
}

/** Files shorter than this are read before anybody looks. */
const longFile = 8_000_000

/** One line on a terminal that says how far a long file has been read; nothing anywhere else. */
function progressLine(io: Io, quiet: boolean) {
  let shown = -1
  return {
    show: (file: { readonly name: string; readonly size: number }, bytes: number) => {
      const percent = Math.min(100, Math.floor((100 * bytes) / file.size))
      if (quiet || !io.errorsOnTerminal || file.size < longFile || percent === shown) return
      shown = percent
      io.stderr(`\r${say.progress(file.name, percent)}`)
    },
    clear: () => {
      if (shown >= 0) io.stderr('\r\u001B[K')
    },
  }
}
