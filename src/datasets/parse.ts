import * as say from '../problems/catalogue/data-files.ts'
import type { Problem } from '../problems/problem.ts'
import { runChecks } from './checks/index.ts'
import { makeSubject } from './checks/subject.ts'
import type { CheckContext, Subject } from './checks/subject.ts'
import { cellPlace, readCsv } from './csv.ts'
import type { Csv } from './csv.ts'
import type { DataTable } from './data-table.ts'
import type { DatasetFiles } from './files.ts'
import { readAbout } from './read-about.ts'
import type { Source } from './source.ts'
import { addSources, readSources } from './sources.ts'

/**
 * The way from bytes to checked datasets. Everything that needs a parser or a schema is reached through this file alone,
 * so that data compiled at build time loads without them.
 */

/** A dataset folder as parsed; a subject to check only where both files could be read. */
export interface ParsedDataset {
  readonly files: DatasetFiles
  readonly subject: Subject | undefined
  /** What was wrong with the files themselves, before any check. */
  readonly problems: readonly Problem[]
}

export function parseDataset(files: DatasetFiles): ParsedDataset {
  const missing = [
    ...(files.observations ? [] : [say.fileMissing(`${files.shown}/observations.csv`, 'observations.csv')]),
    ...(files.about ? [] : [say.fileMissing(`${files.shown}/about.yaml`, 'about.yaml')]),
  ]
  const csv = files.observations && readCsv(files.observations, `${files.shown}/observations.csv`)
  const register = files.about && readAbout(files.about, `${files.shown}/about.yaml`)
  return {
    files,
    subject:
      csv && register?.about
        ? makeSubject(files.name, register.about, (path, of) => register.place(path, of), csv)
        : undefined,
    problems: [...missing, ...(register?.problems ?? []), ...(csv?.problems ?? [])],
  }
}

/** The parser's own problems and those of every check. */
export function problemsOf(parsed: ParsedDataset, context: CheckContext): readonly Problem[] {
  return parsed.subject ? [...parsed.problems, ...runChecks(parsed.subject, context)] : parsed.problems
}

/** The subject's cells by column; `path` is the folder as its rows name it. */
export function parsedTable({ csv }: Subject, path: string): DataTable {
  const value = csv.header.indexOf('value')
  return {
    header: csv.header,
    columns: csv.header.map((_, index) => csv.rows.map((row) => row.cells[index] ?? '')),
    files: [`${path}/observations.csv`],
    fileOf: csv.rows.map(() => 0),
    lines: csv.rows.map((row) => row.line),
    valueColumns: csv.rows.map((row) => (value < 0 ? 1 : (cellPlace(csv.file, row, value).column ?? 1))),
  }
}

/** The sources of a sources.csv added to those known. */
export function parseSources(
  bytes: Uint8Array,
  shown: string,
  path: string,
  known: ReadonlyMap<string, Source>,
): { sources: ReadonlyMap<string, Source>; problems: readonly Problem[] } {
  const csv: Csv = readCsv(bytes, shown)
  const read = readSources(csv, path)
  const added = addSources(known, read.sources, csv)
  return { sources: added.sources, problems: [...csv.problems, ...read.problems, ...added.problems] }
}
