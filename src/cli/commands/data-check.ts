import { checkData } from '../../datasets/load.ts'
import { dataCheckReport } from '../../reports/data.ts'
import type { Outcome } from '../deliver.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/** `capgap data check [DIR]`: the count of what is wrong as the answer, each problem on stderr. */
export async function dataCheck(folder: string | undefined, raw: RawOptions): Promise<Outcome> {
  const reader = new OptionReader()
  const output = reader.output(raw)
  reader.finish()
  const { problems, datasets } = await checkData(folder === undefined ? [] : [folder])
  const counted = datasets.reduce((sum, dataset) => sum + dataset.errors, 0)
  const errors = problems.filter((problem) => problem.severity === 'error').length
  return { answer: dataCheckReport(datasets, errors - counted), problems, output }
}
