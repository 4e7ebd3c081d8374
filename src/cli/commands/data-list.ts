import { listDatasets } from '../../datasets/listing.ts'
import { loadData } from '../../datasets/load.ts'
import { dataListReport } from '../../reports/data.ts'
import type { Outcome } from '../deliver.ts'
import { dataFolders, OptionReader, type RawOptions } from '../options.ts'

/** `capgap data list` */
export async function dataList(raw: RawOptions): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.finish()
  const data = await loadData({ folders: dataFolders(raw) })
  return { answer: dataListReport(listDatasets(data), data.hash()), problems: [], output }
}
