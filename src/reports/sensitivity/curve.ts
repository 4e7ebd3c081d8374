import { findingsOf, percentOf } from '../../analyses/sensitivity/specification-curve/findings.ts'
import type { CurveFindings } from '../../analyses/sensitivity/specification-curve/findings.ts'
import {
  curveBenchmark,
  type SpecificationCurve,
} from '../../analyses/sensitivity/specification-curve/curve.ts'
import { moneyOfTheDay, pricesOf } from '../../problems/catalogue/headline.ts'
import { asOfSentence, pricesSentence } from '../../problems/catalogue/report.ts'
import * as say from '../../problems/catalogue/specification-curve.ts'
import { Decimal } from '../../terms/decimal.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { version } from '../../terms/version.ts'
import { financialYear } from '../../terms/year.ts'
import { lazily } from '../lazily.ts'
import { citation } from '../run/comparator-note.ts'
import { datasetCaveats, onceEach } from '../caveats.ts'
import { sourcesOf } from '../run.ts'
import { flagNotes } from '../run/values.ts'
import type { Json, Report, Sentence, SourceLine } from '../table.ts'
import { curveChart } from './curve-chart.ts'
import { curveLong } from './curve-long.ts'
import { curveTables, extremes, varied } from './curve-tables.ts'

/**
 * The answer to `capgap sensitivity --curve`: what share of combinations leaves a gap, and which choice decides.
 * @param charts whether to draw the curve under the tables
 */
export function curveReport(curve: SpecificationCurve, { charts }: { readonly charts: boolean }): Report {
  const { settings, scenario, data } = curve.run
  const basis = priceBasisLabel(settings.prices)
  const standing: say.CurveStanding = {
    title: scenario.title,
    year: financialYear(curve.year),
    category: curve.category,
    prices: basis === 'nominal' ? moneyOfTheDay() : pricesOf(basis),
  }
  const findings = findingsOf(curve)
  const own = ownGap(curve)
  const notes: Sentence[] = [
    pricesSentence(basis, settings.economy),
    ...(settings.asOf === undefined ? [] : [asOfSentence(settings.asOf)]),
    ...flagNotes(own === undefined ? [] : [own]),
  ]
  return lazily({
    headline: () => headline(curve, findings, standing),
    tables: () => curveTables(curve, findings, standing, notes),
    charts: () => (charts ? [curveChart(curve, standing)] : []),
    long: () => curveLong(curve),
    sources: () => curveSources(curve),
    caveats: () => onceEach(curve.asked.flatMap(datasetCaveats)),
    envelope: () => ({
      capgap: version,
      command: 'sensitivity',
      scenario: scenario.name,
      asOf: settings.asOf ?? null,
      economy: settings.economy,
      dataHash: data.hash(),
      curve: curveData(curve, findings),
    }),
  })
}

function headline(
  curve: SpecificationCurve,
  findings: CurveFindings,
  standing: say.CurveStanding,
): Sentence[] {
  const [decisive] = varied(findings)
  const own = ownGap(curve)
  const counts = {
    combinations: new Decimal(findings.combinations),
    percent: percentOf(findings.positive, findings.combinations),
  }
  return [
    say.curveHeadline(standing, counts, findings),
    ...(decisive === undefined
      ? []
      : [
          say.movesSignMost(
            say.dimensionWords[decisive.dimension.name]?.label.toLowerCase() ?? '',
            extremes(decisive),
            percentOf(decisive.flips, decisive.sets),
          ),
        ]),
    ...(own === undefined ? [] : [say.firstChoices(own.n)]),
  ]
}

/** What the curve comes to, for machines: beside its rows. */
function curveData(curve: SpecificationCurve, findings: CurveFindings): Json {
  const { year, category, run, repeated, withoutData } = curve
  return {
    ...{ year: financialYear(year), category },
    ...{ unit: 'GBP million', prices: priceBasisLabel(run.settings.prices) },
    ...{ combinations: findings.combinations, positive: findings.positive, repeated, withoutData },
    lowest: findings.lowest.toString(),
    median: findings.median.toString(),
    highest: findings.highest.toString(),
    atFirstChoices: ownGap(curve)?.n.toString() ?? null,
    dimensions: findings.dimensions.map(({ dimension, spread, sets, flips, choices }): Json => ({
      name: dimension.name,
      why: say.dimensionWords[dimension.name]?.why ?? null,
      ...{ spread: spread.toString(), sets, flips },
      choices: choices.map(({ choice, combinations, positive, median }) => ({
        name: dimension.choices[choice]?.name ?? '',
        source: dimension.choices[choice]?.source ?? null,
        ...{ combinations, positive, median: median.toString() },
      })),
    })),
  }
}

function ownGap({ own, points }: SpecificationCurve) {
  return own === undefined ? undefined : points.gaps[own]
}

/** Of every row that was read, and of the choices a publication supports. */
function curveSources({ run, asked, dimensions }: SpecificationCurve): SourceLine[] {
  const named = dimensions.flatMap(({ choices }) => choices.flatMap(({ source }) => source ?? []))
  const lines = new Map(sourcesOf(asked, { benchmarks: [curveBenchmark] }).map((line) => [line.id, line]))
  for (const id of named) lines.set(id, { id, citation: citation(run, id) })
  return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
