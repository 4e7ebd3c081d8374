import { describe, expect, test } from 'vitest'
import { rules } from './rules.ts'
import { parseSource, type SourceFile } from './source-file.ts'
import { readTree } from './tree.ts'

const files = readTree()

test('the tree is really read', () => {
  expect(files.map((file) => file.path)).toContain('terms/year.ts')
})

describe.each(rules)('$name', ({ check, advice, planted }) => {
  test('holds in src/', () => {
    const broken = files.flatMap((file) =>
      check(file).map(({ line, found }) => `src/${file.path}:${line} ${found}. ${advice}`),
    )
    expect(broken).toEqual([])
  })

  test('is seen red on a planted violation', () => {
    expect(check(parseSource(planted.path, planted.text))).toHaveLength(1)
  })
})

describe('no circular imports', () => {
  test('holds in src/', () => {
    expect(cycles(files)).toEqual([])
  })

  test('is seen red on a planted violation', () => {
    const planted = [
      parseSource('figures/gap.ts', "import { spend } from './spend.ts'"),
      parseSource('figures/spend.ts', "import type { Gap } from './gap.ts'"),
    ]
    expect(cycles(planted)).toEqual(['figures/gap.ts → figures/spend.ts → figures/gap.ts'])
  })
})

/**
 * Each circle of imports once, as a path. Types count: two files that need each other's are one idea, or want a third. What
 * is imported on demand does not.
 */
function cycles(tree: readonly SourceFile[]): string[] {
  const byPath = new Map(tree.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      found.push([...trail.slice(start), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const entry of byPath.get(path)?.imports ?? []) {
      if (entry.target !== undefined && !entry.dynamic) visit(entry.target, [...trail, path])
    }
    done.add(path)
  }
  for (const file of tree) visit(file.path, [])
  return found
}
