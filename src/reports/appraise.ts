import { sensitivitiesOf, type Sensitivity } from '../analyses/appraise/sensitivity.ts'
import { isMissing } from '../engine/calculators/exact.ts'
import {
  capitalAppraised,
  costAppraised,
  gapAppraised,
  gapHighAppraised,
  gapLowAppraised,
} from '../figures/appraisal/appraisal.ts'
import type { BenchmarkSetting } from '../figures/settings.ts'
import * as say from '../problems/catalogue/appraise.ts'
import { onCategory } from '../problems/catalogue/headline.ts'
import { missingMeaning, pricesSentence } from '../problems/catalogue/report.ts'
import { isAdopted, vintageName } from '../run/appraisal.ts'
import type { ModelRun } from '../run/run.ts'
import { priceBasisLabel } from '../terms/prices.ts'
import { version } from '../terms/version.ts'
import { financialYear } from '../terms/year.ts'
import { appraiseLong } from './appraise/long.ts'
import { flowsTable, sensitivityTable, summaryTable } from './appraise/tables.ts'
import { appraisalOf, valueIn, type Appraisal } from './appraise/values.ts'
import { lazily } from './lazily.ts'
import { datasetCaveats, onceEach } from './caveats.ts'
import { sourcesOf } from './run.ts'
import type { Report, Sentence } from './table.ts'

export interface AppraiseOptions {
  readonly benchmarks?: readonly string[] | undefined
}

/**
 * The answer to `capgap appraise`: present values and even yearly values of what measures cost and of each gap, without and
 * with optimism bias; beyond fifty years the lower rates beside them; and what moves the gap of one benchmark.
 * @param run with its appraisal settled (`settleAppraisal`)
 */
export function appraiseReport(run: ModelRun, options: AppraiseOptions = {}): Report {
  const asked = run.settings.benchmarks.filter(({ id }) => options.benchmarks?.includes(id) ?? true)
  const appraisal = appraisalOf(run, asked)
  const prices = priceBasisLabel(run.settings.prices)
  const [first] = asked
  const edition = run.settings.appraisal?.edition ?? ''
  // Worked once, whichever of tables and long form is read.
  const known: { moved?: ReadonlyMap<BenchmarkSetting, readonly Sensitivity[]> } = {}
  const moved = () =>
    (known.moved ??= new Map(first === undefined ? [] : [[first, sensitivitiesOf(run, first)]]))
  return lazily({
    headline: () => headline(appraisal, asked),
    tables: () => [
      summaryTable(appraisal, prices, summaryNotes(appraisal, prices)),
      flowsTable(appraisal, prices, first),
      ...[...moved()].map(([benchmark, all]) =>
        sensitivityTable(
          benchmark,
          all,
          appraisal.cases.bias === 'set',
          [say.switchingMeans, say.sensitivityOf(benchmark.id, run.settings.benchmarks.length > 1)],
          prices,
        ),
      ),
    ],
    long: () => appraiseLong(appraisal, vintageName(edition), moved()),
    sources: () => sourcesOf(read(appraisal), { benchmarks: options.benchmarks }),
    caveats: () => onceEach(read(appraisal).flatMap(datasetCaveats)),
    envelope: () => ({
      capgap: version,
      command: 'appraise',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
      vintage: vintageName(edition),
      adopted: isAdopted(edition),
      schedule: appraisal.schedule,
      baseYear: financialYear(run.settings.appraisal?.baseYear ?? 0),
      horizon: run.settings.appraisal?.horizon ?? 0,
    }),
  })
}

/** The runs that the cases of an appraisal were worked in. */
function read({ run, cases }: Appraisal): ModelRun[] {
  return [cases.before, ...('missing' in cases.after ? [] : [cases.after]), run]
}

function headline(appraisal: Appraisal, benchmarks: readonly BenchmarkSetting[]): Sentence[] {
  const { run, schedule } = appraisal
  const { baseYear = 0, horizon = 0, edition = '' } = run.settings.appraisal ?? {}
  const { title } = run.scenario
  const dayToDay = run.settings.measures.some(({ revenue }) => revenue !== undefined)
  const costs = (dayToDay ? costAppraised : capitalAppraised).presentValue
  const cost = valueIn(appraisal, 'before', costs, {})
  const adopted = isAdopted(edition) ? '' : `, ${say.notAdopted}`
  const at = {
    base: financialYear(baseYear),
    years: horizon + 1,
    prices: priceBasisLabel(run.settings.prices),
    rate: `${vintageName(edition)} ${schedule} rates${adopted}`,
  }
  return [
    run.settings.measures.length === 0 || isMissing(cost)
      ? say.noMeasuresHeadline(title, at)
      : say.appraiseHeadline(title, cost.n, at),
    ...benchmarks.map((benchmark) => gapSentence(appraisal, benchmark)),
  ]
}

function gapSentence(appraisal: Appraisal, benchmark: BenchmarkSetting): Sentence {
  const cell = { benchmark: benchmark.id, category: benchmark.category }
  const subject = onCategory(benchmark.title, benchmark.category)
  const of = ({ presentValue }: typeof gapAppraised) => valueIn(appraisal, 'before', presentValue, cell)
  const [central, low, high] = [of(gapAppraised), of(gapLowAppraised), of(gapHighAppraised)]
  if (isMissing(central)) return say.gapWithoutValue(subject, missingMeaning(central.missing))
  const ends = isMissing(low) || isMissing(high) ? [central, central] : [low, high]
  const [a = central, b = central] = ends
  const after = valueIn(appraisal, 'after', gapAppraised.presentValue, cell)
  const moved = appraisal.cases.bias === 'set' && !isMissing(after) && !after.n.equals(central.n)
  const biased = moved ? after.n : undefined
  return say.gapHeadline(subject, { central: central.n, low: a.n, high: b.n, biased })
}

function summaryNotes({ run, schedule, cases, lowerTest }: Appraisal, prices: string): Sentence[] {
  const { edition = '' } = run.settings.appraisal ?? {}
  return [
    say.ratesNote(vintageName(edition), schedule, isAdopted(edition)),
    ...(schedule === 'standard' && vintageName(edition) === 'gb-2026' ? [say.rateMadeOf] : []),
    ...(schedule === 'health' ? [say.healthIsForEffects] : []),
    say.annualMeans,
    ...(lowerTest ? [say.lowerRateTest] : []),
    cases.bias === 'set' ? say.biasSet : say.biasUsual,
    ...cases.unraised.map(say.biasLeavesOut),
    say.yearsWithout,
    say.financialOnly,
    say.noTaxUplift,
    pricesSentence(prices, run.settings.economy),
  ]
}
