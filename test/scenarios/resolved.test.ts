import { describe, expect, it } from 'vitest'
import { loadScenario, shippedScenarios } from '../../src/scenarios/load.ts'
import { resolvedYaml } from '../../src/scenarios/resolved.ts'
import type { LoadedScenario } from '../../src/scenarios/resolve.ts'
import { starterScenario } from '../../src/scenarios/starter.ts'
import { known } from './known.ts'
import { resolve, whole } from './help.ts'

/** Settings without where they were said, which a rewritten file must change. */
function meaning({ settings }: LoadedScenario): unknown {
  return JSON.parse(
    JSON.stringify(settings, (key, value: unknown) =>
      key === 'said' ? undefined : value instanceof Map ? [...value] : value,
    ),
  )
}

const rich = `${whole.replace('[{id', '[{id: lvl, kind: stated-level, amount: £9bn, from: 2025-26}, {id: cu, kind: catch-up, group: g7, from: 2025-26, by: 2034-35, depreciation: 4%, title: "a: b # c"}, {id')}as-of: 2023-11-28
baseline: {after-plans: {real-growth: -1.5%}}
split: {digital: {2025-26: 10%, 2029-30: 14.25%}, other: 20%}
measures:
  - {id: a, profile: schedule, amounts: {2025-26: £1.25bn in 2019-20 prices, 2026-27: -£300m}, hold: nominal}
  - {id: b, profile: growth, rate: 0%, from: 2024-25, before-election: true}
  - {id: c, profile: reach-budget-share, share: 10%, from: 2026-27, to: 2028-29, split: {estate: 60%, digital: 40%}, revenue: {one-off: 45%}}
  - {id: d, profile: adoption, programme: nhs-app, amount: £400m in 2025-26 prices, from: 2026-27, adoption: {start: 2.5%, ceiling: 80%, midpoint: 2029-30, source: nao-capital-2020}}
  - {id: e, profile: level, programme: wearables, amount: £25k, from: 2026-27, to: 2027-28}
assumptions:
  underspend: {value: {2025-26: 0%, 2029-30: 3%}, range: "pert(0%, 3%, 12%)", why: "yes: because", source: nao-capital-2020, by: me, on: 2026-11-22}
  switch-to-revenue: {value: £200m, range: "discrete(£0m: 0.5, £1.5bn: 50%)"}
  cdel-per-gfcf: 1.04
  gdp-growth: {value: 3%, range: "normal(3%, 0.5%)"}
correlations: [{between: [underspend, gdp-growth], rank: -0.25}]
optimism-bias:
  digital: {type: outsourcing, mitigation: 12.5%, evidence: "let: at fixed prices"}
  infrastructure: {type: {standard-buildings: 70%, non-standard-buildings: 30%}}
workforce: {staff: {2025-26: 46009, 2029-30: 48000.5}, recruits: 1500, from: 2026-27, to: 2030-31, cost: £25k, prices: 2025-26, source: undated}
`

describe('a resolved scenario', () => {
  it.each([
    ...shippedScenarios().map(({ name }): [string, LoadedScenario] => [name, loadScenario(name, { known })]),
    ['one that says everything', resolve([rich])] as [string, LoadedScenario],
  ])('%s, read again, means the same', (_, loaded) => {
    expect(meaning(resolve([resolvedYaml(loaded)]))).toEqual(meaning(loaded))
  })

  it('says where each value was said, or that it is a default', () => {
    const text = resolvedYaml(loadScenario('confed-2023', { known, set: ['benchmarks.eu14.weighting=gdp'] }))
    expect(text).toContain('  weighting: gdp  # --set:1\n')
    expect(text).toContain('election: 2024-07-04  # default\n')
    expect(text).toMatch(/^prices: 2025-26 {2}# scenarios\/current-plans\.yaml:\d+$/m)
    expect(text).toContain('# assumptions.switch-to-revenue: £0m  # default\n')
  })
})

describe('the starter', () => {
  it('is valid as it stands', () => {
    const base = shippedScenarios().find(({ name }) => name === 'current-plans')!.text
    const { settings, warnings } = resolve([base, starterScenario()])
    expect(warnings).toEqual([])
    expect(settings.measures.map(({ id }) => id)).toEqual(['uplift'])
    expect(starterScenario()).toContain('extends: current-plans')
  })

  it('is still valid with its assumptions taken out of their comments', () => {
    const base = shippedScenarios().find(({ name }) => name === 'current-plans')!.text
    const text = starterScenario().replace(/^# (assumptions:[\s\S]*)/m, (_, rest: string) =>
      rest.replace(/^# /gm, ''),
    )
    const { settings, warnings } = resolve([base, text])
    expect(warnings).toEqual([])
    expect(settings.assumptions.get('underspend')?.range?.kind).toBe('triangular')
  })
})
