/** The columns of sources.csv, all required; `published` and `note` may be blank. */
export const sourceColumns = ['id', 'publisher', 'title', 'published', 'url', 'licence', 'note'] as const

/** A publication that observations name: a row of sources.csv. */
export interface Source {
  readonly id: string
  readonly publisher: string
  readonly title: string
  /** A date, a month, a year, or empty where none is printed. */
  readonly published: string
  readonly url: string
  readonly licence: string
  readonly note: string
  /** Path relative to its data folder, and line from 1. */
  readonly file: string
  readonly line: number
}
