import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as say from '../problems/catalogue/scenarios.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import type { Problem } from '../problems/problem.ts'
import { readYaml } from '../problems/yaml.ts'
import type { YamlScalar } from '../problems/yaml-nodes.ts'
import type { KnownNames } from './known-names.ts'
import type { Layer } from './merge.ts'
import { extendedBy, readLayer } from './read-layer.ts'
import { resolveScenario } from './resolve.ts'
import type { LoadedScenario } from './resolve.ts'

/** What the command line adds to a scenario. */
export interface LoadOptions {
  /** The names the data offers. */
  readonly known: KnownNames
  /** `KEY=VALUE`, in order; they are laid on top of every file. */
  readonly set?: readonly string[]
  /** `YYYY-MM-DD`; replaces the scenario's own. */
  readonly asOf?: string
  /** Changes only what is printed, never what an unpriced amount means. */
  readonly prices?: string
}

/**
 * Loads a scenario: a file, the name of a shipped one, or several joined by `+`, each with what it extends.
 * Throws ProblemsError (exit code 3) with every problem of every file at once.
 */
export function loadScenario(spec: string, options: LoadOptions): LoadedScenario {
  const files = new FileStack()
  const parts = isFile(spec) ? [spec] : spec.split('+')
  for (const part of parts) files.add(part)
  const { layers, problems } = files
  const [first, ...rest] = layers
  if (first === undefined) throw new ProblemsError(problems, exitCodes.scenario)
  return resolveScenario(parts.map(scenarioName).join('+'), [first, ...rest], problems, options)
}

/** The name of a scenario: its file's, without folder or ending. */
function scenarioName(spec: string): string {
  return path.basename(spec).replace(/\.ya?ml$/i, '')
}

/** A scenario that comes with capgap. */
export interface ShippedScenario {
  readonly name: string
  readonly file: string
  readonly title: string
  readonly summary: string
  /** The whole file, header included: what a user copies from. */
  readonly text: string
}

/** The scenarios that come with capgap, by name. */
export function shippedScenarios(): ShippedScenario[] {
  return shippedNames().map((name) => {
    const file = `scenarios/${name}.yaml`
    const text = readFileSync(path.join(shippedFolder(), `${name}.yaml`), 'utf8')
    const document = readYaml(text, file)
    return {
      name,
      file,
      title: document.text(['title']) ?? name,
      summary: document.text(['summary']) ?? '',
      text,
    }
  })
}

/** Lays files in the order in which they apply: what a file extends comes before it, and each file once. */
class FileStack {
  readonly layers: Layer[] = []
  readonly problems: Problem[] = []
  private readonly seen = new Set<string>()

  add(name: string): void {
    const found = locate(name)
    if (found === undefined)
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
    const { root, problems } = readLayer(text, found.shown)
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
  if (!shippedNames().includes(name)) return undefined
  return { path: path.join(shippedFolder(), `${name}.yaml`), shown: `scenarios/${name}.yaml` }
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

function shippedNames(): string[] {
  return readdirSync(shippedFolder())
    .filter((name) => name.endsWith('.yaml'))
    .map(scenarioName)
    .sort()
}

/** The folder of the shipped scenarios: the nearest one above this program, bundled or not, with a package.json beside it. */
function shippedFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url))
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
