import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Data } from '../../src/datasets/data.ts'
import { knownNames } from '../../src/run/known-names.ts'
import { runScenario, type ModelRun, type RunOptions } from '../../src/run/run.ts'
import { loadScenario, type LoadOptions } from '../../src/scenarios/load.ts'

/** A scenario as a user would write it; JSON is YAML, so a mapping serves. */
export type ScenarioDocument = Readonly<Record<string, unknown>>

/** What the command line would add, and the prices of a look-back. */
export type MakeOptions = Omit<LoadOptions, 'known'> & RunOptions

export interface RunMaker {
  /** Runs a scenario written for one test, loaded as any user's file is. Its name is `scenario`. */
  written(document: ScenarioDocument | string, options?: MakeOptions): ModelRun
  /** Runs a scenario that comes with capgap, or a file. */
  shipped(name: string, options?: MakeOptions): ModelRun
}

/** Runs on one set of data, for one test file; what it writes is gone when that file is done. */
export function runsOn(data: Data): RunMaker {
  const known = knownNames(data)
  const folder = mkdtempSync(path.join(tmpdir(), 'capgap-test-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const shipped = (name: string, { lookbackPrices, ...options }: MakeOptions = {}): ModelRun =>
    runScenario(loadScenario(name, { known, ...options }), data, { lookbackPrices })
  return {
    shipped,
    written: (document, options) => {
      const file = path.join(folder, 'scenario.yaml')
      writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document))
      return shipped(file, options)
    },
  }
}
