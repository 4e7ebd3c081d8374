import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** What every bundle of ours is made for: our oldest Node, and the same bytes wherever it is made. */
const shared = /** @type {const} */ ({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  // Licences are gathered in one file (licences.mjs).
  legalComments: 'none',
})

/** A bundled package in the older module form may ask for parts of Node with `require`, which modules do not have. */
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);\n"

/**
 * Bundles the program (cli.js) and the public API (index.js), with shared and lazily loaded parts in chunks/.
 *
 * @param {URL} root
 * @param {string} out
 * @returns {Promise<{ packages: string[] }>} folders of the packages bundled, `node_modules/zod`, sorted
 */
export async function bundle(root, out) {
  const { metafile, outputFiles } = await build({
    ...shared,
    absWorkingDir: fileURLToPath(root),
    entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    minify: true,
    metafile: true,
    write: true,
  }).then((result) => ({ ...result, outputFiles: Object.keys(result.metafile.outputs) }))

  for (const path of outputFiles) {
    const file = new URL(path, root)
    const text = readFileSync(file, 'utf8')
    if (text.includes('Dynamic require of')) writeFileSync(file, requireBanner + text)
  }
  return { packages: packagesIn(Object.keys(metafile.inputs)) }
}

/**
 * Bundles one module of ours to a single file, for a step of the build that runs our own code.
 *
 * @param {URL} root
 * @param {string} entry
 * @param {string} outfile
 */
export async function bundleStep(root, entry, outfile) {
  await build({
    ...shared,
    absWorkingDir: fileURLToPath(root),
    entryPoints: [entry],
    outfile,
    banner: { js: requireBanner },
  })
}

/** @param {string[]} inputs */
function packagesIn(inputs) {
  const found = inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
  return [...new Set(found.filter((path) => path !== undefined))].sort()
}
