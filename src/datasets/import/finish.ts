import * as say from '../../problems/catalogue/import.ts'
import type { Problem } from '../../problems/problem.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { About, AboutException } from '../about.ts'
import { checkFolders } from '../assemble.ts'
import { negativeValue } from '../checks/cells.ts'
import type { CheckContext, Finding } from '../checks/subject.ts'
import { holes } from '../checks/years.ts'
import { readCsv } from '../csv.ts'
import type { Data } from '../data.ts'
import type { DatasetFiles, FolderFiles } from '../files.ts'
import { parseDataset } from '../parse.ts'
import { readAbout } from '../read-about.ts'
import { sourceColumns } from '../source.ts'
import { aboutYaml } from './about-yaml.ts'
import { csvText } from './csv-text.ts'
import type { Gathering, GatheredDataset, GatheredRow } from './gathering.ts'

/** A dataset as it will be written, and how much of it is new. */
export interface FinishedDataset {
  readonly name: string
  /** Whether its rows join a bundled dataset. */
  readonly joins: boolean
  readonly rows: number
  readonly series: number
  readonly from: string
  readonly to: string
  /** Rows that the folder held already. */
  readonly already: number
}

/** Files by their path in the folder, and what they hold. */
export interface Finished {
  readonly files: ReadonlyMap<string, string>
  readonly datasets: readonly FinishedDataset[]
  readonly warnings: readonly Problem[]
}

/**
 * The files of a dataset folder from what was gathered, added to what the folder holds already, and put to every check that
 * data must pass: what is written can be used.
 * @param before the folder as it stands; undefined where there is none
 * @throws ProblemsError (exit code 4)
 */
export function finish(
  gathering: Gathering,
  bundled: { readonly files: FolderFiles; readonly data: Data },
  before: FolderFiles | undefined,
  shown: string,
): Finished {
  if (gathering.errors.length > 0) throw new ProblemsError(gathering.errors, exitCodes.data)
  const files = new Map<string, string>()
  const built = gathering.datasets.map((dataset) => {
    const old = before?.datasets.find(({ name }) => name === dataset.name)
    const { about, csv, summary } = build(dataset, bundled.data, old)
    const observations = Buffer.from(csv)
    const excused = { ...about, exceptions: exceptionsFor(dataset.name, about, observations, bundled.data) }
    const aboutText = aboutYaml(excused)
    files.set(`${dataset.name}/observations.csv`, csv)
    files.set(`${dataset.name}/about.yaml`, aboutText)
    const paths = { name: dataset.name, shown: `${shown}/${dataset.name}`, path: dataset.name }
    return { summary, files: { ...paths, observations, about: Buffer.from(aboutText) } }
  })
  const sources = sourcesText(gathering, before)
  files.set('sources.csv', sources)
  const kept =
    before?.datasets.filter(({ name }) => built.every(({ summary }) => summary.name !== name)) ?? []
  const folder: FolderFiles = {
    shown,
    path: '',
    datasets: [...kept, ...built.map((each) => each.files)],
    sources: Buffer.from(sources),
  }
  refuseOtherDate(gathering, before)
  const { problems } = checkFolders(bundled.files, [folder], [])
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new ProblemsError(errors, exitCodes.data)
  return {
    files,
    datasets: built.map(({ summary }) => summary),
    warnings: [...gathering.warnings, ...problems],
  }
}

interface Built {
  readonly about: About
  readonly csv: string
  readonly summary: FinishedDataset
}

function build(dataset: GatheredDataset, data: Data, old: DatasetFiles | undefined): Built {
  const { name, own } = dataset
  const joined = own === undefined ? data.about(name) : undefined
  const oldAbout = old?.about && readAbout(old.about, `${old.shown}/about.yaml`).about
  const about = aboutOf(dataset, joined, oldAbout)
  const header = headerOf(dataset.rows, about)
  const rows = dataset.rows.map((row) => header.map((column) => cellOf(row, column)))
  const merged = old?.observations
    ? merge(header, rows, about, old, dataset.rows)
    : { header, rows, already: 0 }
  const periods = dataset.rows.map(({ period }) => period).sort()
  const series = new Set(dataset.rows.map(({ dimensions }) => Object.values(dimensions).join('\u0000')))
  return {
    about: { ...about, columns: declaredColumns(about, merged.header) },
    csv: csvText([merged.header, ...merged.rows]),
    summary: {
      name,
      joins: joined !== undefined,
      rows: dataset.rows.length,
      series: series.size,
      from: periods[0] ?? '',
      to: periods.at(-1) ?? '',
      already: merged.already,
    },
  }
}

