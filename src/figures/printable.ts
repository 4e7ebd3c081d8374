import { bridge } from './bridge.ts'
import { heldShare } from './comparators.ts'
import { deflator, gdp, resourceBudget } from './economy.ts'
import {
  cumulativeGap,
  cumulativeShortfall,
  gap,
  gapHigh,
  gapLow,
  gapPerHead,
  gapShareOfGdp,
  shortfall,
} from './gap.ts'
import { added, addedInSubCategory } from './measures/by-category.ts'
import type { ModelFigure } from './model.ts'
import { englandShare, population } from './population.ts'
import { printed } from './prices.ts'
import { requirement, revenueForgone } from './requirement/requirement.ts'
import { baseline, funded, spend, switchToRevenue, underspend } from './spend.ts'
import { splitShare } from './split.ts'

/**
 * A figure that `run` can print by financial year. `over` says which rows it has: one a category, one a benchmark and
 * category, or one alone.
 */
export interface PrintableFigure {
  readonly name: string
  readonly label: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- figures of many units stand in one list
  readonly figure: ModelFigure<any>
  /** The same money before it is put into the prices printed: how firm it is, deflator apart. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  readonly ofTheDay?: ModelFigure<any>
  readonly over: 'category' | 'benchmark' | 'benchmark-category' | 'year'
  /** Printed unless figures are asked for by name. */
  readonly byDefault: boolean
}

/** Every figure `run` prints, in the order of its rows: the default ones first. */
export const printableFigures: readonly PrintableFigure[] = [
  { name: 'baseline', label: 'Baseline', ...inPrices(baseline), over: 'category', byDefault: true },
  { name: 'funded', label: 'Funded', ...inPrices(funded), over: 'category', byDefault: true },
  { name: 'spend', label: 'Projected spend', ...inPrices(spend), over: 'category', byDefault: true },
  of('requirement', 'Requirement', inPrices(requirement)),
  of('gap', 'Gap', inPrices(gap)),
  of('gap-low', 'Gap, lowest bridge', inPrices(gapLow)),
  of('gap-high', 'Gap, highest bridge', inPrices(gapHigh)),
  of('shortfall', 'Shortfall', inPrices(shortfall)),
  of('cumulative-gap', 'Cumulative gap', { figure: cumulativeGap }),
  of('cumulative-shortfall', 'Cumulative shortfall', { figure: cumulativeShortfall }),
  of('gap-share-of-gdp', 'Gap, share of UK GDP', { figure: gapShareOfGdp }),
  of('gap-per-head', 'Gap per person in England', { figure: gapPerHead }),
  of('revenue-forgone', 'Day-to-day spending forgone', inPrices(revenueForgone)),
  { name: 'added', label: 'Added by measures', ...inPrices(added), over: 'category', byDefault: false },
  {
    name: 'split-share',
    label: 'Share of the category',
    figure: splitShare,
    over: 'category',
    byDefault: false,
  },
  {
    name: 'held-share',
    label: 'Comparator share of GDP, held',
    figure: heldShare,
    over: 'benchmark',
    byDefault: false,
  },
  { name: 'bridge', label: 'Bridge (WHO series)', figure: bridge, over: 'year', byDefault: false },
  {
    name: 'england-share',
    label: 'England’s share of UK people',
    figure: englandShare,
    over: 'year',
    byDefault: false,
  },
  { name: 'gdp', label: 'UK GDP', figure: gdp, over: 'year', byDefault: false },
  { name: 'deflator', label: 'GDP deflator', figure: deflator, over: 'year', byDefault: false },
  {
    name: 'resource-budget',
    label: 'Resource budget',
    ...inPrices(resourceBudget),
    over: 'year',
    byDefault: false,
  },
  { name: 'population', label: 'Population of England', figure: population, over: 'year', byDefault: false },
  { name: 'underspend', label: 'Underspend', figure: underspend, over: 'year', byDefault: false },
  {
    name: 'switch-to-revenue',
    label: 'Switched to day-to-day spending',
    ...inPrices(switchToRevenue),
    over: 'year',
    byDefault: false,
  },
]

function of(
  name: string,
  label: string,
  figures: Pick<PrintableFigure, 'figure' | 'ofTheDay'>,
): PrintableFigure {
  return { name, label, ...figures, over: 'benchmark-category', byDefault: true }
}

function inPrices<M extends 'cdel' | 'rdel'>(
  figure: ModelFigure<`nominal ${M}`>,
): Pick<PrintableFigure, 'figure' | 'ofTheDay'> {
  return { figure: printed(figure), ofTheDay: figure }
}

/** What measures add to a sub-category, in the prices printed: rows of \`added\` when sub-categories are asked for. */
export const printedAddedInSubCategory = printed(addedInSubCategory)
