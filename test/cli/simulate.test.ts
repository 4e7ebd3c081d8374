import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writePieces } from '../../src/cli/io.ts'
import { displayWidth } from '../../src/render/width.ts'
import { capgap } from './fake-io.ts'

/** `capgap simulate`, from its words to what it prints. */

const folder = mkdtempSync(join(tmpdir(), 'capgap é '))
afterAll(() => rmSync(folder, { recursive: true }))

function scenarioFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/**
 * £10bn a year, of which a share u stays unspent, against £9.6bn a year: the gap is −400 + 10000 u GBP million. With u
 * uniform from 0% to 10% it is uniform from −400 to 600, and closed where u is 4% or less.
 */
const linear = scenarioFile(
  'linear.yaml',
  `capgap: 1
title: A gap known by hand
years: 2025-26 to 2027-28
baseline:
  stated: {amount: £10bn, in: 2025-26}
  after-plans: flat-nominal
benchmarks:
  - {id: asked, kind: stated-level, amount: £9.6bn, prices: nominal, to: 2026-27}
assumptions:
  underspend: {value: 3%, range: "uniform(0%, 10%)", why: For a test, source: nao-capital-2020, by: A. Tester, on: 2026-11-22}
`,
)

const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true })
const total = ['--category', 'total']

describe('a gap that is linear in a uniform assumption has the interval known by hand', () => {
  const expected = { mean: 100, p5: -350, p10: -300, p50: 100, p90: 500, p95: 550 }

  test.each([
    ['Sobol points', []],
    ['independent draws', ['--plain']],
    ['more draws than are held at once', ['--draws', '1100000']],
  ])('from %s', async (_case, options) => {
    const { code, stdout } = await capgap([
      'simulate',
      linear,
      ...total,
      '--years',
      '2026-27',
      '-f',
      'csv',
      '-q',
      ...options,
    ])
    expect(code).toBe(0)
    const [row] = rowsOf(stdout)
    for (const [name, value] of Object.entries(expected)) {
      const se = Number(row![`${name}-se`])
      expect(se, name).toBeGreaterThan(0)
      expect(se, name).toBeLessThan(10)
      expect(Math.abs(Number(row![name]) - value), name).toBeLessThan(5 * se + 1e-9)
    }
    // 10,000 independent draws know a chance of 0.4 to 0.005; Sobol points better.
    expect(Math.abs(Number(row!['chance-closed']) - 0.4)).toBeLessThan(0.02)
  })

  test('and Sobol points know it better than independent draws', async () => {
    const errorOf = async (...options: string[]) => {
      const { stdout } = await capgap(['simulate', linear, ...total, '-f', 'csv', '-q', ...options])
      return Number(rowsOf(stdout)[0]!['mean-se'])
    }
    expect(await errorOf()).toBeLessThan((await errorOf('--plain')) / 10)
  })
})

/** A number is the same however it is written: `5e-8` in JSON, without exponent in CSV. */
const plainly = (each: string | number | null) =>
  each === null || each === '' ? '' : Number.isNaN(Number(each)) ? each : Number(each)

describe('the rows', () => {
  test('have the columns of the contract, and say how many draws were really made', async () => {
    const { stdout } = await capgap(['simulate', linear, ...total, '--draws', '5000', '-f', 'csv', '-q'])
    expect(stdout.split('\n')[0]).toBe(
      'scenario,figure,benchmark,category,year,unit,prices,draws,mean,mean-se,p5,p5-se,p10,p10-se,p50,p50-se,p90,p90-se,p95,p95-se,chance-closed,flags',
    )
    expect(rowsOf(stdout)[0]).toMatchObject({
      ...{ scenario: 'linear', figure: 'gap', benchmark: 'asked', category: 'total', year: '2025-26' },
      // Sixteen replicates of 512, the next power of two over 5000 / 16.
      ...{ unit: 'GBP million', prices: 'nominal', draws: '5120' },
    })
  })

  test('leave a missing number empty and say why', async () => {
    const { stdout } = await capgap(['simulate', linear, ...total, '--years', '2027-28', '-f', 'csv', '-q'])
    expect(rowsOf(stdout)[0]).toMatchObject({
      mean: '',
      p50: '',
      'chance-closed': '',
      flags: 'outside-benchmark-years',
    })
  })

  test('flag a number that no range reaches, and give a chance of gaps alone', async () => {
    const asked = ['--figure', 'baseline', '--figure', 'spend', '--years', '2025-26']
    const { stdout } = await capgap(['simulate', linear, ...total, ...asked, '-f', 'csv', '-q'])
    const [baseline, spend] = rowsOf(stdout)
    expect(baseline).toMatchObject({
      figure: 'baseline',
      p5: '10000',
      p95: '10000',
      'p50-se': '0',
      'chance-closed': '',
    })
    expect(baseline!['flags']).toBe('no-range;not-a-gap')
    expect(spend!['flags']).toBe('not-a-gap')
  })

  test('are the same in CSV, JSON and NDJSON', async () => {
    const [csv, json, ndjson] = await Promise.all(
      ['csv', 'json', 'ndjson'].map(
        async (format) => (await capgap(['simulate', linear, '-f', format, '-q'])).stdout,
      ),
    )
    type Row = Record<string, string | number | null>
    const asText = (row: Row) => Object.values(row).map(plainly)
    const rows = rowsOf(csv!).map(asText)
    expect(rows).toHaveLength(12)
    expect((JSON.parse(json!) as { rows: Row[] }).rows.map(asText)).toEqual(rows)
    const lines = ndjson!.trimEnd().split('\n')
    expect(lines.map((line) => asText(JSON.parse(line) as Row))).toEqual(rows)
  })

  test('change with the seed, and with nothing else', async () => {
    const of = async (...options: string[]) =>
      (await capgap(['simulate', linear, ...total, '-f', 'csv', '-q', ...options])).stdout
    const usual = await of()
    expect(await of()).toBe(usual)
    expect(await of('--seed', '20261122')).toBe(usual)
    expect(await of('--seed', '1')).not.toBe(usual)
  })
})

