/**
 * Runs per second of `capgap sweep`, how time and memory grow from a hundred runs to a million, and what a run costs when
 * nothing is shared: each on its own, as `capgap run --set` works it. Grids are squares of two keys; one row a run.
 *
 *   npm run bench:sweep                  prints the table
 *   npm run bench:sweep -- --write       also refreshes bench/README.md
 *   npm run bench:sweep -- --minutes 5   goes on to larger grids for about so long (default 1)
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
  options: { write: { type: 'boolean', default: false }, minutes: { type: 'string', default: '1' } },
})
const patience = Number(values.minutes) * 60_000
const folder = mkdtempSync(join(tmpdir(), 'capgap-bench-sweep-'))
const peakFile = join(folder, 'peak')
const peakHook = pathToFileURL(join(root, 'bench/report-peak.mjs')).href
const plan = join(folder, 'plan.yaml')
const cell = ['--figure', 'gap', '--category', 'total', '--benchmark', 'oecd', '--years', '2029-30', '-q']
writeFileSync(
  plan,
  'capgap: 1\ntitle: A sweep\nextends: current-plans\nmeasures:\n  - {id: uplift, profile: level, amount: £1bn, from: 2026-27, to: 2034-35}\n',
)

/** @type {{ runs: number, seconds: number, peak: number }[]} */
const sizes = []
/** @type {number | undefined} */
let alone
try {
  alone = timed(['bin/capgap.js', 'run', plan, '--set', 'measures.uplift.amount=£2bn', ...cell, '-f', 'csv'])
  const begun = performance.now()
  for (const side of [10, 32, 100, 316, 1000]) {
    const last = sizes.at(-1)
    const left = patience - (performance.now() - begun)
    if (last !== undefined && (last.seconds * 1000 * side * side) / last.runs > left) break
    const time = timed([
      '--import',
      peakHook,
      'bin/capgap.js',
      'sweep',
      plan,
      ...grid(side),
      ...cell,
      '-o',
      join(folder, 'out.csv'),
    ])
    const rows = readFileSync(join(folder, 'out.csv'), 'utf8').split('\n').length - 2
    if (rows !== side * side) throw new Error(`${rows} rows of ${side * side}`)
    const peak = Number(readFileSync(peakFile, 'utf8')) / 1024
    sizes.push({ runs: side * side, seconds: time / 1000, peak })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const table = [
  '| runs | seconds, start-up included | runs a second | peak memory, MB |',
  '|---:|---:|---:|---:|',
  ...sizes.map(
    ({ runs, seconds, peak }) =>
      `| ${runs.toLocaleString('en-GB')} | ${seconds.toFixed(2)} | ${Math.round(runs / seconds).toLocaleString('en-GB')} | ${peak.toFixed(0)} |`,
  ),
].join('\n')
const last = sizes.at(-1)
const words =
  `One run by itself (\`run --set\`, a process each) takes ${((alone ?? 0) / 1000).toFixed(2)} s with its start-up. ` +
  `Node ${process.versions.node.split('.').slice(0, 2).join('.')}, ${availableParallelism()} cores, one process. ` +
  (last !== undefined && last.runs < 999_000
    ? `Larger grids did not fit in ${values.minutes} minutes and were not measured.`
    : 'Every size was measured.')
console.log(`${table}\n\n${words}`)

if (values.write) {
  const readme = join(root, 'bench/README.md')
  const text = readFileSync(readme, 'utf8')
  const [begin, end] = ['<!-- sweep -->', '<!-- /sweep -->']
  const [before = text, rest = ''] = text.split(begin)
  const after = rest.split(end)[1] ?? ''
  writeFileSync(readme, `${before}${begin}\n\n${table}\n\n${words}\n\n${end}${after}`)
}

/**
 * A square grid of two keys.
 *
 * @param {number} side
 */
function grid(side) {
  return [
    ...['--vary', `measures.uplift.amount=£0m..£${(side - 1) * 10}m:£10m`],
    ...['--vary', `assumptions.underspend=0%..${((side - 1) * 0.05).toFixed(2)}%:0.05%`],
  ]
}

/** @param {string[]} args */
function timed(args) {
  const env = { ...process.env, CAPGAP_BENCH_PEAK: peakFile }
  Reflect.deleteProperty(env, 'NODE_EXTRA_CA_CERTS')
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return performance.now() - start
}
