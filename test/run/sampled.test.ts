import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing } from '../../src/engine/calculators/exact.ts'
import { workTape } from '../../src/engine/calculators/samples/tape.ts'
import { deflator, gdp } from '../../src/figures/economy.ts'
import { gap } from '../../src/figures/gap.ts'
import { spend } from '../../src/figures/spend.ts'
import { requirement } from '../../src/figures/requirement/requirement.ts'
import { sample } from '../../src/run/sampled.ts'
import { runsOn, type ScenarioDocument } from './runs.ts'

/** What is drawn, what is folded, and what a draw does, by scenarios small enough to work by hand. */

const runs = runsOn(await loadData())

function scenario(assumptions: object, more: object = {}): ScenarioDocument {
  return {
    capgap: 1,
    title: 'Sampled',
    years: '2025-26 to 2034-35',
    baseline: { 'after-plans': 'flat-nominal' },
    benchmarks: [{ id: 'level', kind: 'stated-level', amount: '£16bn', prices: 'nominal' }],
    assumptions,
    ...more,
  }
}

const why = { why: 'A test', source: 'nao-capital-2020', by: 'A. Tester', on: '2026-11-22' }
const total = (year: number) => ({ category: 'total', benchmark: 'level', year })

/** What the first output is, with these draws of the drivers. */
function at(document: ScenarioDocument, figure: typeof gap, year: number, ...draws: number[]) {
  const sampled = sample(runs.written(document), [{ figure, cell: total(year) }])
  return { ...sampled, value: workTape(sampled.tape, draws)[0] }
}

describe('an underspend drawn', () => {
  const drawn = scenario({ underspend: { value: '0%', range: 'triangular(0%, 3%, 12%)', ...why } })

  it('takes its part of planned capital: 15178.4 × (1 − 10%) in 2029-30', () => {
    const { value, outputs } = at(drawn, spend, 2029, 0.1)
    expect(value).toBeCloseTo(13660.56, 9)
    expect(outputs[0]).toMatchObject({ kind: 'sampled', status: 'assumption' })
  })

  it('widens the gap to £16bn by as much', () => {
    expect(at(drawn, gap, 2029, 0.1).value).toBeCloseTo(2339.44, 9)
  })

  it('has an effect though its stated value has none: it is not neutral', () => {
    const run = runs.written(drawn)
    expect(run.exact(spend, total(2029))).toMatchObject({ status: 'plan' })
    const { drivers } = at(drawn, spend, 2029, 0)
    expect(drivers).toMatchObject([{ name: 'underspend', unit: 'percent', kind: 'value', used: true }])
    expect(drivers[0]?.stated?.toFixed()).toBe('0')
  })

  it('is folded where nothing depends on it: the requirement, and GDP', () => {
    const run = runs.written(drawn)
    const { outputs, tape, drivers } = sample(run, [
      { figure: requirement, cell: total(2029) },
      { figure: gdp, cell: { year: 2029 } },
    ])
    expect(outputs.map(({ kind }) => kind)).toEqual(['folded', 'folded'])
    expect(outputs[0]?.exact).toBe(run.exact(requirement, total(2029)))
    expect([tape.ops.length, tape.outputs.length, drivers[0]?.used]).toEqual([0, 0, false])
  })

  it('is folded, missing, where there is no number', () => {
    const run = runs.written(
      scenario(
        { underspend: { value: '0%', range: 'uniform(0%, 3%)', ...why } },
        {
          benchmarks: [
            { id: 'level', kind: 'stated-level', amount: '£16bn', prices: 'nominal', to: '2026-27' },
          ],
        },
      ),
    )
    const [output] = sample(run, [{ figure: gap, cell: total(2029) }]).outputs
    expect(output).toMatchObject({ kind: 'folded', exact: { missing: 'outside-benchmark-years' } })
  })
})

describe('what a draw stands for', () => {
  it('one draw holds for all years: growth of 5% three times over', () => {
    const document = scenario({ 'gdp-growth': { value: '3%', range: 'uniform(2%, 5%)', ...why } })
    const run = runs.written(document)
    const published = run.exact(gdp, { year: 2030 })
    if (isMissing(published)) throw new Error(published.missing)
    const { tape } = sample(run, [{ figure: gdp, cell: { year: 2033 } }])
    expect(workTape(tape, [0.05])[0]! / (published.n.toNumber() * 1.05 ** 3)).toBeCloseTo(1, 14)
  })

  it('where the value differs by year it is a shift of all years alike', () => {
    const path = { '2026-27': '2%', '2030-31': '6%' }
    const document = scenario({ underspend: { value: path, range: 'uniform(-1%, 1%)', ...why } })
    const { value, drivers } = at(document, spend, 2028, 0.01)
    // 4% in 2028-29, half-way, and one point more.
    const run = runs.written(scenario({ underspend: '5%' }))
    const expected = run.exact(spend, total(2028))
    if (isMissing(expected)) throw new Error(expected.missing)
    expect(value).toBeCloseTo(expected.n.toNumber(), 9)
    expect(drivers[0]).toMatchObject({ kind: 'shift', used: true })
    expect(drivers[0]?.stated?.toFixed()).toBe('0')
  })

  it('a default may be drawn as well as a value that is set', () => {
    const document = scenario({ 'deflator-growth': { value: 'default', range: 'uniform(1%, 3%)', ...why } })
    const run = runs.written(document)
    const { drivers, tape } = sample(run, [{ figure: deflator, cell: { year: 2034 } }])
    expect(drivers[0]).toMatchObject({ name: 'deflator-growth', kind: 'value', used: true })
    const [stated, exact] = [drivers[0]!.stated!, run.exact(deflator, { year: 2034 })]
    if (isMissing(exact)) throw new Error(exact.missing)
    expect(workTape(tape, [stated.toNumber()])[0]! / exact.n.toNumber()).toBeCloseTo(1, 14)
  })

  it('drivers stand in the order of the list, whatever is asked, and tied ones by their places', () => {
    const ranges = {
      'gdp-growth': { value: '3%', range: 'normal(3%, 0.5%)', ...why },
      underspend: { value: '3%', range: 'uniform(0%, 6%)', ...why },
      'deflator-growth': { value: '2%', range: 'normal(2%, 0.5%)', ...why },
    }
    const tie = [{ between: ['gdp-growth', 'underspend'], rank: -0.3 }]
    const run = runs.written(scenario(ranges, { correlations: tie }))
    const { drivers, draws } = sample(run, [{ figure: gap, cell: total(2029) }])
    expect(drivers.map(({ name, used }) => [name, used])).toEqual([
      ['underspend', true],
      ['gdp-growth', false],
      ['deflator-growth', false],
    ])
    expect(draws.variables.map(({ name }) => name)).toEqual(drivers.map(({ name }) => name))
    expect(draws.correlations).toEqual([{ a: 1, b: 0, rank: -0.3 }])
  })
})
