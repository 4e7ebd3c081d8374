import * as say from '../problems/catalogue/data.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import type { About } from './about.ts'
import { makeDataset } from './dataset.ts'
import type { Dataset } from './dataset.ts'
import type { DataTable } from './data-table.ts'
import { sha256 } from './hash.ts'
import type { Source } from './source.ts'

/** All datasets of a run, bundled and added. Each is read and checked when first asked for. */
export interface Data {
  /** Sorted. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Throws a ProblemsError (exit code 2) for a name that is not known; likewise `dataset` and `hashOf`. */
  about(name: string): About
  /** Throws a ProblemsError (exit code 4) where the dataset fails its checks. */
  dataset(name: string): Dataset
  /** By id. */
  readonly sources: ReadonlyMap<string, Source>
  /** SHA-256 in hex over the bytes of the dataset's files. */
  hashOf(name: string): string
  /** SHA-256 over the names and hashes of these datasets (all by default), the first 16 hex digits. */
  hash(names?: Iterable<string>): string
  /** SHA-256 in hex over the bytes of every sources.csv. */
  readonly sourceHash: string
  /** What the build worked on exactly these data, as JSON, where they are the bundled ones and nothing else. */
  readonly workedAhead: WorkedAhead | undefined
}

/** Files of cells (src/run/ahead), each read when it is first asked for. */
export interface WorkedAhead {
  asked(): unknown
  sampled(): unknown
  within(): unknown
}

/** Where a dataset comes from; reading waits until it is asked for. */
export interface DataEntry {
  readonly hash: string
  about(): About
  table(): DataTable
  /** Codes of the nations it has figures for, before any check: what lists of nations are checked against. */
  nations(): readonly string[]
}

export function makeData(
  entries: ReadonlyMap<string, DataEntry>,
  sources: { readonly byId: () => ReadonlyMap<string, Source>; readonly hash: string },
  workedAhead?: WorkedAhead,
): Data {
  const names = [...entries.keys()].sort()
  const made = new Map<string, Dataset>()
  const entry = (name: string): DataEntry => {
    const found = entries.get(name)
    if (found === undefined)
      throw new ProblemsError([say.unknownDataset(name, nearest(name, names))], exitCodes.usage)
    return found
  }
  return {
    names,
    has: (name) => entries.has(name),
    about: (name) => entry(name).about(),
    dataset: (name) => {
      const known = made.get(name)
      if (known !== undefined) return known
      const found = entry(name)
      const dataset = makeDataset(name, found.about(), found.table())
      made.set(name, dataset)
      return dataset
    },
    get sources() {
      return sources.byId()
    },
    hashOf: (name) => entry(name).hash,
    hash: (some = names) => {
      const chosen = [...new Set(some)].sort()
      return sha256(...chosen.map((name) => `${name} ${entry(name).hash}`)).slice(0, 16)
    },
    sourceHash: sources.hash,
    workedAhead,
  }
}
