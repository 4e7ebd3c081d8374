/**
 * Makes dist/: the program and the public API as bundled modules, the checked data compiled beside them, the types, and
 * the licences of what is bundled. Written whole or not at all: into a folder of its own, then renamed. The same
 * sources give the same bytes.
 *
 * `--without-types` leaves the types out, which running does not need (`npm start`, `npm test`).
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from './build/bundle.mjs'
import { compileData } from './build/data.mjs'
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
  const { packages } = await bundle(root, building)
  await compileData(root, building)
  writeLicences(root, building, packages)
  if (types) emitTypes(root, building)
  writeFileSync(`${building}/build.json`, `${JSON.stringify({ fingerprint: before, types }, null, 2)}\n`)
  replace()
} finally {
  rmSync(building, { recursive: true, force: true })
  rmSync(replaced, { recursive: true, force: true })
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
