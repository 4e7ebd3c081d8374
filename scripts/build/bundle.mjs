import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'

/** zod brings its messages in fifty languages, a third of the bundle. Ours are in English, in our own catalogue. */
const englishOnly = /** @type {import('esbuild').Plugin} */ ({
  name: 'english-only',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
})

/** What every bundle of ours is made for: our oldest Node, and the same bytes wherever it is made. */
const shared = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  plugins: [englishOnly],
  // Licences are gathered in one file (licences.mjs).
  legalComments: 'none',
})

/** A bundled package in the older module form may ask for parts of Node with `require`, which modules do not have. */
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);\n"

/**
 * Bundles the command-line program into `out`/program: split where it imports on demand, then each file put into the
 * older module form, which bin/load-program.js can compile once and keep. Every name holds a hash of the content.
 *
 * @param {URL} root
 * @param {string} out
 * @returns {Promise<{ first: string, packages: string[] }>} the first file's name, and the packages inside
 */
export async function bundleProgram(root, out) {
  const { metafile, outputFiles } = await build({
    ...shared,
    absWorkingDir: fileURLToPath(root),
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: `${out}/program`,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    splitting: true,
    minify: true,
    // The older form has no address of its own: the loader passes it in.
    define: { 'import.meta.url': 'importMetaUrl' },
    metafile: true,
    write: false,
  })
  mkdirSync(`${out}/program`)
  for (const { path, text } of outputFiles) {
    const supported = { 'dynamic-import': false }
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      minify: true,
      supported,
    })
    writeFileSync(path, code)
  }
  const first = Object.keys(metafile.outputs).find(
    (path) => metafile.outputs[path]?.entryPoint === 'src/cli/main.ts',
  )
  if (first === undefined) throw new Error('The bundle has no first file.')
  return { first: basename(first), packages: packagesIn(Object.keys(metafile.inputs)) }
}

/**
 * Bundles the public API into `out`/index.js, with what it loads on demand in chunks/.
 *
 * @param {URL} root
 * @param {string} out
 * @returns {Promise<{ packages: string[] }>}
 */
export async function bundleApi(root, out) {
  const { metafile } = await build({
    ...shared,
    absWorkingDir: fileURLToPath(root),
    entryPoints: { index: 'src/index.ts' },
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    minify: true,
    metafile: true,
  })
  for (const path of Object.keys(metafile.outputs)) {
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

/**
 * Folders of the packages among the files bundled: `node_modules/zod`.
 *
 * @param {string[]} inputs
 */
function packagesIn(inputs) {
  const found = inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
  return [...new Set(found.filter((path) => path !== undefined))]
}
