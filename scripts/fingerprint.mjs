import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'

/** Everything that shapes dist/: files and folders under the repository's root. */
const shapers = [
  'src',
  'data',
  'scripts/build.mjs',
  'scripts/build',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/**
 * One hash over the names and contents of all that shapes dist/, the same on every machine.
 * By content, not by date: a checkout or a copy changes dates and nothing else.
 *
 * @param {URL} root the repository, ending in a slash
 */
export function fingerprint(root) {
  const hash = createHash('sha256')
  for (const path of shapers.flatMap((shaper) => filesUnder(root, shaper))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(new URL(path, root)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {URL} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  const found = statSync(new URL(path, root), { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [path]
  return readdirSync(new URL(path, root))
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}
