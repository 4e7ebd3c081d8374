import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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

/** The script of a thread of sampled runs, bundled, stands as text in the module that starts it (src/run/simulate). */
const threadScript = /** @type {import('esbuild').Plugin} */ ({
  name: 'thread-script',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]simulate[\\/]worker-source\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        logLevel: 'warning',
        legalComments: 'none',
        minify: true,
        entryPoints: [join(dirname(path), 'worker.ts')],
        write: false,
      })
      return { contents: `export const workerSource = ${JSON.stringify(outputFiles[0]?.text)}` }
    })
  },
})

/** What every bundle of ours is made for: our oldest Node, and the same bytes wherever it is made. */
const shared = /** @satisfies {import('esbuild').BuildOptions} */ ({
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  plugins: [englishOnly, threadScript],
  // Licences are gathered in one file (licences.mjs).
  legalComments: 'none',
})

/** A bundled package in the older module form may ask for parts of Node with `require`, which modules do not have. */
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);\n"

/**
 * Bundles the command-line program into two files of `out`: scripts whose value is an object of modules, each a function
 * in Node's older form, which bin/load-program.js can compile once and keep. Modules are split where the sources import
 * on demand, so that what a command does not use is never run. What the default run takes is in the first, so that it need
 * not read the rest. A file's name holds a hash of its content.
 *
 * @param {URL} root
 * @param {string} out
 * @returns {Promise<{ program: string, more: string, packages: string[] }>} the files' names, and the packages inside
 */
export async function bundleProgram(root, out) {
  const { metafile, outputFiles } = await build({
    ...shared,
    absWorkingDir: fileURLToPath(root),
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: out,
    chunkNames: '[name]-[hash]',
    splitting: true,
    // The older form has no address of its own: the loader passes it in.
    define: { 'import.meta': 'importMeta' },
    metafile: true,
    write: false,
  })
  const usual = usuallyTaken(metafile)
  const isUsual = (/** @type {{ path: string }} */ { path }) => usual.has(basename(path))
  const write = async (/** @type {string} */ name, /** @type {{ path: string, text: string }[]} */ some) => {
    const modules = await Promise.all(some.map(asFunction))
    const script = `({${modules.sort().join(',\n')}})\n`
    const file = `${name}-${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`
    writeFileSync(`${out}/${file}`, script)
    return file
  }
  return {
    program: await write('program', outputFiles.filter(isUsual)),
    more: await write(
      'more',
      outputFiles.filter((output) => !isUsual(output)),
    ),
    packages: packagesIn(Object.keys(metafile.inputs)),
  }
}

/** What the default run and the help import on demand. */
const usualEntries = [
  'src/cli/main.ts',
  'src/cli/program.ts',
  'src/cli/commands/run.ts',
  'src/cli/say-caveats.ts',
  'src/render/text.ts',
  'src/render/width.ts',
]

/**
 * Names of the modules that the default run takes, with all that those import.
 *
 * @param {import('esbuild').Metafile} metafile
 */
function usuallyTaken({ outputs }) {
  const found = new Set()
  const take = (/** @type {string} */ path) => {
    if (found.has(basename(path))) return
    found.add(basename(path))
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') take(imported)
    }
  }
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (usualEntries.includes(entryPoint ?? '')) take(path)
  }
  return found
}

/**
 * One module as a property of the script: its name, and a function in the older form. What one of our modules gives
 * another is handed over once, as plain values: esbuild would have every use of it go through a getter, which costs a
 * short run several milliseconds. That is right because no module of ours gives what it changes later, and none waits
 * for one that waits for it.
 *
 * @param {{ path: string, text: string }} output
 */
async function asFunction({ path, text }) {
  const plain = text
    .replaceAll(/^import \{([^}]*)\} from "\.\/([\w.-]+)\.js";$/gm, (_, names, module) => {
      return `const {${names.replaceAll(' as ', ': ')}} = __take("${module}");`
    })
    .replaceAll(/^import "\.\/([\w.-]+)\.js";$/gm, (_, module) => `__take("${module}");`)
    .replaceAll(/^export \{([^}]*)\};$/gm, (_, names) => names.split(',').map(given).join(''))
    .replaceAll(/\bimport\("\.\/([\w.-]+)\.js"\)/g, (_, module) => `__takeLater("${module}")`)
  if (/^(export|import) .*"\.\//m.test(plain))
    throw new Error(`${path} takes or gives in a form not foreseen`)
  const { code } = await transform(plain, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    supported: { 'dynamic-import': false },
  })
  const parameters = '__give,__take,__takeLater,require,importMeta'
  return `${JSON.stringify(basename(path, '.js'))}:function(${parameters}){${ascii(code)}}`
}

/**
 * `a as b` in a list of exports.
 *
 * @param {string} name
 */
function given(name) {
  const [inside = '', outside = inside] = name.trim().split(' as ')
  return inside === '' ? '' : `__give.${outside} = ${inside};\n`
}

/**
 * Writes what is not ASCII as \u escapes, which mean the same in strings and patterns, so that the loader may read the
 * file byte by byte. esbuild does so in strings, but leaves patterns as they are.
 *
 * @param {string} code
 */
function ascii(code) {
  return code.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
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
 * Bundles one module of ours to a single file, for a step of the build or a benchmark that runs our own code.
 *
 * @param {URL} root
 * @param {string} entry
 * @param {string} outfile in Node's older form where its name ends in .cjs
 */
export async function bundleStep(root, entry, outfile) {
  const older = outfile.endsWith('.cjs')
  await build({
    ...shared,
    absWorkingDir: fileURLToPath(root),
    entryPoints: [entry],
    outfile,
    ...(older ? { format: 'cjs', minify: true } : { banner: { js: requireBanner } }),
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
