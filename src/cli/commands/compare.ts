import { everyPrintable } from '../../figures/further/every-printable.ts'
import { badSeed, oneScenarioOnly } from '../../problems/catalogue/compare.ts'
import { shownTables } from '../../reports/compare/places.ts'
import { compareReport } from '../../reports/compare.ts'
import { eachOnce } from '../../run/open.ts'
import type { Outcome } from '../deliver.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader, type RawOptions } from '../options.ts'
import { checkRecordFile, recording } from '../recording.ts'
import { checkBenchmarks } from './run.ts'

interface Raw extends RawOptions {
  readonly show?: string
  readonly seed?: string
}

/** What is compared unless figures are named. */
const usualFigures = ['spend', 'gap']

/**
 * `capgap compare A B [C…]`
 * @param open loads and runs the scenarios; another when a record is worked again
 */
export async function compare(
  specs: readonly string[],
  raw: Raw,
  open: typeof modelRuns = modelRuns,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const categories = reader.categories(raw.category)
  const years = reader.financialYears('--years', raw.years)
  const known = everyPrintable.map(({ name }) => name)
  const named = reader.choices('--figure', raw.figure, known) ?? usualFigures
  const show = reader.choice('--show', raw.show, shownTables)
  const seed = Number(raw.seed ?? 1)
  if (raw.seed !== undefined && !(/^\d{1,10}$/.test(raw.seed) && seed < 2 ** 32))
    reader.refuse(badSeed(raw.seed))
  reader.scenarioOptions(raw)
  // A record names its scenarios itself.
  if (specs.length < 2 && open === modelRuns) reader.refuse(oneScenarioOnly(specs[0]))
  checkRecordFile(reader, raw)
  reader.finish()

  const runs = await open(specs, raw)
  checkBenchmarks(raw.benchmark, runs)
  const figures = everyPrintable.filter(({ name }) => named.includes(name))
  const report = compareReport(runs, { figures, benchmarks: raw.benchmark, categories, years, show, seed })
  return {
    answer: report,
    problems: eachOnce(runs.flatMap((run) => run.warnings)),
    output,
    recording: recording('compare', runs, raw),
  }
}
