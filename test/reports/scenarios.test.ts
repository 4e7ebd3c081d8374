import { describe, expect, it } from 'vitest'
import { listedAssumptions } from '../../src/figures/assumption-list.ts'
import { assumptionsReport, scenarioCheckReport, scenarioListReport } from '../../src/reports/scenarios.ts'
import type { Row, Table } from '../../src/reports/table.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { resolve, whole } from '../scenarios/help.ts'

const texts = (row: Row) => row.cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind))
const rowsOf = (table: Table) => table.rows.map(texts)

describe('scenario list', () => {
  const report = scenarioListReport(shippedScenarios())

  it('names every shipped scenario, with what it asks', () => {
    expect(rowsOf(report.long).map(([name]) => name)).toEqual([
      'backlog-first',
      'catch-up-2035',
      'clear-backlog-2035',
      'confed-2023',
      'confed-own-scope',
      'current-plans',
      'digitise-2030',
      'flat-real',
      'match-eu14-2030',
      'programmes-2035',
      'ten-percent-2035',
      'workforce-limited',
    ])
    expect(rowsOf(report.long)[3]).toEqual([
      'confed-2023',
      'NHS Confederation ask, November 2023',
      'Raise NHS capital by £6.4bn a year for the three years of the next Spending Review.',
      'scenarios/confed-2023.yaml',
    ])
  })
})

describe('every shipped scenario', () => {
  it.each(shippedScenarios())('$name opens with a header in plain words', ({ text, title, summary }) => {
    const [schema, ...rest] = text.split('\n')
    const header = rest.slice(0, rest.indexOf('capgap: 1'))
    expect(schema).toBe('# yaml-language-server: $schema=../schema/scenario.schema.json')
    expect(header.every((line) => line.startsWith('#'))).toBe(true)
    for (const part of ['What it asks:', 'Whose it is:', 'Prices:', 'What is assumed:']) {
      expect(header.join('\n')).toContain(part)
    }
    expect(title && summary).toBeTruthy()
  })
})

describe('scenario check', () => {
  const loaded = resolve([`${whole}prices: 2019-20\n`, 'capgap: 1\ntitle: Mine\n'], ['prices=2023-24'])
  const report = scenarioCheckReport([loaded])

  it('says which value won and what it replaced, titles apart', () => {
    const overrides = report.tables.find(({ name }) => name === 'overrides')!
    expect(rowsOf(overrides)).toEqual([['test', 'prices', '2023-24', '--set:1', '2019-20 (a.yaml:5)']])
  })

  it('keeps every replaced value in the long form', () => {
    expect(rowsOf(report.long)).toEqual([
      ['test', 'checked', 'a.yaml;b.yaml', '', '', ''],
      ['test', 'title', 'b.yaml:2', 'Mine', 'a.yaml:2', 'A test'],
      ['test', 'prices', '--set:1', '2023-24', 'a.yaml:5', '2019-20'],
    ])
  })
})

describe('scenario assumptions', () => {
  it('lists every assumption with its default, and cites only the sources they rest on', () => {
    const sources = [
      { id: 'nao-capital-2020', citation: 'NAO' },
      { id: 'unrelated', citation: 'Nobody' },
    ]
    const report = assumptionsReport(listedAssumptions, sources)
    expect(rowsOf(report.long).map(([name]) => name)).toEqual(listedAssumptions.map(({ name }) => name))
    expect(report.sources.map(({ id }) => id)).toEqual(['nao-capital-2020'])
  })
})
