import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  curveBenchmark,
  specificationCurve,
  withComparator,
  type SpecificationCurve,
} from '../../../src/analyses/sensitivity/specification-curve/curve.ts'
import { comparators } from '../../../src/analyses/sensitivity/specification-curve/comparators.ts'
import { ascendingPoints, choiceOf } from '../../../src/analyses/sensitivity/specification-curve/points.ts'
import { findingsOf } from '../../../src/analyses/sensitivity/specification-curve/findings.ts'
import { bridgeVariation } from '../../../src/analyses/sensitivity/specification-curve/variations/bridge.ts'
import { economyVariation } from '../../../src/analyses/sensitivity/specification-curve/variations/economy.ts'
import { leasesVariation } from '../../../src/analyses/sensitivity/specification-curve/variations/leases.ts'
import { splitVariation } from '../../../src/analyses/sensitivity/specification-curve/variations/split.ts'
import { underspendVariation } from '../../../src/analyses/sensitivity/specification-curve/variations/underspend.ts'
import type {
  DimensionName,
  Variation,
} from '../../../src/analyses/sensitivity/specification-curve/dimension.ts'
import { gap } from '../../../src/figures/gap.ts'
import { printed } from '../../../src/figures/prices.ts'
import type { ModelSettings } from '../../../src/figures/settings.ts'
import { Decimal } from '../../../src/terms/decimal.ts'
import { openRuns } from '../../../src/run/open.ts'
import type { ModelRun } from '../../../src/run/run.ts'

const groups = ['eu14', 'oecd-with-data']
let nominal: ModelRun
let curve: SpecificationCurve

beforeAll(async () => {
  ;[nominal] = await openRuns(['current-plans'], { prices: 'nominal' })
  curve = specificationCurve(nominal, { year: 2029, category: 'total', groups })
})

type Wanted = Partial<Record<DimensionName, string>>

/** What every point is asked at unless said. */
const usual: Wanted = {
  group: 'eu14',
  weighting: 'simple',
  nations: 'complete',
  window: '2010-2019',
  'left-out': 'none',
  bridge: 'mean-of-ratios',
  leases: '£0m',
  underspend: '0%',
  economy: 'obr-2026-03',
}

function gapAt(of: SpecificationCurve, wanted: Wanted): Decimal {
  const choices = of.dimensions.map(({ name, choices: all }) =>
    all.findIndex((choice) => choice.name === { ...usual, ...wanted }[name]),
  )
  const { gaps } = of.points
  const point = gaps.findIndex((_gap, index) =>
    choices.every((choice, dimension) => choice === choiceOf(of.points, index, dimension)),
  )
  return gaps[point]!.n
}

describe('the numbers MODEL.md checks are points of the curve', () => {
  it.each<[string, Wanted, string]>([
    ['the default', {}, '-110'],
    ['14 OECD nations with data', { group: 'oecd-with-data' }, '-3198'],
    ['the lowest bridge', { bridge: '2016-17' }, '-1902'],
    ['the highest bridge', { bridge: '2013-14' }, '3901'],
  ])('%s', (_what, wanted, expected) => {
    expect(gapAt(curve, wanted).toFixed(0)).toBe(expected)
  })

  it('adds leases to the requirement, and what goes unspent to the gap', () => {
    const base = gapAt(curve, {})
    expect(gapAt(curve, { leases: '£1.4bn' }).minus(base).toString()).toBe('1400')
    // 6% of the plan of 2029-30, £15,178.4m.
    expect(gapAt(curve, { underspend: '6%' }).minus(base).toString()).toBe('910.704')
  })
})

describe('the second method', () => {
  const file = new URL('../../oracle/expected/specification.json', import.meta.url)
  const [points] = JSON.parse(readFileSync(file, 'utf8')) as [{ series: (Wanted & { gap: string })[] }]

  it.each(points.series)(
    '$group, $weighting, $nations, $window, without $left-out, $bridge, $leases, $underspend',
    ({ gap: expected, ...wanted }) => {
      const found = gapAt(curve, wanted)
      expect(found.minus(expected).abs().lessThan(found.abs().times('1e-24'))).toBe(true)
    },
  )
})

