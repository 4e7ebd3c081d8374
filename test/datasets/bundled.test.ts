import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkData, loadData } from '../../src/datasets/load.ts'

/** Rows of each bundled file, counted in the published files themselves. */
const rowCounts = {
  'backlog-investment': 15,
  'capital-to-revenue-transfers': 6,
  'dhsc-capital': 64,
  'dhsc-resource': 16,
  'digital-workforce': 11,
  'discount-rates': 18,
  'estate-capital': 15,
  'gdp-deflator': 47,
  'gdp-deflator-calendar': 25,
  'government-health-capital': 283,
  'health-capital-assets': 3643,
  'health-capital-share': 608,
  'health-capital-stock': 457,
  'health-it-per-head': 8,
  'health-workforce': 1902,
  'maintenance-backlog': 57,
  'nation-gdp': 1032,
  'nation-groups': 149,
  'nation-population': 989,
  'nation-ppp': 1032,
  'nhs-capital-spend': 13,
  'nhs-digital-spend': 19,
  'optimism-bias': 6,
  population: 70,
  'published-claims': 30,
  'trust-capital-assets': 5,
  'uk-gdp': 31,
  'uk-gdp-calendar': 32,
}

const data = await loadData()

test('every published series is bundled, and nothing else', () => {
  expect(data.names).toEqual(Object.keys(rowCounts))
  expect(data.sources.size).toBe(72)
})

test('bundled data passes every check, without a warning', async () => {
  const { problems, datasets } = await checkData()
  expect(problems).toEqual([])
  expect(Object.fromEntries(datasets.map(({ name, rows }) => [name, rows]))).toEqual(rowCounts)
})

describe.each(Object.entries(rowCounts))('%s', (name, count) => {
  const dataset = data.dataset(name)
  const lines = readFileSync(new URL(`../../data/${name}/observations.csv`, import.meta.url), 'utf8').split(
    '\n',
  )

  test('holds every row', () => {
    expect(dataset.rows).toHaveLength(count)
    expect(dataset.observations).toHaveLength(dataset.about.shape === 'table' ? 0 : count)
  })

  test('keeps the text of every cell to the letter', () => {
    const again = dataset.rows.map(({ cells }) => Object.values(cells).map(quoted).join(','))
    expect(again).toEqual(lines.slice(1, -1))
  })

  test('knows the line and column of every value', () => {
    for (const { line, column, text, file } of dataset.observations) {
      expect(file).toBe(`${name}/observations.csv`)
      expect(lines[line - 1]?.slice(column - 1, column - 1 + text.length)).toBe(text)
    }
  })

  test('finds every observation by series and period', () => {
    for (const observation of dataset.observations) {
      expect(dataset.at(observation.dimensions, observation.period)).toContain(observation)
      expect(dataset.periods(observation.dimensions)).toContain(observation.period)
    }
  })
})

test('a value is the exact decimal of its text', () => {
  const [observation] = data.dataset('health-capital-share').at({ nation: 'AUS' }, '2000')
  expect(observation?.text).toBe('0.46583152')
  expect(observation?.value.toFixed()).toBe('0.46583152')
})

test('an observation carries what its row says', () => {
  const [observation] = data.dataset('health-capital-share').at({ nation: 'COL' }, '2016')
  expect(observation).toMatchObject({
    dataset: 'health-capital-share',
    dimensions: { nation: 'COL' },
    period: '2016',
    text: '0',
    status: 'outturn',
    published: '2023-08-18',
    source: 'who-ghed-2023',
    flags: ['implausible-zero', 'after-gap'],
  })
})

test('a dataset asked for with other dimensions than its own is our mistake', () => {
  expect(() => data.dataset('uk-gdp-calendar').at({}, '2019')).toThrow('has the dimensions [vintage]')
})

test('a misspelt dataset is named with the nearest', () => {
  expect(() => data.dataset('dhsc-capitol')).toThrow('did you mean "dhsc-capital"?')
})

test('hashes tell datasets apart and do not depend on the order asked for', () => {
  expect(data.hash()).toMatch(/^[0-9a-f]{16}$/)
  expect(data.hash(['uk-gdp', 'population'])).toBe(data.hash(['population', 'uk-gdp']))
  expect(data.hash(['uk-gdp'])).not.toBe(data.hash(['population']))
  expect(data.hashOf('uk-gdp')).toMatch(/^[0-9a-f]{64}$/)
})

test('the non-commercial licence travels with the workforce data', () => {
  expect(data.about('health-workforce').licence).toContain('non-commercial, share-alike')
})

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
