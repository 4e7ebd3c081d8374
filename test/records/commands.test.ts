import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import type { RunRecord } from '../../src/records/record.ts'
import { capgap, type Ended } from '../cli/fake-io.ts'

/**
 * What each command records is proved by `verify`; one byte changed in scenario, data or output is named. (`run` and what
 * a record holds: records.test.ts.)
 */

const folder = mkdtempSync(path.join(tmpdir(), 'capgap-records-'))
afterAll(() => rmSync(folder, { recursive: true }))
const planText = `capgap: 1
title: An uplift – of £1bn
extends: current-plans
measures:
  - {id: uplift, profile: level, amount: £1bn, prices: 2025-26, from: 2026-27, to: 2034-35}
`
const plan = path.join(folder, 'plan.yaml')
writeFileSync(plan, planText)
const shipped = readFileSync(path.join(import.meta.dirname, '../../scenarios/current-plans.yaml'), 'utf8')

/** Data with one digit of one cell changed: the capital planned for 2029-30. */
const otherData = path.join(folder, 'other')
beforeAll(async () => {
  const own = path.join(otherData, 'dhsc-capital')
  await cp(path.join(import.meta.dirname, '../../data/dhsc-capital'), own, { recursive: true })
  const file = path.join(own, 'observations.csv')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('15178.4')
  writeFileSync(file, text.replace('15178.4', '15178.5'))
})

/** Files as they lie on a disk, and nothing else. */
function disk(files: Readonly<Record<string, Uint8Array | string>>): Partial<Io> {
  return {
    read: (name) => {
      const found = files[name]
      return found === undefined
        ? Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }))
        : Promise.resolve(Buffer.from(found))
    },
  }
}

/** The bytes of a file that the world in memory kept as text: of Parquet, a character a byte. */
function bytesOf({ files }: Ended, name: string): Buffer {
  return Buffer.from(files.get(name) ?? '', name.endsWith('.parquet') ? 'latin1' : 'utf8')
}

const place = ['--benchmark', 'oecd', '--category', 'total']
const vary = ['--vary', 'measures.uplift.amount=£0bn..£4bn:£2bn', '--vary', 'assumptions.underspend=0%,5%']
const target = [
  ...['--for', 'gap.total[oecd] = 0 in 2029-30', '--vary', 'measures.uplift.amount'],
  ...['--between', '£0bn..£20bn'],
]
const withinBudget = [
  ...[
    '--for',
    'spend.digital = £1.8bn in 2029-30',
    '--vary',
    'assumptions.underspend',
    '--between',
    '0%..10%',
  ],
  ...['--vary', 'assumptions.digital-share', '--between', '5%..30%'],
  ...['--budget', 'assumptions.underspend + assumptions.digital-share <= 20%'],
]
const drivers = ['--drivers', '--draws', '64', '--benchmark', 'oecd']

/** A command line, the file it writes, and the scenario file that has a say in it, with a byte to change there. */
interface Recorded {
  readonly argv: readonly string[]
  readonly output: string
  readonly scenario?: readonly [file: string, text: string, from: string, to: string]
}

const ownPlan = ['plan.yaml', planText, '£1bn,', '£2bn,'] as const
const recorded: readonly (Recorded & { readonly what: string })[] = [
  {
    what: 'sensitivity: a grid',
    argv: ['sensitivity', plan, '--grid', 'underspend=0%..4%:2%', 'cdel-per-gfcf'],
    output: 'grid.csv',
  },
  { what: 'sensitivity: drivers', argv: ['sensitivity', plan, ...drivers], output: 'drivers.json' },
  { what: 'solve', argv: ['solve', plan, ...target], output: 'solved.csv' },
  { what: 'solve: two keys within a budget', argv: ['solve', plan, ...withinBudget], output: 'within.json' },
  {
    what: 'sweep',
    argv: ['sweep', plan, ...vary, ...place, '--years', '2029-30'],
    output: 'sweep.csv',
  },
  {
    what: 'sweep: a part of it',
    argv: ['sweep', plan, ...vary, ...place, '--years', '2029-30', '--shard', '2/3'],
    output: 'part-2.parquet',
  },
  { what: 'explain', argv: ['explain', 'gap', plan, '--year', '2029-30'], output: 'gap.txt' },
  {
    what: 'replicate',
    argv: ['replicate'],
    output: 'claims.csv',
    scenario: ['scenarios/current-plans.yaml', shipped, 'capgap: 1', 'capgap:  1'],
  },
]

