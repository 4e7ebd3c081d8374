import type { Data } from '../datasets/data.ts'
import { loadData } from '../datasets/load.ts'
import { scenarioFromTexts, type KeptScenario } from '../scenarios/from-texts.ts'
import type { LoadOptions } from '../scenarios/load.ts'
import { knownNames } from './known-names.ts'
import type { OpenOptions } from './open.ts'
import { runScenario, type ModelRun } from './run.ts'
import { variationsOf, type Variations } from './variations.ts'

/**
 * Runs scenarios that were kept as text: nothing but the data is read from a disk.
 * @throws ProblemsError with the problems of a scenario (exit code 3), or of the data (exit code 4)
 */
export async function reopenRuns(
  kept: readonly KeptScenario[],
  { folders, set, asOf, prices, ...options }: OpenOptions = {},
): Promise<readonly [ModelRun, ...ModelRun[]]> {
  const data = await loadData(folders === undefined ? {} : { folders })
  const loading = loadOptions(data, { set, asOf, prices })
  const [first, ...rest] = kept.map((scenario) =>
    runScenario(scenarioFromTexts(scenario, loading), data, options),
  )
  if (first === undefined) throw new Error('no scenario was kept')
  return [first, ...rest]
}

/**
 * The first of them, to be settled many times with other values for some of its keys.
 * @throws ProblemsError with the problems of the scenario (exit code 3), or of the data (exit code 4)
 */
export async function reopenVariations(
  [first]: readonly KeptScenario[],
  options: OpenOptions = {},
): Promise<Variations> {
  const { folders } = options
  const data = await loadData(folders === undefined ? {} : { folders })
  if (first === undefined) throw new Error('no scenario was kept')
  return variationsOf(scenarioFromTexts(first, loadOptions(data, options)), data, options)
}

function loadOptions(
  data: Data,
  { set, asOf, prices }: Pick<OpenOptions, 'set' | 'asOf' | 'prices'>,
): LoadOptions {
  return {
    known: knownNames(data),
    ...(set === undefined ? {} : { set }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(prices === undefined ? {} : { prices }),
  }
}
