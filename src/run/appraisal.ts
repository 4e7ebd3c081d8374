import type { Data } from '../datasets/data.ts'
import { firstPlannedYear } from '../figures/gap.ts'
import type { AppraisalSetting } from '../figures/settings.ts'
import * as say from '../problems/catalogue/appraise.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, ProblemsError, type Problem } from '../problems/problem.ts'
import { Decimal } from '../terms/decimal.ts'
import { financialYear } from '../terms/year.ts'
import type { ModelRun } from './run.ts'

/** What a command line says of an appraisal; absent parts are the usual ones. */
export interface AppraisalWords {
  readonly schedule?: 'standard' | 'health' | undefined
  /** `gb-2026`, or the edition as the data name it. */
  readonly vintage?: string | undefined
  /** Year 0, by its starting year; else the first year that is still a plan. */
  readonly baseYear?: number | undefined
  /** Years after year 0; else to the last year the scenario reports. */
  readonly horizon?: number | undefined
}

/** The edition whose rates are used unless another is named. */
const usualEdition = 'green-book-2026'
const lastYear = 2199

/**
 * The run with its appraisal settled: real prices, an edition of rates, year 0 and how far to look.
 * @throws ProblemsError (exit 2) naming all that is wrong; (exit 4) where the rates have gaps
 */
export function settleAppraisal(run: ModelRun, words: AppraisalWords): ModelRun {
  const problems: Problem[] = []
  const { prices, years } = run.settings
  const baseYear = words.baseYear ?? firstPlannedYear(run.model) ?? years.from
  if (prices === 'nominal') problems.push(say.nominalFlows(run.scenario.name, financialYear(baseYear)))
  const edition = editionOf(run.data, words.vintage, problems)
  const horizon = words.horizon ?? years.to - baseYear
  if (horizon < 1) problems.push(say.yearsEndBefore(financialYear(baseYear)))
  if (baseYear + horizon > lastYear) problems.push(say.horizonTooFar(baseYear + horizon))
  const schedule = words.schedule ?? 'standard'
  const spans = edition === undefined ? new Map<string, number[]>() : spansOf(run.data, edition)
  if (edition !== undefined && !spans.has(schedule))
    problems.push(say.noSchedule(vintageName(edition), schedule))
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.usage)
  const appraisal: AppraisalSetting = {
    edition: edition ?? usualEdition,
    ...{ schedule, spans, baseYear, horizon },
    shift: new Decimal(0),
  }
  return run.with({ appraisal })
}

/** How an edition is called: `gb-2026` for the Green Book of 2026, else its own name. */
export function vintageName(edition: string): string {
  return edition.replace(/^green-book-/, 'gb-')
}

/** Whether HM Treasury has adopted an edition: those of the Green Book; anything else is only proposed. */
export function isAdopted(edition: string): boolean {
  return edition.startsWith('green-book-')
}

function editionOf(data: Data, vintage: string | undefined, problems: Problem[]): string | undefined {
  const editions = data.dataset('discount-rates').values('edition')
  const wanted = vintage ?? usualEdition
  const found = editions.find((edition) => edition === wanted || vintageName(edition) === wanted)
  const known = editions.map(vintageName)
  if (found === undefined) problems.push(say.unknownVintage(wanted, known, nearest(wanted, known)))
  return found
}

/** The first year of each span, by schedule; each span runs on from the one before. */
function spansOf(data: Data, edition: string): Map<string, number[]> {
  const rows = data
    .dataset('discount-rates')
    .rows.filter(({ cells }) => cells['edition'] === edition)
    .map(({ cells }) => ({
      schedule: cells['schedule'] ?? '',
      from: Number(cells['from_year']),
      to: cells['to_year'] === '' ? Infinity : Number(cells['to_year']),
    }))
  const spans = new Map<string, number[]>()
  for (const schedule of new Set(rows.map((row) => row.schedule))) {
    const own = rows.filter((row) => row.schedule === schedule).sort((a, b) => a.from - b.from)
    const broken = own.find((row, index) => row.from !== (own[index - 1]?.to ?? -1) + 1)
    if (broken !== undefined)
      throw new ProblemsError(
        [say.spansWithGaps(vintageName(edition), schedule, String(broken.from))],
        exitCodes.data,
      )
    spans.set(
      schedule,
      own.map(({ from }) => from),
    )
  }
  return spans
}
