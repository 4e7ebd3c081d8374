/**
 * The kernel of sampled runs against C and numpy: the same tape over the same draws, results compared, ratios of one run.
 *
 *   npm run bench:kernel             prints the table and whether each budget is met
 *   npm run bench:kernel -- --write  also refreshes bench/README.md
 *
 * Contenders take turns, and the fastest of all passes counts: whatever else the machine does can only slow one down. Without a C compiler or numpy their lines say so.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { serialize } from 'node:v8'
import { bundleStep } from '../scripts/build/bundle.mjs'
import { cProgram, numpyScript } from './simulate/programs.mjs'

const root = new URL('../', import.meta.url)
const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
})
const rounds = Number(values.rounds)
// A whole number of blocks, which keeps the numpy script plain.
const draws = 8192
const passes = 60
const block = 1024

const folder = mkdtempSync(join(tmpdir(), 'capgap-kernel-'))
const pieces = fileURLToPath(new URL('dist-bench/pieces.mjs', root))
const env = { ...process.env }
delete env.NODE_EXTRA_CA_CERTS

try {
  // A folder beside dist/, so that it finds the data and no build clears it away.
  await bundleStep(root, 'bench/simulate/pieces.ts', pieces)
  const { gridTape, openRuns, sample, printableFigures, yearsOf } = await import(pathToFileURL(pieces).href)
  const grid = gridTape()
  const tables = [
    {
      title: `A model of ${grid.cells.toLocaleString('en-GB')} cells and ${grid.tape.inputs} drivers`,
      tape: grid.tape,
      ranges: grid.ranges,
    },
    {
      title: 'The gaps of the shipped current plans',
      ...(await currentPlans({ openRuns, sample, printableFigures, yearsOf })),
    },
  ].map(({ title, tape, ranges }) => ({ title, tape, lines: measured(tape, ranges) }))
  const text = tables.map(({ title, tape, lines }) => written(title, tape, lines)).join('\n\n')
  process.stdout.write(`${text}\n\n${machine()}\n`)
  if (values.write) refresh(`${text}\n\n${machine()}`)
  if (tables.some(({ lines }) => lines.some(({ met }) => met === false))) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(new URL('dist-bench', root), { recursive: true, force: true })
}

/** Every gap of the shipped scenario, by benchmark, category and year, with the ranges it ships with. */
async function currentPlans({ openRuns, sample, printableFigures, yearsOf }) {
  const [run] = await openRuns(['current-plans'])
  const { figure } = printableFigures.find(({ name }) => name === 'gap')
  const categories = ['infrastructure', 'digital', 'other', 'total']
  const requests = run.settings.benchmarks.flatMap(({ id }) =>
    categories.flatMap((category) =>
      yearsOf(run.settings.years).map((year) => ({ figure, cell: { benchmark: id, category, year } })),
    ),
  )
  const { tape, drivers } = sample(run, requests)
  // Around each stated value: what is drawn does not change how long it takes.
  const ranges = drivers.map(({ stated }) => {
    const centre = stated?.toNumber() ?? 0
    return centre === 0 ? [0, 0.1] : [0.9 * centre, 1.1 * centre]
  })
  return { tape, ranges }
}

