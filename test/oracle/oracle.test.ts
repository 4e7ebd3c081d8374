import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { nationsOf } from '../../src/figures/comparators.ts'
import type {
  ComparatorAsset,
  ComparatorSeries,
  LookbackSetting,
  NationRule,
  Weighting,
} from '../../src/figures/settings.ts'
import { knownNames } from '../../src/run/known-names.ts'
import { lookbackRun, runScenario, type ModelRun } from '../../src/run/run.ts'
import { loadScenario } from '../../src/scenarios/load.ts'
import type { LoadedScenario } from '../../src/scenarios/resolve.ts'
import { parseCalendarRange } from '../../src/terms/year.ts'
import { differences } from './compare.ts'
import { readCases, type Case, type LookbackCase, type Series } from './expected.ts'
import { meaningInBridge, meaningInLookback, meaningInRun } from './names.ts'

/** The model against the second method: every value of expected/*.json, and every cell it finds no value for. */

const data = await loadData()
const known = knownNames(data)
const folder = mkdtempSync(path.join(tmpdir(), 'capgap-oracle-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Loads a scenario document (JSON is YAML) in the prices given; empty leaves the document's own. */
function loadedOf(scenario: Case['scenario'], prices = ''): LoadedScenario {
  const file = path.join(folder, 'scenario.yaml')
  writeFileSync(file, JSON.stringify(scenario))
  return loadScenario(file, prices === '' ? { known } : { known, prices })
}

function runOf(scenario: Case['scenario'], prices = ''): ModelRun {
  return runScenario(loadedOf(scenario, prices), data)
}

/** The first ten differing cells, and how many more there are. */
function listed(found: readonly string[]): string {
  const more = found.length > 10 ? [`and ${found.length - 10} more`] : []
  return [...found.slice(0, 10), ...more].join('\n')
}

const byScenario = [
  'choosing',
  'economy',
  'default',
  'rules',
  'measures',
  'benchmarks',
  'stated-baseline',
  'assumptions',
  'stocks',
  'delivery',
]
describe.each(byScenario)('%s', (name) => {
  for (const { id, about, scenario, series } of readCases<Case>(name)) {
    it(`${id}: ${about}`, () => {
      const runs = new Map<string, ModelRun>()
      const found = series.flatMap((wanted) => {
        const run = runs.get(wanted.prices) ?? runOf(scenario, wanted.prices)
        runs.set(wanted.prices, run)
        return differences(run, wanted, meaningInRun)
      })
      expect(listed(found)).toBe('')
    })
  }
})

const anyScenario = readCases<Case>('default')[0]?.scenario

describe('bridges', () => {
  const run = runOf(anyScenario)
  for (const { id, about, series } of readCases<Case>('bridges')) {
    it(`${id}: ${about}`, () => {
      const inBridge = (_wanted: Series, label: string) => meaningInBridge(id, label)
      expect(listed(series.flatMap((wanted) => differences(run, wanted, inBridge)))).toBe('')
    })
  }
})

describe('lookbacks', () => {
  const loaded = loadedOf(anyScenario)
  for (const wanted of readCases<LookbackCase>('lookbacks')) {
    it(wanted.id, () => {
      const setting = settingOf(wanted)
      const options = wanted.prices === 'nominal' ? {} : { lookbackPrices: Number(wanted.prices) }
      const run = lookbackRun(runScenario(loaded, data, options), setting)
      expect(listed(wanted.series.flatMap((each) => differences(run, each, meaningInLookback)))).toBe('')

      const { kept, dropped } = nationsOf(setting, run.model)
      expect([...kept].sort()).toEqual(wanted.kept)
      // The oracle does not count the subject among the dropped; we do, with that as the reason.
      const lacking = dropped.filter(({ reason }) => reason !== 'is-the-subject').map(({ nation }) => nation)
      expect(lacking.sort()).toEqual(wanted.dropped)
      for (const [year, count] of Object.entries(wanted['nations-by-year'] ?? {})) {
        expect(nationsOf(setting, run.model, Number(year)).kept.length, year).toBe(count)
      }
    })
  }
})

describe('the comparison itself', () => {
  const run = runOf(anyScenario, '2025-26')
  const right: Series = {
    figure: 'baseline',
    category: 'total',
    unit: 'GBP million',
    prices: '2025-26',
    values: { '2025-26': '13624.7' },
  }
  it.each<[what: string, wanted: Series, said: string]>([
    ['nothing of the right value', right, ''],
    [
      'a change in the 24th digit',
      { ...right, values: { '2025-26': '13624.7000000000000000001' } },
      'the model has 13624.7, the oracle 13624.7000000000000000001',
    ],
    [
      'a value the oracle finds missing',
      { ...right, values: {}, missing: [{ years: '2025-26', reason: '' }] },
      'the model has 13624.7, the oracle none',
    ],
    ['a missing value', { ...right, values: { '1948-49': '1' } }, 'the model has none'],
    ['other prices', { ...right, prices: '2024-25' }, 'the model has prices of 2025, the oracle 2024-25'],
    // A plan deflated by a forecast deflator is a forecast (MODEL.md 1).
    [
      'another status',
      { ...right, status: { '2025-26': 'outturn' } },
      'the model says forecast, the oracle outturn',
    ],
  ])('names %s', (_what, wanted, said) => {
    const found = listed(differences(run, wanted, meaningInRun))
    if (said === '') expect(found).toBe('')
    else expect(found).toContain(said)
  })
})

/** The settings of a look-back as the model takes them. */
function settingOf({ lookback }: LookbackCase): LookbackSetting {
  const window = parseCalendarRange(lookback.window)
  if (window === undefined) throw new Error(`${lookback.window} is no window`)
  return {
    group: lookback.group,
    subject: lookback.subject,
    series: lookback.series as ComparatorSeries,
    asset: lookback.asset as ComparatorAsset,
    weighting: lookback.weighting as Weighting,
    nations: lookback.nations as NationRule,
    window,
  }
}
