import { askGap, type AskedGap } from '../../analyses/sensitivity/asked.ts'
import { designReplicates, driversByVariance } from '../../analyses/sensitivity/drivers-by-variance.ts'
import { specificationCurve } from '../../analyses/sensitivity/specification-curve/curve.ts'
import { switchingValues } from '../../analyses/sensitivity/switching.ts'
import { tornado } from '../../analyses/sensitivity/tornado.ts'
import { twoWayGrid, usualAxis, type GridAxis } from '../../analyses/sensitivity/two-way-grid.ts'
import { assumptionEntries, comparatorAssets, type ComparatorAsset } from '../../figures/settings.ts'
import { missingMeaning } from '../../problems/catalogue/report.ts'
import * as refuse from '../../problems/catalogue/sensitivity.ts'
import * as refusePart from '../../problems/catalogue/sensitivity-usage.ts'
import { badSeed } from '../../problems/catalogue/simulate-usage.ts'
import { curveProgress } from '../../problems/catalogue/specification-curve.ts'
import { exitCodes, type ExitCode, type Problem, ProblemsError } from '../../problems/problem.ts'
import { headlineYear } from '../../reports/run/headline.ts'
import { curveReport } from '../../reports/sensitivity/curve.ts'
import { driversPart } from '../../reports/sensitivity/drivers.ts'
import { gridPart } from '../../reports/sensitivity/grid.ts'
import { partReport, together, withSentence, type Part } from '../../reports/sensitivity/part.ts'
import { switchingPart } from '../../reports/sensitivity/switching.ts'
import { tornadoPart } from '../../reports/sensitivity/tornado.ts'
import type { Report } from '../../reports/table.ts'
import type { ModelRun } from '../../run/run.ts'
import type { CategoryOrTotal } from '../../terms/category.ts'
import { financialYear, rangeLabel } from '../../terms/year.ts'
import { defaultSeed, parseSeed } from '../../uncertainty/seed.ts'
import type { RawSensitivity } from '../raw-sensitivity.ts'
import type { Outcome } from '../deliver.ts'
import type { Io } from '../io.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader } from '../options.ts'
import { progressLine } from '../progress.ts'
import { checkRecordFile, recording } from '../recording.ts'
import {
  partsAsked,
  readGrid,
  readRows,
  type SensitivityPart,
  type WrittenAxis,
} from '../sensitivity-parts.ts'
import { checkBenchmarks } from './run.ts'

/**
 * `capgap sensitivity [scenario]`
 * @param open loads and runs the scenario; another when a record is worked again
 */
export async function sensitivity(
  spec: string | undefined,
  raw: RawSensitivity,
  io: Io,
  open: typeof modelRuns = modelRuns,
): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const year = reader.financialYear('--year', raw.year)
  const asked = partsAsked(reader, raw, output)
  const category = asked.includes('curve')
    ? curveCategory(reader, raw.category)
    : categoryAsked(reader, raw.category)
  const axes = readGrid(reader, raw.grid)
  const rows = readRows(reader, raw.draws)
  const seed = raw.seed === undefined ? defaultSeed : parseSeed(raw.seed)
  if (seed === undefined) reader.refuse(badSeed(raw.seed ?? ''))
  reader.scenarioOptions(raw)
  checkRecordFile(reader, raw)
  reader.finish()

  const specs = spec === undefined ? [] : [spec]
  const [run] = await open(specs, raw)
  checkBenchmarks(raw.benchmark, [run])
  const noCurve = asked.includes('curve') && !curveFits(run)
  if (noCurve && raw.curve === true) fail([refuse.curveNeedsBudget(run.scenario.name)], exitCodes.scenario)
  // A curve nobody named is left out where it cannot be drawn, and that is said.
  const parts = noCurve ? asked.filter((part) => part !== 'curve') : asked
  if (!asked.includes('curve')) checkRanges(run, parts)
  await checkGridValues(axes, raw, (changed) => open(specs, changed))
  const when = yearAsked(run, year)
  // A category that was not said is the benchmark's own; the curve's is the total.
  const said = raw.category === undefined ? undefined : category
  const gaps = parts.some((part) => part !== 'curve') ? gapsAsked(run, raw.benchmark, said, when) : undefined
  const progress = progressLine(io, output.quiet, curveProgress)
  const charts = raw.chart !== false
  try {
    const reports = parts.map((part): Report => {
      if (part === 'curve' || gaps === undefined) {
        const question = { year: when, category: category as ComparatorAsset }
        return curveReport(specificationCurve(run, question, progress.show), { charts })
      }
      const size = { seed: seed ?? defaultSeed, rows: Math.ceil(rows / designReplicates) }
      return partReport(gaps, worked(part, gaps, { axes, size, charts }))
    })
    const [first, ...more] = reports
    if (first === undefined) throw new Error('every command line asks for some part')
    const whole = more.length === 0 ? first : together([first, ...more])
    const answer = noCurve ? withSentence(whole, refuse.curveLeftOut()) : whole
    const drawn = parts.includes('drivers') ? { seed: String(seed), draws: String(rows) } : {}
    return {
      answer,
      problems: run.warnings,
      output,
      recording: recording('sensitivity', [run], { ...raw, ...drawn }),
    }
  } finally {
    progress.clear()
  }
}