describe.each(recorded)('$what', ({ argv, output, scenario = ownPlan }) => {
  const [file, fileText, from, to] = scenario
  let record = ''
  let bytes: Buffer = Buffer.alloc(0)
  beforeAll(async () => {
    const made = await capgap([...argv, '-q', '-o', output, '--record', 'r.json'])
    expect([made.code, made.stdout, made.stderr]).toEqual([0, '', ''])
    record = made.files.get('r.json') ?? ''
    bytes = bytesOf(made, output)
  })
  const verify = (world: Readonly<Record<string, Uint8Array | string>>, more: readonly string[] = []) =>
    capgap(['verify', 'r.json', ...more, '-q'], disk({ 'r.json': record, ...world }))

  it('is proved, with its output and the scenario as they are', async () => {
    expect((JSON.parse(record) as RunRecord).output).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
    })
    const ended = await verify({ [output]: bytes, [file]: fileText }, [output])
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toMatch(/^Verified: /)
  })

  it('names a byte of the scenario', async () => {
    expect(fileText).toContain(from)
    const line = fileText.slice(0, fileText.indexOf(from)).split('\n').length
    const ended = await verify({ [file]: fileText.replace(from, to) })
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain(`scenario file ${file} differs: recorded line ${line}: `)
    expect(ended.stderr).toContain(`Look at ${file}:${line}`)
  })

  it('names the dataset of a byte of data', async () => {
    const ended = await verify({}, ['--data', otherData])
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('dataset dhsc-capital differs')])
  })

  it('names an output of which a byte is another', async () => {
    const changed = Buffer.from(bytes)
    const middle = Math.floor(changed.length / 2)
    changed[middle] = (changed[middle] ?? 0) ^ 1
    const ended = await verify({ [output]: changed }, [output])
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining(`output file ${output} differs`)])
  })
})

const formats: Readonly<Record<string, readonly string[]>> = {
  'sensitivity --tornado --switching --benchmark oecd': ['table', 'markdown'],
  'sensitivity --tornado --benchmark oecd': ['json', 'ndjson'],
  'sensitivity --curve --category digital': ['csv'],
  solve: ['table', 'json', 'ndjson', 'markdown'],
  explain: ['text', 'json', 'mermaid', 'dot'],
  replicate: ['json', 'markdown'],
  sweep: ['csv', 'ndjson'],
}
const words: Readonly<Record<string, readonly string[]>> = {
  solve: [plan, ...target],
  explain: ['spend', plan, '--category', 'digital'],
  sweep: [plan, ...vary, ...place, '--figure', 'gap'],
}
const inEveryFormat = Object.entries(formats).flatMap(([command, each]) =>
  each.map((format): [string, string] => [command, format]),
)

it.each(inEveryFormat)('%s as %s on a terminal is proved on none', async (command, format) => {
  const [name = '', ...options] = command.split(' ')
  const made = await capgap([name, ...(words[name] ?? []), ...options, '-f', format, '--record', 'r.json'], {
    isTerminal: true,
    columns: 66,
    env: { TERM: 'xterm' },
  })
  const record = made.files.get('r.json') ?? ''
  expect((JSON.parse(record) as RunRecord).output.sha256).toBe(
    createHash('sha256').update(made.stdout).digest('hex'),
  )
  const ended = await capgap(['verify', 'r.json', '-q'], disk({ 'r.json': record }))
  expect([ended.code, ended.stderr]).toEqual([0, ''])
})

