import { furtherFigureNames } from '../../figures/further/names.ts'
import { printableFigures } from '../../figures/printable.ts'
import { noSuchBenchmarks } from '../../problems/catalogue/usage.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { furtherAsked } from '../../reports/run/further-asked.ts'
import { runReport } from '../../reports/run.ts'
import { eachOnce } from '../../run/open.ts'
import type { ModelRun } from '../../run/run.ts'
import { checkWords } from '../check-words.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'

const figureNames = [...printableFigures.map((figure) => figure.name), ...furtherFigureNames]

/**
 * `capgap run [scenario…]`
 * @param open loads and runs the scenarios; another when a record is worked again
 */
export async function run(
  specs: readonly string[],
  raw: RawOptions,
  open: typeof modelRuns = modelRuns,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const categories = reader.categories(raw.category)
  const years = reader.financialYears('--years', raw.years)
  const bySubCategory = reader.choice('--by', raw.by, ['sub-category']) !== undefined
  const figures = reader.choices('--figure', raw.figure, figureNames)
  reader.scenarioOptions(raw)
  checkRecordFile(reader, raw)
  reader.finish()

  const runs = await open(specs, raw)
  checkBenchmarks(raw.benchmark, runs)
  const further = await furtherAsked(runs, { figures, bySubCategory })
  const report = runReport(runs, {
    ...{ figures, categories, years, bySubCategory, further },
    benchmarks: raw.benchmark,
  })
  return {
    answer: report,
    problems: eachOnce(runs.flatMap((each) => each.warnings)),
    output,
    recording: recording('run', runs, raw),
  }
}

/** A benchmark asked for must be one of some scenario's. */
export function checkBenchmarks(asked: readonly string[] | undefined, runs: readonly ModelRun[]): void {
  const known = [
    ...new Set(runs.flatMap((each) => each.settings.benchmarks.map((benchmark) => benchmark.id))),
  ]
  const [first] = asked ?? []
  if (first !== undefined && known.length === 0) {
    throw new ProblemsError([noSuchBenchmarks('--benchmark', first)], exitCodes.usage)
  }
  checkWords('--benchmark', asked, known)
}
