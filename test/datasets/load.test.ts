import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { checkData, loadData } from '../../src/datasets/load.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import { aboutYaml, dataFolder, header } from './folder.ts'

// Loading itself is what is tested here.
vi.unmock('../../src/datasets/load.ts')

/** Folders beside the bundled data: what `--data DIR` does. */

const transfers = { title: 'Capital moved to day-to-day spending' }
const later = '2020-21,300,outturn,2021-07,nao-capital-2020,\n'
const known = '2014-15,640,outturn,2020,nao-capital-2020,\n'

async function codesOf(folders: readonly string[]): Promise<{ codes: string[]; exitCode: number }> {
  const error: unknown = await loadData({ folders }).catch((reason: unknown) => reason)
  if (!(error instanceof ProblemsError)) throw new Error('the folder was accepted')
  return { codes: error.problems.map(({ code }) => code), exitCode: error.exitCode }
}

describe('a dataset of a bundled name', () => {
  test('replaces it whole', async () => {
    const folder = dataFolder({
      'capital-to-revenue-transfers/about.yaml': aboutYaml(transfers),
      'capital-to-revenue-transfers/observations.csv': header + later,
    })
    const [plain, data] = [await loadData(), await loadData({ folders: [folder] })]
    const replaced = data.dataset('capital-to-revenue-transfers')
    expect(replaced.observations.map(({ period, text }) => [period, text])).toEqual([['2020-21', '300']])
    expect(replaced.about.title).toBe(transfers.title)
    expect(data.names).toEqual(plain.names)
    expect(data.hash()).not.toBe(plain.hash())
    expect(data.hashOf('uk-gdp')).toBe(plain.hashOf('uk-gdp'))
  })

  test('adds its rows where it joins, and the bundled rows stay', async () => {
    const folder = dataFolder({
      'capital-to-revenue-transfers/about.yaml': aboutYaml({ joins: 'true', caveats: '[Ours]' }),
      'capital-to-revenue-transfers/observations.csv': `source,period,value,status,published\nnao-capital-2020,2020-21,300,outturn,2021-07\n`,
    })
    const data = await loadData({ folders: [folder] })
    const joined = data.dataset('capital-to-revenue-transfers')
    expect(joined.observations).toHaveLength(7)
    expect(joined.at({}, '2014-15')[0]).toMatchObject({ text: '640', line: 2 })
    expect(joined.at({}, '2020-21')[0]).toMatchObject({ text: '300', note: '', line: 2 })
    expect(joined.at({}, '2020-21')[0]?.file).toMatch(
      /^capgap-data-\w+\/capital-to-revenue-transfers\/observations\.csv$/,
    )
    expect(joined.about.caveats).toContain('Ours')
    expect(joined.about.definition).not.toBe('What beds cost')
  })

  test('may not join with a key that is there already, and says where', async () => {
    const folder = dataFolder({
      'capital-to-revenue-transfers/about.yaml': aboutYaml({ joins: 'true' }),
      'capital-to-revenue-transfers/observations.csv': header + later + known,
    })
    const { problems } = await checkData([folder])
    expect(problems.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['repeated-key', 3, 1],
    ])
    expect(problems[0]?.found).toContain('of capital-to-revenue-transfers/observations.csv:2')
    expect(await codesOf([folder])).toEqual({ codes: ['repeated-key'], exitCode: 4 })
  })

  test('leaves no hole between its rows and ours', async () => {
    const folder = dataFolder({
      'capital-to-revenue-transfers/about.yaml': aboutYaml({ joins: 'true' }),
      'capital-to-revenue-transfers/observations.csv': header + later.replace('2020-21', '2022-23'),
    })
    const { problems } = await checkData([folder])
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['hole', 2]])
    expect(problems[0]?.found).toBe('The series has no row for 2020-21 to 2021-22')
  })

  test('may not join what measures something else', async () => {
    const folder = dataFolder({
      'capital-to-revenue-transfers/about.yaml': aboutYaml({ joins: 'true', unit: 'GBP billion' }),
      'capital-to-revenue-transfers/observations.csv': header + later,
    })
    expect((await codesOf([folder])).codes).toEqual(['join-differs'])
  })
})

