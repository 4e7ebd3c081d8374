import { badHorizon } from '../../problems/catalogue/appraise.ts'
import { appraiseReport } from '../../reports/appraise.ts'
import { settleAppraisal } from '../../run/appraisal.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'
import { checkBenchmarks } from './run.ts'

interface Raw extends RawOptions {
  readonly schedule?: string
  readonly vintage?: string
  readonly baseYear?: string
  readonly horizon?: string
}

/**
 * `capgap appraise [scenario]`
 * @param open loads and runs the scenario; another when a record is worked again
 */
export async function appraise(
  spec: string | undefined,
  raw: Raw,
  open: typeof modelRuns = modelRuns,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const schedule = reader.choice('--schedule', raw.schedule, ['standard', 'health'])
  const baseYear = reader.financialYear('--base-year', raw.baseYear)
  const horizon = raw.horizon === undefined ? undefined : Number(raw.horizon)
  if (
    raw.horizon !== undefined &&
    !(/^\d{1,3}$/.test(raw.horizon) && horizon !== 0 && Number(horizon) <= 150)
  )
    reader.refuse(badHorizon(raw.horizon))
  reader.scenarioOptions(raw)
  checkRecordFile(reader, raw)
  reader.finish()

  const [loaded] = await open(spec === undefined ? [] : [spec], raw)
  checkBenchmarks(raw.benchmark, [loaded])
  const run = settleAppraisal(loaded, { schedule, vintage: raw.vintage, baseYear, horizon })
  return {
    answer: appraiseReport(run, { benchmarks: raw.benchmark }),
    problems: loaded.warnings,
    output,
    recording: recording('appraise', [run], raw),
  }
}
