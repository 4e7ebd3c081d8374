import { parse } from 'csv-parse/sync'
import { writeXlsx } from 'hucre/xlsx'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFiles } from '../../../src/datasets/import/import.ts'
import type { ImportRequest, Imported } from '../../../src/datasets/import/import.ts'
import { checkData } from '../../../src/datasets/load.ts'
import { ProblemsError } from '../../../src/problems/problem.ts'
import type { Problem } from '../../../src/problems/problem.ts'
import { dataFolder } from '../folder.ts'

/** What an import left behind. */
export interface Left {
  readonly imported: Imported
  /** The folder that holds the files given, and `out`. */
  readonly root: string
  /** Rows of a dataset written, by column. */
  readonly rows: (dataset: string) => Record<string, string>[]
  readonly text: (path: string) => string
}

/** Imports files given as text or bytes, all of them, into the folder `out` beside them. */
export async function importing(
  format: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ImportRequest> = {},
  root = dataFolder(files),
): Promise<Left> {
  const named = Object.keys(files).filter((name) => name !== options.mapping)
  const imported = await importFiles({ format, files: named, folder: 'out', cwd: root, ...options })
  const text = (path: string) => readFileSync(join(root, 'out', path), 'utf8')
  return {
    imported,
    root,
    text,
    rows: (dataset) => parse(text(`${dataset}/observations.csv`), { columns: true }),
  }
}

/** The problems an import fails with, and proof that it left nothing behind. */
export async function refused(
  format: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ImportRequest> = {},
): Promise<{ code: number; problems: readonly Problem[]; wrote: boolean }> {
  const root = dataFolder(files)
  try {
    await importing(format, files, options, root)
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    return { code: error.exitCode, problems: error.problems, wrote: existsSync(join(root, 'out')) }
  }
  throw new Error('the import went through')
}

/** Errors that `capgap data check` finds in what was written. */
export async function errorsIn({ root }: Left): Promise<string[]> {
  const { problems } = await checkData([join(root, 'out')])
  return problems.map(({ code, found }) => `${code}: ${found}`)
}

/** Counts of what was left out, by reason. */
export function skippedIn({ imported }: Left): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { reason, count } of imported.skipped) counts[reason] = (counts[reason] ?? 0) + count
  return counts
}

type Cell = string | number | null

/** A workbook as bytes: rows by sheet. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  })
}
