import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fencedBlocks } from './fenced.ts'
import { differenceFromShown } from './shown.ts'

/**
 * Every example of the pages, run as a reader would: `sh` blocks in order in one folder, on the program as it is built.
 * What a following `text` block shows must be what is printed. Blocks that name a file write it first. `sh setup` blocks
 * (npm) are not run, but what they name must exist; the installed package is tested in test/package.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const pages = [
  'README.md',
  'CHANGELOG.md',
  'docs/importing.md',
  'docs/library.md',
  'docs/model.md',
  'docs/own-data.md',
  'docs/briefs.md',
  'docs/github-actions.md',
  'docs/replication.md',
  'docs/records.md',
  'docs/assurance.md',
  'docs/vintages.md',
  'docs/compare.md',
  'docs/appraise.md',
  'docs/sensitivity.md',
  'docs/stocks-and-backlog.md',
  'docs/delivery.md',
  'docs/programmes.md',
  'docs/optimism-bias.md',
  'docs/history.md',
  'docs/simulate.md',
  'docs/solve.md',
  'docs/sweep.md',
]
const filed = ['yaml', 'js', 'csv', 'md', 'html']
const folder = mkdtempSync(join(tmpdir(), 'capgap-pages-'))

beforeAll(() => {
  // Says nothing and changes nothing when dist/ is up to date, as after `npm test`.
  const { status, stderr } = spawnSync(process.execPath, ['scripts/prepare.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const commands = join(folder, 'bin')
  mkdirSync(commands)
  script(join(commands, 'capgap'), `exec "${process.execPath}" "${join(root, 'bin/capgap.js')}" "$@"`)
  script(join(commands, 'node'), `exec "${process.execPath}" "$@"`)
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/capgap'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe.each(pages)('the examples of %s', (page) => {
  const blocks = fencedBlocks(readFileSync(join(root, page), 'utf8'))
  const place = join(folder, page.replaceAll('/', '-'))

  beforeAll(() => {
    mkdirSync(place)
  })

  for (const [index, block] of blocks.entries()) {
    const { language, words, text, line } = block
    const where = `line ${line}: ${text.split('\n')[0] ?? ''}`
    if (filed.includes(language) && words.length > 0) {
      test(where, () => {
        const file = join(place, words.join(' '))
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, text)
      })
    } else if (language === 'sh' && words.join() === 'setup') {
      test(where, () => {
        expect(
          text
            .trim()
            .split('\n')
            .filter((command) => !isOurs(command)),
        ).toEqual([])
      })
    } else if (language === 'sh') {
      const next = blocks[index + 1]
      const shown = next?.language === 'text' ? next.text : undefined
      test(where, () => {
        const { status, stdout, stderr } = inShell(text, place)
        expect(status, stderr).toBe(exitCode(words))
        if (shown !== undefined) expect(differenceFromShown(shown, stdout)).toBeUndefined()
      })
    }
  }

  test('every block is marked as something that is tested', () => {
    const tested = ['sh', 'text', ...filed]
    expect(blocks.filter(({ language }) => !tested.includes(language)).map(({ line }) => line)).toEqual([])
  })
})

test('the README stays short', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThan(350)
})

/** `sh exit=3` ends with 3, anything else with 0. */
function exitCode(words: readonly string[]): number {
  const [, code] = /^exit=(\d+)$/.exec(words.join(' ')) ?? []
  return Number(code ?? '0')
}

/** Whether an npm command runs a script we have, packs, or installs what packing makes. */
function isOurs(command: string): boolean {
  const { name, version, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly scripts: Readonly<Record<string, string>>
  }
  const [npm, verb = '', ...rest] = command.replace(/\s+#.*$/, '').split(' ')
  if (npm !== 'npm') return false
  if (verb === 'pack') return rest.length === 0
  if (verb === 'install') return rest.join(' ') === `--global ./${name}-${version}.tgz`
  return Object.hasOwn(scripts, verb === 'run' ? (rest[0] ?? '') : verb)
}

function inShell(commands: string, cwd: string) {
  const plain = { COLUMNS: undefined, NO_COLOR: undefined, FORCE_COLOR: undefined }
  return spawnSync('sh', ['-e', '-c', commands], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...plain, PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}` },
  })
}

function script(file: string, line: string): void {
  writeFileSync(file, `#!/bin/sh\n${line}\n`)
  chmodSync(file, 0o755)
}
