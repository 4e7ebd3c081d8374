import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of data for one test, by path inside it; gone when the test is over. */
export function dataFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'capgap-data-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** A valid about.yaml of a yearly series in GBP million; keys given replace or add, undefined leaves one out. */
export function aboutYaml(keys: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Record<string, string | undefined> = {
    title: 'Beds bought',
    unit: 'GBP million',
    prices: 'nominal',
    yearType: 'financial',
    dimensions: '[]',
    definition: 'What beds cost',
    caveats: '[]',
    licence: 'Open Government Licence v3.0',
    refresh: 'Count the beds',
    asOfSide: 'policy',
    joins: 'false',
    ...keys,
  }
  return Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value ?? ''}\n`)
    .join('')
}

export const header = 'period,value,status,published,source,note\n'
