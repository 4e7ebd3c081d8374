import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import type { RunRecord } from '../../src/records/record.ts'
import { capgap, type Ended } from '../cli/fake-io.ts'

/** A record proves an output, in any folder; and names the first thing that is not as it was. */

const folder = mkdtempSync(path.join(tmpdir(), 'capgap-record-'))
afterAll(() => rmSync(folder, { recursive: true }))
const plan = path.join(folder, 'plan.yaml')
const planText = `capgap: 1
title: A plan
extends: current-plans
assumptions:
  underspend: 3%
`
writeFileSync(plan, planText)

/** A world whose files are those given, and nothing else. */
function world(files: ReadonlyMap<string, string>): Partial<Io> {
  return {
    read: (name) => {
      const text = files.get(name)
      return text === undefined
        ? Promise.reject(Object.assign(new Error('gone'), { code: 'ENOENT' }))
        : Promise.resolve(new TextEncoder().encode(text))
    },
  }
}

const small = ['--benchmark', 'eu14', '--years', '2026-27', '--figure', 'gap']
const run = ['run', plan, ...small, '-o', 'gap.csv', '--record', 'gap.record.json']
const recorded = await capgap(run)
const text = recorded.files.get('gap.record.json') ?? ''
const record = JSON.parse(text) as RunRecord
const verify = (
  changed: unknown = record,
  more: readonly [string, string][] = [],
  argv: readonly string[] = [],
): Promise<Ended> =>
  capgap(
    ['verify', 'gap.record.json', ...argv],
    world(
      new Map([
        ['gap.record.json', typeof changed === 'string' ? changed : JSON.stringify(changed)],
        ...more,
      ]),
    ),
  )

describe('a record', () => {
  it('holds the hash of the very output', () => {
    const output = recorded.files.get('gap.csv') ?? ''
    expect(output).toContain('plan,gap,eu14,total,2026-27,')
    expect(record.output.sha256).toBe(createHash('sha256').update(output).digest('hex'))
    expect(record.output.bytes).toBe(Buffer.byteLength(output))
  })

  it('holds every scenario text whole', () => {
    const [scenario] = record.scenarios
    expect(scenario?.files.map(({ file }) => file)).toEqual(['scenarios/current-plans.yaml', 'plan.yaml'])
    expect(scenario?.files[1]?.text).toBe(planText)
  })

  it('holds every value with the line that won and those that lost', () => {
    const values = new Map(record.scenarios[0]?.values.map((value) => [value.key, value]))
    expect(values.get('assumptions.underspend')).toMatchObject({ value: '3%', at: 'plan.yaml:5' })
    const lines = record.scenarios[0]?.files[0]?.text.split('\n') ?? []
    const title = lines.findIndex((line) => line.startsWith('title:')) + 1
    expect(values.get('title')?.replaced.map(({ at }) => at)).toEqual([
      `scenarios/current-plans.yaml:${title}`,
    ])
    expect(values.get('election')).toMatchObject({ value: '2024-07-04', at: 'default' })
    expect(values.get('benchmarks.oecd.share')?.at).toMatch(/^scenarios\/current-plans\.yaml:\d+$/)
  })

  it('holds the hash of each dataset, and says which were read', () => {
    const read = record.data.datasets.filter((dataset) => dataset.read).map(({ name }) => name)
    expect(read).toContain('dhsc-capital')
    expect(read).not.toContain('optimism-bias')
  })

  it('holds options, date, vintage and assumptions', async () => {
    const { files } = await capgap([...run, '--as-of', '2024-01-31', '--set', 'assumptions.underspend=4%'])
    const other = JSON.parse(files.get('gap.record.json') ?? '') as RunRecord
    expect(other.options).toMatchObject({
      asOf: '2024-01-31',
      set: ['assumptions.underspend=4%'],
      years: '2026-27',
    })
    expect(other.scenarios[0]).toMatchObject({ asOf: '2024-01-31', economy: 'obr-2026-03' })
    const value = other.scenarios[0]?.values.find(({ key }) => key === 'assumptions.underspend')
    expect(value).toMatchObject({
      value: '4%',
      at: '--set:1',
      replaced: [{ at: 'plan.yaml:5', value: '3%' }],
    })
    expect(other.scenarios[0]?.assumptions).toContainEqual(
      expect.objectContaining({ name: 'underspend', default: false }),
    )
  })

  it('holds no folder of this machine, no host and no clock, and is the same twice', async () => {
    expect(text).not.toContain(folder)
    expect(text).not.toContain(tmpdir())
    expect((await capgap(run)).files.get('gap.record.json')).toBe(text)
  })

  it('is not written when the output cannot be', async () => {
    const written: string[] = []
    const ended = await capgap(run, {
      writeWhole: (name) => {
        if (name === 'gap.csv') return Promise.reject(new Error('full'))
        written.push(name)
        return Promise.resolve()
      },
    })
    expect([ended.code, written]).toEqual([70, []])
  })

  it.each([
    [['--record', '-'], 'cannot go to standard output'],
    [['-o', 'a.json', '--record', 'a.json'], 'both the output and its record'],
  ])('%s is refused', async (argv, words) => {
    const ended = await capgap(['run', ...argv])
    expect(ended.code).toBe(2)
    expect(ended.stderr.replace(/\s+/g, ' ')).toContain(words)
  })
})