interface Asked {
  readonly axes: readonly WrittenAxis[]
  readonly size: { readonly seed: number; readonly rows: number }
  readonly charts: boolean
}

function worked(
  part: Exclude<SensitivityPart, 'curve'>,
  gaps: readonly AskedGap[],
  { axes, size, charts }: Asked,
): Part {
  switch (part) {
    case 'tornado':
      return tornadoPart(gaps.map(tornado), { charts })
    case 'drivers':
      return driversPart(gaps.map((gap) => driversByVariance(gap, size)))
    case 'switching':
      return switchingPart(gaps.map(switchingValues))
    case 'grid':
      return gridPart(
        gaps.map((gap) => {
          const [down, across] = axes.map((axis) => axisOf(gap, axis))
          if (down === undefined || across === undefined) throw new Error('a grid without two sides')
          return twoWayGrid(gap, down, across)
        }),
      )
  }
}

function axisOf(gap: AskedGap, { listed, values }: WrittenAxis): GridAxis {
  const moved = gap.assumptions.find((each) => each.listed === listed)
  if (moved === undefined) throw new Error(`${listed.name} is listed and cannot be moved`)
  return values === undefined ? usualAxis(gap, moved) : { moved, values, over: undefined }
}

/**
 * The gaps asked about: of every benchmark named, or of the first that leaves one then.
 * @throws ProblemsError (exit 2) for a benchmark that leaves none, (exit 3) for a scenario that has none
 */
function gapsAsked(
  run: ModelRun,
  named: readonly string[] | undefined,
  category: CategoryOrTotal | undefined,
  year: number,
): readonly [AskedGap, ...AskedGap[]] {
  const { benchmarks } = run.settings
  const problems: Problem[] = []
  const found: AskedGap[] = []
  for (const benchmark of benchmarks) {
    if (named === undefined ? found.length > 0 : !named.includes(benchmark.id)) continue
    const on = category ?? benchmark.category
    const gap = askGap(run, benchmark, on, year)
    if ('now' in gap) found.push(gap)
    else {
      const why = missingMeaning(gap.missing)
      problems.push(refusePart.noGapThere(benchmark.id, on, financialYear(year), why))
    }
  }
  if (benchmarks.length === 0) fail([refusePart.noBenchmark(run.scenario.name)], exitCodes.scenario)
  const [first, ...more] = found
  if (first === undefined || (named !== undefined && problems.length > 0)) fail(problems, exitCodes.usage)
  return [first, ...more]
}

function fail(problems: readonly Problem[], code: ExitCode): never {
  throw new ProblemsError(problems, code)
}

function curveCategory(reader: OptionReader, said: readonly string[] = ['total']): CategoryOrTotal {
  const [first = 'total', ...more] = said
  if (more.length > 0) reader.refuse(refuse.oneCategory())
  const category = comparatorAssets.find((each) => each === first)
  if (category === undefined) reader.refuse(refuse.curveOfCategory(first))
  return category ?? 'total'
}

function categoryAsked(reader: OptionReader, said: readonly string[] | undefined): CategoryOrTotal {
  const [first, ...more] = reader.categories(said) ?? []
  if (more.length > 0) reader.refuse(refusePart.oneCategoryOfGap())
  return first ?? 'total'
}

/** @throws ProblemsError (exit 2) for a year that the scenario does not report */
function yearAsked(run: ModelRun, year: number | undefined): number {
  if (year === undefined) return headlineYear(run, {})
  const { years } = run.settings
  if (year < years.from || year > years.to)
    fail([refuse.yearNotReported(financialYear(year), rangeLabel(years, 'financial'))], exitCodes.usage)
  return year
}

/** Whether nations’ investment compares with the baseline of a scenario: with the whole capital budget alone. */
function curveFits(run: ModelRun): boolean {
  return run.model.scopeOf(run.settings.baseline) === 'cdel'
}

/** @throws ProblemsError (exit 3) for a scenario without any range, where what is asked moves ranges */
function checkRanges(run: ModelRun, parts: readonly SensitivityPart[]): void {
  const need = parts.filter((part) => part === 'tornado' || part === 'drivers')
  const ranged = [...assumptionEntries(run.settings).values()].some(({ range }) => range !== undefined)
  if (need.length > 0 && !ranged) fail([refusePart.noRange(run.scenario.name, need)], exitCodes.scenario)
}

/** Values of a grid are held to what the scenario takes, in the scenario's own words. */
async function checkGridValues(
  axes: readonly WrittenAxis[],
  raw: RawSensitivity,
  open: (changed: RawSensitivity) => Promise<unknown>,
): Promise<void> {
  for (const { listed, texts } of axes) {
    for (const text of texts) {
      await open({ ...raw, set: [...(raw.set ?? []), `assumptions.${listed.name}=${text}`] })
    }
  }
}
