import { specificationCurve } from '../../analyses/sensitivity/specification-curve/curve.ts'
import { comparatorAssets, type ComparatorAsset } from '../../figures/settings.ts'
import * as refuse from '../../problems/catalogue/sensitivity.ts'
import { curveProgress } from '../../problems/catalogue/specification-curve.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { headlineYear } from '../../reports/run/headline.ts'
import { curveReport } from '../../reports/sensitivity/curve.ts'
import type { ModelRun } from '../../run/run.ts'
import { financialYear, rangeLabel } from '../../terms/year.ts'
import type { RawSensitivity } from '../declare-sensitivity.ts'
import type { Outcome } from '../deliver.ts'
import type { Io } from '../io.ts'
import { modelRuns } from '../model-runs.ts'
import { OptionReader } from '../options.ts'
import { progressLine } from '../progress.ts'

/** `capgap sensitivity [scenario]` */
export async function sensitivity(spec: string | undefined, raw: RawSensitivity, io: Io): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const year = reader.financialYear('--year', raw.year)
  const category = curveCategory(reader, raw.category)
  reader.scenarioOptions(raw)
  reader.finish()

  const [run] = await modelRuns(spec === undefined ? [] : [spec], raw)
  checkBaseline(run)
  const progress = progressLine(io, output.quiet, curveProgress)
  try {
    const question = { year: yearAsked(run, year), category }
    const curve = specificationCurve(run, question, progress.show)
    const answer = curveReport(curve, { charts: raw.chart !== false })
    return { answer, problems: run.warnings, output }
  } finally {
    progress.clear()
  }
}

function curveCategory(reader: OptionReader, said: readonly string[] = ['total']): ComparatorAsset {
  const [first = 'total', ...more] = said
  if (more.length > 0) reader.refuse(refuse.oneCategory())
  const category = comparatorAssets.find((each) => each === first)
  if (category === undefined) reader.refuse(refuse.curveOfCategory(first))
  return category ?? 'total'
}

/** @throws ProblemsError (exit 2) for a year that the scenario does not report */
function yearAsked(run: ModelRun, year: number | undefined): number {
  if (year === undefined) return headlineYear(run, {})
  const { years } = run.settings
  if (year < years.from || year > years.to)
    throw new ProblemsError(
      [refuse.yearNotReported(financialYear(year), rangeLabel(years, 'financial'))],
      exitCodes.usage,
    )
  return year
}

/** @throws ProblemsError (exit 3) for a baseline that nations’ investment does not compare with */
function checkBaseline(run: ModelRun): void {
  if (run.model.scopeOf(run.settings.baseline) === 'cdel') return
  throw new ProblemsError([refuse.curveNeedsBudget(run.scenario.name)], exitCodes.scenario)
}
