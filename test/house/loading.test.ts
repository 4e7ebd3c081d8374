import { describe, expect, test } from 'vitest'
import { parseSource, type SourceFile } from './source-file.ts'
import { readTree } from './tree.ts'

/**
 * Start-up is a feature: what is loaded before a word is printed. Each row is a file and all the packages that importing it
 * may bring in at once, through everything it imports; what is imported on demand (`await import(…)`) does not count.
 */
const loadedAtOnce: readonly { file: string; packages: readonly string[]; why: string }[] = [
  { file: 'cli/main.ts', packages: [], why: '--version is answered by this file alone' },
  {
    file: 'cli/program.ts',
    packages: ['commander', 'leven'],
    why: '--help needs the parser and nothing else',
  },
  { file: 'cli/deliver.ts', packages: [], why: 'each renderer is loaded when its format is asked for' },
  { file: 'render/csv.ts', packages: ['decimal.js'], why: 'machine formats need no colour and no boxes' },
  { file: 'render/text.ts', packages: ['decimal.js'], why: 'a pipe gets neither colour nor boxes' },
  {
    file: 'datasets/load.ts',
    packages: ['decimal.js', 'leven'],
    why: 'bundled data is compiled when the package is built: csv-parse, js-yaml and zod wait for data that is not',
  },
  {
    file: 'cli/commands/run.ts',
    packages: ['decimal.js', 'leven'],
    why: 'shipped scenarios are compiled as well: js-yaml and zod wait for a scenario that is not',
  },
]

const tree = readTree()

describe.each(loadedAtOnce)('$file loads no package at once but $packages: $why', ({ file, packages }) => {
  test('holds', () => {
    expect(packagesBehind(tree, file).filter((name) => !packages.includes(name))).toEqual([])
  })
})

test('a package behind another file is seen', () => {
  const planted = [
    parseSource('cli/main.ts', "import { io } from './io.ts'\nimport type { Z } from './never.ts'"),
    parseSource('cli/io.ts', "import chalk from 'chalk'\nconst later = () => import('./later.ts')"),
    parseSource('cli/later.ts', "import 'zod'"),
    parseSource('cli/never.ts', "import 'csv-parse'"),
  ]
  expect(packagesBehind(planted, 'cli/main.ts')).toEqual(['chalk'])
})

/** Packages, other than Node's own, that importing a file loads at once; sorted. */
function packagesBehind(files: readonly SourceFile[], start: string): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const reached = new Set([start])
  const packages = new Set<string>()
  for (const path of reached) {
    const file = byPath.get(path)
    if (!file) throw new Error(`${path} is not in the tree`)
    for (const { target, package: name, typeOnly, dynamic } of file.imports) {
      if (typeOnly || dynamic) continue
      if (target !== undefined) reached.add(target)
      if (name !== undefined && !name.startsWith('node:')) packages.add(name)
    }
  }
  return [...packages].sort()
}