describe('a dataset of a new name', () => {
  test('is added', async () => {
    const folder = dataFolder({ 'beds/about.yaml': aboutYaml(), 'beds/observations.csv': header + later })
    const data = await loadData({ folders: [folder] })
    expect(data.names).toContain('beds')
    expect(data.dataset('beds').periods({})).toEqual(['2020-21'])
  })

  test('has nothing to join', async () => {
    const folder = dataFolder({
      'capital-to-revenue-transfer/about.yaml': aboutYaml({ joins: 'true' }),
      'capital-to-revenue-transfer/observations.csv': header + later,
    })
    const { problems } = await checkData([folder])
    expect(problems[0]).toMatchObject({ code: 'nothing-to-join' })
    expect(problems[0]?.found).toContain('did you mean "capital-to-revenue-transfers"?')
  })

  test('may be the folder itself', async () => {
    const folder = join(dataFolder({}), 'beds')
    mkdirSync(folder)
    writeFileSync(join(folder, 'about.yaml'), aboutYaml())
    writeFileSync(join(folder, 'observations.csv'), header + later)
    const data = await loadData({ folders: [`${folder}/`] })
    expect(data.dataset('beds').observations[0]?.file).toBe('beds/observations.csv')
  })
})

describe('sources', () => {
  const columns = 'id,publisher,title,published,url,licence,note\n'
  const own = 'our-audit,Us,Audit of beds,2026-01,https://example.org/beds,Open Government Licence v3.0,\n'

  test('of a folder are added to ours', async () => {
    const folder = dataFolder({
      'beds/about.yaml': aboutYaml(),
      'beds/observations.csv': header + later.replace('nao-capital-2020', 'our-audit'),
      'sources.csv': columns + own,
    })
    const data = await loadData({ folders: [folder] })
    expect(data.sources.size).toBe(73)
    expect(data.sources.get('our-audit')).toMatchObject({ title: 'Audit of beds', line: 2 })
    expect(data.sourceHash).not.toBe((await loadData()).sourceHash)
  })

  test('alone make a folder too', async () => {
    const data = await loadData({ folders: [dataFolder({ 'sources.csv': columns + own })] })
    expect(data.sources.has('our-audit')).toBe(true)
  })
})

describe('folders that hold nothing', () => {
  test('a missing and an empty one are both named, at once', async () => {
    const empty = dataFolder({ 'notes.txt': 'none yet' })
    const { problems } = await checkData(['no/such/folder', empty])
    expect(problems.map(({ code }) => code).sort()).toEqual(['data-folder-empty', 'data-folder-missing'])
    expect((await codesOf(['no/such/folder'])).exitCode).toBe(4)
  })
})

test('all faults of all folders come at once, in the order of the files', async () => {
  const folder = dataFolder({
    'beds/about.yaml': aboutYaml({ prices: 'cash' }),
    'beds/observations.csv': `${header}2020-21,300\n`,
    'wards/about.yaml': aboutYaml(),
    'wards/observations.csv': `${header}2020-21,x,outturn,2021-07,nobody,\n`,
  })
  const { problems, datasets } = await checkData([folder])
  expect(problems.map(({ code, place }) => `${code} ${place?.file.slice(folder.length + 1) ?? ''}`)).toEqual([
    'about-wrong-value beds/about.yaml',
    'ragged-row beds/observations.csv',
    'not-a-number wards/observations.csv',
    'unknown-source wards/observations.csv',
  ])
  expect(datasets).toEqual([
    { name: 'beds', rows: 0, errors: 2, warnings: 0 },
    { name: 'wards', rows: 1, errors: 2, warnings: 0 },
  ])
})