describe('each point is the model’s own figure', () => {
  it.each(['total', 'infrastructure'] as const)('%s: a sample, worked alone', async (category) => {
    const [run] = await openRuns(['match-eu14-2030'], { prices: '2025-26' })
    const sampled = specificationCurve(run, { year: 2028, category, groups: ['eu14', 'nordics'] })
    const step = Math.floor(sampled.points.gaps.length / 37)
    for (let index = 0; index < sampled.points.gaps.length; index += step) {
      const alone = settingsOf(run, sampled, index)
      const cell = { benchmark: curveBenchmark, category, year: 2028 }
      expect(run.with(alone).exact(printed(gap), cell)).toEqual(sampled.points.gaps[index])
    }
  })
})

/** The settings of one point, put together without what the curve shares. */
function settingsOf(run: ModelRun, of: SpecificationCurve, point: number): ModelSettings {
  const series = of.category === 'total' ? 'who' : 'national-accounts'
  const variations: Variation[] = [
    economyVariation(run),
    leasesVariation(run.settings),
    underspendVariation(run.settings),
    bridgeVariation(run.settings, series),
    splitVariation(run.settings),
  ]
  const named = (name: DimensionName): number => of.dimensions.findIndex((each) => each.name === name)
  const chosen = (name: DimensionName): string =>
    of.dimensions[named(name)]?.choices[choiceOf(of.points, point, named(name))]?.name ?? ''
  const window = chosen('window').split('-').map(Number)
  const [from = 0, to = from] = window
  const out = chosen('left-out')
  const comparator = {
    group: chosen('group'),
    series,
    asset: of.category,
    weighting: chosen('weighting'),
    nations: chosen('nations'),
    window: { from, to },
    hold: { from: Math.max(from, to - 4), to },
    ...(out === 'none' ? {} : { without: [out] }),
  } as Parameters<typeof withComparator>[1]
  return variations
    .filter(({ name }) => named(name) >= 0)
    .reduce(
      (settings, each) => each.settings(settings, choiceOf(of.points, point, named(each.name))),
      withComparator(run.settings, comparator, of.category),
    )
}

describe('a curve that can be checked by hand', () => {
  it('counts each set of nations, weights and years once', () => {
    const [first, second] = [
      comparators(nominal, 'total', ['eu14']),
      comparators(nominal, 'total', ['eu14', 'eu15']),
    ]
    // The EU15 is the EU14 and the subject, which is never its own comparator.
    expect(second.distinct.length).toBe(first.distinct.length)
    expect(second.repeated).toBe(2 * first.repeated + first.distinct.length)
  })

  it('leaves each nation out in turn', () => {
    const { distinct } = comparators(nominal, 'total', ['eu14'])
    const left = distinct
      .filter(
        ({ setting: { weighting, nations, window } }) =>
          weighting === 'simple' && nations === 'complete' && window.from === 2010,
      )
      .map(({ setting }) => setting.without?.[0] ?? 'none')
    expect(left).toEqual(['none', 'AUT', 'DNK', 'FIN', 'GRC', 'IRL', 'SWE'])
  })

  it('finds signs, shares and flips as counted by hand', () => {
    const dimensions = [
      { name: 'bridge', choices: [{ name: 'low' }, { name: 'high' }] },
      { name: 'leases', choices: [{ name: 'none' }, { name: 'some' }] },
    ] as const
    // Low and none −3, low and some −1, high and none 0, high and some 4, given in another order.
    const given: [bridge: number, leases: number, gap: number][] = [
      [1, 1, 4],
      [0, 1, -1],
      [0, 0, -3],
      [1, 0, 0],
    ]
    const points = ascendingPoints(
      given.map(([, , gap]) => ({ n: new Decimal(gap), status: 'forecast', flags: [] })),
      Uint8Array.from(given.flatMap(([bridge, leases]) => [bridge, leases])),
      2,
    )
    const found = findingsOf({ ...curve, dimensions, points })
    expect([
      found.combinations,
      found.positive,
      ...[found.lowest, found.median, found.highest].map(Number),
    ]).toEqual([4, 1, -3, -0.5, 4])
    const [bridge] = found.dimensions.filter(({ dimension }) => dimension.name === 'bridge')
    expect(bridge).toMatchObject({ sets: 2, flips: 1 })
    expect(bridge!.spread.toNumber()).toBe(50)
    expect(bridge!.choices.map(({ positive, median }) => [positive, median.toNumber()])).toEqual([
      [0, -2],
      [1, 2],
    ])
  })
})
