import { loadData } from '../../datasets/load.ts'
import { scenarioCheckReport } from '../../reports/scenarios.ts'
import { eachOnce, loadScenarios } from '../../run/open.ts'
import { shippedNames } from '../../scenarios/files.ts'
import { resolvedYaml } from '../../scenarios/resolved.ts'
import type { Outcome } from '../deliver.ts'
import { changes } from '../model-runs.ts'
import { dataFolders, OptionReader, type RawOptions } from '../options.ts'

interface Raw extends RawOptions {
  readonly resolved?: boolean
}

/** `capgap scenario check [scenario…]`: what is wrong, or with `--resolved` each scenario with every default stated. */
export async function scenarioCheck(specs: readonly string[], raw: Raw): Promise<Outcome> {
  const reader = new OptionReader()
  // Resolved, a scenario is YAML whatever the file is called.
  const output = raw.resolved === true ? reader.textOutput(raw) : reader.output(raw)
  reader.scenarioOptions(raw)
  reader.finish()

  const names = specs.length > 0 ? specs : shippedNames()
  const data = await loadData({ folders: dataFolders(raw) })
  const loaded = await loadScenarios(names, data, changes(raw))
  const problems = eachOnce(loaded.flatMap((scenario) => scenario.warnings))
  if (raw.resolved === true) return { answer: loaded.map(resolvedYaml).join('---\n'), problems, output }
  return { answer: scenarioCheckReport(loaded), problems, output }
}
