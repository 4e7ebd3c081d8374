import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/render/csv.ts'
import { longTable } from '../../src/reports/run/long.ts'
import { runScenario } from '../../src/run/run.ts'
import { shareRun } from '../../src/run/shared-run.ts'
import { differingParts } from '../../src/run/tracked-settings.ts'
import { openVariations } from '../../src/run/variations.ts'

/**
 * A run that shares what does not change must say what a fresh run says, to the byte: every figure, year, benchmark,
 * category, status and flag, in whatever order settings come and go.
 */

/** Every figure; two years are enough, for cumulatives read the others. */
const some = { years: { from: 2027, to: 2028 } }

const cases: readonly { spec: string; keys: Readonly<Record<string, readonly string[]>> }[] = [
  {
    spec: 'current-plans',
    keys: {
      'assumptions.underspend': ['0%', '3%', '{2026-27: 0%, 2030-31: 5%}'],
      'benchmarks.oecd.share': ['0.6%', '0.58% of GDP'],
      split: ['trust-accounts', 'national-accounts'],
    },
  },
  {
    spec: 'current-plans',
    keys: {
      'benchmarks.eu14.weighting': ['simple', 'median'],
      'benchmarks.eu14.nations': ['complete', 'available'],
      'assumptions.cdel-per-gfcf': ['1.0', '1.1'],
    },
  },
  {
    spec: 'current-plans',
    keys: {
      'as-of': ['2023-11-28', '2026-11-01'],
      economy: ['obr-2026-03', 'hmt-2025'],
      prices: ['nominal', '2023-24'],
    },
  },
  {
    spec: 'current-plans',
    keys: {
      'baseline.after-plans': ['flat-real', '{real-growth: 2%}'],
      years: ['2024-25 to 2034-35', '2025-26 to 2029-30'],
      'assumptions.gdp-growth': ['2%', '4%'],
    },
  },
  {
    spec: 'digitise-2030',
    keys: {
      'assumptions.digital-share': ['5%', '15%'],
      'assumptions.switch-to-revenue': ['£0m', '£250m'],
      'assumptions.ifrs16-leases': ['£0m', '£500m'],
    },
  },
  { spec: 'catch-up-2035', keys: { 'benchmarks.eu14-catch-up.depreciation': ['0%', '9%'] } },
  {
    spec: 'ten-percent-2035',
    keys: { 'assumptions.resource-growth': ['2%', '4%'], 'assumptions.deflator-growth': ['1%', '3%'] },
  },
  { spec: 'confed-own-scope', keys: { 'baseline.stated.amount': ['£7.7bn', '£8.7bn'] } },
]

describe.each(cases)('$spec, $keys', ({ spec, keys }) => {
  test('every run of the grid, and those gone back to, is the fresh run', async () => {
    const { settle, data } = await openVariations(spec)
    const grid = Object.entries(keys).reduce<string[][]>(
      (points, [key, values]) =>
        points.flatMap((point) => values.map((value) => [...point, `${key}=${value}`])),
      [[]],
    )
    const settled = grid.map((sets) => settle(sets))
    const [first] = settled
    const shared = shareRun(first!, differingParts(settled.map(({ settings }) => settings)), data)
    // Back to two that have been before: what was remembered of them is not what stands now.
    for (const each of [...settled, settled[1]!, settled[0]!]) {
      shared.become(each.settings)
      expect(csvOf(longTable([shared.run], some))).toBe(csvOf(longTable([runScenario(each, data)], some)))
    }
  })
})
