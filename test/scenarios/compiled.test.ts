import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { compileShippedScenarios } from '../../src/scenarios/compile.ts'
import { compileScenario, openScenario } from '../../src/scenarios/compiled.ts'
import { loadScenario, shippedScenarios } from '../../src/scenarios/load.ts'
import { loadShipped } from '../../src/scenarios/load-shipped.ts'
import { readLayer } from '../../src/scenarios/read-layer.ts'
import { known } from './known.ts'

/** Shipped scenarios as the build compiles them: the same scenario, and never another. */

let folder = ''
let compiled = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'capgap-compiled-'))
  compiled = path.join(folder, 'compiled')
  compileShippedScenarios(compiled)
})
afterAll(() => rmSync(folder, { recursive: true }))

const shipped = shippedScenarios()
const textOf = (name: string): string => shipped.find((each) => each.name === name)?.text ?? ''

/** A file of its own with this text, named as a shipped one. */
function copied(name: string, text: string): string {
  const file = path.join(folder, `${name}.yaml`)
  writeFileSync(file, text)
  return file
}

describe('a compiled scenario', () => {
  it.each(shipped)('$name is the tree that reading the file gives, to the last place', ({ text, file }) => {
    const { root } = readLayer(text, file)
    const kept: unknown = JSON.parse(JSON.stringify(compileScenario(text, root!)))
    expect(openScenario(kept as never, file)).toEqual(root)
  })

  it.each(shipped)('$name loads as the file does', ({ name }) => {
    expect(loadShipped(name, { known }, compiled)).toEqual(loadScenario(name, { known }))
  })

  it('stacks, and takes the options, as the files do', () => {
    const spec = 'current-plans+digitise-2030'
    const options = { known, asOf: '2025-06-30', prices: 'nominal' }
    expect(loadShipped(spec, options, compiled)).toEqual(loadScenario(spec, options))
  })

  it('is what is used: a title planted in it shows', () => {
    const planted = mkdtempSync(path.join(folder, 'planted-'))
    const json = readFileSync(path.join(compiled, 'flat-real.json'), 'utf8')
    const { root } = JSON.parse(json) as { root: unknown }
    const other = JSON.stringify(root).replace('"text":"2025-26"', '"text":"2024-25"')
    writeFileSync(path.join(planted, 'flat-real.json'), json.replace(JSON.stringify(root), other))
    const usual = loadShipped('flat-real', { known }, compiled)?.settings
    expect(loadShipped('flat-real', { known }, planted)?.settings).not.toEqual(usual)
  })

  it('serves a copy of the file, under the name the user gave it', () => {
    const file = copied('current-plans', textOf('current-plans'))
    expect(loadShipped(file, { known }, compiled)).toEqual(loadScenario(file, { known }))
  })
})

describe('a copy of a shipped scenario, elsewhere,', () => {
  /** The files of a scenario copied into a new folder, with what is copied beside it. */
  function filesOf(name: string, ...beside: string[]): readonly string[] {
    const elsewhere = mkdtempSync(path.join(folder, 'elsewhere-'))
    for (const each of [name, ...beside]) writeFileSync(path.join(elsewhere, `${each}.yaml`), textOf(each))
    return loadScenario(path.join(elsewhere, `${name}.yaml`), { known }).scenario.files
  }

  it.each([
    ['confed-2023', ['scenarios/current-plans.yaml', 'confed-2023.yaml']],
    [
      'workforce-limited',
      ['scenarios/current-plans.yaml', 'scenarios/digitise-2030.yaml', 'workforce-limited.yaml'],
    ],
  ])('%s still builds on the shipped ones its files name', (name, files) => {
    expect(filesOf(name)).toEqual(files)
  })

  it('builds on a file beside it where there is one', () => {
    expect(filesOf('flat-real', 'current-plans')).toEqual(['current-plans.yaml', 'flat-real.yaml'])
  })
})

describe('read and checked anew is', () => {
  it.each<[string, string]>([
    ['a file with one byte changed', textOf('current-plans').replace('kind:', 'kond:')],
    ['a file with a byte more', `${textOf('current-plans')}\n`],
    ['a file with a byte less', textOf('current-plans').slice(0, -1)],
    ['a file with a byte order mark', `\uFEFF${textOf('current-plans')}`],
  ])('%s', (_what, text) => {
    expect(text).not.toBe(textOf('current-plans'))
    expect(loadShipped(copied('current-plans', text), { known }, compiled)).toBeUndefined()
  })

  it('a scenario that extends a file which is none of ours', () => {
    copied('mine', `capgap: 1\nextends: current-plans\n`)
    expect(loadShipped(path.join(folder, 'mine.yaml'), { known }, compiled)).toBeUndefined()
  })

  it('a name that is not known', () => {
    expect(loadShipped('curent-plans', { known }, compiled)).toBeUndefined()
  })

  it('any scenario with --set', () => {
    expect(loadShipped('current-plans', { known, set: ['prices=nominal'] }, compiled)).toBeUndefined()
  })

  it('any scenario where nothing is compiled, or in another form', () => {
    expect(loadShipped('current-plans', { known }, path.join(folder, 'nowhere'))).toBeUndefined()
    const old = mkdtempSync(path.join(folder, 'old-'))
    const json = readFileSync(path.join(compiled, 'current-plans.json'), 'utf8')
    writeFileSync(path.join(old, 'current-plans.json'), json.replace('"format":1', '"format":0'))
    expect(loadShipped('current-plans', { known }, old)).toBeUndefined()
  })
})

it('needs no parser and no schema', async () => {
  vi.resetModules()
  for (const name of ['js-yaml', 'zod', 'zod/mini']) {
    vi.doMock(name, () => {
      throw new Error(`${name} was loaded`)
    })
  }
  const fresh = await import('../../src/scenarios/load-shipped.ts')
  expect(fresh.loadShipped('current-plans', { known }, compiled)?.scenario.name).toBe('current-plans')
  await expect(import('../../src/scenarios/load.ts')).rejects.toThrow()
  for (const name of ['js-yaml', 'zod', 'zod/mini']) vi.doUnmock(name)
  vi.resetModules()
})
