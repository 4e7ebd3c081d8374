import { loadData } from '../../datasets/load.ts'
import { listedAssumptions } from '../../figures/assumption-list.ts'
import { assumptionsReport } from '../../reports/scenarios.ts'
import type { SourceLine } from '../../reports/table.ts'
import type { Outcome } from '../deliver.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/** `capgap scenario assumptions` */
export async function scenarioAssumptions(raw: RawOptions): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.finish()
  const { sources } = await loadData()
  const cited = Array.from(sources.values(), ({ id, publisher, title, published }): SourceLine => ({
    id,
    citation: `${publisher}, ${title}${published === '' ? '' : ` (${published})`}`,
  }))
  return { answer: assumptionsReport(listedAssumptions, cited), problems: [], output }
}
