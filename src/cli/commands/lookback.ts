import { lookbackReport } from '../../reports/lookback.ts'
import { settleLookback } from '../../run/lookback.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'

interface Raw extends RawOptions {
  readonly group?: string
  readonly window?: string
  readonly weighting?: string
  readonly nations?: string
  readonly subject?: string
  readonly series?: string
  readonly asset?: string
}

/** `capgap lookback [scenario]`: nominal unless `--prices` names a calendar year; a scenario's prices do not apply. */
export async function lookback(spec: string | undefined, raw: Raw): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const window = reader.calendarYears('--window', raw.window)
  const prices = reader.calendarPrices(raw.prices)
  const scenarioOptions = withoutPrices(raw)
  reader.scenarioOptions(scenarioOptions)
  reader.finish()

  const lookbackPrices = prices === 'nominal' ? undefined : prices
  const [run] = await modelRuns(spec === undefined ? [] : [spec], scenarioOptions, { lookbackPrices })
  const report = lookbackReport(settleLookback(run, { ...raw, window }))
  return { answer: report, problems: run.warnings, output }
}

/** A look-back's prices are calendar years; the scenario's are financial and do not apply. */
function withoutPrices(raw: RawOptions): RawOptions {
  const { data, set, asOf } = raw
  return { ...(data && { data }), ...(set && { set }), ...(asOf && { asOf }) }
}