describe('verify', () => {
  it('proves a record where nothing but the record is there', async () => {
    const ended = await verify()
    expect(ended.stderr).toBe('')
    expect([ended.code, ended.stdout.split('\n')[0]]).toEqual([
      0,
      'Verified: run of plan, worked again from the record, gives the same output',
    ])
  })

  it('compares the output file too', async () => {
    const output = recorded.files.get('gap.csv') ?? ''
    const same = await verify(record, [['gap.csv', output]], ['gap.csv'])
    const changed = await verify(record, [['gap.csv', output.replace('eu14', 'eu15')]], ['gap.csv'])
    expect([same.code, changed.code]).toEqual([0, 1])
    expect(changed.stderr).toContain('output file gap.csv differs')
  })

  const swap = (from: string, to: string): string => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }
  const { name, hash } = record.data.datasets.find(({ read }) => read)!
  const unread = record.data.datasets.find(({ read }) => !read)!
  it.each<[what: string, changed: string, first: string, where: string]>([
    [
      'another version',
      swap('"capgap": "0.1.0"', '"capgap": "0.0.9"'),
      'version of capgap differs',
      'Run version 0.0.9',
    ],
    ['a dataset', swap(hash, 'f'.repeat(64)), `dataset ${name} differs`, `capgap data show ${name}`],
    [
      'a text inside',
      swap('underspend: 3%', 'underspend: 4%'),
      'scenario text plan.yaml differs',
      'inside the record',
    ],
    [
      'a value',
      swap('"value": "3%"', '"value": "4%"'),
      'value assumptions.underspend of plan differs',
      'plan.yaml:5',
    ],
    ['the output', swap(record.output.sha256, '0'.repeat(64)), 'output differs', 'inputs are the same'],
  ])('names %s', async (_what, changed, first, where) => {
    const ended = await verify(changed)
    expect(ended.code).toBe(1)
    expect(ended.stderr.replace(/\s+/g, ' ')).toContain(first)
    expect(ended.stderr.replace(/\s+/g, ' ')).toContain(where)
    expect(ended.stdout).toMatch(/^Not verified\./)
  })

  it('names the line of a scenario file that has changed since', async () => {
    const ended = await verify(record, [['plan.yaml', planText.replace('3%', '4%')]])
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain('recorded line 5: underspend: 3%, here line 5: underspend: 4%')
    expect(ended.stderr).toContain('Look at plan.yaml:5')
  })

  it('lets a dataset that was not read be another, while the output is the same', async () => {
    expect((await verify(swap(unread.hash, 'f'.repeat(64)))).code).toBe(0)
  })

  it('tells data of a folder from the bundled ones', async () => {
    const own = path.join(folder, 'own', 'dhsc-capital')
    await cp(path.join(import.meta.dirname, '../../data/dhsc-capital'), own, { recursive: true })
    const file = path.join(own, 'observations.csv')
    writeFileSync(file, readFileSync(file, 'utf8').replace('15178.4', '15178.5'))
    const ended = await verify(record, [], ['--data', path.join(folder, 'own')])
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('dataset dhsc-capital differs')])
  })

  it.each<[what: string, file: string, words: string]>([
    ['no JSON', '{', 'is not a record of capgap'],
    ['something else', '{"rows": []}', 'is not a record of capgap'],
    ['half a record', JSON.stringify({ ...record, data: undefined }), 'data'],
    ['a later form', JSON.stringify({ ...record, record: 2 }), 'a record of form 2'],
    [
      'an option nobody knows',
      JSON.stringify({ ...record, options: { years: 'soon' } }),
      'running it again differs',
    ],
  ])('refuses %s, and does not call it proved', async (_what, file, words) => {
    const ended = await verify(file)
    expect(ended.code).toBe(1)
    expect(ended.stderr.replace(/\s+/g, ' ')).toContain(words)
  })

  it('says that there is no such file', async () => {
    const ended = await capgap(['verify', 'gone.json'], world(new Map()))
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('there is no such file')])
  })
})

describe.each(['table', 'csv', 'json', 'ndjson', 'markdown'])('%s', (format) => {
  it.each([
    ['run', ['run', 'current-plans', 'confed-2023', ...small]],
    ['a look-back', ['lookback', '--group', 'g7', '--window', '2015-2019', '--prices', '2019']],
    ['a comparison', ['compare', 'flat-real', 'match-eu14-2030', '--show', 'credit', ...small]],
    ['an appraisal', ['appraise', 'digitise-2030', '--benchmark', 'eu14', '--horizon', '20']],
  ])('of %s is proved from its record', async (_what, argv) => {
    // A table is laid out as it was, whatever the terminal that verifies it.
    const made = await capgap([...argv, '-f', format, '--record', 'r.json'], {
      isTerminal: true,
      columns: 66,
      env: { TERM: 'xterm' },
    })
    const kept = made.files.get('r.json') ?? ''
    expect((JSON.parse(kept) as RunRecord).output.sha256).toBe(
      createHash('sha256').update(made.stdout).digest('hex'),
    )
    const ended = await capgap(['verify', 'r.json'], world(new Map([['r.json', kept]])))
    expect([ended.code, ended.stderr]).toEqual([0, ''])
  })
})
