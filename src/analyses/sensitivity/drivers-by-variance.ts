import type { Driver } from '../../run/drivers.ts'
import { pairedDraws } from '../../run/simulate/paired-draws.ts'
import { createSimulation } from '../../run/simulate/simulation.ts'
import { gapFigure, type AskedGap } from './asked.ts'
import { sobolIndices, type DesignOutputs, type SobolIndex, type SobolIndices } from './sobol-indices.ts'

/** How many rows of the design are drawn, and from what. */
export interface DesignSize {
  readonly seed: number
  /** Rows in each replicate. */
  readonly rows: number
}

/** Independent repetitions of the design, whose spread gives the standard errors. */
export const designReplicates = 16
/** Rows in all, where nobody says how many: over them all intervals of the shipped scenarios are narrow. */
export const usualRows = 16_384

/** An assumption that is drawn, and its share of the variance. */
export type RankedDriver = { readonly driver: Driver } & SobolIndex

export interface DriversByVariance {
  readonly asked: AskedGap
  readonly size: DesignSize
  /** Largest total first. */
  readonly ranked: readonly RankedDriver[]
  /** Names of those drawn that this gap does not depend on. */
  readonly unused: readonly string[]
  readonly indices: SobolIndices
  /** How often the gap was worked. */
  readonly evaluations: number
}

/** Which assumption the uncertainty of a gap comes from, on the samples engine. */
export function driversByVariance(asked: AskedGap, size: DesignSize): DriversByVariance {
  const { run, cell } = asked
  const simulation = createSimulation(run, [{ figure: gapFigure, cell }])
  const { drivers } = simulation
  const used = drivers.flatMap((driver, index) => (driver.used ? [{ driver, index }] : []))
  const draw = pairedDraws(simulation, { seed: size.seed, method: 'sobol' })
  const gaps = (columns: readonly Float64Array[]): Float64Array =>
    simulation.evaluate(columns, size.rows)[0] ?? new Float64Array(0)
  const replicates = Array.from({ length: used.length === 0 ? 0 : designReplicates }, (_, replicate) => {
    const { a, b } = draw(replicate, size.rows)
    return {
      ...{ a: gaps(a), b: gaps(b) },
      mixed: used.map(({ index }) =>
        gaps(a.map((column, each) => (each === index ? (b[each] ?? column) : column))),
      ),
    } satisfies DesignOutputs
  })
  const indices = replicates.length === 0 ? nothingDrawn : sobolIndices(replicates)
  const ranked = used.flatMap(({ driver }, index): RankedDriver[] => {
    const found = indices.indices?.[index]
    return found === undefined ? [] : [{ driver, ...found }]
  })
  return {
    ...{ asked, size, indices },
    ranked: ranked.sort((p, q) => q.total.value - p.total.value),
    unused: drivers.filter((driver) => !driver.used).map(({ name }) => name),
    evaluations: replicates.length * size.rows * (used.length + 2),
  }
}

const nothingDrawn: SobolIndices = {
  indices: undefined,
  sumOfFirst: { value: 0, se: 0 },
  ...{ mean: NaN, variance: 0, without: 0 },
}
