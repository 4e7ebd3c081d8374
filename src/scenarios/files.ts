import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import * as say from '../problems/catalogue/scenarios.ts'
import { nearest } from '../problems/nearest.ts'
import type { Problem } from '../problems/problem.ts'
import type { YamlMapping, YamlScalar } from '../problems/yaml-nodes.ts'
import { compiledScenarioFormat, type CompiledScenario } from './compiled.ts'
import { extendedBy } from './extends.ts'
import type { Layer } from './merge.ts'

/** The files of a scenario: where they are, and in which order they apply. What they say is read by others. */

/** One file read by itself: its tree, undefined where it has none to build on, and what is wrong with it. */
export interface ReadLayer {
  readonly root: YamlMapping | undefined
  readonly problems: readonly Problem[]
}

/** What a scenario is made of, in the order in which it applies, and what was wrong with finding and reading it. */
export interface ScenarioFiles {
  /** Of each file, without folder or ending; several joined by `+`. */
  readonly name: string
  readonly layers: readonly Layer[]
  readonly problems: readonly Problem[]
}

/**
 * The files of a scenario: a file, the name of a shipped one, or several joined by `+`, each with what it extends.
 * @param read reads the bytes of one file; `file` is what problems call it
 */
export function scenarioFiles(spec: string, read: (bytes: Buffer, file: string) => ReadLayer): ScenarioFiles {
  const files = new FileStack(read)
  const parts = isFile(spec) ? [spec] : spec.split('+')
  for (const part of parts) files.add(part, spec)
  return { name: parts.map(scenarioName).join('+'), layers: files.layers, problems: files.problems }
}

/** The name of a scenario: its file's, without folder or ending. */
function scenarioName(spec: string): string {
  return path.basename(spec).replace(/\.ya?ml$/i, '')
}

/** The text of each scenario that comes with capgap, by name. */
export function shippedTexts(): { readonly name: string; readonly file: string; readonly text: string }[] {
  return shippedNames().map((name) => ({
    name,
    file: `scenarios/${name}.yaml`,
    text: readFileSync(path.join(shippedFolder(), `${name}.yaml`), 'utf8'),
  }))
}

/**
 * A shipped scenario as the build compiled it into a folder, where there is one of that file's name. It may be used for a
 * file that says the same, to the byte.
 */
export function compiledScenario(folder: string, file: string): CompiledScenario | undefined {
  const bytes = textOf(path.join(folder, `${scenarioName(file)}.json`))
  const compiled = bytes && (JSON.parse(bytes.toString()) as CompiledScenario)
  return compiled?.format === compiledScenarioFormat ? compiled : undefined
}

/**
 * The folder of compiled scenarios. Only a built program trusts what the build made: run from source, the schema is what a
 * developer is changing.
 */
export function compiledFolder(): string | undefined {
  const here = import.meta.filename
  const dist = path.join(path.dirname(shippedFolder()), 'dist')
  return here.startsWith(dist + path.sep) ? path.join(dist, 'scenarios') : undefined
}

/** Lays files in the order in which they apply: what a file extends comes before it, and each file once. */
class FileStack {
  readonly layers: Layer[] = []
  readonly problems: Problem[] = []
  private readonly seen = new Set<string>()
  private readonly readLayer: (bytes: Buffer, file: string) => ReadLayer

  constructor(readLayer: (bytes: Buffer, file: string) => ReadLayer) {
    this.readLayer = readLayer
  }

  /** @param spec all that was written, of which `name` is one file */
  add(name: string, spec: string): void {
    const found = name.trim() === '' ? undefined : locate(name)
    if (name.trim() === '') this.problems.push(say.noScenarioNamed(spec, shippedNames()))
    else if (found === undefined)
      this.problems.push(say.missingScenario(name, nearestScenario(name), shippedNames()))
    else this.read(found, [])
  }

  private read(found: Located, chain: readonly Located[]): void {
    if (this.seen.has(found.path)) return
    this.seen.add(found.path)
    const text = textOf(found.path)
    if (text === undefined) {
      this.problems.push(say.unreadableScenario(found.shown))
      return
    }
    const { root, problems } = this.readLayer(text, found.shown)
    this.problems.push(...problems)
    if (root === undefined) return
    for (const name of extendedBy(root)) this.extend(name, [...chain, found])
    this.layers.push({ file: found.shown, root, text: new TextDecoder().decode(text) })
  }

  private extend(name: YamlScalar, chain: readonly [...Located[], Located]): void {
    const from = chain[chain.length - 1] as Located
    const found = locate(name.text, from)
    if (found === undefined) {
      this.problems.push(say.missingExtends(name.place, name.text, namesBeside(from)))
      return
    }
    const start = chain.findIndex((link) => link.path === found.path)
    if (start < 0) this.read(found, chain)
    else
      this.problems.push(
        say.circularExtends(
          name.place,
          [...chain.slice(start), found].map((link) => link.shown),
        ),
      )
  }
}

/** A file as it is opened, and as it is shown: as the user named it, never by a folder of this machine. */
interface Located {
  readonly path: string
  readonly shown: string
}

/** A file relative to the one that names it (or to where the command runs), or else a shipped scenario by name. */
function locate(name: string, from?: Located): Located | undefined {
  const file = from === undefined ? path.resolve(name) : path.resolve(path.dirname(from.path), name)
  if (existsSync(file)) {
    const beside =
      from === undefined || path.isAbsolute(name) ? name : path.join(path.dirname(from.shown), name)
    return { path: file, shown: beside.replaceAll('\\', '/') }
  }
  // A shipped scenario names the one it builds on by its file: a copy of it elsewhere still finds that one.
  const shipped = from === undefined ? name : name.replace(/\.ya?ml$/i, '')
  if (!shippedNames().includes(shipped)) return undefined
  return { path: path.join(shippedFolder(), `${shipped}.yaml`), shown: `scenarios/${shipped}.yaml` }
}

/** What a file could have meant: the files beside it, and the shipped scenarios. */
function namesBeside(from: Located): string[] {
  return [...yamlFiles(path.dirname(from.path)), ...shippedNames()].sort()
}

/** The scenario a mistyped name was probably meant for: a file in the same folder, or a shipped one. */
function nearestScenario(name: string): string | undefined {
  const folder = path.dirname(name)
  const beside = yamlFiles(folder).map((file) => path.join(folder, file).replaceAll('\\', '/'))
  const candidates = new Map([...beside, ...shippedNames()].map((known) => [scenarioName(known), known]))
  const near = nearest(scenarioName(name), candidates.keys())
  return near === undefined ? undefined : candidates.get(near)
}

function yamlFiles(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory()
    ? readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name))
    : []
}

/** The scenarios that come with capgap, by name. */
export function shippedNames(): string[] {
  return readdirSync(shippedFolder())
    .filter((name) => name.endsWith('.yaml'))
    .map(scenarioName)
    .sort()
}

/** The folder of the shipped scenarios: the nearest one above this program, bundled or not, with a package.json beside it. */
function shippedFolder(): string {
  let folder = path.dirname(import.meta.filename)
  for (;;) {
    const scenarios = path.join(folder, 'scenarios')
    if (
      existsSync(path.join(folder, 'package.json')) &&
      existsSync(path.join(scenarios, 'current-plans.yaml'))
    ) {
      return scenarios
    }
    const above = path.dirname(folder)
    if (above === folder) throw new Error('the shipped scenarios are not beside the program')
    folder = above
  }
}

function isFile(spec: string): boolean {
  return existsSync(spec) && statSync(spec).isFile()
}

function textOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
