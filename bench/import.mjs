/**
 * Importing a World Bank bulk file of 200 MB, as a ratio to a bare csv-parse stream over the same file in the same run, and
 * the peak memory of the import for that file and for one half its size: it must not grow with the file.
 *
 *   npm run bench:import                prints the table and whether each budget is met
 *   npm run bench:import -- --mb 50     a smaller file
 *   npm run bench:import -- --rounds 5  more rounds (default 3)
 */
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('../', import.meta.url))
const { values } = parseArgs({
  options: { mb: { type: 'string', default: '200' }, rounds: { type: 'string', default: '3' } },
})
const megabytes = Number(values.mb)
const budget = { ratio: 1.3, peak: 250 }
const folder = mkdtempSync(join(tmpdir(), 'capgap-bench-import-'))
const peakFile = join(folder, 'peak')
const peakHook = pathToFileURL(join(root, 'bench/report-peak.mjs')).href

/** What csv-parse does with the file when nobody wants anything of it. */
const bare = `
  import { createReadStream } from 'node:fs'
  import { parse } from 'csv-parse'
  let count = 0
  for await (const record of createReadStream(process.argv[1]).pipe(parse({ bom: true, relax_column_count: true })))
    count += record.length
  if (count === 0) throw new Error('nothing was read')
`

try {
  const file = generate(join(folder, 'WDICSV.csv'), megabytes)
  const half = generate(join(folder, 'half.csv'), megabytes / 2)
  const parsing = ['--input-type=module', '-e', bare, file]
  const importing = (/** @type {string} */ path) => [
    ...['bin/capgap.js', 'data', 'import', 'world-bank', path],
    ...['--published', '2026-10-07', '-o', join(folder, 'out'), '-q'],
  ]
  /** @type {number[]} */
  const bareTimes = []
  /** @type {number[]} */
  const importTimes = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    bareTimes.push(timed(parsing))
    rmSync(join(folder, 'out'), { recursive: true, force: true })
    importTimes.push(timed(importing(file)))
  }
  const ratio = median(importTimes) / median(bareTimes)
  const peak = peakOf(importing(file))
  const lines = [
    {
      name: `import of ${megabytes} MB, against a bare csv-parse stream`,
      value: ratio.toFixed(2),
      most: budget.ratio,
      met: ratio <= budget.ratio,
    },
    {
      name: `peak memory in MB, ${megabytes} MB`,
      value: peak.toFixed(0),
      most: budget.peak,
      met: peak <= budget.peak,
    },
    {
      name: `peak memory in MB, ${megabytes / 2} MB`,
      value: peakOf(importing(half)).toFixed(0),
      most: undefined,
      met: true,
    },
  ]
  console.log('| case | measured | budget | |\n|---|---:|---:|---|')
  for (const { name, value, most, met } of lines)
    console.log(
      `| ${name} | ${value} | ${most === undefined ? '' : `≤ ${most}`} | ${most === undefined ? '' : met ? 'within' : 'OVER'} |`,
    )
  if (lines.some(({ met }) => !met)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * A bulk file in the World Bank's layout: 217 nations, as many indicators as the size asks for, four of them ours.
 *
 * @param {string} path
 * @param {number} size in MB
 */
function generate(path, size) {
  const years = Array.from({ length: 65 }, (_, index) => 1960 + index)
  const ours = ['NY.GDP.MKTP.CN', 'PA.NUS.PPP', 'SP.POP.TOTL', 'SH.XPD.KHEX.GD.ZS']
  const nations = Array.from({ length: 217 }, (_, index) => `Q${letter(index / 26)}${letter(index)}`)
  const perRow = 700
  const indicators = Math.max(ours.length, Math.round((size * 1e6) / (nations.length * perRow)))
  const output = openSync(path, 'w')
  writeSync(output, `\uFEFFCountry Name,Country Code,Indicator Name,Indicator Code,${years.join(',')}\n`)
  for (const [index, nation] of nations.entries()) {
    const rows = Array.from({ length: indicators }, (_, number) => {
      const code = ours[number] ?? `XX.IND.${number}`
      const figures = years.map((year) =>
        (year + index + number) % 5 === 0 ? '' : figure(year, index, number),
      )
      return `"Nation, ${nation}",${nation},"Indicator ${number}, of ${indicators}",${code},${figures.join(',')}\n`
    })
    writeSync(output, rows.join(''))
  }
  closeSync(output)
  return path
}

/**
 * A figure such as the file has: some whole and long, some with many decimals; shares for the indicator that is one.
 *
 * @param {number} year
 * @param {number} nation
 * @param {number} indicator
 */
function figure(year, nation, indicator) {
  if (indicator === 3) return `0.${(year * 37 + nation * 11) % 1000}`
  const whole = year * 7919 + nation * 104729
  return indicator % 2 === 0 ? `${whole}${year}` : `${whole % 97}.${whole}${year}`
}

/** @param {number} index */
function letter(index) {
  return String.fromCharCode(65 + (Math.floor(index) % 26))
}

/** @param {string[]} args */
function timed(args) {
  const start = performance.now()
  node(args)
  return performance.now() - start
}

/**
 * Peak memory of one process, in MB.
 *
 * @param {string[]} args
 */
function peakOf(args) {
  rmSync(join(folder, 'out'), { recursive: true, force: true })
  node(['--import', peakHook, ...args])
  return Number(readFileSync(peakFile, 'utf8')) / 1024
}

/** @param {string[]} args */
function node(args) {
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), CAPGAP_BENCH_PEAK: peakFile }
  Reflect.deleteProperty(env, 'NODE_EXTRA_CA_CERTS')
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}
