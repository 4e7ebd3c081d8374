import type { Data } from '../datasets/data.ts'
import { loadData } from '../datasets/load.ts'
import { exitCodes, ProblemsError, type Problem } from '../problems/problem.ts'
import type { LoadOptions } from '../scenarios/load.ts'
import { loadShipped } from '../scenarios/load-shipped.ts'
import type { LoadedScenario } from '../scenarios/settle.ts'
import { soundScenarios } from './ahead/open.ts'
import { knownNames } from './known-names.ts'
import { runScenario, type ModelRun, type RunOptions } from './run.ts'

/** The scenario that answers when none is named. */
export const defaultScenario = 'current-plans'

/** What is said beside the scenarios themselves. */
export interface OpenOptions extends RunOptions {
  /** Folders of datasets that add to or replace the bundled ones. */
  readonly folders?: readonly string[]
  /** `KEY=VALUE`, laid on top of every scenario, in order. */
  readonly set?: readonly string[] | undefined
  /** `YYYY-MM-DD`: use only what policy knew on that day. */
  readonly asOf?: string | undefined
  /** `nominal` or `2025-26`: the basis of what is printed. */
  readonly prices?: string | undefined
}

/**
 * Loads the data and each scenario named, and makes them meet.
 * @param specs files or shipped names, `a+b` stacked; the default scenario when there is none
 * @throws ProblemsError with the problems of all scenarios at once (exit code 3), or of the data (exit code 4)
 */
export async function openRuns(
  specs: readonly string[],
  options: OpenOptions = {},
): Promise<readonly [ModelRun, ...ModelRun[]]> {
  const data = await loadData(options.folders === undefined ? {} : { folders: options.folders })
  const loaded = await loadScenarios(specs.length === 0 ? [defaultScenario] : specs, data, options)
  const [first, ...rest] = loaded.map((scenario) => runScenario(scenario, data, options))
  if (first === undefined) throw new Error('a scenario was named, and neither loaded nor refused')
  return [first, ...rest]
}

/**
 * Loads scenarios against the names that the data offers.
 * @throws ProblemsError with the problems of all of them at once (exit code 3)
 */
export async function loadScenarios(
  specs: readonly string[],
  data: Data,
  { set, asOf, prices }: Pick<OpenOptions, 'set' | 'asOf' | 'prices'> = {},
): Promise<LoadedScenario[]> {
  const options: LoadOptions = {
    known: knownNames(data),
    ...(set === undefined ? {} : { set }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(prices === undefined ? {} : { prices }),
  }
  const problems: Problem[] = []
  const loaded: LoadedScenario[] = []
  for (const spec of specs) {
    try {
      loaded.push(
        loadShipped(spec, { ...options, soundNames: soundScenarios(data) }) ?? (await read(spec, options)),
      )
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new ProblemsError(eachOnce(problems), exitCodes.scenario)
  return loaded
}

/** With the parser and the schema, which are loaded only now. */
async function read(spec: string, options: LoadOptions): Promise<LoadedScenario> {
  const { loadScenario } = await import('../scenarios/load.ts')
  return loadScenario(spec, options)
}

/** What several scenarios share (a file both extend) is said once. */
export function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