test('JSON says what was drawn, how it converged, and holds the bins of the histogram', async () => {
  const { stdout } = await capgap(['simulate', linear, ...total, '--years', '2026-27', '-f', 'json', '-q'])
  const answer = JSON.parse(stdout) as {
    seed: number
    draws: number
    drivers: object[]
    histogram: { bins: { from: number | null; to: number | null; draws: number }[] }[]
    convergence: { steps: { draws: number; 'p50-se': number }[] }[]
  }
  expect(answer).toMatchObject({
    command: 'simulate',
    method: 'sobol',
    seed: 20261122,
    draws: 10240,
    failed: 0,
  })
  expect(answer.drivers).toEqual([
    expect.objectContaining({ name: 'underspend', range: 'uniform(0%, 10%)', why: 'For a test', used: true }),
  ])
  const [{ bins }] = answer.histogram as [(typeof answer.histogram)[number]]
  expect(bins.reduce((sum, { draws }) => sum + draws, 0)).toBe(10240)
  // Uniform from −400 to 600: a tenth in each bin of 100 between them.
  const inside = bins.filter(({ from, to }) => from !== null && to !== null && from >= -400 && to <= 600)
  for (const { from, to, draws } of inside) expect(draws / 10240).toBeCloseTo((to! - from!) / 1000, 2)
  expect(bins.some(({ to }) => to === 0)).toBe(true)
  const [{ steps }] = answer.convergence as [(typeof answer.convergence)[number]]
  expect(steps.map(({ draws }) => draws)).toEqual([640, 1280, 2560, 5120, 10240])
  expect(steps.at(-1)!['p50-se']).toBeLessThan(steps[0]!['p50-se'])
})

describe('--precision', () => {
  const one = ['simulate', linear, ...total, '--years', '2026-27', '-f', 'csv', '-q']

  test('doubles the draws until every P50 is known so well', async () => {
    const { code, stdout } = await capgap([...one, '--precision', '0.2%'])
    const [row] = rowsOf(stdout)
    const width = Number(row!['p95']) - Number(row!['p5'])
    expect(code).toBe(0)
    expect(Number(row!['p50-se'])).toBeLessThanOrEqual(0.002 * width)
    expect(Math.log2(Number(row!['draws']))).toBe(Math.round(Math.log2(Number(row!['draws']))))
  })

  test('warns where draws run out first', async () => {
    const { code, stderr } = await capgap([
      ...one,
      '--plain',
      '--precision',
      '0.01%',
      '--max-draws',
      '4096',
      '--strict',
    ])
    expect(stderr).toContain('[precision-not-reached]')
    expect(code).toBe(1)
  })
})

describe('what is refused', () => {
  test('is a scenario in which nothing is uncertain, with what to write', async () => {
    const certain = scenarioFile(
      'certain.yaml',
      'capgap: 1\ntitle: Certain\nyears: 2025-26\nbenchmarks:\n  - {id: asked, kind: stated-level, amount: £9bn, prices: nominal}\n',
    )
    const { code, stdout, stderr } = await capgap(['simulate', certain])
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toContain('[nothing-sampled]')
    expect(stderr).toContain('range:')
  })

  test('is every mistake on the command line at once', async () => {
    const { code, stderr } = await capgap([
      ...[
        'simulate',
        'a',
        'b',
        '--draws',
        '1e4',
        '--seed',
        '-1',
        '--precision',
        '0',
        '--workers',
        'x',
        '--max-draws',
        '0',
      ],
      ...['--samples', 'draws.txt', '--method', 'halton', '-o', 'draws.txt'],
    ])
    expect(code).toBe(2)
    const codes = [...stderr.matchAll(/\[([a-z-]+)\]/g)].map(([, each]) => each)
    expect(codes.sort()).toEqual(
      [
        ...['bad-draws', 'bad-draws', 'bad-precision', 'bad-seed', 'bad-workers', 'draws-and-precision'],
        ...['samples-ending', 'samples-of-one', 'samples-over-output', 'unknown-choice'],
      ].sort(),
    )
  })
})

