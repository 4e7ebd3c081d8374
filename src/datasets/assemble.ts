import * as say from '../problems/catalogue/data-files.ts'
import { nearest } from '../problems/nearest.ts'
import type { Problem } from '../problems/problem.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import type { About } from './about.ts'
import type { CheckContext, Subject } from './checks/subject.ts'
import type { Data, DataEntry } from './data.ts'
import { makeData } from './data.ts'
import { makeDataset } from './dataset.ts'
import { nationsIn } from './data-table.ts'
import type { DataTable } from './data-table.ts'
import type { DatasetFiles, FolderFiles } from './files.ts'
import { hashOfFiles, sha256 } from './hash.ts'
import { join } from './join.ts'
import { parseDataset, parsedTable, parseSources, problemsOf } from './parse.ts'
import type { ParsedDataset } from './parse.ts'
import type { Source } from './source.ts'

/**
 * Data from files: the bundled folder, then each further folder replacing or joining what is there. Further folders are
 * checked whole at once; bundled datasets when asked for, unless they come compiled, which means checked.
 */
export function parsedData(
  bundled: FolderFiles,
  compiled: ReadonlyMap<string, DataEntry> | undefined,
  folders: readonly FolderFiles[],
): { data: Data; problems: readonly Problem[] } {
  const parse = parseOnce()
  const sources = allSources(bundled, folders)
  const entries = new Map<string, DataEntry>()
  const context = contextOf(sources.byId, entries)
  for (const files of bundled.datasets) {
    entries.set(files.name, compiled?.get(files.name) ?? checkedEntry(files, context, parse))
  }
  const problems = [...sources.problems, ...addFolders(entries, folders, context, parse)]
  const hash = sha256(...[bundled, ...folders].flatMap((folder) => folder.sources ?? []))
  return { data: makeData(entries, { byId: () => sources.byId, hash }), problems: sorted(problems) }
}

/** What a check of folders found. */
export interface DataCheck {
  /** Sorted by file, line and column. */
  readonly problems: readonly Problem[]
  /** Each dataset checked, with how much is wrong in its files. */
  readonly datasets: readonly {
    readonly name: string
    readonly rows: number
    readonly errors: number
    readonly warnings: number
  }[]
}

/** Checks these folders, seen beside the bundled data. */
export function checkFolders(
  bundled: FolderFiles,
  folders: readonly FolderFiles[],
  before: readonly Problem[],
): DataCheck {
  const further = folders.filter((folder) => folder !== bundled)
  const parse = parseOnce()
  const sources = allSources(bundled, further)
  const entries = new Map<string, DataEntry>()
  const context = contextOf(sources.byId, entries)
  for (const files of bundled.datasets) entries.set(files.name, checkedEntry(files, context, parse))
  const own = folders.includes(bundled)
    ? bundled.datasets.flatMap((files) => problemsOf(parse(files), context))
    : []
  const problems = sorted([
    ...before,
    ...sources.problems,
    ...own,
    ...addFolders(entries, further, context, parse),
  ])
  return {
    problems,
    datasets: folders.flatMap(({ datasets }) => datasets.map((files) => counted(parse(files), problems))),
  }
}

function counted(
  { files, subject }: ParsedDataset,
  problems: readonly Problem[],
): DataCheck['datasets'][number] {
  const own = problems.filter(({ place }) => place?.file.startsWith(`${files.shown}/`))
  const errors = own.filter(({ severity }) => severity === 'error').length
  return { name: files.name, rows: subject?.rows.length ?? 0, errors, warnings: own.length - errors }
}

type Parse = (files: DatasetFiles) => ParsedDataset

/** Parses each dataset once, however often it is asked for. */
function parseOnce(): Parse {
  const known = new Map<DatasetFiles, ParsedDataset>()
  return (files) => {
    const parsed = known.get(files) ?? parseDataset(files)
    known.set(files, parsed)
    return parsed
  }
}

