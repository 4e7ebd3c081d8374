import * as fileSystem from 'node:fs/promises'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeFolder } from '../../../src/datasets/import/write.ts'
import { capgap } from '../../cli/fake-io.ts'
import { dataFolder } from '../folder.ts'
import { errorsIn, importing, refused, workbook } from './importing.ts'

const worldBank = (date: string, value: string) =>
  `"Last Updated Date","${date}",\n\n"Country Name","Country Code","Indicator Name","Indicator Code","2010","2011",\n` +
  `"Austria","AUT","GDP","NY.GDP.MKTP.CN","${value}","",\n`

const outlook = () =>
  workbook({
    Contents: [[null, 'November 2026 Economic and fiscal outlook – detailed forecast tables: expenditure']],
    '4.8': [
      [null, null, '£ billion'],
      [null, null, 'Forecast'],
      [null, null, '2029-30', '2030-31'],
      [null, 'Health and Social Care', 16.25, 17],
    ],
  })

describe('an imported vintage joins the older ones', () => {
  test('a run uses the newer row, and explain shows the older as passed over', async () => {
    const { root } = await importing('obr-efo', { 'november.xlsx': await outlook() })
    const data = ['--data', join(root, 'out')]
    const run = await capgap([
      'run',
      ...data,
      '--figure',
      'baseline',
      '--category',
      'total',
      '--years',
      '2028-29 to 2030-31',
      '--prices',
      'nominal',
      '-f',
      'csv',
      '-q',
    ])
    expect(run.stdout.trimEnd().split('\n').slice(1)).toEqual([
      'current-plans,baseline,,total,2028-29,14769,GBP million,nominal,plan,',
      'current-plans,baseline,,total,2029-30,16250,GBP million,nominal,plan,',
      'current-plans,baseline,,total,2030-31,17000,GBP million,nominal,plan,',
    ])
    const explained = await capgap(
      ['explain', 'baseline', ...data, '--year', '2029-30', '--category', 'total', '--prices', 'nominal'],
      { columns: 400, isTerminal: true, env: { NO_COLOR: '1' } },
    )
    expect(explained.stdout).toContain('imported-obr-efo-2026-11-expenditure')
    expect(explained.stdout).toMatch(/passed over: data\/dhsc-capital\/observations\.csv:\d+: 15178\.4 plan/)
    // Before its publication, nobody knew it.
    const before = await capgap([
      'run',
      ...data,
      '--as-of',
      '2026-06-30',
      '--figure',
      'baseline',
      '--category',
      'total',
      '--years',
      '2029-30',
      '--prices',
      'nominal',
      '-f',
      'csv',
      '-q',
    ])
    expect(before.stdout).toContain('2029-30,15178.4,')
  })

  test('a second import is added to the folder; the same file again changes nothing', async () => {
    const first = { 'old.csv': worldBank('2026-07-01', '100') }
    const root = dataFolder({ ...first, 'new.csv': worldBank('2026-10-01', '110') })
    await importing('world-bank', first, {}, root)
    const second = await importing('world-bank', { 'new.csv': '' }, {}, root)
    expect(second.rows('nation-gdp').map(({ published, value }) => [published, value])).toEqual([
      ['2026-07-01', '100'],
      ['2026-10-01', '110'],
    ])
    const text = ['nation-gdp/observations.csv', 'nation-gdp/about.yaml', 'sources.csv'].map(second.text)
    const again = await importing('world-bank', { 'new.csv': '' }, {}, root)
    expect(again.imported.datasets).toMatchObject([{ rows: 1, already: 1 }])
    expect(['nation-gdp/observations.csv', 'nation-gdp/about.yaml', 'sources.csv'].map(again.text)).toEqual(
      text,
    )
    expect(await errorsIn(again)).toEqual([])
  })

  test('another figure under the same source is refused, and the folder stays as it was', async () => {
    const file = { 'old.csv': worldBank('2026-07-01', '100') }
    const root = dataFolder(file)
    const left = await importing('world-bank', file, {}, root)
    const before = left.text('nation-gdp/observations.csv')
    writeFileSync(join(root, 'old.csv'), worldBank('2026-07-01', '101'))
    await expect(importing('world-bank', file, {}, root)).rejects.toMatchObject({
      exitCode: 4,
      problems: [{ code: 'other-value' }],
    })
    expect(left.text('nation-gdp/observations.csv')).toBe(before)
  })

  test('the same files give the same bytes', async () => {
    const file = { 'old.csv': worldBank('2026-07-01', '100') }
    const [one, other] = await Promise.all([importing('world-bank', file), importing('world-bank', file)])
    for (const path of ['nation-gdp/observations.csv', 'nation-gdp/about.yaml', 'sources.csv'])
      expect(one.text(path)).toBe(other.text(path))
    expect(one.text('sources.csv')).not.toContain(one.root)
  })
})

