import * as say from '../problems/catalogue/data.ts'
import * as sayFiles from '../problems/catalogue/data-files.ts'
import type { Problem } from '../problems/problem.ts'
import { lastDayOf } from '../terms/date.ts'
import type { Csv } from './csv.ts'
import { cellPlace } from './csv.ts'
import type { Source } from './source.ts'
import { sourceColumns } from './source.ts'

/** The publications of a sources.csv, and what is wrong with it: columns, ids, dates and blanks. */
export function readSources(
  csv: Csv,
  file: string,
): { sources: readonly Source[]; problems: readonly Problem[] } {
  const missing = sourceColumns.filter((name) => !csv.header.includes(name))
  if (csv.header.length > 0 && missing.length > 0) {
    const place = cellPlace(csv.file, csv.headerRow, 0)
    return {
      sources: [],
      problems: missing.map((name) => sayFiles.missingColumn(place, name, sourceColumns)),
    }
  }
  const problems: Problem[] = []
  const lineOf = new Map<string, number>()
  const sources = csv.rows.map((row): Source => {
    const cell = (name: string) => row.cells[csv.header.indexOf(name)] ?? ''
    const at = (name: string) => cellPlace(csv.file, row, csv.header.indexOf(name))
    for (const name of ['id', 'publisher', 'title', 'url', 'licence']) {
      if (cell(name).trim() === '') problems.push(sayFiles.emptySourceCell(at(name), name))
    }
    if (cell('published') !== '' && lastDayOf(cell('published')) === undefined)
      problems.push(say.unreadableDate(at('published'), cell('published')))
    const first = lineOf.get(cell('id'))
    if (first !== undefined) problems.push(sayFiles.repeatedSource(at('id'), cell('id'), first))
    else lineOf.set(cell('id'), row.line)
    return {
      id: cell('id'),
      publisher: cell('publisher'),
      title: cell('title'),
      published: cell('published'),
      url: cell('url'),
      licence: cell('licence'),
      note: cell('note'),
      file,
      line: row.line,
    }
  })
  return { sources, problems }
}

/**
 * Adds a folder's sources to those known. The same row twice counts once; another row under a known id is a problem,
 * since a citation must mean one publication.
 */
export function addSources(
  known: ReadonlyMap<string, Source>,
  added: readonly Source[],
  csv: Csv,
): { sources: ReadonlyMap<string, Source>; problems: readonly Problem[] } {
  const sources = new Map(known)
  const problems: Problem[] = []
  for (const source of added) {
    const before = known.get(source.id)
    if (before === undefined) sources.set(source.id, source)
    else {
      const differing = sourceColumns.filter((name) => before[name] !== source[name])
      const row = csv.rows.find(({ line }) => line === source.line)
      if (differing.length > 0 && row !== undefined) {
        const place = cellPlace(csv.file, row, csv.header.indexOf(differing[0] ?? 'id'))
        problems.push(
          sayFiles.conflictingSource(place, source.id, differing, `${before.file}:${before.line}`),
        )
      }
    }
  }
  return { sources, problems }
}
