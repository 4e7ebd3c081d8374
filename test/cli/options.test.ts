import { describe, expect, test } from 'vitest'
import { explainFormats, OptionReader, type RawOptions } from '../../src/cli/options.ts'
import { ProblemsError } from '../../src/problems/problem.ts'

/** The codes of everything wrong, after reading. */
function problemsOf(read: (reader: OptionReader) => void): string[] {
  const reader = new OptionReader()
  read(reader)
  try {
    reader.finish()
    return []
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    expect(error.exitCode).toBe(2)
    return error.problems.map((problem) => `${problem.found}. ${problem.advice}`)
  }
}

describe('where output goes', () => {
  test.each<[RawOptions, string, string | undefined]>([
    [{}, 'table', undefined],
    [{ format: 'csv' }, 'csv', undefined],
    [{ output: 'gap.csv' }, 'csv', 'gap.csv'],
    [{ output: 'out/gap.JSON' }, 'json', 'out/gap.JSON'],
    [{ output: 'gap.ndjson' }, 'ndjson', 'gap.ndjson'],
    [{ output: 'gap.md' }, 'markdown', 'gap.md'],
    [{ output: 'gap.txt' }, 'table', 'gap.txt'],
    [{ output: '-' }, 'table', undefined],
    [{ output: '-', format: 'json' }, 'json', undefined],
    [{ output: 'gap.dat', format: 'csv' }, 'csv', 'gap.dat'],
    [{ output: 'gap.json', format: 'csv' }, 'csv', 'gap.json'],
  ])('%o', (raw, format, file) => {
    const output = new OptionReader().output(raw)
    expect([output.format, output.file]).toEqual([format, file])
  })

  test('an explanation is text or JSON', () => {
    const formatOf = (raw: RawOptions) => new OptionReader().output(raw, explainFormats).format
    expect([{}, { output: 'a.txt' }, { output: 'a.json' }].map(formatOf)).toEqual(['text', 'text', 'json'])
    expect(problemsOf((reader) => reader.output({ output: 'a.csv' }, explainFormats))).toHaveLength(1)
  })

  test.each<[RawOptions, string]>([
    [
      { format: 'cvs' },
      '"--format" knows no "cvs". Did you mean "csv"? Known: table, csv, json, ndjson, markdown',
    ],
    [
      { output: 'gap.xlsx' },
      'The ending of "gap.xlsx" does not say which format to write. End the name in .csv, .json, .ndjson, .md, .txt, or name the format with --format',
    ],
    [
      { output: 'folder.csv/gap' },
      'The ending of "folder.csv/gap" does not say which format to write. End the name in .csv, .json, .ndjson, .md, .txt, or name the format with --format',
    ],
    [
      { bom: true, format: 'json' },
      '"--bom" is for CSV, and the format is json. Leave out --bom, or write --format csv',
    ],
  ])('%o is refused', (raw, said) => {
    expect(problemsOf((reader) => reader.output(raw))).toEqual([said])
  })
})

describe('values', () => {
  test('are read as terms', () => {
    const reader = new OptionReader()
    expect(reader.financialYears('--years', '2025-26 to 2029-30')).toEqual({ from: 2025, to: 2029 })
    expect(reader.financialYears('--years', '2025-26')).toEqual({ from: 2025, to: 2025 })
    expect(reader.calendarYears('--window', '2010-2019')).toEqual({ from: 2010, to: 2019 })
    expect(reader.prices('nominal')).toBe('nominal')
    expect(reader.prices('2025-26')).toEqual({ year: 2025 })
    expect(reader.calendarPrices('2019')).toBe(2019)
    expect(reader.date('--as-of', '2023-11-28')).toBe('2023-11-28')
    expect(reader.categories(['digital', 'total'])).toEqual(['digital', 'total'])
    reader.settings([' measures.uplift.amount = £2bn', 'a=b=c'])
    expect(reader.filters(['nation=GBR', 'note='])).toEqual([
      ['nation', 'GBR'],
      ['note', ''],
    ])
    expect(reader.depth('3')).toBe(3)
    expect(() => reader.finish()).not.toThrow()
  })

  test('left out are undefined, never a default of ours', () => {
    const reader = new OptionReader()
    expect([reader.prices(undefined), reader.categories(undefined), reader.depth(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test.each<[string, (reader: OptionReader) => void]>([
    [
      '"2025-27" is not a range of financial years for "--years"',
      (reader) => reader.financialYears('--years', '2025-27'),
    ],
    ['"2025" is not a financial year for "--year"', (reader) => reader.financialYear('--year', '2025')],
    [
      '"2019-2010" is not a range of calendar years',
      (reader) => reader.calendarYears('--window', '2019-2010'),
    ],
    ['"2025" is not a price basis', (reader) => reader.prices('2025')],
    ['"2019-20" is not a price basis', (reader) => reader.calendarPrices('2019-20')],
    ['"2023-02-30" is not a date for "--as-of"', (reader) => reader.date('--as-of', '2023-02-30')],
    ['"--category" knows no "digitel". Did you mean "digital"?', (reader) => reader.categories(['digitel'])],
    ['"--set uplift" does not say', (reader) => reader.settings(['uplift'])],
    ['"--where =x" does not say', (reader) => reader.filters(['=x'])],
    ['"0" is not a depth', (reader) => reader.depth('0')],
  ])('%s', (said, read) => {
    const [problem, ...more] = problemsOf(read)
    expect(problem).toContain(said)
    expect(more).toEqual([])
  })

  test('that are wrong are all named at once', () => {
    const found = problemsOf((reader) => {
      reader.output({ format: 'cvs' })
      reader.prices('2025')
      reader.categories(['x', 'digital', 'y'])
    })
    expect(found).toHaveLength(4)
  })
})
