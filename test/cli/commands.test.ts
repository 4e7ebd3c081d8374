import { parse } from 'csv-parse/sync'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../src/terms/decimal.ts'
import { capgap } from './fake-io.ts'

/** Each command from its words to what it prints, with the bundled data. */

const folder = mkdtempSync(join(tmpdir(), 'capgap é '))
afterAll(() => rmSync(folder, { recursive: true }))

/** A scenario file in a folder of its own, by its path. */
function scenarioFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true })

describe('capgap run', () => {
  const one = ['--figure', 'gap', '--benchmark', 'eu14', '--category', 'total']

  test('prints the gap of MODEL.md 5, nominal', async () => {
    const { stdout } = await capgap(['run', ...one, '--prices', 'nominal', '-f', 'csv', '-q'])
    expect(stdout.split('\n')[0]).toBe(
      'scenario,figure,benchmark,category,year,value,unit,prices,status,flags',
    )
    const byYear = new Map(rowsOf(stdout).map((row) => [row['year'], row['value']]))
    const rounded = ['2024-25', '2025-26', '2027-28', '2029-30'].map((year) =>
      new Decimal(byYear.get(year)!).toFixed(0),
    )
    expect(rounded).toEqual(['1123', '-498', '253', '-110'])
  })

  test('carries the same rows as CSV, JSON and NDJSON', async () => {
    const [csv, json, ndjson] = await Promise.all(
      ['csv', 'json', 'ndjson'].map(async (format) => (await capgap(['run', '-f', format, '-q'])).stdout),
    )
    type Row = Record<string, string | number | null>
    const asText = (row: Row) => Object.values(row).map((each) => (each === null ? '' : String(each)))
    const rows = rowsOf(csv!).map(asText)
    expect(rows.length).toBeGreaterThan(1000)
    expect((JSON.parse(json!) as { rows: Row[] }).rows.map(asText)).toEqual(rows)
    expect(
      ndjson!
        .trimEnd()
        .split('\n')
        .map((line) => asText(JSON.parse(line) as Row)),
    ).toEqual(rows)
  })

  test('prints fewer years without changing a number: a cumulative still begins where it began', async () => {
    const cumulative = [
      'run',
      '--figure',
      'cumulative-gap',
      '--benchmark',
      'eu14',
      '--category',
      'total',
      '-f',
      'csv',
      '-q',
    ]
    const all = await capgap(cumulative)
    const last = await capgap([...cumulative, '--years', '2029-30'])
    expect(rowsOf(last.stdout)).toEqual(rowsOf(all.stdout).filter((row) => row['year'] === '2029-30'))
  })

  test('shows people a table, and caveats on standard error once each', async () => {
    const { code, stdout, stderr } = await capgap(['run', ...one])
    expect(code).toBe(0)
    expect(stdout).toContain('2029-30')
    const caveats = stderr.trimEnd().split('\n')
    const headings = ['Caveats of the data, by dataset:', 'Caveats of the answer:']
    expect(caveats.filter((line) => !line.startsWith('  '))).toEqual(headings)
    expect(new Set(caveats).size).toBe(caveats.length)
  })

  test('-q says no caveats', async () => {
    expect((await capgap(['run', ...one, '-q'])).stderr).toBe('')
  })

  test('-o writes the file in the format of its ending and prints nothing', async () => {
    const piped = await capgap(['run', ...one, '-f', 'json', '-q'])
    const { code, stdout, files } = await capgap(['run', ...one, '-o', 'out/gap.json', '-q'])
    expect([code, stdout]).toEqual([0, ''])
    expect([...files]).toEqual([['out/gap.json', piped.stdout]])
  })

  test('a terminal gets box lines and colour, a pipe neither, and both the same words', async () => {
    const escape = String.fromCharCode(27)
    const weight = new RegExp(`${escape}\\[\\d+m`, 'g')
    const piped = (await capgap(['run', ...one, '-q'])).stdout
    const shown = (await capgap(['run', ...one, '-q'], { isTerminal: true, columns: 80 })).stdout
    expect(shown).toContain(escape)
    expect(piped).not.toMatch(/[─│]/)
    expect(piped).not.toContain(escape)
    const plain = (text: string) => text.replace(weight, '').replace(/[─-]{3,}/g, '---')
    expect(plain(shown)).toBe(plain(piped))
  })

  test.each(['table', 'markdown'])('two runs are the same bytes: %s', async (format) => {
    const [first, second] = [await capgap(['run', '-f', format]), await capgap(['run', '-f', format])]
    expect(first).toEqual(second)
  })

  test.each<[string, string[], string[]]>([
    [
      'an unknown benchmark',
      ['--benchmark', 'eu15'],
      ['"--benchmark" knows no "eu15"', 'Did you mean "eu14"?'],
    ],
    ['an unknown figure', ['--figure', 'gaps'], ['"--figure" knows no "gaps"', 'Did you mean "gap"?']],
    ['an unknown level', ['--by', 'sub-categories'], ['Did you mean "sub-category"?']],
  ])('%s is a usage error that names the nearest', async (_, argv, said) => {
    const { code, stdout, stderr } = await capgap(['run', ...argv])
    expect([code, stdout]).toEqual([2, ''])
    for (const words of said) expect(stderr).toContain(words)
  })

  test('two broken scenarios are both told of at once (exit 3)', async () => {
    const head = 'capgap: 1\ntitle: Broken\nextends: current-plans\n'
    const first = scenarioFile('first.yaml', `${head}yaers: 2025-26\n`)
    const second = scenarioFile('second.yaml', `${head}prices: 2025-27\n`)
    const { code, stdout, stderr } = await capgap(['run', first, second])
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toContain(`${first}:4:1`)
    expect(stderr).toContain(`${second}:4:`)
  })

  test('--strict turns a warning into exit 1; caveats and flags are none', async () => {
    const warned = scenarioFile(
      'warned.yaml',
      'capgap: 1\ntitle: Warned\nextends: current-plans\nassumptions:\n  underspend: {value: 3%}\n',
    )
    const lenient = await capgap(['run', warned, '-q'])
    const strict = await capgap(['run', warned, '-q', '--strict'])
    expect([lenient.code, strict.code]).toEqual([0, 1])
    expect(lenient.stderr).toContain('warning: ')
    expect(strict.stdout).toBe(lenient.stdout)
    expect((await capgap(['run', '--strict'])).code).toBe(0)
  })

  test('a folder of data that is not there is invalid data (exit 4)', async () => {
    const { code, stderr } = await capgap(['run', '--data', join(folder, 'none')])
    expect(code).toBe(4)
    expect(stderr).toContain('none')
  })

  test('a mistake of ours is 70 and asks to be reported', async () => {
    const writeWhole = () => Promise.reject(new TypeError('x is undefined'))
    const { code, stderr } = await capgap(['run', '-q', '-o', 'gap.csv'], { writeWhole })
    expect(code).toBe(70)
    expect(stderr).toContain('x is undefined')
    expect(stderr).toContain('Please report it')
    expect(stderr).not.toContain('    at ')
  })
})

