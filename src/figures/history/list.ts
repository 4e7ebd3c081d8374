import type { Cell } from '../../terms/cell.ts'
import type { Unit } from '../../terms/unit.ts'
import type { ModelFigure } from '../model.ts'
import { nationInvestment, nationShare } from '../nation-shares.ts'
import type { LookbackSetting } from '../settings.ts'
import { nationStock, stockAssets } from '../stocks/nation-stock.ts'
import {
  governmentCapital,
  governmentShare,
  governmentShareWithoutResearch,
  governmentWithoutResearch,
} from './government.ts'
import { nationStockPerHead, nationStockPerWorker, stockShare } from './stock-ratios.ts'

/** A figure of a nation's past, by the name `lookback --figure` takes. */
export interface HistoryFigure {
  readonly name: string
  readonly label: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- figures of many units stand in one list
  readonly figure: ModelFigure<any>
  readonly unit: Unit
  /** What of the look-back's series and asset the cell has. */
  readonly cell: (setting: Pick<LookbackSetting, 'series' | 'asset'>) => Cell
}

const nothing = (): Cell => ({})
const asAsked = ({ series, asset }: Pick<LookbackSetting, 'series' | 'asset'>): Cell => ({ series, asset })

/** Every figure of the past, flows before stocks, in the order in which they are printed. */
export const historyFigures: readonly HistoryFigure[] = [
  listed('investment-share', 'All funders, % of GDP', nationShare, asAsked),
  ...(['total', 'infrastructure', 'digital', 'research'] as const).map((asset) =>
    listed(
      asset === 'total' ? 'investment' : `investment-${asset}`,
      asset === 'total' ? 'All funders (national accounts)' : `All funders, ${asset} (national accounts)`,
      nationInvestment,
      () => ({ asset }),
    ),
  ),
  listed('government-share', 'Government, % of GDP', governmentShare, nothing),
  listed(
    'government-share-without-research',
    'Government without research, % of GDP',
    governmentShareWithoutResearch,
    nothing,
  ),
  listed('government-capital', 'Government', governmentCapital, nothing),
  listed(
    'government-capital-without-research',
    'Government without research',
    governmentWithoutResearch,
    nothing,
  ),
  ...stockAssets.flatMap((asset) => {
    const of = asset === 'total' ? '' : `-${asset}`
    const words = asset === 'total' ? 'Net stock' : `Net ${asset} stock`
    return [
      listed(`stock${of}`, words, nationStock, () => ({ asset })),
      listed(`stock${of}-share`, `${words}, % of GDP`, stockShare, () => ({ asset })),
      listed(`stock${of}-per-head`, `${words} per person`, nationStockPerHead, () => ({ asset })),
      listed(
        `stock${of}-per-health-worker`,
        `${words} per doctor, nurse or midwife`,
        nationStockPerWorker,
        () => ({
          asset,
        }),
      ),
    ]
  }),
]

function listed<U extends Unit>(
  name: string,
  label: string,
  figure: ModelFigure<U>,
  cell: HistoryFigure['cell'],
): HistoryFigure {
  return { name, label, figure, unit: figure.unit, cell }
}
