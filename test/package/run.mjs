/**
 * The packed package, installed as a user would: into a folder whose path holds a space and an accent, then run from
 * another folder under another time zone and locale. Needs the npm registry; started by .ci/run, not by `npm test`.
 */
import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Checklist } from '../../scripts/checklist.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'capgap-package-'))
const home = join(folder, 'a user’s café folder')
const elsewhere = join(folder, 'ailleurs, é')
const list = new Checklist()

try {
  mkdirSync(home)
  mkdirSync(elsewhere)
  writeFileSync(join(home, 'package.json'), '{"name":"consumer","private":true,"type":"module"}\n')

  const packed = JSON.parse(run(root, 'npm', ['pack', '--json', '--pack-destination', folder]))
  const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const capgap = join(home, 'node_modules/.bin/capgap')
  const plainRun = () => run(root, process.execPath, ['bin/capgap.js', 'run', '--format', 'csv'])

  await list.check('installs from its tarball', () => {
    run(home, 'npm', ['install', '--no-audit', '--no-fund', '--omit=dev', join(folder, filename)])
  })
  await list.check('brings at most one package with it', () => {
    const { packages } = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8'))
    assert.deepEqual(Object.keys(packages).sort(), ['', 'node_modules/capgap', 'node_modules/decimal.js'])
  })
  await list.check('--version prints the version', () => {
    assert.equal(run(elsewhere, capgap, ['--version']), `${version}\n`)
  })
  await list.check('gives the same bytes from another folder, time zone and locale', () => {
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8' }
    const there = run(elsewhere, capgap, ['run', '--format', 'csv'], env)
    assert.ok(there.startsWith('scenario,figure,benchmark,category,year,value,'), there.slice(0, 200))
    assert.equal(there, plainRun())
  })
  await list.check('the API can be imported and gives the same numbers', () => {
    writeFileSync(join(home, 'use.js'), readFileSync(new URL('consumer.js', import.meta.url)))
    const rows = run(home, process.execPath, ['use.js'])
    assert.match(rows, /^gap\.total\[eu14\] in 2029-30 = -?\d+(\.\d+)? GBP million\n$/)
    const printed = /= (.*) GBP/.exec(rows)?.[1]
    const line = plainRun()
      .split('\n')
      .find((text) => text.startsWith('current-plans,gap,eu14,total,2029-30,'))
    assert.equal(printed, line?.split(',')[5])
  })
  for (const resolution of ['node16', 'bundler']) {
    await list.check(`a TypeScript program that uses it compiles (moduleResolution ${resolution})`, () => {
      writeFileSync(join(home, 'use.ts'), readFileSync(new URL('consumer.ts.txt', import.meta.url)))
      const module = resolution === 'node16' ? 'node16' : 'esnext'
      const options = {
        noEmit: true,
        strict: true,
        target: 'es2022',
        types: [],
        module,
        moduleResolution: resolution,
      }
      const config = { compilerOptions: options, files: ['use.ts'] }
      writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(config))
      run(home, process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'])
    })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
list.finish()

/**
 * Runs a command and returns what it printed.
 *
 * @param {string} cwd
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(cwd, command, args, env = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 2 ** 20,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}${error ?? ''}`)
  return stdout
}
