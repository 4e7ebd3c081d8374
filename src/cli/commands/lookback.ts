import { lookbackReport } from '../../reports/lookback.ts'
import {
  digitalAlone,
  digitalIsOfTheUk,
  pastIsNominal,
  pastIsOfEachNation,
} from '../../problems/catalogue/lookback.ts'
import type { Report } from '../../reports/table.ts'
import { settleLookback } from '../../run/lookback.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'

interface Raw extends RawOptions {
  readonly group?: string
  readonly window?: string
  readonly weighting?: string
  readonly nations?: string
  readonly subject?: string
  readonly series?: string
  readonly asset?: string
  /** Every figure of the past, a number a nation, year and figure. */
  readonly long?: boolean
  readonly digital?: boolean
}

/**
 * `capgap lookback [scenario]`: nominal unless `--prices` names a calendar year; a scenario's prices do not apply.
 * @param open loads and runs the scenario; another when a record is worked again
 */
export async function lookback(
  spec: string | undefined,
  raw: Raw,
  open: typeof modelRuns = modelRuns,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const window = reader.calendarYears('--window', raw.window)
  const prices = reader.calendarPrices(raw.prices)
  const past = await pastAsked(raw, reader)
  const scenarioOptions = withoutPrices(raw)
  reader.scenarioOptions(scenarioOptions)
  checkRecordFile(reader, raw)
  reader.finish()

  const lookbackPrices = prices === 'nominal' ? undefined : prices
  const [run] = await open(spec === undefined ? [] : [spec], scenarioOptions, { lookbackPrices })
  const settled = settleLookback(run, { ...raw, window })
  return {
    answer: past === undefined ? lookbackReport(settled) : past(settled),
    problems: run.warnings,
    output,
    recording: recording('lookback', [settled], raw),
  }
}

/** What says who is compared with whom, and when: the page on digital has its own. */
const comparison = ['group', 'window', 'weighting', 'nations', 'subject', 'series', 'asset'] as const

/** What says how a mean of nations is taken: figures of the past are each nation's own. */
const averaging = ['weighting', 'nations'] as const

/** What answers when figures of the past or the page on digital are asked for; loaded only then. */
async function pastAsked(raw: Raw, reader: OptionReader): Promise<((run: ModelRun) => Report) | undefined> {
  const { figure, long = false, digital = false } = raw
  if (figure === undefined && !long && !digital) return undefined
  if (raw.prices !== undefined && raw.prices !== 'nominal') reader.refuse(pastIsNominal())
  if (digital) {
    if (figure !== undefined || long) reader.refuse(digitalAlone())
    const fixed = comparison.filter((name) => raw[name] !== undefined).map((name) => `--${name}`)
    if (fixed.length > 0) reader.refuse(digitalIsOfTheUk(fixed))
    return (await import('../../reports/history/digital.ts')).digitalReport
  }
  const ofMeans = averaging.filter((name) => raw[name] !== undefined).map((name) => `--${name}`)
  if (ofMeans.length > 0) reader.refuse(pastIsOfEachNation(ofMeans))
  const { historyNames, historyReport } = await import('../../reports/history/nations.ts')
  const names = reader.choices('--figure', figure, historyNames)
  return (run) => historyReport(run, long ? undefined : names)
}

/** A look-back's prices are calendar years; the scenario's are financial and do not apply. */
function withoutPrices(raw: RawOptions): RawOptions {
  const { data, set, asOf, economy } = raw
  return { ...(data && { data }), ...(set && { set }), ...(asOf && { asOf }), ...(economy && { economy }) }
}
