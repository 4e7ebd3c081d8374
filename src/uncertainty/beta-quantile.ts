import { incompleteBeta, logBeta } from './incomplete-beta.ts'

/**
 * The quantile function of a beta distribution by table, because solving for each draw is a thousand times slower.
 * The chance v below a half is cut into octaves (1/4 to 1/2, 1/8 to 1/4, …) and each octave into equal cells, so that
 * cells are small where the function is steep. In a cell stands the quintic that has the exact value, slope and
 * curvature at both ends (Hermite); above a half the mirrored distribution has its own table. Chances under 2^-14 are
 * solved one by one. For 1 ≤ a, b ≤ 5, as in PERT, the error is below 1e-10 (test/uncertainty/beta-quantile.test.ts).
 */
export interface BetaQuantile {
  /** The value x in [0, 1] with chance u at or below it; the ends for u of 0 and 1. */
  readonly at: (u: number) => number
  /** out[k] = at(u[k]) for from ≤ k < from + count; `out` may be `u`. */
  readonly fill: (u: Float64Array, out: Float64Array, from: number, count: number) => void
}

const octaves = 13
const cells = 16
/** Where the tables begin. */
const smallest = 2 ** (-octaves - 1)

/** For a, b ≥ 1. */
export function betaQuantile(a: number, b: number): BetaQuantile {
  const logB = logBeta(a, b)
  const lower = tableOf({ a, b, logB })
  const upper = tableOf({ a: b, b: a, logB })
  return {
    at: (u) => (u < 0.5 ? read(lower, u) : 1 - read(upper, 1 - u)),
    fill: (u, out, from, count) => {
      for (let k = from; k < from + count; k++) {
        const chance = u[k] as number
        out[k] = chance < 0.5 ? read(lower, chance) : 1 - read(upper, 1 - chance)
      }
    },
  }
}

interface Beta {
  readonly a: number
  readonly b: number
  readonly logB: number
}

/** The lower half of a beta distribution, six coefficients a cell. */
interface Table {
  readonly of: Beta
  readonly coefficients: Float64Array
}

function read({ of, coefficients }: Table, v: number): number {
  if (v < smallest || v >= 0.5) return v <= 0 ? 0 : solve(of, v, firstGuess(of, v))
  // v × 2^32 has its highest bit where v's octave begins.
  const octave = Math.clz32(v * 4294967296)
  const place = (v * (1 << octave) - 0.5) * (2 * cells)
  const cell = Math.floor(place)
  const t = place - cell
  const k = ((octave - 1) * cells + cell) * 6
  return (
    (((((coefficients[k + 5] as number) * t + (coefficients[k + 4] as number)) * t +
      (coefficients[k + 3] as number)) *
      t +
      (coefficients[k + 2] as number)) *
      t +
      (coefficients[k + 1] as number)) *
      t +
    (coefficients[k] as number)
  )
}

/** Near 0 the chance is close to x^a / (a B). */
function firstGuess({ a, logB }: Beta, v: number): number {
  return Math.min(0.5, Math.exp((Math.log(v * a) + logB) / a))
}

function density({ a, b, logB }: Beta, x: number): number {
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logB)
}

/** The slope of the density, for each of the density itself. */
function bend({ a, b }: Beta, x: number): number {
  return (a - 1) / x - (b - 1) / (1 - x)
}

/** The value with chance v at or below it, to the last digits, from a guess. */
function solve(beta: Beta, v: number, guess: number): number {
  let below = 0
  let above = 1
  let x = guess
  for (let attempt = 0; attempt < 200; attempt++) {
    const miss = incompleteBeta(x, beta.a, beta.b, beta.logB) - v
    if (miss === 0) return x
    if (miss > 0) above = x
    else below = x
    // Halley's step: it triples the digits, so that a small one is the last.
    const newton = miss / density(beta, x)
    const step = newton / (1 - (newton * bend(beta, x)) / 2)
    const next = x - step
    if (Math.abs(step) <= 1e-5 * Math.min(x, 1 - x)) return next
    x = next > below && next < above ? next : (below + above) / 2
  }
  return x
}

function tableOf(beta: Beta): Table {
  const coefficients = new Float64Array(octaves * cells * 6)
  let end = node(beta, 0.5, beta.a / (beta.a + beta.b))
  for (let octave = 1; octave <= octaves; octave++) {
    const width = 2 ** (-octave - 1) / cells
    for (let cell = cells - 1; cell >= 0; cell--) {
      const guess = end.x - width * end.slope + (width * width * end.curve) / 2
      const start = node(beta, 2 ** (-octave - 1) + cell * width, guess)
      quintic(start, end, width, coefficients, ((octave - 1) * cells + cell) * 6)
      end = start
    }
  }
  return { of: beta, coefficients }
}

/** The quantile function at a chance, with its first and its second derivative. */
interface Node {
  readonly x: number
  readonly slope: number
  readonly curve: number
}

function node(beta: Beta, v: number, guess: number): Node {
  const x = solve(beta, v, guess)
  const slope = 1 / density(beta, x)
  return { x, slope, curve: -bend(beta, x) * slope * slope }
}

/** The coefficients, from the constant up, of the quintic in t from 0 to 1 that meets both ends. */
function quintic(from: Node, to: Node, width: number, into: Float64Array, at: number): void {
  const rise = to.x - from.x
  const slope0 = width * from.slope
  const slope1 = width * to.slope
  const curve0 = width * width * from.curve
  const curve1 = width * width * to.curve
  into[at] = from.x
  into[at + 1] = slope0
  into[at + 2] = curve0 / 2
  into[at + 3] = 10 * rise - 6 * slope0 - 4 * slope1 - (3 * curve0 - curve1) / 2
  into[at + 4] = -15 * rise + 8 * slope0 + 7 * slope1 + (3 * curve0 - 2 * curve1) / 2
  into[at + 5] = 6 * rise - 3 * (slope0 + slope1) - (curve0 - curve1) / 2
}
