import { scenarioGraph as drawScenario } from '../../reports/graph.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { graphFormats } from '../formats.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/** `capgap scenario graph [scenario]` */
export async function scenarioGraph(spec: string | undefined, raw: RawOptions): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw, graphFormats)
  reader.scenarioOptions(raw)
  reader.finish()
  const [run] = await modelRuns(spec === undefined ? [] : [spec], raw)
  return { answer: drawScenario(run), problems: run.warnings, output }
}
