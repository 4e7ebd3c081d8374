import { showDataset } from '../../datasets/listing.ts'
import { loadData } from '../../datasets/load.ts'
import { eitherVintagesOrPlans } from '../../problems/catalogue/vintages.ts'
import { dataShowReport } from '../../reports/data.ts'
import type { Outcome } from '../deliver.ts'
import { dataFolders, OptionReader, type RawOptions } from '../options.ts'

interface Raw extends RawOptions {
  readonly where?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly vintages?: boolean
  readonly plans?: boolean
}

/** `capgap data show DATASET` */
export async function dataShow(name: string, raw: Raw): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  const filters = reader.filters(raw.where).map(([column, value]) => ({ column, value }))
  const asOf = reader.date('--as-of', raw.asOf)
  if (raw.vintages === true && raw.plans === true) reader.refuse(eitherVintagesOrPlans())
  reader.finish()
  const data = await loadData({ folders: dataFolders(raw) })
  const periods = { from: raw.from, to: raw.to, asOf }
  if (raw.vintages === true || raw.plans === true) {
    const { dataVintages } = await import('./data-vintages.ts')
    const kind = raw.plans === true ? 'plans' : 'vintages'
    return { answer: dataVintages(data, name, kind, filters, periods), problems: [], output }
  }
  const view = showDataset(data, name, filters, periods)
  return { answer: dataShowReport(view, data.hash([name]), asOf), problems: [], output }
}
