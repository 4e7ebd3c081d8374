import type { Data } from '../datasets/data.ts'
import { loadData } from '../datasets/load.ts'
import { exitCodes, type Problem, ProblemsError } from '../problems/problem.ts'
import { knownNames } from '../run/known-names.ts'
import { type ModelRun, type RunOptions, runScenario } from '../run/run.ts'
import { loadScenario } from '../scenarios/load.ts'
import type { LoadedScenario } from '../scenarios/resolve.ts'
import { dataFolders, type RawOptions } from './options.ts'

/** The scenario that answers when none is named. */
const defaultScenario = 'current-plans'

/**
 * Loads the data and each scenario named, and makes them meet.
 * @param specs files or shipped names, `a+b` stacked; the default scenario when there is none
 * @throws ProblemsError with the problems of all scenarios at once (exit 3), or of the data (exit 4)
 */
export async function modelRuns(
  specs: readonly string[],
  raw: RawOptions,
  options: RunOptions = {},
): Promise<readonly [ModelRun, ...ModelRun[]]> {
  const data = await loadData({ folders: dataFolders(raw) })
  const loaded = loadScenarios(data, specs.length === 0 ? [defaultScenario] : specs, raw)
  const [first, ...rest] = loaded.map((scenario) => runScenario(scenario, data, options))
  if (first === undefined) throw new Error('a scenario was named, and neither loaded nor refused')
  return [first, ...rest]
}

/**
 * Loads scenarios against the names that the data offers.
 * @throws ProblemsError with the problems of all of them at once (exit 3)
 */
export function loadScenarios(data: Data, specs: readonly string[], raw: RawOptions): LoadedScenario[] {
  const known = knownNames(data)
  const problems: Problem[] = []
  const loaded = specs.flatMap((spec): LoadedScenario[] => {
    try {
      return [loadScenario(spec, { known, ...changes(raw) })]
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  if (problems.length > 0) throw new ProblemsError(eachOnce(problems), exitCodes.scenario)
  return loaded
}

/** What several scenarios share (a file both extend) is said once. */
export function eachOnce(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

/** What the command line changes in every scenario it names. */
function changes(raw: RawOptions): { set?: readonly string[]; asOf?: string; prices?: string } {
  return {
    ...(raw.set === undefined ? {} : { set: raw.set }),
    ...(raw.asOf === undefined ? {} : { asOf: raw.asOf }),
    ...(raw.prices === undefined ? {} : { prices: raw.prices }),
  }
}