describe('capgap lookback', () => {
  test('prints the totals of MODEL.md 3', async () => {
    const { stdout } = await capgap(['lookback', '-f', 'csv', '-q'])
    expect(stdout.split('\n')[0]).toBe(
      'group,subject,series,asset,weighting,nations,year,figure,value,unit,prices,status,flags',
    )
    const totals = new Map(
      rowsOf(stdout).flatMap((row) => (row['year'] === 'total' ? [[row['figure'], row['value']!]] : [])),
    )
    const billions = (figure: string) => new Decimal(totals.get(figure)!).div(1000).toFixed(2)
    expect([billions('actual'), billions('gap')]).toEqual(['57.35', '33.84'])
    expect(new Decimal(totals.get('gap-percent')!).toFixed(1)).toBe('59.0')
  })

  test('takes calendar years only', async () => {
    const { code, stderr } = await capgap(['lookback', '--window', '2010-11', '--prices', '2019-20'])
    expect(code).toBe(2)
    expect(stderr).toContain('"2010-11" is not a range of calendar years')
    expect(stderr).toContain('"2019-20" is not a price basis')
  })

  test('names the nearest group', async () => {
    const { code, stderr } = await capgap(['lookback', '--group', 'eu41'])
    expect(code).toBe(2)
    expect(stderr).toContain('Did you mean "eu14"')
  })
})

