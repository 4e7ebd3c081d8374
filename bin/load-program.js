'use strict'
/**
 * Loads the bundled program, and keeps what V8 compiled of it for the next start: reading that back is several times
 * faster than compiling again (docs/decisions/2026-11-22-bundle.md).
 *
 * V8 itself accepts compiled code for any source of the same length, so what is kept is found by the content of the
 * source: the build puts a hash of it into every file's name. To that come the file's size and date, for a file edited by
 * hand, and the Node version. Everything about the cache may fail, and then the source is simply compiled.
 */
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const dist = path.join(__dirname, '../dist')

/** The exports of the program's first file. Throws an error with `notBuilt` set when there is no program. */
exports.loadProgram = function loadProgram() {
  const folder = path.join(dist, 'program')
  const cache = openCache()
  const modules = new Map()

  function load(name) {
    const known = modules.get(name)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(name, module)
    const file = path.join(folder, name)
    const source = fs.readFileSync(file, 'utf8')
    const script = cache.compile(name, file, `(function(exports,require,module,importMetaUrl){${source}\n})`)
    script.runInThisContext()(module.exports, requireFrom, module, fileUrl(file))
    return module.exports
  }
  // All files of the program lie in one folder; what is not one of them is a part of Node.
  function requireFrom(name) {
    return name.startsWith('./') ? load(name.slice(2)) : require(name)
  }

  return load(firstFile())
}

/** The name of the program's first file, as the build wrote it down. */
function firstFile() {
  try {
    return JSON.parse(fs.readFileSync(path.join(dist, 'build.json'), 'utf8')).program
  } catch (error) {
    throw Object.assign(error, { notBuilt: error.code === 'ENOENT' })
  }
}

function fileUrl(file) {
  return require('node:url').pathToFileURL(file).href
}

/** Compiled code in the user's cache folder; off with CAPGAP_CODE_CACHE=0. */
function openCache() {
  const folder = process.env.CAPGAP_CODE_CACHE === '0' ? undefined : cacheFolder()
  const compiledHere = []
  if (folder) process.once('exit', () => keep(folder, compiledHere))

  return {
    compile(name, file, source) {
      const kept = folder && path.join(folder, keyOf(name, file))
      const cachedData = kept && readIfThere(kept)
      const script = new vm.Script(source, { filename: file, cachedData })
      if (kept && (!cachedData || script.cachedDataRejected)) compiledHere.push({ kept, script })
      return script
    },
  }
}

function keyOf(name, file) {
  const { size, mtimeMs } = fs.statSync(file)
  return `${name}-${size}-${Math.round(mtimeMs)}`
}

/** `<user's cache>/capgap/<Node version>`; undefined where the system names no such folder. */
function cacheFolder() {
  const { env, platform, arch, version } = process
  const home = env.HOME
  const base =
    platform === 'win32'
      ? env.LOCALAPPDATA
      : env.XDG_CACHE_HOME || (home && path.join(home, platform === 'darwin' ? 'Library/Caches' : '.cache'))
  return base && path.isAbsolute(base) ? path.join(base, 'capgap', `${version}-${arch}`) : undefined
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

/** Writes what was compiled, functions used included, each file whole or not at all. */
function keep(folder, compiled) {
  if (compiled.length === 0) return
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const { kept, script } of compiled) {
      const writing = `${kept}.${process.pid}`
      fs.writeFileSync(writing, script.createCachedData())
      fs.renameSync(writing, kept)
    }
    forgetOld(folder)
  } catch {
    // A full disk or a folder that may not be written to: the next start compiles again.
  }
}

const keptFiles = 200

/** Bounds the folder: beyond 200 files, those of earlier builds go, the oldest first. */
function forgetOld(folder) {
  const files = fs.readdirSync(folder)
  if (files.length <= keptFiles) return
  const dated = files.map((name) => ({ name, date: fs.statSync(path.join(folder, name)).mtimeMs }))
  dated.sort((a, b) => a.date - b.date)
  for (const { name } of dated.slice(0, files.length - keptFiles / 2))
    fs.rmSync(path.join(folder, name), { force: true })
}
