/**
 * Start-up, speed and memory of the program, as ratios to an empty Node process in the same run: only ratios travel from
 * one machine to another. Measures in rounds, one of each case in turn, so that a busy moment falls on all alike, and
 * takes medians.
 *
 *   npm run bench                 prints the table and whether each budget is met
 *   npm run bench -- --write      also refreshes bench/README.md
 *   npm run bench -- --rounds 31  more rounds (default 21)
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../', import.meta.url))
const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '21' } },
})
const rounds = Number(values.rounds)
const cache = mkdtempSync(join(tmpdir(), 'capgap-bench-'))
const peakFile = join(cache, 'peak')
const peakHook = pathToFileURL(join(root, 'bench/report-peak.mjs')).href

/**
 * What is measured: arguments to Node, the budget as a ratio to the floor, and whether caches the program keeps for
 * itself are cleared first.
 */
const cases = [
  { name: 'node -e 0 (the floor)', args: ['-e', '0'], budget: undefined, first: false },
  { name: 'capgap --version', args: ['bin/capgap.js', '--version'], budget: 1.6, first: false },
  { name: 'capgap --help', args: ['bin/capgap.js', '--help'], budget: 1.6, first: false },
  { name: 'capgap run', args: ['bin/capgap.js', 'run'], budget: 2.8, first: false },
  { name: 'capgap run, its first time', args: ['bin/capgap.js', 'run'], budget: 3.7, first: true },
]
const peakBudget = 90

/** @type {Map<string, number[]>} */
const times = new Map(cases.map(({ name }) => [name, []]))
/** @type {number[]} */
const peaks = []

try {
  for (const { args } of cases) timed(args, 'warm')
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, args, first } of cases) {
      if (first) rmSync(join(cache, 'first'), { recursive: true, force: true })
      times.get(name)?.push(timed(args, first ? 'first' : 'warm'))
    }
    if (round < 5) peaks.push(peakOf(['bin/capgap.js', 'run']))
  }
} finally {
  rmSync(cache, { recursive: true, force: true })
}

const floor = median(times.get(cases[0].name) ?? [])
const lines = cases.map(({ name, budget }) => {
  const ratio = median(times.get(name) ?? []) / floor
  return {
    name,
    value: ratio.toFixed(2),
    budget: budget?.toFixed(1) ?? '',
    met: budget === undefined || ratio <= budget,
  }
})
const peak = median(peaks)
lines.push({
  name: 'capgap run, peak memory in MB',
  value: peak.toFixed(0),
  budget: String(peakBudget),
  met: peak <= peakBudget,
})

const table = [
  '| case | measured | budget | |',
  '|---|---:|---:|---|',
  ...lines.map(({ name, value, budget, met }) => {
    const verdict = budget === '' ? '' : met ? 'within' : 'OVER'
    return `| ${name} | ${value} | ${budget === '' ? '' : `≤ ${budget}`} | ${verdict} |`
  }),
].join('\n')
console.log(table)

if (values.write) {
  const readme = join(root, 'bench/README.md')
  const machine = `Node ${process.versions.node.split('.').slice(0, 2).join('.')}, ${availableParallelism()} cores, medians of ${rounds} interleaved rounds.`
  const text = readFileSync(readme, 'utf8')
  const mark = '<!-- results -->'
  const end = '<!-- /results -->'
  const head = text.slice(0, text.indexOf(mark))
  const tail = text.slice(text.indexOf(end))
  writeFileSync(readme, `${head}${mark}\n\n${table}\n\nMeasured with ${machine}\n\n${tail}`)
}
if (lines.some(({ met }) => !met)) process.exitCode = 1

/**
 * Milliseconds one process takes, from starting it to its end.
 *
 * @param {string[]} args
 * @param {'first' | 'warm'} state
 */
function timed(args, state) {
  const start = performance.now()
  node(args, state)
  return performance.now() - start
}

/**
 * Peak memory of one process, in MB.
 *
 * @param {string[]} args
 */
function peakOf(args) {
  node(['--import', peakHook, ...args], 'warm')
  return Number(readFileSync(peakFile, 'utf8')) / 1024
}

/**
 * @param {string[]} args
 * @param {'first' | 'warm'} state
 */
function node(args, state) {
  const env = { ...process.env, XDG_CACHE_HOME: join(cache, state), CAPGAP_BENCH_PEAK: peakFile }
  // Makes Node 20 read a certificate file at every start, which would flatter every ratio.
  Reflect.deleteProperty(env, 'NODE_EXTRA_CA_CERTS')
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, maxBuffer: 64 * 2 ** 20 })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
