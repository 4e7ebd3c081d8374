import { exitCodes, ProblemsError } from '../problems/problem.ts'
import { readYaml } from '../problems/yaml.ts'
import { scenarioFiles, shippedTexts } from './files.ts'
import type { KnownNames } from './known-names.ts'
import { readLayer } from './read-layer.ts'
import { resolveScenario } from './resolve.ts'
import type { LoadedScenario } from './settle.ts'

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
  const { name, layers, problems } = scenarioFiles(spec, readLayer)
  const [first, ...rest] = layers
  if (first === undefined) throw new ProblemsError(problems, exitCodes.scenario)
  return resolveScenario(name, [first, ...rest], problems, options)
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
  return shippedTexts().map(({ name, file, text }) => {
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
