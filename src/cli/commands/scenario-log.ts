import { logParts, logProblems, logReport } from '../../reports/log.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { logFormats } from '../formats.ts'
import { OptionReader, type RawOptions } from '../options.ts'

interface Raw extends RawOptions {
  readonly part?: string
}

/** `capgap scenario log [scenario]`: what an assumption lacks is a warning. */
export async function scenarioLog(spec: string | undefined, raw: Raw): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw, logFormats)
  const part = reader.choice('--part', raw.part, logParts)
  reader.scenarioOptions(raw)
  reader.finish()
  const [run] = await modelRuns(spec === undefined ? [] : [spec], raw)
  // The log says of every assumption what it lacks; the loader says it of some.
  const others = run.warnings.filter(({ code }) => code !== 'assumption-unexplained')
  return { answer: logReport(run, part), problems: [...others, ...logProblems(run)], output }
}
