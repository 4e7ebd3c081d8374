import type { Unit } from '../../terms/unit.ts'
import type { ModelFigure } from '../model.ts'
import type { PrintableFigure } from '../printable.ts'
import { printed } from '../prices.ts'
import { capitalStock, depreciation, netInvestment } from './capital-stock.ts'
import { dividendCharge, newCapitalDepreciation } from './charges.ts'
import { depreciationRate } from './depreciation.ts'
import { healthWorkers, stockPerHead, stockPerWorker } from './per-head.ts'

/** What `run` prints of the capital stock, where it is asked for by name. */
export const stockFigures: readonly PrintableFigure[] = [
  { ...asItIs('health-workers', 'Doctors, nurses, midwives, million', healthWorkers), over: 'year' },
  ofTheDay('capital-stock', 'Net capital stock', capitalStock),
  asItIs('capital-stock-per-head', 'Net capital stock per person, £', stockPerHead),
  asItIs(
    'capital-stock-per-health-worker',
    'Net capital stock per doctor, nurse or midwife, £',
    stockPerWorker,
  ),
  ofTheDay('depreciation', 'Depreciation of the whole stock', depreciation),
  ofTheDay('net-investment', 'Net investment: spend less depreciation', netInvestment),
  asItIs('depreciation-rate', 'Depreciation a year, part of the stock', depreciationRate),
  ofTheDay(
    'new-capital-depreciation',
    'Charge on day-to-day budgets: depreciation of new capital',
    newCapitalDepreciation,
  ),
  ofTheDay(
    'public-dividend-capital-charge',
    'Charge on day-to-day budgets: public dividend capital of new capital',
    dividendCharge,
  ),
]

function ofTheDay<M extends 'capital-stock' | 'capital-charge'>(
  name: string,
  label: string,
  figure: ModelFigure<`nominal ${M}`>,
): PrintableFigure {
  const inOutput = printed(figure)
  return { ...asItIs(name, label, inOutput), ofTheDay: figure }
}

function asItIs<U extends Unit>(name: string, label: string, figure: ModelFigure<U>): PrintableFigure {
  return { name, label, figure, unit: figure.unit, over: 'category', byDefault: false }
}
