/**
 * The whole of `capgap simulate` against the same simulation in numpy, C and R: start-up, draws, model, quantiles and
 * standard errors, from the start of a process to its end. Then our engine alone, started as a process, on the model the speed
 * budget was set on. Times are ratios of one run, in rounds, contenders in turn, medians.
 *
 *   npm run bench:simulate                prints the tables and whether each budget is met (some three minutes)
 *   npm run bench:simulate -- --write     also refreshes bench/README.md
 *   npm run bench:simulate -- --rounds 21 more rounds (default 9)
 *
 * What is not installed is left out, and said. The numbers of all must agree within their standard errors.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { bundleStep } from '../scripts/build/bundle.mjs'
import { gridInNumpy } from './simulate/grid-in-numpy.mjs'
import { questionsOf } from './simulate/questions.mjs'
import { budgetsOf, tablesOf } from './simulate/tables.mjs'
import { wholeC, wholeNumpy, wholeR } from './simulate/whole-programs.mjs'

const root = new URL('../', import.meta.url)
const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '9' } },
})
const rounds = Number(values.rounds)
const questions = questionsOf(rounds)
/** Draws at which Sobol points and plain draws are compared. */
const doublings = Array.from({ length: 11 }, (_, k) => 2 ** (10 + k))
const estimates = ['mean', 'p5', 'p10', 'p50', 'p90', 'p95']

const folder = mkdtempSync(join(tmpdir(), 'capgap-simulate-'))
const pieces = fileURLToPath(new URL('dist/bench-pieces.mjs', root))
const engine = join(folder, 'whole-grid.cjs')
const fromCode = fileURLToPath(new URL('simulate/from-code.cjs', import.meta.url))
const peakHook = ['--import', new URL('report-peak.mjs', import.meta.url).href]
const bin = fileURLToPath(new URL('bin/capgap.js', root))
const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), CAPGAP_BENCH_PEAK: join(folder, 'peak') }
// Makes Node 20 read a certificate file at every start, which would flatter every ratio.
Reflect.deleteProperty(env, 'NODE_EXTRA_CA_CERTS')

