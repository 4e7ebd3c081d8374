import type { Problem } from '../problems/problem.ts'
import type { LoadOptions } from './load.ts'
import type { Layer } from './merge.ts'
import { readLayer } from './read-layer.ts'
import { resolveScenario } from './resolve.ts'
import type { LoadedScenario, ScenarioText } from './settle.ts'

/** A scenario as it was loaded once: its name, and every file that had a say, in the order in which they apply. */
export interface KeptScenario {
  readonly name: string
  readonly files: readonly ScenarioText[]
}

/**
 * Loads a scenario from texts that were kept, without a disk: what they extend is among them already.
 * @throws ProblemsError (exit code 3) with every problem of every text at once
 */
export function scenarioFromTexts({ name, files }: KeptScenario, options: LoadOptions): LoadedScenario {
  const problems: Problem[] = []
  const layers = files.flatMap(({ file, text }): Layer[] => {
    const read = readLayer(text, file)
    problems.push(...read.problems)
    return read.root === undefined ? [] : [{ file, root: read.root, text }]
  })
  const [first, ...rest] = layers
  if (first === undefined) throw new Error(`${name} was kept without a text`)
  return resolveScenario(name, [first, ...rest], problems, options)
}
