import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing, type Exact } from '../../src/engine/calculators/exact.ts'
import { listedAssumptions } from '../../src/figures/assumption-list.ts'
import type { ListedAssumption } from '../../src/figures/listed-assumption.ts'
import { explainableFigures } from '../../src/figures/explainable.ts'
import type { ModelRun } from '../../src/run/run.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { runsOn } from '../run/runs.ts'

/**
 * The list of assumptions and the figures that use them are one list: what `capgap scenario assumptions` promises can
 * be set is read by the figure of that name, and its default is what the list says.
 */

const data = await loadData()
const runs = runsOn(data)
const figures = explainableFigures()

/** A year beyond every forecast, where all of them are read. */
const year = 2036

/** The default of each in figures, by the second method: last published growths, and MODEL.md’s constants. */
const defaults: Readonly<Record<string, string>> = {
  underspend: '0',
  'switch-to-revenue': '0',
  'ifrs16-leases': '0',
  'digital-share': '0.1',
  'other-share': '0.24',
  // 3631831 / 3506679, 118.232 / 115.896 and 231167.9 / 221273.7, less 1.
  'gdp-growth': '0.035689608',
  'deflator-growth': '0.020156002',
  'resource-growth': '0.044714758',
  'comparator-share-adjustment': '0',
  'cdel-per-gfcf': '1.041237016',
  'cdel-per-gfcf-national-accounts': '0.789277417',
  'catch-up-depreciation': '0.05',
  'depreciation-structures': '0.03',
  'depreciation-equipment': '0.13',
  'depreciation-digital': '0.31',
  'depreciation-research': '0.2',
  // 85198, 12117 and 7339 of the UK’s stock of 2023, × 57.1125 / 67.636.
  'opening-stock-infrastructure': '71942.02459',
  'opening-stock-digital': '10231.71333',
  'opening-stock-other': '6197.12339',
  'public-dividend-capital-rate': '0.035',
  // 33.01 doctors and 95.49 nurses and midwives in 2023.
  'health-workers-per-10000-people': '128.50',
  // test/oracle/stocks.py, history_of_arising.
  'backlog-arising': '1020.2791957',
  'backlog-cleared-per-pound': '1',
  'backlog-price-growth': '0.020156002',
  'optimism-bias-digital': '0',
  'optimism-bias-infrastructure': '0',
  'digital-staff-growth': '0',
  // £2bn over 46,009, in GBP million.
  'digital-spend-per-worker': '0.043469756',
}

const settable: Readonly<Record<ListedAssumption['unit'], readonly [text: string, value: string]>> = {
  percent: ['7%', '0.07'],
  money: ['£123m', '123'],
  number: ['1.25', '1.25'],
}

const scenario = (assumptions: Record<string, unknown>) => ({
  capgap: 1,
  title: 'Assumed',
  years: '2025-26 to 2036-37',
  benchmarks: [{ id: 'catch-up', kind: 'catch-up', group: 'eu14', from: '2025-26', by: '2034-35' }],
  assumptions,
})
const plain = runs.written(scenario({}))

describe.each(listedAssumptions)('$name', (listed) => {
  const { name, unit, sources } = listed

  it('has the default the list gives', () => {
    const found = value(plain, listed)
    expect(isMissing(found)).toBe(false)
    const expected = defaults[name]
    if (expected === undefined) return
    const decimals = expected.split('.')[1]?.length ?? 0
    expect('n' in found && found.n.toFixed(decimals)).toBe(expected)
  })

  it('is what a scenario says, as an assumption', () => {
    const [text, expected] = settable[unit]
    const found = value(runs.written(scenario({ [name]: text })), listed)
    expect('n' in found && [found.n.toString(), found.status]).toEqual([expected, 'assumption'])
  })

  it('names only sources there are', () => {
    for (const source of sources) expect(data.sources.has(source), source).toBe(true)
  })
})

describe('those that may differ by year', () => {
  it.each(listedAssumptions.filter(({ yearly }) => yearly))('$name does, on straight lines', (listed) => {
    const { name, unit } = listed
    const [low, high] = { money: ['£100m', '£200m'], percent: ['2%', '4%'], number: ['0.02', '0.04'] }[unit]
    const run = runs.written(scenario({ [name]: { value: { '2030-31': low, '2034-35': high } } }))
    const at = (when: number) => {
      const found = value(run, listed, when)
      return isMissing(found) ? found.missing : found.n.toString()
    }
    const [first, middle, last] = unit === 'money' ? ['100', '150', '200'] : ['0.02', '0.03', '0.04']
    expect([2029, 2030, 2032, 2034, 2036].map(at)).toEqual([first, first, middle, last, last])
  })
})

it('every default that is a number is checked above, but for the growth of people', () => {
  expect(listedAssumptions.map(({ name }) => name).filter((name) => !(name in defaults))).toEqual([
    'population-growth',
    'backlog-planned',
  ])
})

function value(run: ModelRun, { name }: ListedAssumption, when = year): Exact {
  const accounts = name === 'cdel-per-gfcf-national-accounts'
  const figure = figures.get(accounts ? 'cdel-per-gfcf' : name)
  if (figure === undefined) throw new Error(`no figure reads the assumption ${name}`)
  const cell: Cell = { year: when, series: accounts ? 'national-accounts' : 'who' }
  return run.exact(figure, cell)
}
