import type { Gathering } from './gathering.ts'

/** One file to import. */
export interface ImportFile {
  /** Where it is read. */
  readonly path: string
  /** As the user named it: what problems say. */
  readonly shown: string
  /** Without its folders: what is written down. */
  readonly name: string
  /** In bytes. */
  readonly size: number
}

/** What the user said that a file does not say of itself. */
export interface Asked {
  /** A date, a month or a year. */
  readonly published: string | undefined
  /** `2016-17`: the year of a file that holds one. */
  readonly year: string | undefined
  readonly mapping: ImportFile | undefined
  /** Told now and then how many bytes of a file have been read. */
  readonly progress: (file: ImportFile, bytes: number) => void
}

/**
 * Reads files of one format into rows. What a file holds and is not wanted is skipped with a reason; what is wrong with
 * it is a problem with its place. Never writes.
 * @throws ProblemsError (exit code 4) where the layout is not the format's
 */
export interface Importer {
  read(files: readonly ImportFile[], out: Gathering, asked: Asked): Promise<void>
}
