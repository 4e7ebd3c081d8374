/** What the benchmarks of sampled runs use of the program; bundled when one starts. */
export { compileProgram, startKernel } from '../../src/engine/calculators/samples/kernel.ts'
export { isMissing } from '../../src/engine/calculators/exact.ts'
export { printableFigures } from '../../src/figures/printable.ts'
export { openRuns } from '../../src/run/open.ts'
export { sample } from '../../src/run/sampled.ts'
export { yearsOf } from '../../src/terms/year.ts'
export { createDraws } from '../../src/uncertainty/draws.ts'
export { gridTape } from './grid.ts'