test.each([
  ['a claim in money whose cost has no range', ['current-plans', '--benchmark', 'digitisation'], true],
  ['a claim in money whose cost has one', ['digitise-2030', '--benchmark', 'digitisation'], false],
  ['a share of GDP, which costs nothing', ['current-plans', '--benchmark', 'eu14'], false],
])('the headline says that optimism bias is left out of %s: %o, %s', async (_case, words, said) => {
  const { code, stdout } = await capgap(['simulate', ...words, '-q', '--no-chart'])
  expect(code).toBe(0)
  expect(stdout.includes('(optimism bias)')).toBe(said)
})

describe('people', () => {
  test.each([40, 80, 120])('read it on %d columns', async (columns) => {
    const { stdout } = await capgap(['simulate', linear, '-q'], {
      columns,
      isTerminal: true,
      env: { NO_COLOR: '1' },
    })
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('% of draws the gap in 2026-27 is closed')
    expect(stdout.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([])
    expect(stdout).toContain('█')
  })

  test('get tables alone with --no-chart, and as Markdown', async () => {
    const plain = await capgap(['simulate', linear, '-q', '--no-chart'])
    expect(plain.stdout).not.toContain('#')
    const markdown = await capgap(['simulate', linear, '-q', '-f', 'markdown'])
    expect(markdown.stdout).toMatch(/\| 2026-27 +\|/)
  })
})

describe('--samples', () => {
  const world = {
    cwd: folder,
    writePieces: (path: string, fill: Parameters<typeof writePieces>[2]) => writePieces(folder, path, fill),
  }
  const asked = [
    'simulate',
    linear,
    ...total,
    '--years',
    '2025-26 to 2026-27',
    '--draws',
    '1024',
    '-f',
    'csv',
    '-q',
  ]

  test('writes every draw, from which the same mean is worked', async () => {
    const { stdout } = await capgap([...asked, '--samples', 'draws.csv'], world)
    const draws = rowsOf(await readFile(join(folder, 'draws.csv'), 'utf8'))
    expect(Object.keys(draws[0]!)).toEqual([
      'replicate',
      'draw',
      'underspend',
      'gap.total.asked.2025-26',
      'gap.total.asked.2026-27',
    ])
    expect(draws).toHaveLength(1024)
    // The formula by hand, draw by draw.
    for (const each of draws)
      expect(Number(each['gap.total.asked.2026-27'])).toBeCloseTo(
        -400 + 10_000 * Number(each['underspend']),
        8,
      )
    const mean = draws.reduce((sum, each) => sum + Number(each['gap.total.asked.2026-27']), 0) / draws.length
    expect(mean).toBeCloseTo(Number(rowsOf(stdout)[1]!['mean']), 9)
  })

  test.each([
    ['-o', 'samples-over-output'],
    ['--record', 'samples-over-output'],
  ])('has a file of its own, however %s writes the name', async (option, problem) => {
    const { code, stderr, files } = await capgap([...asked, '--samples', './draws.csv', option, 'draws.csv'])
    expect([code, files.size]).toEqual([2, 0])
    expect(stderr).toContain(problem)
  })

  test('says that it writes, not that it draws once more, where that takes long', async () => {
    let now = 0
    const slow = async (path: string, fill: Parameters<typeof writePieces>[2]) => {
      now += 1050
      await writePieces(folder, path, fill)
    }
    const { stderr } = await capgap([...asked.slice(0, -1), '--samples', 'slow.csv'], {
      ...world,
      errorsOnTerminal: true,
      elapsed: () => now,
      writePieces: slow,
    })
    expect(stderr).toContain('Writing draws: 1,024 of 1,024')
    expect(stderr).not.toContain('Drawing')
  })

  test('writes the same as Parquet', async () => {
    await capgap([...asked, '--samples', 'draws.csv'], world)
    await capgap([...asked, '--samples', 'draws.parquet'], world)
    const csv = rowsOf(await readFile(join(folder, 'draws.csv'), 'utf8'))
    const bytes = await readFile(join(folder, 'draws.parquet'))
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const parquet = await parquetReadObjects({ file })
    expect(
      parquet.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
      ),
    ).toEqual(csv)
  })
})

test('a record of a simulation holds seed and draws, and is verified by drawing again', async () => {
  const record = await capgap(['simulate', linear, ...total, '-f', 'csv', '-q', '--record', 'record.json'])
  const text = record.files.get('record.json')!
  expect((JSON.parse(text) as { options: object }).options).toMatchObject({
    seed: '20261122',
    draws: '10000',
    method: 'sobol',
  })
  const file = scenarioFile('record.json', text)
  const verified = await capgap(['verify', file, '-q'])
  expect(verified.stdout).toContain('Verified: simulate of linear')
  expect(verified.code).toBe(0)
  const other = scenarioFile('other.json', text.replace('"seed": "20261122"', '"seed": "1"'))
  expect((await capgap(['verify', other, '-q'])).code).toBe(1)
})
