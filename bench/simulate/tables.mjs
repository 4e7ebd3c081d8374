/**
 * What `bench/simulate.mjs` measured, as tables and verdicts.
 *
 * @typedef {{ name: string, ours?: boolean, times: Map<number, number[]>, peaks: Map<number, number>,
 *   said: Map<number, string[]> }} Contender
 * @typedef {{ title: string, sizes: Map<number, number>, keys: string[], floor: Pick<Contender, 'name' | 'times'>,
 *   contenders: Contender[] }} Result
 * @typedef {{ p50: number, p95: number, mean: number }} Errors
 * @typedef {{ draws: number, sobol: Errors, plain: Errors }} Doubling
 */

/** numpy working what our engine made of the formulas, with nothing worked twice. */
const givenTape = 'numpy, given our tape'

/** Standard errors of the P50 gap to wait for, in £m; the last is judged. */
const targets = [10, 3, 1]

/** @param {Result[]} results @param {Doubling[]} curves */
export function budgetsOf([one, all, yearly, every], curves) {
  const against = (/** @type {Result} */ { contenders }, /** @type {number} */ own, name = 'numpy') => {
    const other = contenders.find((each) => each.name === name)
    return other === undefined ? undefined : ratio(contenders[own], other, 1e5)
  }
  const last = waits(one, curves).at(-1)
  const engine = 'engine, 1,872 cells, 100,000 draws'
  const threads = ['one thread', 'two threads']
  return [
    ['one gap, 10,000 draws, against `node -e 0`', ratio(one.contenders[0], one.floor, 1e4), 4.5],
    ['one gap, 100,000 draws, against `node -e 0`', ratio(one.contenders[0], one.floor, 1e5), 20],
    ...threads.flatMap((words, own) => [
      [`${engine}, 26 numbers, ${words}, against numpy`, against(yearly, own), own === 0 ? 0.4 : 0.3],
      [`${engine}, 468 numbers, ${words}, against numpy`, against(every, own), own === 0 ? 0.4 : 0.3],
    ]),
    last && [
      `one gap to a standard error of £${last.target}m, against ${givenTape}`,
      last.ours / last.numpy,
      0.1,
    ],
    ...threads.flatMap((words, own) => [
      [`${engine}, 26 numbers, ${words}, against ${givenTape}`, against(yearly, own, givenTape)],
      [`${engine}, 468 numbers, ${words}, against ${givenTape}`, against(every, own, givenTape)],
      [
        `one gap of the shipped plans, 100,000 draws, ${words}, against ${givenTape}`,
        against(one, own, givenTape),
      ],
      [
        `every gap of the shipped plans, 100,000 draws, ${words}, against ${givenTape}`,
        against(all, own, givenTape),
      ],
    ]),
  ].flatMap((line) => {
    const [name, measured, most] = line ?? []
    return measured === undefined
      ? []
      : [{ name, measured, most, met: most === undefined || measured <= most }]
  })
}

