import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { compileBundledData } from '../../src/datasets/compile.ts'
import { loadData } from '../../src/datasets/load.ts'
import { aboutYaml, dataFolder, header } from './folder.ts'

// Loading itself is what is tested here.
vi.unmock('../../src/datasets/load.ts')

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

  test.each<[string, (from: Buffer) => Buffer]>([
    ['one byte of a file differs', (from) => altered(from, 'title:')],
    ['one byte of the last file differs', (from) => altered(from, from.subarray(-2).toString('latin1'))],
    ['a byte is missing at the end', (from) => from.subarray(0, -1)],
    ['there is a byte too many', (from) => Buffer.concat([from, from.subarray(0, 1)])],
    ['all files are missing', () => Buffer.alloc(0)],
  ])('is not read where %s', async (_what, change) => {
    const compiled = planted((text) => text)
    const file = join(compiled, 'files.bin')
    const from = readFileSync(file)
    writeFileSync(file, change(from))
    expect(readFileSync(file).equals(from)).toBe(false)
    const data = await loadData({ compiled })
    expect(data.dataset('nhs-capital-spend').at({}, '2009-10')[0]?.text).toBe('5240')
  })

  test('is not read where its form is another', async () => {
    const data = await loadData({ compiled: planted((text) => text.replace('"format":2', '"format":0')) })
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

/** The same bytes with the first of these words changed at its first letter. */
function altered(bytes: Buffer, words: string): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf(words, 0, 'latin1')
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

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
