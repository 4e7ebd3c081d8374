/**
 * Checks the package as users will get it: publint on its description, Are the types wrong on its types, its own list
 * of files, and that its types name no package that it does not bring.
 */
import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { Checklist } from './checklist.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'capgap-check-'))
const list = new Checklist()
try {
  const packed = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]))
  const [{ filename, files }] = Array.isArray(packed) ? packed : Object.values(packed)
  const tarball = join(folder, filename)
  const paths = files.map((/** @type {{ path: string }} */ file) => file.path)

  await list.check('publint finds nothing to mend', () => {
    run(process.execPath, ['node_modules/publint/src/cli.js', tarball, '--strict', '--pack=false'])
  })
  await list.check('the types resolve for Node and for bundlers', () => {
    // We are modules only, and so is every Node we support: `require` of us is not promised.
    run(process.execPath, [
      ...['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only'],
      ...['--exclude-entrypoints', './schema/scenario.schema.json'],
    ])
  })
  await list.check('the package holds what a user needs', () => {
    const needed = [
      'bin/capgap.js',
      'bin/load-program.js',
      'dist/build.json',
      'dist/index.js',
      'dist/types/index.d.ts',
    ]
    const shipped = ['data/sources.csv', 'scenarios/current-plans.yaml', 'schema/scenario.schema.json']
    const paper = ['README.md', 'CHANGELOG.md', 'LICENSE', 'dist/THIRD-PARTY-LICENCES.txt']
    const missing = [...needed, ...shipped, ...paper].filter((path) => !paths.includes(path))
    assert.deepEqual(missing, [])
  })
  await list.check('the package holds nothing else', () => {
    const wanted =
      /^(bin|dist|data|scenarios|schema|docs)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/
    assert.deepEqual(
      paths.filter((/** @type {string} */ path) => !wanted.test(path)),
      [],
    )
  })
  await list.check('the types name no package that is not a dependency', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const types = join(root, 'dist/types')
    const named = readdirSync(types, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.d.ts'))
      .flatMap((path) =>
        ts
          .preProcessFile(readFileSync(join(types, path), 'utf8'))
          .importedFiles.map(({ fileName }) => fileName)
          .filter((name) => !name.startsWith('.') && dependencies[name] === undefined)
          .map((name) => `${path} names ${name}`),
      )
    assert.deepEqual(named, [])
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
list.finish()

/**
 * Runs a command in the repository and returns what it printed.
 *
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args[0]} failed:\n${stdout}${stderr}`)
  return stdout
}