function measured(tape, ranges) {
  const drawn = new Float64Array(tape.inputs * draws)
  // A simple sequence that fills its range evenly: any draws will do, as long as all have the same.
  ranges.forEach(([low, high], driver) => {
    for (let i = 0; i < draws; i += 1)
      drawn[driver * draws + i] = low + (high - low) * ((i * Math.sqrt(driver + 2)) % 1)
  })
  writeFileSync(join(folder, 'draws.bin'), new Uint8Array(drawn.buffer))
  writeFileSync(join(folder, 'job.bin'), serialize({ tape, draws, passes }))
  writeFileSync(join(folder, 'kernel.c'), cProgram(tape, { draws, block, passes }))
  writeFileSync(join(folder, 'kernel.py'), numpyScript(tape, { draws, block: 4 * block, passes }))
  const compiled = run('cc', ['-O3', '-march=native', '-o', 'kernel', 'kernel.c', '-lm'])
  const contender = fileURLToPath(new URL('simulate/contender.mjs', import.meta.url))
  const ours = (route, threads) => () =>
    run(process.execPath, [contender, pathToFileURL(pieces).href, folder, route, threads])
  const contenders = [
    { name: 'C, -O3 -march=native', start: () => (compiled === undefined ? undefined : run('./kernel', [])) },
    { name: 'capgap, WebAssembly', start: ours('wasm', '1') },
    { name: 'capgap, WebAssembly, 2 threads', start: ours('wasm', '2') },
    { name: 'capgap, JavaScript (fallback)', start: ours('javascript', '1') },
    { name: 'numpy, in blocks', start: () => run('python3', ['kernel.py']) },
  ].map((each) => ({ ...each, passes: [], sums: undefined, block: undefined }))
  for (let round = 0; round < rounds; round += 1) {
    for (const each of contenders) {
      const printed = each.start()
      if (printed === undefined) continue
      const { passes: times, sums, block } = JSON.parse(printed)
      each.passes.push(...times)
      each.sums = sums
      each.block = block
    }
  }
  return judged(contenders, tape)
}

/** Each contender's time a draw, its ratios and whether the budgets are met; all must come to the same results. */
function judged(contenders, tape) {
  const [c, wasm, , javascript, numpy] = contenders
  for (const { name, sums } of contenders) if (sums !== undefined) same(wasm.sums, sums, name)
  const time = (each) => (each.passes.length === 0 ? undefined : Math.min(...each.passes) / draws)
  return contenders.map((each) => {
    const own = time(each)
    const against = (other) =>
      own === undefined || time(other) === undefined ? undefined : own / time(other)
    const budgets = [
      ...(each === wasm
        ? [
            [against(c), 2.5],
            [against(numpy), 0.35],
          ]
        : []),
      ...(each === javascript ? [[against(numpy), 1.1]] : []),
    ].filter(([ratio]) => ratio !== undefined)
    return {
      name: each.name,
      operation: own === undefined ? undefined : own / tape.ops.length,
      c: against(c),
      numpy: against(numpy),
      met: budgets.length === 0 ? undefined : budgets.every(([ratio, most]) => ratio <= most),
    }
  })
}

function same(expected, found, name) {
  expected.forEach((sum, output) => {
    const size = Math.max(Math.abs(sum), draws)
    if (!(Math.abs(found[output] - sum) <= 1e-9 * size))
      throw new Error(`${name} gives ${found[output]} for output ${output}, not ${sum}`)
  })
}

function run(command, args) {
  const { status, stdout, error, stderr } = spawnSync(command, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  if (error !== undefined || status !== 0) {
    process.stderr.write(`left out: ${command} (${(error?.message ?? stderr).trim().split('\n').at(-1)})\n`)
    return undefined
  }
  return stdout
}

function written(title, tape, lines) {
  const number = (value, digits) => value?.toFixed(digits) ?? 'not there'
  return [
    `${title}: ${tape.ops.length} operations, ${tape.outputs.length} outputs.`,
    '',
    '| kernel | ns an operation and draw | against C | against numpy | |',
    '|---|---:|---:|---:|---|',
    ...lines.map(
      ({ name, operation, c, numpy, met }) =>
        `| ${name} | ${number(operation, 3)} | ${number(c, 2)} | ${number(numpy, 2)} | ${met === undefined ? '' : met ? 'within' : 'OVER'} |`,
    ),
  ].join('\n')
}

function machine() {
  const version = process.versions.node.split('.').slice(0, 2).join('.')
  return `Measured with Node ${version}, ${availableParallelism()} cores (x86-64 with AVX2, shared), ${draws.toLocaleString('en-GB')} draws, the fastest of ${rounds * passes} passes each.`
}

function refresh(text) {
  const file = new URL('README.md', import.meta.url)
  const page = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    page.replace(
      /(<!-- kernel -->\n)[^]*?(<!-- end of kernel -->)/,
      (_, head, tail) => `${head}\n${text}\n\n${tail}`,
    ),
  )
}
