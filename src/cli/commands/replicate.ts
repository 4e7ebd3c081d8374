import { replicateReport } from '../../reports/replicate.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/** `capgap replicate`: a report, so that a claim that differs is no failure of the command. */
export async function replicate(raw: RawOptions): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.date('--as-of', raw.asOf)
  reader.finish()
  const [run] = await modelRuns([], raw)
  return { answer: replicateReport(run), problems: run.warnings, output }
}
