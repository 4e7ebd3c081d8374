import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join as joinPath, resolve, sep } from 'node:path'
import * as say from '../problems/catalogue/data-files.ts'
import type { Problem } from '../problems/problem.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import { compiledFormat, compiledFrom, openTable } from './compiled.ts'
import type { CompiledIndex, CompiledTable } from './compiled.ts'
import type { DataCheck } from './assemble.ts'
import type { Data, DataEntry } from './data.ts'
import { nationsIn } from './data-table.ts'
import { makeData } from './data.ts'
import type { DatasetFiles, FolderFiles } from './files.ts'

export interface LoadOptions {
  /** Folders that add to or replace bundled datasets, later ones last. */
  readonly folders?: readonly string[]
  /** The folder of compiled data; `dist/data` by default where the program runs from `dist`, else none. */
  readonly compiled?: string | undefined
}

/**
 * The bundled data, with the datasets of further folders added. Compiled data is used where the files are those it was
 * made from; otherwise they are parsed and checked, which loads the parsers.
 * @throws ProblemsError (exit code 4) with every problem of every further folder
 */
export async function loadData(options: LoadOptions = {}): Promise<Data> {
  const folders = options.folders ?? []
  const bundled = bundledFiles()
  const index = freshIndex(bundled, options.compiled ?? compiledFolder())
  if (index !== undefined && folders.length === 0) return compiledData(index)
  const { parsedData } = await import('./assemble.ts')
  const read = readFolders(folders)
  const { data, problems } = parsedData(bundled, index && compiledEntries(index), read.folders)
  const errors = [...read.problems, ...problems].filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new ProblemsError(errors, exitCodes.data)
  return data
}

/**
 * Every problem of the folders' datasets and sources, sorted by file, line and column; of the bundled data where no
 * folder is named.
 */
export async function checkData(folders: readonly string[] = []): Promise<DataCheck> {
  const { checkFolders } = await import('./assemble.ts')
  const bundled = bundledFiles()
  if (folders.length === 0) return checkFolders(bundled, [bundled], [])
  const read = readFolders(folders)
  return checkFolders(bundled, read.folders, read.problems)
}

/** The bytes of the data that come with the package. */
export function bundledFiles(): FolderFiles {
  const root = packageRoot()
  const folder = joinPath(root, 'data')
  return readFolder(folder, 'data', '')
}

/* ----------------------------------------------------------------------------------------------------- compiled data */

interface FreshIndex {
  readonly folder: string
  readonly index: CompiledIndex
}

/** The index of compiled data, where the files are those it was compiled from. */
function freshIndex(bundled: FolderFiles, folder: string | undefined): FreshIndex | undefined {
  if (folder === undefined) return undefined
  const from = readIfThere(joinPath(folder, 'files.bin'))
  if (from === undefined || !saysTheSame(from, compiledFrom(bundled))) return undefined
  const index = JSON.parse(readFileSync(joinPath(folder, 'index.json'), 'utf8')) as CompiledIndex
  const names = bundled.datasets.map(({ name }) => name)
  const fresh = index.format === compiledFormat && names.join() === Object.keys(index.datasets).join()
  return fresh ? { folder, index } : undefined
}

/** Whether the parts, one after the other, are these bytes. */
function saysTheSame(bytes: Buffer, parts: readonly Uint8Array[]): boolean {
  let at = 0
  for (const part of parts) {
    const end = at + part.length
    if (end > bytes.length || bytes.compare(part, 0, part.length, at, end) !== 0) return false
    at = end
  }
  return at === bytes.length
}

function compiledEntries({ folder, index }: FreshIndex): ReadonlyMap<string, DataEntry> {
  return new Map(
    Object.entries(index.datasets).map(([name, { hash, about }]) => {
      const path = joinPath(folder, `${name}.json`)
      const table = () => openTable(JSON.parse(readFileSync(path, 'utf8')) as CompiledTable)
      return [name, { hash, about: () => about, table, nations: () => nationsIn(about, table()) }]
    }),
  )
}

function compiledData(fresh: FreshIndex): Data {
  const { rows, hash } = fresh.index.sources
  const byId = new Map(rows.map((source) => [source.id, source]))
  const worked = (name: string) => onceRead(joinPath(fresh.folder, `worked-${name}.json`))
  return makeData(
    compiledEntries(fresh),
    { byId: () => byId, hash },
    { asked: worked('asked'), sampled: worked('sampled'), within: worked('within') },
  )
}

/** What a JSON file says, read when it is first asked for. */
function onceRead(path: string): () => unknown {
  let said: { readonly value: unknown } | undefined
  return () => {
    if (said === undefined) {
      const bytes = readIfThere(path)
      said = { value: bytes === undefined ? undefined : JSON.parse(bytes.toString('latin1')) }
    }
    return said.value
  }
}

/** Only a built program trusts compiled data: run from source, the files are what a developer is changing. */
function compiledFolder(): string | undefined {
  const dist = joinPath(packageRoot(), 'dist')
  return here().startsWith(dist + sep) ? joinPath(dist, 'data') : undefined
}

/* ----------------------------------------------------------------------------------------------------------- reading */

function readFolders(folders: readonly string[]): { folders: FolderFiles[]; problems: Problem[] } {
  const read: FolderFiles[] = []
  const problems: Problem[] = []
  for (const folder of folders) {
    const shown = folder.replace(/[\\/]+$/, '') || folder
    if (!isFolder(folder)) {
      problems.push(say.folderMissing(shown))
      continue
    }
    const files = readFolder(folder, shown, basename(resolve(folder)))
    if (files.datasets.length === 0 && files.sources === undefined) problems.push(say.folderEmpty(shown))
    read.push(files)
  }
  return { folders: read, problems }
}

const observationsFile = 'observations.csv'
const aboutFile = 'about.yaml'
const sourcesFile = 'sources.csv'

/** A folder of dataset folders, or one dataset folder itself. */
function readFolder(folder: string, shown: string, path: string): FolderFiles {
  const names = readdirSync(folder).sort()
  const sources = names.includes(sourcesFile) ? readIfThere(joinPath(folder, sourcesFile)) : undefined
  if (names.includes(observationsFile) || names.includes(aboutFile)) {
    const single = readDataset(folder, basename(resolve(folder)), shown, path)
    if (single !== undefined) return { shown, path, datasets: [single], sources }
  }
  const datasets = names.flatMap((name) => {
    if (name === sourcesFile) return []
    const inside = path === '' ? name : `${path}/${name}`
    return readDataset(joinPath(folder, name), name, `${shown}/${name}`, inside) ?? []
  })
  return { shown, path, datasets, sources }
}

function readDataset(folder: string, name: string, shown: string, path: string): DatasetFiles | undefined {
  const observations = readIfThere(`${folder}${sep}${observationsFile}`)
  const about = readIfThere(`${folder}${sep}${aboutFile}`)
  return observations === undefined && about === undefined
    ? undefined
    : { name, shown, path, observations, about }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined
    throw error
  }
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

function here(): string {
  return import.meta.filename
}

/** The folder that holds both package.json and data, going up from this file: the same from `src` and from `dist`. */
function packageRoot(): string {
  let folder = dirname(here())
  while (!existsSync(joinPath(folder, 'package.json')) || !isFolder(joinPath(folder, 'data'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('the folder of the package was not found')
    folder = above
  }
  return folder
}
