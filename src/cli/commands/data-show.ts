import { showDataset } from '../../datasets/listing.ts'
import { loadData } from '../../datasets/load.ts'
import { dataShowReport } from '../../reports/data.ts'
import type { Outcome } from '../deliver.ts'
import { dataFolders, OptionReader, type RawOptions } from '../options.ts'

interface Raw extends RawOptions {
  readonly where?: readonly string[]
  readonly from?: string
  readonly to?: string
}

/** `capgap data show DATASET` */
export async function dataShow(name: string, raw: Raw): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const filters = reader.filters(raw.where).map(([column, value]) => ({ column, value }))
  reader.finish()
  const data = await loadData({ folders: dataFolders(raw) })
  const view = showDataset(data, name, filters, { from: raw.from, to: raw.to })
  return { answer: dataShowReport(view, data.hash([name])), problems: [], output }
}
