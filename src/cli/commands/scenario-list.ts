import { scenarioListReport } from '../../reports/scenarios.ts'
import { shippedScenarios } from '../../scenarios/load.ts'
import type { Outcome } from '../deliver.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/** `capgap scenario list` */
export function scenarioList(raw: RawOptions): Outcome {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.finish()
  return { answer: scenarioListReport(shippedScenarios()), problems: [], output }
}