describe('a folder is written whole or not at all', () => {
  const files = new Map([
    ['a/observations.csv', 'new a'],
    ['b/observations.csv', 'new b'],
    ['sources.csv', 'new sources'],
  ])

  /** Every file below a folder, with its text. */
  const contents = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
    )

  /** A file system whose n-th step fails as a full disk does; `steps` counts them. */
  function failingAt(step: number) {
    let steps = 0
    const counted =
      <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        steps += 1
        if (steps === step) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return work(...args)
      }
    return {
      system: {
        mkdir: counted(fileSystem.mkdir as (path: string) => Promise<void>),
        writeFile: counted(fileSystem.writeFile as (path: string, text: string) => Promise<void>),
        rename: counted(fileSystem.rename as (from: string, to: string) => Promise<void>),
        rm: fileSystem.rm,
      } as unknown as typeof fileSystem,
      count: () => steps,
    }
  }

  test('whichever step fails, what stood there stands', async () => {
    const old = { 'a/observations.csv': 'old a', 'sources.csv': 'old sources', 'mine.txt': 'mine' }
    const whole = dataFolder(old)
    const { system, count } = failingAt(0)
    await writeFolder(whole, 'out', files, system)
    expect(contents(whole)).toEqual({
      '/a/observations.csv': 'new a',
      '/b/observations.csv': 'new b',
      '/mine.txt': 'mine',
      '/sources.csv': 'new sources',
    })
    expect(count()).toBeGreaterThan(8)
    for (let step = 1; step <= count(); step += 1) {
      const folder = dataFolder(old)
      const before = contents(folder)
      const outcome = writeFolder(folder, 'out', files, failingAt(step).system)
      await expect(outcome, `step ${step}`).rejects.toMatchObject({ exitCode: 6 })
      expect(contents(folder), `step ${step}`).toEqual(before)
    }
  })

  test('a folder that was not there is not there after a failure', async () => {
    const root = dataFolder({ 'x.txt': '' })
    const folder = join(root, 'deep', 'out')
    await expect(writeFolder(folder, 'deep/out', files, failingAt(5).system)).rejects.toMatchObject({
      exitCode: 6,
    })
    expect(existsSync(join(root, 'deep'))).toBe(false)
  })

  test('a folder that is there and takes none inside, as /proc, is said so and does not keep us waiting', async () => {
    const root = dataFolder({ 'x.txt': '' })
    const mkdir = (path: string) =>
      Promise.reject(Object.assign(new Error('no'), { code: path === root ? 'EEXIST' : 'ENOENT' }))
    const system = { ...fileSystem, mkdir } as unknown as typeof fileSystem
    await expect(writeFolder(join(root, 'deep', 'out'), 'deep/out', files, system)).rejects.toMatchObject({
      exitCode: 6,
    })
    expect(contents(root)).toEqual({ '/x.txt': '' })
  })

  test('a file in the folder’s place is said so (exit 6)', async () => {
    const root = dataFolder({ 'old.csv': worldBank('2026-07-01', '100'), out: 'a file' })
    await expect(importing('world-bank', { 'old.csv': '' }, {}, root)).rejects.toMatchObject({ exitCode: 6 })
  })
})

test('files that are not there or are folders are said so, all at once', async () => {
  const root = dataFolder({ 'x.txt': '' })
  mkdirSync(join(root, 'folder'))
  await expect(importing('eric', {}, { files: ['nowhere.csv', 'folder'] }, root)).rejects.toMatchObject({
    exitCode: 4,
    problems: [{ code: 'file-missing' }, { code: 'not-a-file' }],
  })
})

test('a file with nothing for us says what it holds instead', async () => {
  const { problems } = await refused('world-bank', {
    'w.csv': 'Country Name,Country Code,Indicator Name,Indicator Code,2020\nAustria,AUT,Birds,X.Y,4\n',
  })
  expect(problems.filter(({ severity }) => severity === 'error').map(({ found }) => found)).toEqual([
    'The file holds nothing that "world-bank" takes; left out: indicators that capgap does not use (1)',
  ])
})
