import * as say from '../../problems/catalogue/import.ts'
import { dateIn, yearAfter } from './dates.ts'
import type { Gathering, SourceRow } from './gathering.ts'
import type { Asked, ImportFile } from './importer.ts'

/** A publisher's part of a source row. */
export interface Publisher {
  readonly publisher: string
  readonly url: string
  readonly licence: string
}

export const openGovernment = 'Open Government Licence v3.0'

/**
 * When a file was published: as the user says, else as the file says, else as its name says, else the year after its last
 * figures, with a warning.
 * @param stated a date found in the file
 * @param last the last period it has figures for
 */
export function publishedOf(
  file: ImportFile,
  asked: Asked,
  stated: string | undefined,
  last: string,
  out: Gathering,
): string {
  const known = asked.published ?? stated ?? dateIn(file.name)
  if (known !== undefined) return known
  const taken = yearAfter(last)
  out.problem(say.publishedGuessed({ file: file.shown }, taken))
  return taken
}

/** The source row of files imported. Its id never is one of ours, so that the two never clash. */
export function publication(
  by: Publisher,
  idParts: readonly string[],
  title: string,
  published: string,
  files: readonly ImportFile[],
): SourceRow {
  return {
    id: slug(['imported', ...idParts].join('-')),
    publisher: by.publisher,
    title,
    published,
    url: by.url,
    licence: by.licence,
    note: say.sourceNote(files.map(({ name }) => name)),
  }
}

/** Lower-case words joined by hyphens: what ids and names of datasets look like. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
