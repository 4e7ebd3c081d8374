import type { Absent, Given } from '../engine/figure.ts'
import { assumed } from './assumptions.ts'
import { Decimal } from '../terms/decimal.ts'
import { categoryOf, isCategory, type Category } from '../terms/category.ts'
import { yearsOf } from '../terms/year.ts'
import {
  at,
  choice,
  gathered,
  onPath,
  over,
  required,
  series,
  variable,
  yearOf,
  type Model,
} from './model.ts'
import { nationInvestment } from './nation-shares.ts'
import type { Shares } from './settings.ts'

/**
 * Chapter 9. The split of capital into infrastructure, digital and other. England publishes none, so it is assumed:
 * from NHS trusts' accounts, or from national accounts, which put digital at more than double.
 */

const shareWords = { unit: 'ratio', dims: ['year'], source: 'MODEL.md 4' } as const

const trustDigitalPercent = series({
  name: 'trust-digital-share',
  label: 'Information technology in NHS trust capital, 2017-18, percent',
  unit: 'percent',
  dims: [],
  source: 'trust-capital-assets',
  read: () => ({
    dataset: 'trust-capital-assets',
    dimensions: { asset: 'information-technology' },
    period: '2017-18',
  }),
})

const trustDigital = variable({
  ...shareWords,
  name: 'digital-share-trust-accounts',
  label: 'Digital share, NHS trust accounts',
  dims: [],
  from: { trustDigitalPercent },
  formula: (calc, from) => calc.assume(calc.fromPercent('ratio', from.trustDigitalPercent)),
})

const trustOther = series({
  ...shareWords,
  name: 'other-share-trust-accounts',
  label: 'Share of research and central bodies (NHS capital is £44bn of £57.8bn, 2026-27 to 2029-30)',
  dims: [],
  source: 'nhse-capital-guidance-2026-30',
  read: (): Given => ({ value: new Decimal('0.24'), status: 'assumption', note: 'rounded, MODEL.md 4' }),
})

/** Calendar years whose UK shares of investment make the preset `national-accounts`. */
const presetYears = yearsOf({ from: 2021, to: 2023 })

const ukPart = (asset: 'digital' | 'research') => {
  const yearly = variable({
    name: `uk-${asset}-part`,
    label: `UK ${asset} investment as a part of all health investment`,
    unit: 'ratio',
    dims: ['calendarYear'],
    source: 'MODEL.md 4',
    from: {
      part: at(nationInvestment, (cell) => ({ ...cell, nation: 'GBR', asset })),
      whole: at(nationInvestment, (cell) => ({ ...cell, nation: 'GBR', asset: 'total' })),
    },
    formula: (calc, from) => calc.ratio(from.part, from.whole),
  })
  return gathered({
    ...shareWords,
    name: `${asset === 'digital' ? 'digital' : 'other'}-share-national-accounts`,
    label: `${asset === 'digital' ? 'Digital' : 'Research'} share of UK health investment, mean of 2021 to 2023`,
    dims: [],
    from: { years: over(yearly, () => presetYears.map((calendarYear) => ({ calendarYear }))) },
    formula: (calc, from) => calc.assume(calc.mean(from.years)),
  })
}

const nationalDigital = ukPart('digital')
const nationalOther = ukPart('research')

const statedShare = (category: Category) =>
  series({
    ...shareWords,
    name: `${category}-share-of-split`,
    label: `Share of ${category}, as the scenario’s split says`,
    source: 'scenario',
    read: (cell, model): Given | Absent => {
      const { split } = model.settings
      const path = split.kind === 'shares' ? split.shares.get(category) : undefined
      if (path === undefined || split.kind !== 'shares') return { missing: 'not-stated' }
      return { value: onPath(path, yearOf(cell)), status: 'assumption', said: split.said }
    },
  })

const noOther = series({
  ...shareWords,
  name: 'other-share-of-stated-baseline',
  label: 'Share of other in a stated baseline: it is NHS capital only',
  dims: [],
  source: 'MODEL.md 4',
  read: (): Given => ({
    value: new Decimal(0),
    status: 'assumption',
    note: 'a stated baseline holds NHS capital only',
  }),
})

type SplitSource = 'stated' | 'trust' | 'national' | 'none'
function splitSource(category: Category, model: Model): SplitSource {
  const { split, baseline } = model.settings
  if (split.kind === 'shares' && split.shares.has(category)) return 'stated'
  if (split.kind === 'preset' && split.preset === 'national-accounts') return 'national'
  return category === 'other' && model.scopeOf(baseline) === 'nhs-capital' ? 'none' : 'trust'
}

/** Digital share of the baseline. */
export const digitalShare = assumed({
  ...shareWords,
  name: 'digital-share',
  label: 'Digital share of the capital budget',
  dims: ['year'],
  default: choice({
    ...shareWords,
    name: 'digital-share-default',
    label: 'Digital share of the capital budget, by preset or split',
    among: { stated: statedShare('digital'), trust: trustDigital, national: nationalDigital },
    pick: (_cell, model) => splitSource('digital', model) as 'stated' | 'trust' | 'national',
  }),
})

/** Share of the baseline that is neither: research and central bodies. */
export const otherShare = assumed({
  ...shareWords,
  name: 'other-share',
  label: 'Share of the capital budget that is neither infrastructure nor digital',
  dims: ['year'],
  default: choice({
    ...shareWords,
    name: 'other-share-default',
    label: 'Other share of the capital budget, by preset or split',
    among: { stated: statedShare('other'), trust: trustOther, national: nationalOther, none: noOther },
    pick: (_cell, model) => splitSource('other', model),
  }),
})

const infrastructureShare = variable({
  ...shareWords,
  name: 'infrastructure-share',
  label: 'Infrastructure share of the capital budget: the rest',
  from: { digitalShare, otherShare },
  formula: (calc, from) => calc.subtract(calc.complement(from.digitalShare), from.otherShare),
})

const picked = choice({
  name: 'split-share-picked',
  label: 'Share of a category in the capital budget',
  unit: 'ratio',
  dims: ['category', 'year'],
  source: 'MODEL.md 4',
  among: { infrastructure: infrastructureShare, digital: digitalShare, other: otherShare },
  pick: (cell) => {
    const category = required(cell.category, 'category')
    return isCategory(category) ? category : { missing: 'no-share-for-category' }
  },
})

/** Share of a category in the baseline; whatever it splits is flagged, because the split is assumed. */
export const splitShare = variable({
  name: 'split-share',
  label: 'Share of a category in the capital budget, assumed',
  unit: 'ratio',
  dims: ['category', 'year'],
  source: 'MODEL.md 4',
  from: { picked },
  formula: (calc, from) => calc.mark(from.picked, 'split-assumed'),
})

/** The part of a stated split that falls in a category: its own share and those of its sub-categories. */
export function shareIn(shares: Shares, category: string): Decimal {
  let sum = new Decimal(0)
  for (const [name, share] of shares) if (categoryOf(name) === category) sum = sum.plus(share)
  return sum
}
