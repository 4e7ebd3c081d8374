import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from '../analyses/simulate/prepared.ts'
import type { Data } from '../datasets/data.ts'
import { loadData } from '../datasets/load.ts'
import { isMissing } from '../engine/calculators/exact.ts'
import { runReport } from '../reports/run.ts'
import { askedCells } from '../reports/simulate/cells.ts'
import { trackedRun, type TrackedRun } from '../run/ahead/work.ts'
import { defaultScenario, loadScenarios } from '../run/open.ts'
import { shippedScenarios } from '../scenarios/load.ts'
import type { LoadedScenario } from '../scenarios/settle.ts'

/**
 * Works the default run on the bundled data, in every format, and writes its cells with what each rests on. Part of the
 * build.
 */
export async function workAhead(folder: string): Promise<void> {
  const data = await loadData()
  const shipped = await loadScenarios(
    shippedScenarios().map(({ name }) => name),
    data,
  )
  const loaded = shipped.find(({ scenario }) => scenario.name === defaultScenario)
  if (loaded === undefined) throw new Error('the default scenario was not loaded')
  const sound = shipped.flatMap(({ scenario, warnings }) => (warnings.length === 0 ? [scenario.name] : []))
  const tracked = trackedRun(loaded, data, sound)
  const { headline, tables, long, sources, caveats, envelope } = runReport([tracked.run])
  if (
    [headline, tables, long.rows, sources, caveats, Object.keys(envelope)].some(({ length }) => length === 0)
  ) {
    throw new Error('the default run says nothing')
  }
  const { asked, within } = tracked.kept()
  const { asked: sampled } = sampledRun(loaded, data, sound).kept()
  // Read back as Latin-1, which is fastest: nothing else may be in it.
  for (const [name, cells] of Object.entries({ asked, sampled, within })) {
    writeFileSync(join(folder, `worked-${name}.json`), ascii(JSON.stringify(cells)))
  }
}

/** The default run as a simulation of its gaps reads it. */
function sampledRun(loaded: LoadedScenario, data: Data, sound: readonly string[]): TrackedRun {
  const tracked = trackedRun(loaded, data, sound)
  const { outputs } = prepare(tracked.run, askedCells(tracked.run, {})).simulation
  if (outputs.every(({ exact }) => isMissing(exact))) throw new Error('the default run has no gap to draw')
  return tracked
}

/** JSON in which what is not ASCII is escaped. */
function ascii(json: string): string {
  return json.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
