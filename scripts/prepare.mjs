/**
 * Runs before `npm start`, `npm test` and `npm run bench`: installs and builds what is missing or out of date, so that
 * a fresh clone needs nothing but Node and npm. Says nothing when nothing is to be done, and never writes to stdout,
 * which belongs to the command that follows.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fingerprint } from './fingerprint.mjs'

const root = new URL('../', import.meta.url)

const differing = packagesThatDiffer()
if (differing.length > 0) {
  say('Installing packages …')
  install()
}
if (builtFingerprint() !== fingerprint(root)) {
  say('Building …')
  start(
    [fileURLToPath(new URL('scripts/build.mjs', root)), '--without-types'],
    'The build failed; see above.',
  )
}

/** Packages the lockfile names that are not installed in that version: compared by content, never by date. */
function packagesThatDiffer() {
  const wanted = readJson('package-lock.json')?.packages ?? {}
  const present = readJson('node_modules/.package-lock.json')?.packages ?? {}
  return Object.keys(wanted).filter(
    (path) =>
      path !== '' &&
      wanted[path].version !== present[path]?.version &&
      // What is made for another system is optional, and is never installed here.
      !(wanted[path].optional && present[path] === undefined && Object.keys(present).length > 0),
  )
}

function install() {
  // The program needs its build tools, whatever NODE_ENV says; no package needs a script of its own to run.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env['npm_execpath']
  const failure = 'npm ci failed. capgap needs the npm registry once, to install its packages; see above.'
  if (npm?.endsWith('.js')) start([npm, ...args], failure)
  else run('npm', args, failure, process.platform === 'win32')
}

function builtFingerprint() {
  return readJson('dist/build.json')?.fingerprint
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, root), 'utf8'))
  } catch {
    return undefined
  }
}

/** Runs Node with our stderr as its stdout. */
function start(/** @type {string[]} */ args, /** @type {string} */ failure) {
  run(process.execPath, args, failure, false)
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} failure
 * @param {boolean} shell
 */
function run(command, args, failure, shell) {
  const { status } = spawnSync(command, args, { cwd: fileURLToPath(root), stdio: ['ignore', 2, 2], shell })
  if (status !== 0) {
    say(failure)
    process.exit(1)
  }
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`${text}\n`)
}