describe('a record', () => {
  const recordOf = async (argv: readonly string[]): Promise<RunRecord> => {
    const { files } = await capgap([...argv, '-q', '--record', 'r.json'])
    return JSON.parse(files.get('r.json') ?? '') as RunRecord
  }

  it('of drivers holds the seed and the rows in force', async () => {
    const { options } = await recordOf(['sensitivity', '--drivers', '--benchmark', 'oecd', '--draws', '64'])
    expect(options).toMatchObject({ seed: '20261122', draws: '64' })
  })

  it('of an explanation holds what is explained', async () => {
    expect((await recordOf(['explain', 'england-share'])).options['figure']).toBe('england-share')
  })

  it.each<[what: string, argv: readonly string[], read: readonly string[]]>([
    ['runs under other settings', ['appraise', 'digitise-2030'], ['dhsc-capital', 'discount-rates']],
    ['every point of a sweep', ['sweep', plan, ...vary, ...place], ['dhsc-capital', 'uk-gdp']],
    ['a solution', ['solve', plan, ...target], ['dhsc-capital', 'uk-gdp']],
    ['assumptions moved', ['sensitivity', plan, '--tornado'], ['dhsc-capital', 'health-capital-share']],
    ['claims', ['replicate'], ['published-claims', 'health-capital-share']],
  ])('names the datasets read for %s', async (_what, argv, read) => {
    const { data } = await recordOf(argv)
    expect(data.datasets.filter((each) => each.read).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...read]),
    )
  })

  it('of a sweep is of the scenario before any key varies', async () => {
    const { options, scenarios } = await recordOf(['sweep', plan, ...vary, ...place])
    expect(options['vary']).toEqual([vary[1], vary[3]])
    const values = new Map(scenarios[0]?.values.map(({ key, value }) => [key, value]))
    expect(values.get('measures.uplift.amount')).toBe('£1bn')
  })

  it('of a sweep is of the whole, also where its reader has gone early', async () => {
    const grid = ['sweep', plan, '--vary', 'measures.uplift.amount=£1m..£4m:£1m', '-q', '--record', 'r.json']
    let pieces = 0
    const gone = { stdout: () => void (pieces += 1), unread: () => pieces > 0 }
    const [early, whole] = [await capgap(grid, gone), await capgap(grid)]
    expect(whole.stdout.length).toBeGreaterThan(1 << 17)
    expect([early.code, early.files.get('r.json')]).toEqual([0, whole.files.get('r.json')])
  })

  it.each<[what: string, argv: readonly string[], code: number]>([
    ['a sweep that cannot be written', ['sweep', plan, ...vary, ...place, '-o', 'full.csv'], 70],
    ['a target without a solution', ['solve', plan, ...target.slice(0, -1), '£0bn..£1m'], 5],
  ])('is not left of %s', async (_what, argv, code) => {
    const ended = await capgap([...argv, '--record', 'r.json'], {
      writePieces: () => Promise.reject(new Error('full')),
    })
    expect([ended.code, [...ended.files]]).toEqual([code, []])
  })

  it.each([
    ['solve', ['solve', plan, ...target], 'between'],
    ['explain', ['explain', 'spend', plan], 'figure'],
    ['sweep', ['sweep', plan, ...vary, ...place], 'vary'],
  ])('of %s that lacks what was asked is not called proved', async (_what, argv, name) => {
    const { options, ...record } = await recordOf(argv)
    const less = Object.fromEntries(Object.entries(options).filter(([key]) => key !== name))
    const ended = await capgap(
      ['verify', 'r.json'],
      disk({ 'r.json': JSON.stringify({ ...record, options: less }) }),
    )
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('running it again differs')])
  })

  it.each(['sensitivity', 'solve', 'sweep', 'explain', 'replicate'])(
    'of %s has a file of its own',
    async (name) => {
      const argv = [
        name,
        ...(words[name] ?? []),
        '-o',
        'a.csv',
        ...(name === 'explain' ? ['-f', 'text'] : []),
      ]
      const ended = await capgap([...argv, '--record', 'a.csv'])
      expect([ended.code, ended.stderr]).toEqual([
        2,
        expect.stringContaining('both the output and its record'),
      ])
    },
  )
})
