import type { LookbackSetting } from '../../figures/settings.ts'
import type { ModelRun } from '../../run/run.ts'
import { version } from '../../terms/version.ts'
import { datasetCaveats } from '../caveats.ts'
import { citation } from '../run/comparator-note.ts'
import type { Envelope, Report } from '../table.ts'

/**
 * What every answer of `capgap lookback` says beside its tables: what those rest on, and what was run. Asked for once
 * they are worked, since it tells what was read for them.
 * @param asked what this answer alone adds to what was run
 */
export function lookbackAnswer(
  run: ModelRun,
  asked: Envelope,
): Pick<Report, 'sources' | 'caveats' | 'envelope'> {
  return {
    sources: run.readUntilNow().sources.map((id) => ({ id, citation: citation(run, id) })),
    caveats: datasetCaveats(run),
    envelope: {
      capgap: version,
      command: 'lookback',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
      ...asked,
    },
  }
}

/** What the run looks back on. Throws where that is not settled: a bug. */
export function lookbackOf(run: ModelRun): LookbackSetting {
  if (run.settings.lookback === undefined) throw new Error('this run has no look-back')
  return run.settings.lookback
}

/** A unit of a nation's figures in words: its own currency by name where that is the pound. */
export function ofNation(label: string, nation: string): string {
  if (nation !== 'GBR') return label
  return label.replace('million national currency', 'GBP million').replace('national currency', 'GBP')
}
