import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface LockedPackage {
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Packages = Readonly<Record<string, LockedPackage>>

const lockfile = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Packages
}

/**
 * `npm ci` refuses a lockfile that leaves out a package made for another system. npm writes such a lockfile without a
 * word when the registry lacks that one package on that day: choose a version that is there for every system.
 */
describe('the lockfile names every package, those for other systems included', () => {
  test('holds', () => {
    expect(leftOut(lockfile.packages)).toEqual([])
  })

  test('is seen red on a planted violation', () => {
    const planted = {
      '': { dependencies: { parser: '1.0.0' } },
      'node_modules/parser': { optionalDependencies: { 'parser-for-another-system': '1.0.0' } },
    }
    expect(leftOut(planted)).toEqual(['node_modules/parser needs parser-for-another-system'])
  })
})

test('the lockfile names no registry, so that any may be used', () => {
  expect(Object.values(lockfile.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
})

function leftOut(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys({
      ...entry.dependencies,
      ...entry.optionalDependencies,
      ...(path === '' ? entry.devDependencies : {}),
    })
      .filter((name) => !findable(packages, path, name))
      .map((name) => `${path} needs ${name}`),
  )
}

/** Whether a package at `path` would find `name`: in its own folder or in one further up. */
function findable(packages: Packages, path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (folder === '') return false
  }
}