function aboutOf({ name, own }: GatheredDataset, joined: About | undefined, old: About | undefined): About {
  const { title, unit, prices, yearType, dimensions, columns, definition, licence, asOfSide } = {
    columns: {},
    ...(own ?? joined ?? missing(name)),
  }
  return {
    title,
    shape: 'observations',
    unit,
    prices,
    yearType,
    dimensions,
    columns,
    definition,
    // Those of the dataset joined stand there and are not said twice.
    caveats: own?.caveats ?? [],
    licence,
    refresh: say.refresh(),
    asOfSide,
    joins: joined !== undefined,
    exceptions: old?.exceptions.filter(({ why }) => why !== say.whyHole() && why !== say.whyNegative()) ?? [],
  }
}

function missing(name: string): never {
  throw new Error(`${name} is neither bundled nor declared`)
}

const usual = ['value', 'status', 'published', 'source', 'locator', 'note', 'flag'] as const

function headerOf(rows: readonly GatheredRow[], about: About): string[] {
  const own = Object.keys(about.columns).filter((column) =>
    rows.some((row) => row.columns?.[column] !== undefined),
  )
  const used = usual.filter((column) => rows.some((row) => (row[column] ?? '') !== ''))
  return [...about.dimensions, 'period', ...own, ...used]
}

function cellOf(row: GatheredRow, column: string): string {
  if (column === 'period') return row.period
  const plain = usual.find((name) => name === column)
  if (plain !== undefined) return row[plain] ?? ''
  return row.dimensions[column] ?? row.columns?.[column] ?? ''
}

function declaredColumns(about: About, header: readonly string[]): About['columns'] {
  return Object.fromEntries(Object.entries(about.columns).filter(([name]) => header.includes(name)))
}

/** The rows of an earlier import, then the new ones; a row that is there already counts once. */
function merge(
  header: readonly string[],
  rows: readonly string[][],
  about: About,
  old: DatasetFiles,
  gathered: readonly GatheredRow[],
): { header: string[]; rows: string[][]; already: number } {
  const file = `${old.shown}/observations.csv`
  const before = readCsv(old.observations ?? new Uint8Array(), file)
  if (before.problems.length > 0) throw new ProblemsError(before.problems, exitCodes.data)
  const wanted = [...about.dimensions, 'period']
  if (!wanted.every((column) => before.header.includes(column)))
    throw new ProblemsError([say.otherColumns({ file, line: 1 }, wanted)], exitCodes.data)
  const last = [...new Set([...header, ...before.header])].filter((column) => !wanted.includes(column))
  const all = [...wanted, ...last]
  const fitted = (cells: readonly string[], from: readonly string[]) =>
    all.map((column) => cells[from.indexOf(column)] ?? '')
  const keyOf = (cells: readonly string[]) =>
    [...wanted, 'status', 'published', 'source']
      .map((column) => cells[all.indexOf(column)] ?? '')
      .join('\u0000')
  const value = all.indexOf('value')
  const oldRows = before.rows.map(({ cells, line }) => ({ cells: fitted(cells, before.header), line }))
  const known = new Map(oldRows.map((row) => [keyOf(row.cells), row]))
  const clashes: Problem[] = []
  const fresh = rows.flatMap((cells, index) => {
    const row = fitted(cells, header)
    const same = known.get(keyOf(row))
    if (same === undefined) return [row]
    const place = gathered[index]?.place
    if (place !== undefined && same.cells[value] !== row[value])
      clashes.push(say.otherValue(place, row[value] ?? '', same.cells[value] ?? '', `${file}:${same.line}`))
    return []
  })
  if (clashes.length > 0) throw new ProblemsError(clashes, exitCodes.data)
  return {
    header: all,
    rows: [...oldRows.map(({ cells }) => cells), ...fresh],
    already: rows.length - fresh.length,
  }
}