/** A dataset that is parsed and checked when asked for. Its register entry alone asks for no checks. */
function checkedEntry(files: DatasetFiles, context: CheckContext, parse: Parse): DataEntry {
  let checked = false
  const read = () => parse(files)
  const subject = (): Subject => {
    const { subject: found, problems } = read()
    if (found === undefined) throw new ProblemsError(sorted(problems), exitCodes.data)
    return found
  }
  const checkedSubject = (): Subject => {
    if (!checked) refuse(problemsOf(read(), context))
    checked = true
    return subject()
  }
  return {
    hash: hashOfFiles(files),
    about: () => subject().about,
    table: () => parsedTable(checkedSubject(), files.path),
    nations: () => nationsOf(read()),
  }
}

function refuse(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new ProblemsError(sorted(errors), exitCodes.data)
}

function addFolders(
  entries: Map<string, DataEntry>,
  folders: readonly FolderFiles[],
  context: CheckContext,
  parse: Parse,
): Problem[] {
  const parsed = folders.map((folder) => folder.datasets.map(parse))
  const nations = parsed.flat().flatMap(nationsOf)
  const seen: CheckContext = {
    sources: context.sources,
    get nations() {
      return new Set([...context.nations, ...nations])
    },
    joinedTo: (name) => context.joinedTo(name),
  }
  return parsed.flat().flatMap(({ files, subject, problems }) => {
    const own = problemsOf({ files, subject, problems }, seen)
    if (subject === undefined || own.some(({ severity }) => severity === 'error')) return own
    return [...own, ...addDataset(entries, files, subject)]
  })
}

function addDataset(
  entries: Map<string, DataEntry>,
  files: DatasetFiles,
  subject: Subject,
): readonly Problem[] {
  const hash = hashOfFiles(files)
  const table = parsedTable(subject, files.path)
  if (!subject.about.joins) {
    entries.set(files.name, loaded(hash, subject.about, table))
    return []
  }
  const base = entries.get(files.name)
  if (base === undefined) {
    const near = nearest(files.name, entries.keys())
    return [say.nothingToJoin(subject.aboutPlace(['joins']), files.name, near)]
  }
  const both = join({ about: base.about(), table: base.table() }, subject, table)
  entries.set(files.name, loaded(sha256(base.hash, hash), both.about, both.table))
  return both.problems
}

function loaded(hash: string, about: About, table: DataTable): DataEntry {
  return { hash, about: () => about, table: () => table, nations: () => nationsIn(about, table) }
}

function allSources(
  bundled: FolderFiles,
  folders: readonly FolderFiles[],
): { byId: ReadonlyMap<string, Source>; problems: readonly Problem[] } {
  const problems: Problem[] = []
  let byId: ReadonlyMap<string, Source> = new Map()
  for (const { sources, shown, path } of [bundled, ...folders]) {
    if (sources === undefined) continue
    const inside = path === '' ? 'sources.csv' : `${path}/sources.csv`
    const added = parseSources(sources, `${shown}/sources.csv`, inside, byId)
    byId = added.sources
    problems.push(...added.problems)
  }
  return { byId, problems }
}

/** Nations are those of the datasets present, gathered only when a list of nations is checked. */
function contextOf(
  sources: ReadonlyMap<string, Source>,
  entries: ReadonlyMap<string, DataEntry>,
): CheckContext {
  let known: ReadonlySet<string> | undefined
  return {
    sources: new Set(sources.keys()),
    get nations() {
      known ??= new Set([...entries.values()].flatMap((entry) => entry.nations()))
      return known
    },
    joinedTo: (name) => {
      const entry = entries.get(name)
      return entry && makeDataset(name, entry.about(), entry.table())
    },
  }
}

function nationsOf({ subject }: ParsedDataset): readonly string[] {
  return subject?.about.dimensions.includes('nation') ? subject.rows.map((row) => row.cell('nation')) : []
}

/** By file, line and column; the order found where those are equal. */
function sorted(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
