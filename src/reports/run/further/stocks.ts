import { isMissing } from '../../../engine/calculators/exact.ts'
import { depreciationRate } from '../../../figures/stocks/depreciation.ts'
import { stockFigures } from '../../../figures/stocks/printable.ts'
import * as say from '../../../problems/catalogue/stocks.ts'
import type { ModelRun } from '../../../run/run.ts'
import type { Decimal } from '../../../terms/decimal.ts'
import type { FurtherTable } from '../options.ts'

/** The capital stock: what stands, for how many, and what holding it costs. */
export const stockTable: FurtherTable = {
  name: 'capital-stock',
  title: say.stockTitle,
  scope: say.stockScope,
  figures: stockFigures,
  notes: (run) => [
    say.stockRates(percent(run, 'infrastructure'), percent(run, 'digital'), percent(run, 'other')),
    say.stockOpening,
    say.newCapitalMeans,
    say.workersMean,
  ],
}

function percent(run: ModelRun, category: string): Decimal {
  const rate = run.exact(depreciationRate, { category })
  if (isMissing(rate)) throw new Error(`${category} has no depreciation`)
  return rate.n.times(100)
}
