'use strict'
/**
 * Loads the bundled program, and keeps what V8 compiled of it for the next start: reading that back is several times
 * faster than compiling again (docs/decisions/2026-11-22-bundle.md).
 *
 * V8 itself accepts compiled code for any source of the same length, so what is kept is found by the content of the
 * source: the build puts a hash of it into the file's name. To that come the file's size and date, for a file edited by
 * hand, and the Node version. Everything about the cache may fail, and then the source is simply compiled.
 */
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const dist = path.join(__dirname, '../dist')

/** The exports of the program's first module. Throws an error with `notBuilt` set when there is no program. */
exports.loadProgram = function loadProgram() {
  optimiseLater()
  const names = programNames()
  const file = path.join(dist, names.program)
  // A script holds modules as functions, by name: what is not used is neither run nor compiled. What the default run
  // takes is in the first; the second is read when something else is wanted.
  const modules = compile(file).runInThisContext()
  const more = onlyOnce(() => compile(path.join(dist, names.more)).runInThisContext())
  const loaded = new Map()
  const importMeta = {
    filename: file,
    get url() {
      return require('node:url').pathToFileURL(file).href
    },
  }

  function load(name) {
    const known = loaded.get(name)
    if (known) return known
    const given = {}
    loaded.set(name, given)
    ;(modules[name] ?? more()[name])(given, load, loadLater, partOfNode, importMeta)
    return given
  }
  async function loadLater(name) {
    return load(name)
  }
  function partOfNode(name) {
    return slowParts.has(name) ? whenUsed(name) : require(name)
  }

  return load('cli')
}

/**
 * V8 takes a function for hot after some ten thousand steps and then compiles it anew, optimised. A run is over before
 * that is repaid: it took a third of a run's time. What works fifteen times as long is optimised as ever. Said before
 * the program is compiled, because V8 keeps compiled code for one set of flags only.
 */
function optimiseLater() {
  // Help and version run nothing long enough, and are spared the milliseconds that this part of Node takes to load.
  if (/^(-.*)?$/.test(process.argv[2] ?? '')) return
  // The default run takes most cells as the build worked them; commands that work for seconds repay it many times.
  if (isDefaultRun() || longWork.has(process.argv[2])) return
  // Later V8s have other names for this, and complain of a flag they do not know.
  if (!process.version.startsWith('v20.')) return
  require('node:v8').setFlagsFromString('--interrupt-budget=1000000')
}

const longWork = new Set(['simulate', 'sensitivity', 'sweep', 'solve', 'compare', 'appraise'])

function onlyOnce(work) {
  let done
  return () => (done ??= work())
}

/** The names of the program's two files, as the build wrote them down. */
function programNames() {
  try {
    return JSON.parse(fs.readFileSync(path.join(dist, 'build.json'), 'utf8'))
  } catch (error) {
    throw Object.assign(error, { notBuilt: error.code === 'ENOENT' })
  }
}

/** Parts of Node that take milliseconds to load, and that most commands import and never use. */
const slowParts = new Set(['node:child_process', 'node:crypto', 'node:fs/promises', 'node:os', 'node:tty'])

/**
 * A part of Node that is loaded when something is first read from it. A bundle copies what it finds on a module when it
 * imports it, which would load it there and then; what stands behind a module, as its prototype, it passes on as it is.
 */
function whenUsed(name) {
  const part = () => require(name)
  const behind = new Proxy(
    {},
    {
      // Packages import some parts whole (`import tty from 'node:tty'`): the part is then its own default.
      get: (_, key) => (key === 'default' ? part() : part()[key]),
      has: (_, key) => key === 'default' || key in part(),
    },
  )
  return Object.create(behind, { __esModule: { value: true } })
}

/** The program as a script, from compiled code where that is kept. */
function compile(file) {
  // The build writes ASCII only, which reads fastest as Latin-1.
  const source = fs.readFileSync(file, 'latin1')
  const kept = keptFile(file)
  if (!kept) return new vm.Script(source, { filename: file })

  const { shapes: known, cachedData } = readKept(kept) ?? readKept(builtFile(file)) ?? { shapes: [] }
  const script = new vm.Script(source, { filename: file, cachedData })
  const shapes = script.cachedDataRejected ? [] : known
  const shape = shapeOf(process.argv.slice(2))
  const news = !(shapes.includes(shape) || shapes.length >= mostShapes)
  // At the end, so that the functions this command line used are in it, beside those of earlier ones.
  if (news) process.once('exit', (code) => code <= 1 && keep(kept, [...shapes, shape], script))
  return script
}

