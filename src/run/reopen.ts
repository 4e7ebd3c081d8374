import { loadData } from '../datasets/load.ts'
import { scenarioFromTexts, type KeptScenario } from '../scenarios/from-texts.ts'
import { knownNames } from './known-names.ts'
import type { OpenOptions } from './open.ts'
import { runScenario, type ModelRun } from './run.ts'

/**
 * Runs scenarios that were kept as text: nothing but the data is read from a disk.
 * @throws ProblemsError with the problems of a scenario (exit code 3), or of the data (exit code 4)
 */
export async function reopenRuns(
  kept: readonly KeptScenario[],
  { folders, set, asOf, prices, ...options }: OpenOptions = {},
): Promise<readonly [ModelRun, ...ModelRun[]]> {
  const data = await loadData(folders === undefined ? {} : { folders })
  const known = knownNames(data)
  const changes = {
    ...(set === undefined ? {} : { set }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(prices === undefined ? {} : { prices }),
  }
  const [first, ...rest] = kept.map((scenario) =>
    runScenario(scenarioFromTexts(scenario, { known, ...changes }), data, options),
  )
  if (first === undefined) throw new Error('no scenario was kept')
  return [first, ...rest]
}
