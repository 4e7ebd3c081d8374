import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { compileBundledData } from '../../src/datasets/compile.ts'
import { loadData } from '../../src/datasets/load.ts'
import { aboutYaml, dataFolder, header } from './folder.ts'

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'capgap-compiled-'))
  await compileBundledData(folder)
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('compiled data', () => {
  test('says exactly what the files say', async () => {
    const [parsed, compiled] = [await loadData(), await loadData({ compiled: folder })]
    expect(compiled.names).toEqual(parsed.names)
    expect(compiled.hash()).toBe(parsed.hash())
    expect(compiled.sourceHash).toBe(parsed.sourceHash)
    expect([...compiled.sources]).toEqual([...parsed.sources])
    for (const name of parsed.names) {
      expect(compiled.about(name)).toEqual(parsed.about(name))
      expect(compiled.hashOf(name)).toBe(parsed.hashOf(name))
      expect(compiled.dataset(name).rows).toEqual(parsed.dataset(name).rows)
      expect(compiled.dataset(name).observations).toEqual(parsed.dataset(name).observations)
    }
  })

  test('is the same bytes each time', async () => {
    const again = dataFolder({})
    await compileBundledData(again)
    for (const name of ['index', 'dhsc-capital', 'health-capital-assets'])
      expect(readFileSync(join(again, `${name}.json`))).toEqual(readFileSync(join(folder, `${name}.json`)))
  })

  test('is what is read where it is fresh: a planted figure shows', async () => {
    const data = await loadData({ compiled: planted((text) => text) })
    expect(data.dataset('nhs-capital-spend').at({}, '2009-10')[0]?.text).toBe('9999')
  })

  test('is not read where a hash differs from the files', async () => {
    const hash = (await loadData()).hashOf('nhs-capital-spend')
    const data = await loadData({ compiled: planted((text) => text.replace(hash, hash.replace(/./g, '0'))) })
    expect(data.dataset('nhs-capital-spend').at({}, '2009-10')[0]?.text).toBe('5240')
  })

  test('is not read where its form is another', async () => {
    const data = await loadData({ compiled: planted((text) => text.replace('"format":1', '"format":0')) })
    expect(data.dataset('nhs-capital-spend').at({}, '2009-10')[0]?.text).toBe('5240')
  })

  test('stands beside folders that are parsed', async () => {
    const beds = dataFolder({
      'beds/about.yaml': aboutYaml(),
      'beds/observations.csv': `${header}2020-21,1,outturn,2021-07,nao-capital-2020,\n`,
    })
    const data = await loadData({ folders: [beds], compiled: planted((text) => text) })
    expect(data.dataset('beds').observations).toHaveLength(1)
    expect(data.dataset('nhs-capital-spend').at({}, '2009-10')[0]?.text).toBe('9999')
  })

  test('needs no parser and no schema', async () => {
    vi.resetModules()
    for (const name of ['csv-parse/sync', 'js-yaml', 'zod']) {
      vi.doMock(name, () => {
        throw new Error(`${name} was loaded`)
      })
    }
    const fresh = await import('../../src/datasets/load.ts')
    const data = await fresh.loadData({ compiled: folder })
    for (const name of data.names) expect(data.dataset(name).rows.length).toBeGreaterThan(0)
    await expect(fresh.loadData()).rejects.toThrow()
    for (const name of ['csv-parse/sync', 'js-yaml', 'zod']) vi.doUnmock(name)
    vi.resetModules()
  })
})

/** The compiled folder with one figure changed, and its index changed as told. */
function planted(change: (index: string) => string): string {
  const copy = dataFolder({})
  cpSync(folder, copy, { recursive: true })
  const rewrite = (name: string, edit: (text: string) => string) => {
    const file = join(copy, `${name}.json`)
    writeFileSync(file, edit(readFileSync(file, 'utf8')))
  }
  rewrite('nhs-capital-spend', (text) => text.replace('5240', '9999'))
  rewrite('index', change)
  return copy
}
