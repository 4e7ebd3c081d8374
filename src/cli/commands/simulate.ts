import { prepare, type Prepared } from '../../analyses/simulate/prepared.ts'
import { simulate as simulateRun } from '../../analyses/simulate/simulate.ts'
import type { Sampling, Simulated } from '../../analyses/simulate/answer.ts'
import { furtherFigureNames } from '../../figures/further/names.ts'
import { printableFigures } from '../../figures/printable.ts'
import { assumptionEntries } from '../../figures/settings.ts'
import * as say from '../../problems/catalogue/simulate-usage.ts'
import { exitCodes, type Problem, ProblemsError } from '../../problems/problem.ts'
import { simulateReport } from '../../reports/simulate.ts'
import { askedCells } from '../../reports/simulate/cells.ts'
import { furtherAsked } from '../../reports/run/further-asked.ts'
import { headlineYear } from '../../reports/run/headline.ts'
import { eachOnce } from '../../run/open.ts'
import type { ModelRun } from '../../run/run.ts'
import { drawsThatPay } from '../../run/simulate/drawing.ts'
import { startEarly } from '../../run/simulate/threads.ts'
import { workerSource } from '../../run/simulate/worker-source.ts'
import type { Outcome } from '../deliver.ts'
import type { Io } from '../io.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader } from '../options.ts'
import { progressLine } from '../progress.ts'
import { checkRecordFile, recording } from '../recording.ts'
import { sameFile } from '../same-file.ts'
import { readSampling, type RawSimulate } from '../simulate-options.ts'
import { checkBenchmarks } from './run.ts'

const figureNames = [...printableFigures.map((figure) => figure.name), ...furtherFigureNames]

/**
 * `capgap simulate [scenario…]`
 * @param open loads and runs the scenarios; another when a record is worked again
 */
export async function simulate(
  specs: readonly string[],
  raw: RawSimulate,
  io: Io,
  open: typeof modelRuns = modelRuns,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const categories = reader.categories(raw.category)
  const years = reader.financialYears('--years', raw.years)
  const figures = reader.choices('--figure', raw.figure, figureNames)
  const chosen = readSampling(reader, raw)
  reader.scenarioOptions(raw)
  checkRecordFile(reader, raw)
  checkSamplesFile(reader, raw, specs)
  reader.finish()

  const sampling = { ...chosen, workers: chosen.workers ?? io.threads() }
  const waiting = raw.benchmark && categories ? [] : threadsFor(sampling)
  const runs = await open(specs, raw)
  checkBenchmarks(raw.benchmark, runs)
  checkRanges(runs)
  const further = await furtherAsked(runs, { figures: figures ?? ['gap'] })
  const options = { figures, categories, years, further, benchmarks: raw.benchmark }
  const progress = progressLine(io, output.quiet, say.progress)
  const answers: Simulated[] = []
  try {
    for (const run of runs) {
      const prepared = prepare(run, askedCells(run, options), waiting)
      const answer = await simulateRun(prepared, sampling, headlineYear(run, options), progress.show)
      answers.push(answer)
      if (raw.samples === undefined) continue
      progress.clear()
      await samplesWritten(raw.samples, prepared, answer, { io, quiet: output.quiet })
    }
  } finally {
    progress.clear()
  }
  const { seed, method, draws } = sampling
  const inForce = {
    ...{ seed: String(seed), method },
    ...(raw.precision === undefined ? { draws: String(draws) } : {}),
  }
  return {
    answer: simulateReport(answers, { ...options, charts: raw.chart !== false }),
    problems: [...eachOnce(runs.flatMap((each) => each.warnings)), ...notReached(answers, raw.precision)],
    output,
    recording: recording('simulate', runs, { ...raw, ...inForce }),
  }
}

/** Threads start while the data are read, where there will be draws and numbers enough for them. */
function threadsFor({ draws, workers }: Sampling): ReturnType<typeof startEarly> {
  return draws < drawsThatPay ? [] : startEarly(workers - 1, workerSource)
}

/** The draws of an answer, made again and written, with a progress of their own. */
async function samplesWritten(
  file: string,
  prepared: Prepared,
  { sampling, draws, replicates }: Simulated,
  { io, quiet }: { readonly io: Io; readonly quiet: boolean },
): Promise<void> {
  const { writeSamples } = await import('../write-samples.ts')
  const progress = progressLine(io, quiet, say.samplesProgress)
  try {
    await writeSamples(
      file,
      prepared,
      { ...sampling, replicates, draws: draws / replicates },
      io,
      progress.show,
    )
  } finally {
    progress.clear()
  }
}

function checkSamplesFile(
  reader: OptionReader,
  { samples, output, record }: RawSimulate,
  specs: readonly string[],
): void {
  if (samples === undefined) return
  if (!/\.(csv|parquet)$/i.test(samples)) reader.refuse(say.samplesEnding(samples))
  if (sameFile(samples, output) || sameFile(samples, record)) reader.refuse(say.samplesOverOutput(samples))
  if (specs.length > 1) reader.refuse(say.samplesOfOne())
}

/**
 * An interval without width would look like certainty, so that a scenario without any range is refused.
 * @throws ProblemsError (exit 3) naming each
 */
function checkRanges(runs: readonly ModelRun[]): void {
  const without = runs.filter(({ settings }) =>
    [...assumptionEntries(settings).values()].every(({ range }) => range === undefined),
  )
  if (without.length === 0) return
  throw new ProblemsError(
    without.map(({ scenario }) => say.nothingSampled(scenario.name)),
    exitCodes.scenario,
  )
}

function notReached(answers: readonly Simulated[], asked: string | undefined): Problem[] {
  if (asked === undefined) return []
  return answers
    .filter(({ reached, sampling }) => reached > (sampling.precision ?? Infinity))
    .map(({ run, draws }) => say.precisionNotReached(run.scenario.name, asked, draws))
}
