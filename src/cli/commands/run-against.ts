import * as sentences from '../../problems/catalogue/vintages.ts'
import { againstReport } from '../../reports/against.ts'
import { eachOnce } from '../../run/open.ts'
import type { ModelRun } from '../../run/run.ts'
import { isDate } from '../../terms/date.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkBenchmarks } from './run.ts'

/** `capgap run [scenario…] --as-of A --against B`: what changed the gap between two dates; B may be `today`. */
export async function runAgainst(
  specs: readonly string[],
  second: string,
  raw: RawOptions,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const categories = reader.categories(raw.category)
  const years = reader.financialYears('--years', raw.years)
  reader.scenarioOptions(raw)
  if (second !== 'today' && !isDate(second)) reader.refuse(sentences.badAgainst(second))
  if (raw.figure !== undefined) reader.refuse(sentences.notAgainst('--figure'))
  if (raw.by !== undefined) reader.refuse(sentences.notAgainst('--by'))
  if (raw.record !== undefined) reader.refuse(sentences.notAgainst('--record'))
  reader.finish()

  const before = await modelRuns(specs, raw)
  checkBenchmarks(raw.benchmark, before)
  const after = await secondRuns(specs, raw, second)
  const pairs = before.flatMap((run, index) => {
    const other = after[index]
    return other === undefined ? [] : [{ before: run, after: other }]
  })
  const options = { benchmarks: raw.benchmark, categories, years }
  return {
    answer: againstReport(pairs, options),
    problems: eachOnce(before.flatMap((run) => run.warnings)),
    output,
  }
}

/** The same scenarios under the second date; `today` sets aside the date a scenario names. */
async function secondRuns(
  specs: readonly string[],
  raw: RawOptions,
  second: string,
): Promise<readonly ModelRun[]> {
  if (second !== 'today') return modelRuns(specs, { ...raw, asOf: second })
  const runs = await modelRuns(specs, raw)
  return runs.map((run) => run.with({ asOf: undefined }))
}
