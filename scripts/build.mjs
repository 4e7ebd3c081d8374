/**
 * Makes dist/: the program and the public API as bundled modules, the checked data and scenarios compiled beside them, the types, and
 * the licences of what is bundled. Written whole or not at all: into a folder of its own, then renamed. The same
 * sources give the same bytes.
 *
 * `--without-types` leaves the types out, which running does not need (`npm start`, `npm test`).
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleApi, bundleProgram } from './build/bundle.mjs'
import { compileData, compileScenarios, workAhead } from './build/data.mjs'
import { writeLicences } from './build/licences.mjs'
import { emitTypes } from './build/types.mjs'
import { fingerprint } from './fingerprint.mjs'

const root = new URL('../', import.meta.url)
const dist = fileURLToPath(new URL('dist', root))
const building = fileURLToPath(new URL(`dist.building-${process.pid}`, root))
const replaced = fileURLToPath(new URL(`dist.replaced-${process.pid}`, root))
const types = !process.argv.includes('--without-types')

// Taken first: what changes while we build makes the result stale, not fresh.
const before = fingerprint(root)
try {
  mkdirSync(building)
  const program = await bundleProgram(root, building)
  const api = await bundleApi(root, building)
  await compileData(root, building)
  await compileScenarios(root, building)
  await workAhead(root, building)
  writeLicences(root, building, [...new Set([...program.packages, ...api.packages])].sort())
  if (types) emitTypes(root, building)
  const made = { fingerprint: before, program: program.program, more: program.more, types }
  writeFileSync(`${building}/build.json`, `${JSON.stringify(made, null, 2)}\n`)
  replace()
  compileAhead()
} catch (error) {
  process.exitCode = 1
  process.stderr.write(`${explain(error)}\nNothing was built; what stood in dist/ still stands.\n`)
} finally {
  rmSync(building, { recursive: true, force: true })
  rmSync(replaced, { recursive: true, force: true })
}

/** Runs what is run most, so that its compiled code stands beside the program. Running needs none of it, so nothing hangs on it. */
function compileAhead() {
  const env = { ...process.env, CAPGAP_BUILDS_CODE: fileURLToPath(new URL('dist/code', root)) }
  for (const argument of ['run', 'simulate', '--help', '--version']) {
    spawnSync(process.execPath, [fileURLToPath(new URL('bin/capgap.js', root)), argument], { env })
  }
}

/** Puts the new folder in the old one's place; when that fails, the old one comes back. */
function replace() {
  const hadOld = renameIfThere(dist, replaced)
  try {
    renameSync(building, dist)
  } catch (error) {
    if (hadOld) renameSync(replaced, dist)
    throw error
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function renameIfThere(from, to) {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return false
    throw error
  }
}

/**
 * Why the build failed. esbuild has already shown its errors; problems of the data come with their place.
 *
 * @param {any} error
 */
function explain(error) {
  if (Array.isArray(error?.errors)) return 'The sources do not bundle; see above.'
  if (!Array.isArray(error?.problems)) return error?.stack ?? String(error)
  return error.problems
    .map((/** @type {any} */ { place, found, advice }) => {
      const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':')
      return `${where}: ${found}. ${advice}.`
    })
    .join('\n')
}