describe('capgap explain', () => {
  test('shows the tree down to rows with file and line', async () => {
    const { code, stdout } = await capgap([
      'explain',
      'gap',
      '--year',
      '2029-30',
      '--benchmark',
      'eu14',
      '-q',
    ])
    expect(code).toBe(0)
    expect(stdout).toContain('= requirement − projected spend')
    expect(stdout).toMatch(/data\/dhsc-capital\/observations\.csv:\d+/)
    expect(stdout).not.toMatch(/[│├└]/)
  })

  test('a depth shows that many levels', async () => {
    const levels = async (...depth: string[]) => {
      const { stdout } = await capgap(['explain', 'gap', '-q', ...depth])
      return stdout.split('\n').filter((line) => /^[| ]*(\|-|'-) /.test(line)).length
    }
    expect(await levels('--depth', '1')).toBe(0)
    expect(await levels('--depth', '2')).toBeGreaterThan(0)
    expect(await levels()).toBeGreaterThan(await levels('--depth', '3'))
  })

  test('JSON carries every digit of the cell that run prints', async () => {
    const explained = await capgap(['explain', 'gap', '--year', '2029-30', '-f', 'json', '-q'])
    const { cell } = JSON.parse(explained.stdout) as { cell: { value: string | number } }
    const run = await capgap([
      'run',
      '--figure',
      'gap',
      '--benchmark',
      'eu14',
      '--category',
      'total',
      '--years',
      '2029-30',
      '-f',
      'json',
      '-q',
    ])
    expect(cell.value).toBe((JSON.parse(run.stdout) as { rows: { value: string | number }[] }).rows[0]?.value)
  })

  test.each<[string, string[], string[]]>([
    ['an unknown figure', ['gapp'], ['There is no figure "gapp"', 'Did you mean "gap"?']],
    [
      'a dimension the figure lacks',
      ['spend', '--benchmark', 'eu14'],
      ['The figure "spend" has no benchmark'],
    ],
    ['an unknown benchmark', ['gap', '--benchmark', 'eu41'], ['Did you mean "eu14"?']],
    ['a year that is none', ['gap', '--year', '2029'], ['"2029" is not a financial year']],
    ['no measure to explain', ['measure'], ['The figure "measure" needs a measure']],
    ['a format it has not', ['gap', '-f', 'csv'], ['"--format" knows no "csv"']],
  ])('%s is a usage error', async (_, argv, said) => {
    const { code, stderr } = await capgap(['explain', ...argv])
    expect(code).toBe(2)
    for (const words of said) expect(stderr).toContain(words)
  })
})

describe('capgap data', () => {
  test('list names every dataset', async () => {
    const { stdout } = await capgap(['data', 'list', '-f', 'csv'])
    const names = rowsOf(stdout).map((row) => row['dataset'])
    expect(names).toContain('dhsc-capital')
    expect(names).toEqual([...names].sort())
  })

  test('show filters rows and keeps the value’s text', async () => {
    const { stdout } = await capgap([
      'data',
      'show',
      'dhsc-capital',
      '--where',
      'status=plan',
      '--from',
      '2029-30',
      '-f',
      'csv',
      '-q',
    ])
    const rows = rowsOf(stdout)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => row['status'] !== 'plan' || row['period']! < '2029-30')).toEqual([])
    expect(rows.map((row) => row['value'])).toContain('15178.4')
  })

  test('check of broken data lists every fault, fails with 4 and still counts', async () => {
    const broken = join(folder, 'broken')
    const { mkdirSync } = await import('node:fs')
    mkdirSync(join(broken, 'wrong'), { recursive: true })
    writeFileSync(join(broken, 'wrong', 'observations.csv'), 'period,value\n2025-27,"1,000"\n')
    const { code, stdout, stderr } = await capgap(['data', 'check', broken])
    expect(code).toBe(4)
    expect(stdout).toContain('error')
    expect(stderr).toContain('wrong')
  })

  test('check of the bundled data is fine', async () => {
    const { code, stderr } = await capgap(['data', 'check'])
    expect([code, stderr]).toEqual([0, ''])
  })
})

describe('capgap scenario', () => {
  test('new is a scenario that runs as it stands', async () => {
    const { stdout } = await capgap(['scenario', 'new'])
    const there = { read: () => Promise.resolve(new Uint8Array()) }
    const kept = await capgap(['scenario', 'new', '-o', 'mine.yaml'], there)
    expect([kept.code, kept.files.size]).toEqual([6, 0])
    expect(kept.stderr).toContain('"mine.yaml" is there already and is left as it is')
    const written = await capgap(['scenario', 'new', '-o', 'mine.yaml'])
    expect(written.files.get('mine.yaml')).toBe(stdout)
    const file = scenarioFile('new.yaml', stdout)
    expect(await capgap(['scenario', 'check', file, '--strict'])).toMatchObject({ code: 0, stderr: '' })
  })

  test('schema is JSON Schema', async () => {
    const { stdout } = await capgap(['scenario', 'schema'])
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' })
  })

  test('list names what comes with capgap, and check finds all of it fine', async () => {
    const { stdout } = await capgap(['scenario', 'list', '-f', 'csv'])
    expect(rowsOf(stdout).map((row) => row['scenario'])).toContain('current-plans')
    expect(await capgap(['scenario', 'check', '--strict'])).toMatchObject({ code: 0, stderr: '' })
  })

  test('check --resolved prints a scenario that means the same', async () => {
    const resolved = await capgap(['scenario', 'check', 'current-plans', '--resolved'])
    const file = scenarioFile('current-plans.yaml', resolved.stdout)
    const csv = async (name: string) => (await capgap(['run', name, '-f', 'csv', '-q'])).stdout
    expect(await csv(file)).toBe(await csv('current-plans'))
  })

  test('text with one form refuses another', async () => {
    const { code, stderr } = await capgap(['scenario', 'check', 'current-plans', '--resolved', '-f', 'csv'])
    expect(code).toBe(2)
    expect(stderr).toContain('This text has one form')
  })

  test('assumptions lists every name a scenario may set', async () => {
    const { stdout } = await capgap(['scenario', 'assumptions', '-f', 'csv'])
    expect(rowsOf(stdout).map((row) => row['assumption'])).toContain('underspend')
  })
})
