import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { logParts, logProblems, logReport, type LogPart } from '../../src/reports/log.ts'
import type { Cell } from '../../src/reports/table.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { capgap } from '../cli/fake-io.ts'
import { runsOn, type MakeOptions } from '../run/runs.ts'

/** The log for assurance: every assumption, decision, dataset and limit, with what is missing said. */

const data = await loadData()
const runs = runsOn(data)
const document = {
  capgap: 1,
  title: 'A plan',
  extends: 'current-plans',
  assumptions: {
    underspend: {
      value: '3%',
      why: 'Its history',
      source: 'nao-capital-2020',
      by: 'A. Analyst',
      on: '2026-11-01',
    },
    'gdp-growth': '2%',
  },
}
const made = (options: MakeOptions = {}) => runs.written(document, options)

function rows(part: LogPart, run = made()): Record<string, Cell>[] {
  const { columns, rows: all } = logReport(run, part).long
  return all.map(({ cells }) =>
    Object.fromEntries(cells.map((cell, index) => [columns[index]?.name ?? '', cell])),
  )
}
const text = (cell: Cell | undefined): string =>
  cell === undefined
    ? ''
    : cell.kind === 'missing'
      ? `(${cell.reason})`
      : cell.kind === 'text'
        ? cell.text
        : cell.value.toString()
const entry = (part: LogPart, column: string, name: string, run = made()): Record<string, Cell> => {
  const found = rows(part, run).find((row) => text(row[column]) === name)
  if (found === undefined) throw new Error(`${name} is not in the log`)
  return found
}

describe('assumptions', () => {
  it('one set says what, where, why, on which source, by whom and when', () => {
    const row = entry('assumptions', 'assumption', 'underspend')
    const said = ['value', 'why', 'source', 'made-by', 'on', 'signed-off'].map((column) => text(row[column]))
    expect(said).toEqual([
      '3%',
      'Its history',
      'nao-capital-2020',
      'A. Analyst',
      '2026-11-01',
      '(to be signed)',
    ])
    expect(text(row['said-at'])).toMatch(/scenario\.yaml:\d+$/)
  })

  it('its effect is what it adds to the gap: 3% of the plans of 2029-30 goes unspent', () => {
    // 15178.4 × 3%, put into 2025-26 prices by 107.409 / 115.896 (MODEL.md 2 and 4).
    const expected = new Decimal('15178.4').times('0.03').times('107.409').dividedBy('115.896')
    const effect = entry('assumptions', 'assumption', 'underspend')['effect-gbp-million']
    const value = effect?.kind === 'number' ? effect.value : new Decimal(NaN)
    expect(value.minus(expected).abs().toNumber()).toBeLessThan(1e-20)
  })

  it('one at its default says so, with the note of the list', () => {
    const row = entry('assumptions', 'assumption', 'catch-up-depreciation')
    expect([text(row['value']), text(row['made-by'])]).toEqual(['5%', '(at its default)'])
  })

  it('what a set one does not say is a warning with its line, and nothing else is', () => {
    const problems = logProblems(made())
    expect(problems.map(({ code, found }) => [code, found])).toEqual([
      [
        'log-fields-missing',
        'The assumption "gdp-growth" does not say why, source, by, on, which its log needs',
      ],
    ])
    expect(problems[0]?.place?.excerpt).toContain('gdp-growth')
  })
})

describe('decisions', () => {
  it('are what was replaced: by which line, instead of what', () => {
    const run = made({
      set: ['assumptions.underspend.value=5%', 'split=national-accounts'],
      asOf: '2026-01-31',
    })
    const row = entry('decisions', 'key', 'assumptions.underspend.value', run)
    expect([text(row['value']), text(row['said-at']), text(row['made-by'])]).toEqual([
      '5%',
      '--set:1',
      'A. Analyst',
    ])
    expect(text(row['instead-of'])).toMatch(/^3% \(.*scenario\.yaml:\d+\)$/)
  })

  it('a title of its own is none', () => {
    expect(rows('decisions').map((row) => text(row['key']))).not.toContain('title')
  })
})

describe('data', () => {
  it.each(shippedScenarios().map(({ name }) => name))('of %s have source, licence, risk and hash', (name) => {
    for (const row of rows('data', runs.shipped(name))) {
      const dataset = text(row['dataset'])
      expect(data.hashOf(dataset).startsWith(text(row['hash']))).toBe(true)
      expect(text(row['licence'])).toBe(data.about(dataset).licence)
      for (const source of text(row['source']).split('; '))
        expect(data.sources.has(source), source).toBe(true)
      for (const caveat of data.about(dataset).caveats) expect(text(row['risk'])).toContain(caveat)
    }
  })

  it('name the vintage', () => {
    expect(text(entry('data', 'dataset', 'gdp-deflator')['vintage'])).toBe('obr-2026-03')
    expect(text(entry('data', 'dataset', 'dhsc-capital')['vintage'])).toMatch(/no vintages/)
  })
})

it('limits name the flags of the run and say that there is no sunset date', () => {
  const limits = rows('limits')
    .map((row) => text(row['limit']))
    .join('\n')
  expect(limits).toContain('leases-unmatched')
  expect(limits).toContain('No sunset date')
})

it('field by field it holds every cell of every part', () => {
  const { rows: all } = logReport(made()).long
  const cells = logParts.map((part) => {
    const { columns, rows: own } = logReport(made(), part).long
    return (columns.length - 1) * own.length
  })
  expect(all.length).toBe(cells.reduce((a, b) => a + b))
})

describe('on the command line', () => {
  it('is Markdown unless another format is asked for', async () => {
    const ended = await capgap(['scenario', 'log'])
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    for (const title of ['Assumptions', 'Decisions', 'Data', 'Known limits'])
      expect(ended.stdout).toContain(`**${title}`)
    expect(ended.stdout).toMatch(/^\| -+ \|/m)
  })

  it('what is missing fails under --strict alone', async () => {
    const argv = ['scenario', 'log', '--set', 'assumptions.underspend=2%']
    const [loose, strict] = [await capgap(argv), await capgap([...argv, '--strict'])]
    expect([loose.code, strict.code]).toEqual([0, 1])
    expect(loose.stderr).toContain('[log-fields-missing]')
  })

  it('--part is one table, with its own columns in CSV', async () => {
    const ended = await capgap(['scenario', 'log', '--part', 'data', '-f', 'csv'])
    expect(ended.stdout.split('\n')[0]).toBe(
      'dataset,title,source,published,licence,risk,vintage,rows,hash,signed-off',
    )
  })
})