/** Holes and amounts below nothing are as published: each is excused by name, so that the next mistake still shows. */
function exceptionsFor(name: string, about: About, observations: Uint8Array, data: Data): AboutException[] {
  const text = Buffer.from(aboutYaml({ ...about, exceptions: [] }))
  const { subject } = parseDataset({ name, shown: name, path: name, observations, about: text })
  if (subject === undefined) return about.exceptions
  const context: CheckContext = {
    sources: new Set(),
    nations: new Set(),
    joinedTo: (other) => (data.has(other) ? data.dataset(other) : undefined),
  }
  const found = [
    ...excused('hole', holes(subject, context), say.whyHole()),
    ...excused('negative-value', spans(negativeValue(subject, context)), say.whyNegative()),
  ]
  return [...about.exceptions, ...found]
}

/** More exceptions than anybody reads: one for the whole dataset says as much. */
const mostExceptions = 50

function excused(
  check: AboutException['check'],
  findings: readonly Pick<Finding, 'about'>[],
  why: string,
): AboutException[] {
  if (findings.length > mostExceptions) return [{ check, where: {}, why }]
  return findings.flatMap((finding) => exception(check, finding, why))
}

function exception(
  check: AboutException['check'],
  { about }: Pick<Finding, 'about'>,
  why: string,
): AboutException[] {
  if (about === undefined) return []
  const { dimensions, from, to } = about
  return [{ check, where: { ...dimensions }, periods: from === to ? from : `${from} to ${to}`, why }]
}

/** One finding for each series, from its first period to its last. */
function spans(findings: readonly Finding[]): Pick<Finding, 'about'>[] {
  const bySeries = new Map<string, NonNullable<Finding['about']>>()
  for (const { about } of findings) {
    if (about === undefined) continue
    const key = Object.values(about.dimensions).join('\u0000')
    const before = bySeries.get(key)
    const from = before === undefined || about.from < before.from ? about.from : before.from
    const to = before === undefined || about.to > before.to ? about.to : before.to
    bySeries.set(key, { ...about, from, to })
  }
  return [...bySeries.values()].map((about) => ({ about }))
}

/**
 * A file that the folder holds already under another date would be two vintages of one publication.
 * @throws ProblemsError (exit code 4)
 */
function refuseOtherDate(gathering: Gathering, before: FolderFiles | undefined): void {
  const old = before?.sources && readCsv(before.sources, `${before.shown}/sources.csv`)
  if (before === undefined || old === undefined) return
  const problems = gathering.sources.flatMap((row) => {
    const held = old.rows.find(({ cells }) => cells[old.header.indexOf('id')] === row.id)
    const date = held?.cells[old.header.indexOf('published')]
    if (date === undefined || date === row.published) return []
    return [say.importedBefore({ file: before.shown }, row.id, date, row.published)]
  })
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.data)
}

function sourcesText(gathering: Gathering, before: FolderFiles | undefined): string {
  const old = before?.sources && readCsv(before.sources, `${before.shown}/sources.csv`)
  const used = new Set(gathering.datasets.flatMap(({ rows }) => rows.map(({ source }) => source)))
  const rows = gathering.sources
    .filter(({ id }) => used.has(id))
    .map((row) => sourceColumns.map((column) => row[column]))
  const kept = old?.rows.map(({ cells }) =>
    sourceColumns.map((column) => cells[old.header.indexOf(column)] ?? ''),
  )
  const all = [...(kept ?? []), ...rows]
  const same = (one: readonly string[], other: readonly string[]) =>
    one.every((cell, index) => cell === other[index])
  return csvText([
    [...sourceColumns],
    ...all.filter((row, index) => all.findIndex((other) => same(row, other)) === index),
  ])
}