try {
  // Beside the program, so that it finds the bundled data.
  await bundleStep(root, 'bench/simulate/pieces.ts', pieces)
  await bundleStep(root, 'bench/simulate/whole-grid.ts', engine)
  const program = await import(pathToFileURL(pieces).href)
  const there = installed()
  const results = []
  for (const question of questions) {
    const { keys, contenders } = question.grid
      ? preparedGrid(question, program, there)
      : await prepared(question, program, there)
    const floor = { name: 'node -e 0', start: () => run(process.execPath, ['-e', '0']), times: new Map() }
    measure(question, [floor, ...contenders])
    agree(question, keys, contenders)
    results.push({ ...question, keys, floor, contenders })
  }
  const curves = convergence(questions[0])
  const budgets = budgetsOf(results, curves)
  const tables = `${tablesOf(results, curves, budgets)}\n\n${machine()}`
  process.stdout.write(`${tables}\n`)
  if (values.write) refresh(tables)
  if (budgets.some(({ met }) => !met)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(pieces, { force: true })
}

/** What of the other languages is there; what is not is said. */
function installed() {
  return {
    // The interpreter itself: what a version manager puts before it takes as long to start again.
    python: tried('numpy', 'python3', ['-c', 'import sys, numpy; print(sys.executable)'])?.trim(),
    r: tried('R', 'Rscript', ['-e', 'cat(1)']) !== undefined,
    c: tried('C', 'cc', ['--version']) !== undefined,
  }
}

/** Everybody who takes part: how each is started with a number of draws; and which numbers they print, in order. */
async function prepared({ args, asks }, program, there) {
  const { openRuns, sample, printableFigures, yearsOf, floatDistribution } = program
  const [opened] = await openRuns(['current-plans'])
  const { figure } = printableFigures.find(({ name }) => name === 'gap')
  const { benchmarks, years } = opened.settings
  const categories = asks.category ? [asks.category] : ['infrastructure', 'digital', 'other', 'total']
  const cells = benchmarks
    .filter(({ id }) => asks.benchmark === undefined || id === asks.benchmark)
    .flatMap(({ id }) => categories.map((category) => ({ benchmark: id, category })))
    .flatMap((cell) => yearsOf(years).map((year) => ({ ...cell, year })))
  const { tape, drivers, outputs, draws } = sample(
    opened,
    cells.map((cell) => ({ figure, cell })),
  )
  if (draws.correlations.some(({ a, b }) => drivers[a].used || drivers[b].used))
    throw new Error('the other programs draw nothing that is correlated')
  const drawn = drivers.map(({ used, range }) => (used ? floatDistribution(range) : undefined))
  const start = (threads) => [bin, ...args, '--workers', String(threads), '--draws']
  return {
    keys: outputs.flatMap(({ kind, cell }) =>
      kind === 'sampled' ? [`${cell.benchmark} ${cell.category} ${cell.year}`] : [],
    ),
    contenders: contendersOf({ tape, drawn, called: 'capgap', start }, there),
  }
}

/** The same of the model of the speed budget. */
function preparedGrid({ grid: asked }, { gridTape, gridDistributions }, there) {
  const grid = gridTape(asked)
  const { tape } = grid
  const start = (threads) => [fromCode, engine, String(threads), asked]
  const named = { called: 'our engine', start, numpy: gridInNumpy(asked) }
  return {
    keys: Array.from(tape.outputs, (_, output) => `output ${output}`),
    contenders: contendersOf({ tape, drawn: gridDistributions(grid), ...named }, there),
  }
}

/** Ours, on one thread and on two, and the others; each is started with a number of draws. */
function contendersOf({ tape, drawn, called, start, numpy }, { python, r, c }) {
  const name = join(folder, `whole-${tape.outputs.length}`)
  writeFileSync(`${name}-tape.py`, wholeNumpy(tape, drawn))
  writeFileSync(`${name}.py`, numpy ?? '')
  writeFileSync(`${name}.R`, wholeR(tape, drawn))
  writeFileSync(`${name}.c`, wholeC(tape, drawn))
  if (c) run('cc', ['-O3', '-march=native', '-o', name, `${name}.c`, '-lm'])

  const contender = (name, start) => ({ name, start, times: new Map(), peaks: new Map(), said: new Map() })
  const ours = (threads) => ({
    ...contender(threads === 1 ? called : `${called}, ${threads} threads`, (count, hook = []) =>
      run(process.execPath, [...hook, ...start(threads), String(count)]),
    ),
    ours: true,
  })
  const other = (name, file, first) => contender(name, (count) => run(file, [...first, String(count)]))
  return [
    ...[ours(1), ours(2)],
    ...(python && numpy ? [other('numpy', python, [`${name}.py`])] : []),
    ...(python ? [other('numpy, given our tape', python, [`${name}-tape.py`])] : []),
    ...(r ? [other('R', 'Rscript', [`${name}.R`])] : []),
    ...(c ? [other('C, -O3 -march=native', name, [])] : []),
  ]
}

/** Times and peak memory of all, in turn. */
function measure({ sizes }, all) {
  for (const each of all) each.start(1000)
  for (const [draws, often] of sizes) {
    for (let round = 0; round < often; round += 1) {
      for (const each of all) {
        const from = performance.now()
        // What takes long enough not to feel the hook is not run once more for its memory.
        const said = each.start(draws, often === 1 ? peakHook : [])
        each.times.set(draws, [...(each.times.get(draws) ?? []), performance.now() - from])
        if (round === 0) notePeak(each, draws, said, often === 1)
      }
    }
  }
}

/** Other programs print their numbers, then their peak memory; ours is written by what was loaded before it. */
function notePeak(each, draws, said, hooked) {
  if (each.said === undefined) return
  const lines = said.trim().split('\n')
  if (each.ours && !hooked) each.start(draws, peakHook)
  const peak = each.ours ? readFileSync(join(folder, 'peak'), 'utf8') : lines.pop()
  each.peaks.set(draws, Number(peak) / 1024)
  each.said.set(draws, lines)
}

/** Our numbers by benchmark, category and year, of those that draws move. */
function intervals({ args }, draws, method = 'sobol') {
  const text = run(process.execPath, [
    bin,
    ...args,
    '--draws',
    String(draws),
    '--method',
    method,
    '-f',
    'csv',
  ])
  const [head, ...lines] = text.trim().split('\n')
  const rows = lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, place) => [head.split(',')[place], cell])),
  )
  const moved = rows.filter((row) => row.mean !== '' && !row.flags.split(';').includes('no-range'))
  return new Map(moved.map((row) => [`${row.benchmark} ${row.category} ${Number.parseInt(row.year)}`, row]))
}

