import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import * as say from '../../problems/catalogue/import.ts'
import { nearest } from '../../problems/nearest.ts'
import type { Problem } from '../../problems/problem.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { DatasetFiles, FolderFiles } from '../files.ts'
import { bundledFiles, loadData } from '../load.ts'
import { finish } from './finish.ts'
import type { FinishedDataset } from './finish.ts'
import { formats } from './formats.ts'
import { Gathering } from './gathering.ts'
import type { Skipped } from './gathering.ts'
import type { Asked, ImportFile } from './importer.ts'
import { writeFolder } from './write.ts'

/** What to import, as the user named it. */
export interface ImportRequest {
  readonly format: string
  readonly files: readonly string[]
  /** The folder to write, made or added to. */
  readonly folder: string
  /** Where relative paths begin. */
  readonly cwd: string
  readonly published?: string | undefined
  readonly year?: string | undefined
  readonly mapping?: string | undefined
  readonly progress?: Asked['progress']
}

export interface Imported {
  readonly format: string
  readonly files: readonly string[]
  readonly folder: string
  readonly datasets: readonly FinishedDataset[]
  readonly skipped: readonly Skipped[]
  readonly warnings: readonly Problem[]
}

/**
 * Turns files of a publisher into a folder of datasets, written whole or not at all.
 * @throws ProblemsError: exit code 2 for a format that is not known, 4 for files that cannot be read as it, 6 where the
 * folder cannot be written
 */
export async function importFiles(request: ImportRequest): Promise<Imported> {
  const names = formats.map(({ name }) => name)
  const format = formats.find(({ name }) => name === request.format)
  if (format === undefined)
    throw new ProblemsError(
      [say.unknownFormat(request.format, nearest(request.format, names), names)],
      exitCodes.usage,
    )
  const files = filesOf(request.files, request.cwd)
  const asked: Asked = {
    published: request.published,
    year: request.year,
    mapping: request.mapping === undefined ? undefined : filesOf([request.mapping], request.cwd)[0],
    progress: request.progress ?? (() => undefined),
  }
  const gathering = new Gathering()
  const importer = await format.importer()
  await importer.read(files, gathering, asked)
  if (gathering.datasets.length === 0 && gathering.errors.length === 0)
    gathering.problem(say.nothingToImport({ file: files[0]?.shown ?? '' }, format.name, gathering.skipped))
  const folder = resolve(request.cwd, request.folder)
  const shown = request.folder.replace(/(?<=.)[\\/]+$/, '')
  const bundled = { files: bundledFiles(), data: await loadData() }
  const finished = finish(gathering, bundled, folderBefore(folder, shown), shown)
  await writeFolder(folder, shown, finished.files)
  return {
    format: format.name,
    files: files.map(({ name }) => name),
    folder: shown,
    datasets: finished.datasets,
    skipped: gathering.skipped,
    warnings: finished.warnings,
  }
}

function filesOf(names: readonly string[], cwd: string): ImportFile[] {
  const found = names.map((shown): ImportFile | Problem => {
    const path = resolve(cwd, shown)
    if (!existsSync(path)) return say.noSuchFile({ file: shown })
    const stat = statSync(path)
    if (stat.isDirectory()) return say.notAFile({ file: shown })
    return { path, shown, name: basename(path), size: stat.size }
  })
  const problems = found.filter((each): each is Problem => 'code' in each)
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.data)
  return found.filter((each): each is ImportFile => 'path' in each)
}

/** What an earlier import left in the folder. */
function folderBefore(folder: string, shown: string): FolderFiles | undefined {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return undefined
  const read = (path: string) => (existsSync(path) ? readFileSync(path) : undefined)
  const datasets = readdirSync(folder)
    .sort()
    .flatMap((name): DatasetFiles[] => {
      const observations = read(join(folder, name, 'observations.csv'))
      const about = read(join(folder, name, 'about.yaml'))
      if (observations === undefined && about === undefined) return []
      return [{ name, shown: `${shown}/${name}`, path: name, observations, about }]
    })
  return { shown, path: '', datasets, sources: read(join(folder, 'sources.csv')) }
}
