import { replicateReport } from '../../reports/replicate.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'

/**
 * `capgap replicate`: a report, so that a claim that differs is no failure of the command.
 * @param open loads and runs the scenario; another when a record is worked again
 */
export async function replicate(raw: RawOptions, open: typeof modelRuns = modelRuns): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.date('--as-of', raw.asOf)
  checkRecordFile(reader, raw)
  reader.finish()
  const [run] = await open([], raw)
  const recorded = recording('replicate', [run], raw)
  return {
    answer: replicateReport(run),
    problems: run.warnings,
    output,
    recording: { ...recorded, shown: ['published-claims'] },
  }
}