/** Our numbers as another program prints them: by key, named as the command names them. */
function printed({ said }, keys) {
  const names = [...estimates, 'chance-closed'].flatMap((name) => [name, `${name}-se`])
  const rows = said.get(1e5).map((line) => line.split(','))
  return new Map(
    rows.map((row, index) => [keys[index], Object.fromEntries(row.map((cell, at) => [names[at], cell]))]),
  )
}

/** @throws where another program's numbers are not ours, within six standard errors of their difference */
function agree(question, keys, contenders) {
  const ours = question.grid ? printed(contenders[0], keys) : intervals(question, 1e5)
  for (const { name, said } of contenders.filter((each) => !each.ours)) {
    const rows = (said.get(1e5) ?? []).map((line) => line.split(',').map(Number))
    for (const [index, row] of rows.entries()) {
      const own = ours.get(keys[index])
      const near = (value, se, of, slack) =>
        Math.abs(value - Number(own[of])) <= 6 * Math.hypot(se, Number(own[`${of}-se`] ?? se)) + slack
      const wrong = estimates.find(
        (estimate, place) => !near(row[2 * place], row[2 * place + 1], estimate, 0),
      )
      if (wrong !== undefined)
        throw new Error(`${name} differs in ${wrong} of ${keys[index]}: ${row.join(' ')}`)
      if (!near(row.at(-2), row.at(-1), 'chance-closed', 1e-4))
        throw new Error(`${name} differs in the chance of ${keys[index]}: ${row.at(-2)}`)
    }
  }
}

/** Standard errors, over the years alike, of Sobol points and of plain draws as draws double. */
function convergence(question) {
  return doublings.map((draws) => {
    const of = (method) => {
      const rows = [...intervals(question, draws, method).values()]
      const over = (name) =>
        Math.sqrt(rows.reduce((sum, row) => sum + Number(row[name]) ** 2, 0) / rows.length)
      return { p50: over('p50-se'), p95: over('p95-se'), mean: over('mean-se') }
    }
    return { draws, sobol: of('sobol'), plain: of('plain') }
  })
}

function run(file, args) {
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${error ?? stderr}`)
  return stdout
}

/** What a program says, or undefined where it is not there, which is said. */
function tried(name, file, args) {
  const { status, stdout, stderr, error } = spawnSync(file, args, { env, encoding: 'utf8' })
  if (status === 0) return stdout
  const why = (error?.message ?? stderr).trim().split('\n').at(-1)
  process.stderr.write(`left out: ${name} (${why})\n`)
  return undefined
}

function machine() {
  const version = process.versions.node.split('.').slice(0, 2).join('.')
  return `Measured with Node ${version}, ${availableParallelism()} cores (shared), medians of ${rounds} interleaved rounds, fewer of the largest.`
}

function refresh(text) {
  const file = new URL('README.md', import.meta.url)
  const page = readFileSync(file, 'utf8')
  const section = /(<!-- simulate -->\n)[^]*?(<!-- end of simulate -->)/
  if (!section.test(page)) throw new Error('bench/README.md has no section for simulate')
  writeFileSync(
    file,
    page.replace(section, (_, head, tail) => `${head}\n${text}\n\n${tail}`),
  )
}
