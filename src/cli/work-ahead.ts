import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadData } from '../datasets/load.ts'
import { runReport } from '../reports/run.ts'
import { trackedRun } from '../run/ahead/work.ts'
import { defaultScenario, loadScenarios } from '../run/open.ts'
import { shippedScenarios } from '../scenarios/load.ts'

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
  // Read back as Latin-1, which is fastest: nothing else may be in it.
  for (const [name, cells] of Object.entries({ asked, within })) {
    writeFileSync(join(folder, `worked-${name}.json`), ascii(JSON.stringify(cells)))
  }
}

/** JSON in which what is not ASCII is escaped. */
function ascii(json: string): string {
  return json.replaceAll(/[^\0-\x7F]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
