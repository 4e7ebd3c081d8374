import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { printableFigures } from '../../src/figures/printable.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { renderText, type TextOptions } from '../../src/render/text.ts'
import { appraiseReport } from '../../src/reports/appraise.ts'
import { compareReport } from '../../src/reports/compare.ts'
import { digitalReport } from '../../src/reports/history/digital.ts'
import { specificationCurve } from '../../src/analyses/sensitivity/specification-curve/curve.ts'
import { askGap } from '../../src/analyses/sensitivity/asked.ts'
import { driversByVariance } from '../../src/analyses/sensitivity/drivers-by-variance.ts'
import { switchingValues } from '../../src/analyses/sensitivity/switching.ts'
import { tornado } from '../../src/analyses/sensitivity/tornado.ts'
import { drawChart } from '../../src/render/chart.ts'
import { lookbackReport } from '../../src/reports/lookback.ts'
import { furtherAsked } from '../../src/reports/run/further-asked.ts'
import { runReport } from '../../src/reports/run.ts'
import { curveReport } from '../../src/reports/sensitivity/curve.ts'
import { driversPart } from '../../src/reports/sensitivity/drivers.ts'
import { partReport, together } from '../../src/reports/sensitivity/part.ts'
import { switchingPart } from '../../src/reports/sensitivity/switching.ts'
import { tornadoPart } from '../../src/reports/sensitivity/tornado.ts'
import type { Report } from '../../src/reports/table.ts'
import { settleAppraisal } from '../../src/run/appraisal.ts'
import { settleLookback } from '../../src/run/lookback.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { runsOn } from '../run/runs.ts'

/**
 * Every scenario that comes with capgap, its output held to the byte. README.md beside this file says how to judge a
 * change; `UPDATE_GOLDENS=1 npx vitest run test/golden` writes the files anew.
 */

const folder = import.meta.dirname
const updating = process.env['UPDATE_GOLDENS'] === '1'
const runs = runsOn(await loadData())

/** File name → what stands in it. */
const outputs: Readonly<Record<string, () => string | Promise<string>>> = {
  ...Object.fromEntries(
    shippedScenarios().flatMap(({ name }) => [
      [`${name}.csv`, async () => renderCsv(await report(name))],
      [`${name}.txt`, async () => renderText(await report(name), { width: 80 })],
    ]),
  ),
  'programmes-2035.by-sub-category.txt': async () =>
    renderText(await report('programmes-2035', true), { width: 80 }),
  'lookback.csv': () => renderCsv(lookbackReport(settleLookback(runs.shipped('current-plans'), {}))),
  'lookback-digital.csv': () => renderCsv(digitalReport(settleLookback(runs.shipped('current-plans'), {}))),
  'lookback-digital.txt': () =>
    renderText(digitalReport(settleLookback(runs.shipped('current-plans'), {})), { width: 80 }),
  'specification-curve.txt': () => renderText(curveOf('current-plans'), { width: 80, drawChart: drawnPlainly }),
  'sensitivity.txt': () => renderText(sensitivityOf('current-plans', 'eu14'), { width: 80, drawChart: drawnPlainly }),
  'lookback.txt': () =>
    renderText(lookbackReport(settleLookback(runs.shipped('current-plans'), {})), { width: 80 }),
  'appraise.digitise-2030.txt': () =>
    renderText(
      appraiseReport(settleAppraisal(runs.shipped('digitise-2030'), {}), { benchmarks: ['digitisation'] }),
      { width: 80 },
    ),
  'compare.match-and-ten-percent.txt': () => renderText(comparison(), { width: 80 }),
}

/** Two scenarios whose measures get in each other's way. */
function comparison(): Report {
  return compareReport([runs.shipped('match-eu14-2030'), runs.shipped('ten-percent-2035')], {
    figures: printableFigures.filter(({ name }) => name === 'spend' || name === 'gap'),
    benchmarks: ['eu14', 'digitisation'],
    seed: 1,
  })
}

/** What `capgap sensitivity --curve` answers, in the last planned year. */
function curveOf(name: string): Report {
  const question = { year: 2029, category: 'total' } as const
  return curveReport(specificationCurve(runs.shipped(name), question), { charts: true })
}

/** What `capgap sensitivity --tornado --drivers --switching` answers, in the last planned year. */
function sensitivityOf(name: string, id: string): Report {
  const run = runs.shipped(name)
  const benchmark = run.settings.benchmarks.find((each) => each.id === id)!
  const gap = askGap(run, benchmark, 'total', 2029)
  if ('missing' in gap) throw new Error(gap.missing)
  return together([
    partReport([gap], tornadoPart([tornado(gap)], { charts: true })),
    partReport([gap], driversPart([driversByVariance(gap, { seed: 20261122, rows: 1024 })])),
    partReport([gap], switchingPart([switchingValues(gap)])),
  ])
}

const drawnPlainly: TextOptions['drawChart'] = (chart, width) => drawChart(chart, { width, blocks: false })

/** What `capgap run` answers, with the tables that a scenario calls for by what it says. */
async function report(name: string, bySubCategory = false): Promise<Report> {
  const run = runs.shipped(name)
  return runReport([run], { bySubCategory, further: await furtherAsked([run], { bySubCategory }) })
}

describe('the output of', () => {
  it.each(Object.keys(outputs))('%s is what it was', { timeout: 60_000 }, async (name) => {
    const file = path.join(folder, name)
    const output = (await outputs[name]?.()) ?? ''
    if (updating) writeFileSync(file, output)
    expect(existsSync(file), `${name} is not there yet: ${howToUpdate}`).toBe(true)
    expect(differences(output, readFileSync(file, 'utf8')), howToUpdate).toBe('')
  })
})

it('no golden is left of a scenario that is gone', () => {
  const goldens = readdirSync(folder).filter((name) => /\.(csv|txt)$/.test(name))
  const left = goldens.filter((name) => !(name in outputs))
  if (updating) for (const name of left) rmSync(path.join(folder, name))
  else expect(left).toEqual([])
})

const howToUpdate = 'UPDATE_GOLDENS=1 npx vitest run test/golden, after reading test/golden/README.md'

/** The first lines that differ, both ways round, and how many there are; empty where every byte is the same. */
function differences(output: string, golden: string): string {
  if (output === golden) return ''
  const [now, before] = [output.split('\n'), golden.split('\n')]
  const numbers = Array.from({ length: Math.max(now.length, before.length) }, (_, index) => index)
  const differing = numbers.filter((index) => now[index] !== before[index])
  const shown = differing
    .slice(0, 8)
    .map((index) => `${index + 1}: ${before[index] ?? '(nothing)'}\n  → ${now[index] ?? '(nothing)'}`)
  return [...shown, `${differing.length} lines of ${before.length} differ`].join('\n')
}