/** @param {Result[]} results @param {Doubling[]} curves @param {ReturnType<typeof budgetsOf>} budgets */
export function tablesOf(results, curves, budgets) {
  const verdicts = budgets.map(({ name, measured, most, met }) =>
    most === undefined
      ? row([name, measured.toFixed(2), 'none set', ''])
      : row([name, measured.toFixed(2), `≤ ${most}`, met ? 'within' : 'OVER']),
  )
  return [
    ['| | measured | budget | |', '|---|---:|---:|---|', ...verdicts],
    ...results.map(timesTable),
    errorsTable(curves),
    waitsTable(results[0], curves),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** @param {Result} result */
function timesTable({ title, sizes, keys, floor, contenders }) {
  const counts = [...sizes.keys()]
  const columns = counts.map((draws) => draws.toLocaleString('en-GB'))
  const table = (
    /** @type {string} */ words,
    /** @type {string[]} */ head,
    /** @type {(each: Contender) => (string | number)[]} */ cells,
  ) => [
    `${words}:`,
    '',
    row(['', ...head]),
    row(['---', ...head.map(() => '---:')]),
    ...contenders.map((each) => row([each.name, ...cells(each)])),
  ]
  const times = table(
    'Time of the whole process, in times of `node -e 0`, by draws asked for',
    columns,
    (each) => counts.map((draws) => ratio(each, floor, draws).toFixed(2)),
  )
  const costs = table('Each further draw (of those really made), in nanoseconds', columns.slice(1), (each) =>
    counts.slice(1).map((draws, before) => {
      const from = counts[before]
      const more = time(each, draws) - time(each, from)
      return more <= 0 ? 'lost in noise' : ((more * 1e6) / (made(each, draws) - made(each, from))).toFixed(0)
    }),
  )
  const peaks = table('Peak memory, MB', columns, (each) =>
    counts.map((draws) => Math.round(each.peaks.get(draws) ?? NaN)),
  )
  return [`**${title}**: ${keys.length} numbers.`, '', ...times, '', ...costs, '', ...peaks]
}

/** @param {Doubling[]} curves */
function errorsTable(curves) {
  const names = /** @type {const} */ (['p50', 'p95', 'mean'])
  const head = names.flatMap((name) => {
    const label = name === 'mean' ? name : name.toUpperCase()
    return [`${label}, Sobol`, `${label}, plain`, 'plain ÷ Sobol']
  })
  return [
    '**Convergence**: standard errors of that gap in £m (root mean square over the years), as `simulate` prints them.',
    '',
    row(['draws', ...head]),
    row(['---:', ...head.map(() => '---:')]),
    ...curves.map(({ draws, sobol, plain }) =>
      row([
        draws.toLocaleString('en-GB'),
        ...names.flatMap((name) => [
          short(sobol[name]),
          short(plain[name]),
          (plain[name] / sobol[name]).toFixed(plain[name] < 20 * sobol[name] ? 1 : 0),
        ]),
      ]),
    ),
  ]
}

/** @param {Result} result @param {Doubling[]} curves */
function waitsTable(result, curves) {
  const found = waits(result, curves)
  if (found.length === 0) return []
  const head = ['capgap draws', 'numpy draws', 'capgap, × floor', 'numpy, × floor', 'capgap ÷ numpy']
  const floor = time(result.floor, 1e4)
  return [
    '**What a user waits for**: time until the P50 gap is known to a standard error, with Sobol points (capgap, one thread) and plain draws (numpy).',
    '',
    row(['standard error', ...head]),
    row(['---:', ...head.map(() => '---:')]),
    ...found.map(({ target, draws, needed, ours, numpy }) =>
      row([
        `£${target}m`,
        draws.toLocaleString('en-GB'),
        Math.round(needed / 1000).toLocaleString('en-GB') + ',000',
        (ours / floor).toFixed(1),
        (numpy / floor).toFixed(1),
        (ours / numpy).toFixed(3),
      ]),
    ),
  ]
}

/**
 * How long each takes to a standard error. Ours lies on a straight line in logarithms, fitted to all doublings (that of any one
 * number of draws is itself a draw); numpy's falls with the square root. Times lie on straight lines between those measured,
 * and beyond them go on as the last step went.
 *
 * @param {Result} result @param {Doubling[]} curves
 */
function waits({ contenders, sizes }, curves) {
  const numpy = contenders.find(({ name }) => name === givenTape)
  const [ours] = contenders
  if (numpy === undefined || ours === undefined) return []
  const points = curves.map(({ draws, sobol }) => ({ x: Math.log2(draws), y: Math.log2(sobol.p50) }))
  const mean = (/** @type {'x' | 'y'} */ axis) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length
  const [atX, atY] = [mean('x'), mean('y')]
  const slope =
    points.reduce((sum, { x, y }) => sum + (x - atX) * (y - atY), 0) /
    points.reduce((sum, { x }) => sum + (x - atX) ** 2, 0)
  // Each line holds estimates and their standard errors: mean, P5, P10, P50.
  const measured = 1e6
  const errors = (numpy.said.get(measured) ?? []).map((line) => Number(line.split(',')[7]))
  const oneDraw = Math.sqrt((measured * errors.reduce((sum, se) => sum + se * se, 0)) / errors.length)
  return targets.map((target) => {
    const draws = 2 ** Math.max(10, Math.ceil(atX + (Math.log2(target) - atY) / slope))
    const needed = (oneDraw / target) ** 2
    return {
      ...{ target, draws, needed },
      ...{ ours: timeAt(ours, draws, sizes), numpy: timeAt(numpy, needed, sizes) },
    }
  })
}

/** @param {Contender} each @param {number} draws really made @param {Map<number, number>} sizes */
function timeAt(each, draws, sizes) {
  const known = [...sizes.keys()].map((asked) => ({ made: made(each, asked), took: time(each, asked) }))
  const after = known.findIndex((point) => point.made >= draws)
  const to = after < 0 ? known.length - 1 : Math.max(1, after)
  const [a, b] = [known[to - 1], known[to]]
  return a.took + ((b.took - a.took) * (draws - a.made)) / (b.made - a.made)
}

/** Draws really made: ours come in nine to sixteen replicates of a power of two. */
function made(/** @type {Contender} */ { ours }, /** @type {number} */ asked) {
  const wanted = ours ? Math.max(1024, asked) : asked
  const each = ours ? 2 ** Math.ceil(Math.log2(wanted / 16)) : 16
  return each * Math.ceil(wanted / each)
}

/** @param {Pick<Contender, 'times'>} each @param {Pick<Contender, 'times'>} other @param {number} draws */
function ratio(each, other, draws) {
  return time(each, draws) / time(other, draws)
}

/** @param {Pick<Contender, 'times'>} each @param {number} draws */
function time({ times }, draws) {
  const sorted = (times.get(draws) ?? []).toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** @param {(string | number)[]} cells */
function row(cells) {
  return `| ${cells.join(' | ')} |`
}

/** @param {number} value two digits, never in powers of ten */
function short(value) {
  return String(Number(value.toPrecision(2)))
}
