import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { comparatorOf, nationsOf } from '../../src/figures/comparators.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { lookbackReport } from '../../src/reports/lookback.ts'
import { runReport } from '../../src/reports/run.ts'
import { knownNames } from '../../src/run/known-names.ts'
import { runScenario, type ModelRun } from '../../src/run/run.ts'
import { loadScenario } from '../../src/scenarios/load.ts'

/** What must not matter about data: the order of its rows, and nations about which nothing is published. */

const bundled = path.join(import.meta.dirname, '../../data')
const folder = mkdtempSync(path.join(tmpdir(), 'capgap-data-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The default scenario on the bundled data with these datasets rewritten. */
async function runWith(changed: Readonly<Record<string, (rows: string[]) => string[]>>): Promise<ModelRun> {
  const into = mkdtempSync(path.join(folder, 'data-'))
  for (const [name, rewrite] of Object.entries(changed)) {
    mkdirSync(path.join(into, name))
    cpSync(path.join(bundled, name, 'about.yaml'), path.join(into, name, 'about.yaml'))
    const [header, ...rows] = readFileSync(path.join(bundled, name, 'observations.csv'), 'utf8')
      .trimEnd()
      .split('\n')
    writeFileSync(path.join(into, name, 'observations.csv'), `${[header, ...rewrite(rows)].join('\n')}\n`)
  }
  const data = await loadData({ folders: Object.keys(changed).length === 0 ? [] : [into] })
  return runScenario(loadScenario('current-plans', { known: knownNames(data) }), data)
}

const answers = (run: ModelRun): string => renderCsv(runReport([run])) + renderCsv(lookbackReport(run))
const asBundled = answers(await runWith({}))

describe('the order of rows changes nothing in a run or a look-back', () => {
  const published = [
    ...['dhsc-capital', 'dhsc-resource', 'gdp-deflator', 'uk-gdp', 'population', 'trust-capital-assets'],
    ...['health-capital-share', 'health-capital-assets', 'nation-gdp', 'nation-ppp'],
  ]
  it.each([
    ['published series', published],
    ['the lists of nations', ['nation-groups']],
  ])('%s', async (_what, datasets) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (number) => {
        const next = drawing(number)
        const shuffled = await runWith(Object.fromEntries(datasets.map((name) => [name, shuffle(next)])))
        expect(firstDifference(answers(shuffled), asBundled)).toBe('')
      }),
      { numRuns: 2, seed: 20261122, endOnFailure: true },
    )
  })
})

describe('a nation without data', () => {
  // Neither the WHO nor national accounts have a figure for these.
  const without = ['CHE', 'NZL']
  const groups = ['eu14', 'health-foundation-2019']

  it('never counts as zero: added to a group, it changes nothing but the list of those left out', async () => {
    const run = await runWith({
      'nation-groups': (rows) => [...rows, ...groups.flatMap((group) => addTo(rows, group))],
    })
    expect(answers(run)).toBe(asBundled)
    for (const comparator of ['eu14', 'eu14-digital', 'health-foundation', 'lookback']) {
      const { kept, dropped } = nationsOf(comparatorOf({ comparator }, run.model), run.model)
      for (const nation of without) {
        expect(kept).not.toContain(nation)
        expect(dropped.find((each) => each.nation === nation)?.reason, `${nation} in ${comparator}`).toBe(
          'no-observation',
        )
      }
    }
  })

  it('and one with data does count, so that the test above could fail', async () => {
    const run = await runWith({ 'nation-groups': (rows) => [...rows, 'eu14,NOR'] })
    expect(answers(run)).not.toBe(asBundled)
  })

  function addTo(rows: readonly string[], group: string): string[] {
    return without.map((nation) => `${group},${nation}`).filter((row) => !rows.includes(row))
  }
})

/** The first line that differs, both ways round; empty where none does. */
function firstDifference(a: string, b: string): string {
  const theirs = b.split('\n')
  const at = a.split('\n').findIndex((line, index) => line !== theirs[index])
  return at < 0 ? '' : `${a.split('\n')[at]}\nwas ${theirs[at]}`
}

/** Whole numbers one after another, the same ones for the same start. */
function drawing(start: number): () => number {
  let state = start
  return () => (state = (state * 48271) % 2147483647)
}

/** A shuffle of any list. */
function shuffle(next: () => number): (rows: string[]) => string[] {
  return (rows) => {
    const mixed = [...rows]
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = next() % (last + 1)
      const held = mixed[last] ?? ''
      mixed[last] = mixed[other] ?? ''
      mixed[other] = held
    }
    return mixed
  }
}