const mostShapes = 30

/** Command lines of one shape use the same functions: the same command, options and format, whatever the values. */
function shapeOf(args) {
  return args.filter((word) => /^(-{1,2}[a-zA-Z-]+|[a-z]{1,12})$/.test(word)).join(' ')
}

/**
 * Where the compiled code of this program, for this command, is kept: `<user's cache>/capgap/<Node version>/…`. Undefined
 * where the system names no such folder, and with CAPGAP_CODE_CACHE=0.
 */
function keptFile(file) {
  const { env, platform, arch, version } = process
  if (env.CAPGAP_CODE_CACHE === '0') return undefined
  // The build says where it wants what it compiles.
  if (env.CAPGAP_BUILDS_CODE) {
    const script = path.basename(file, '.js')
    return path.join(env.CAPGAP_BUILDS_CODE, `${version}-${arch}-${script}-${commandName()}`)
  }
  const base =
    platform === 'win32'
      ? env.LOCALAPPDATA
      : env.XDG_CACHE_HOME ||
        (env.HOME && path.join(env.HOME, platform === 'darwin' ? 'Library/Caches' : '.cache'))
  if (!base || !path.isAbsolute(base)) return undefined
  const { size, mtimeMs } = fs.statSync(file)
  const name = `${path.basename(file, '.js')}-${size}-${Math.round(mtimeMs)}-${commandName()}`
  return path.join(base, 'capgap', `${version}-${arch}`, name)
}

/** Whether nothing but `run` is asked. */
function isDefaultRun() {
  return process.argv[2] === 'run' && process.argv.length === 3
}

/** The command of this command line, for a file's name: what is compiled under other flags is kept apart. */
function commandName() {
  const [, , first = ''] = process.argv
  if (isDefaultRun()) return 'run-alone'
  return /^-{0,2}[a-z]{1,12}$/i.test(first) ? first : 'other'
}

/**
 * Where the build keeps what it compiled for the commands run most, so that even a first run need not: beside the
 * program, for the Node that built it. Undefined where the program is newer, which it is when it was edited by hand.
 */
function builtFile(file) {
  try {
    const script = path.basename(file, '.js')
    const built = path.join(dist, 'code', `${process.version}-${process.arch}-${script}-${commandName()}`)
    return fs.statSync(built).mtimeMs >= fs.statSync(file).mtimeMs ? built : undefined
  } catch {
    return undefined
  }
}

/** What is kept: a line that names the shapes of the command lines it holds the functions of, then V8's data. */
function readKept(kept) {
  try {
    if (!kept || !fs.existsSync(kept)) return undefined
    const bytes = fs.readFileSync(kept)
    const end = bytes.indexOf(10)
    // V8 wants its data on an eight-byte boundary: the line is padded.
    return { shapes: JSON.parse(bytes.toString('utf8', 0, end)), cachedData: bytes.subarray(end + 1) }
  } catch {
    return undefined
  }
}

/** Writes compiled code whole or not at all. */
function keep(kept, shapes, script) {
  const writing = `${kept}.${process.pid}`
  try {
    const folder = path.dirname(kept)
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const line = JSON.stringify(shapes)
    const padded = line.padEnd(Math.ceil((line.length + 1) / 8) * 8 - 1)
    fs.writeFileSync(writing, Buffer.concat([Buffer.from(`${padded}\n`), script.createCachedData()]))
    fs.renameSync(writing, kept)
    forgetOld(folder)
  } catch {
    // A full disk, or a folder that may not be written to: the next start compiles again.
    fs.rmSync(writing, { force: true })
  }
}

const mostKept = 40

/** Bounds the folder: beyond 40 files the oldest half goes, left by earlier builds. */
function forgetOld(folder) {
  const names = fs.readdirSync(folder)
  if (names.length <= mostKept) return
  const dated = names.map((name) => ({ name, date: fs.statSync(path.join(folder, name)).mtimeMs }))
  dated.sort((a, b) => a.date - b.date)
  for (const { name } of dated.slice(0, names.length - mostKept / 2)) {
    fs.rmSync(path.join(folder, name), { force: true })
  }
}
