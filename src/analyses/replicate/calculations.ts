import type { AnyFigure } from '../../engine/figure.ts'
import { comparatorShare } from '../../figures/comparators.ts'
import { gap } from '../../figures/gap.ts'
import { lookbackGapPercentTotal, printedLookbackGap } from '../../figures/lookback.ts'
import type { Model } from '../../figures/model.ts'
import { nationShare } from '../../figures/nation-shares.ts'
import { printed } from '../../figures/prices.ts'
import type { LookbackSetting, ModelSettings } from '../../figures/settings.ts'
import type { Money } from '../../figures/setting-values.ts'
import { funded } from '../../figures/spend.ts'
import { how, otherwise, whyNot } from '../../problems/catalogue/replicate.ts'
import { defaultLookback } from '../../run/lookback.ts'
import type { Cell } from '../../terms/cell.ts'
import type { Claim } from './claim.ts'
import { meanActual, meanShare, nhsCapital, publishedBacklog } from './figures.ts'

/** The table behind `replicate`: for each claim the figure, settings and cell that speak to it, or why none does. */

export type Calculation = Computed | CannotCompute

export interface Computed {
  readonly figure: AnyFigure<Model>
  readonly cell: Cell
  /** What it settles, laid on the plain settings; other claims may be inputs. Undefined: one of them is not there. */
  readonly settings: (claims: ReadonlyMap<string, Claim>) => Partial<ModelSettings> | undefined
  /** How it is worked and where ours is not theirs. */
  readonly note: string
  /** The same under other settings: only the verdict is told. */
  readonly others: readonly { readonly name: string; readonly settings: Partial<ModelSettings> }[]
}

export interface CannotCompute {
  readonly whyNot: string
}

/** What every calculation starts from, whatever scenario ships: the capital budget as published, no measures. */
export const plainSettings: Partial<ModelSettings> = {
  prices: 'nominal',
  baseline: { kind: 'series', dataset: 'dhsc-capital', definition: undefined },
  afterPlans: { rule: 'flat-real' },
  split: { kind: 'preset', preset: 'trust-accounts' },
  measures: [],
  benchmarks: [],
  assumptions: new Map(),
  atDefault: new Map(),
  correlations: [],
  lookback: defaultLookback,
}

const lookback = (changes: Partial<LookbackSetting>): Partial<ModelSettings> => ({
  lookback: { ...defaultLookback, ...changes },
})

const inLookback: Cell = { comparator: 'lookback' }
/** No nation of any group: the mean is over the whole group, UK included. */
const nobody = 'none'

export const calculations: Readonly<Record<string, Calculation>> = {
  'confed-uplift': { whyNot: whyNot.ask },
  'confed-level': computed(how.nowAndUplift, funded, { category: 'total', year: 2025 }, nowAndUplift),
  'confed-now': computed(how.nhsPartNow, nhsCapital({ from: 2023, to: 2023 }), {}, { asOf: '2023-11-28' }),
  'hf-eu14-gap': computed(how.lookback, printedLookbackGap.total, inLookback, {}),
  'hf-eu14-gap-percent': computed(how.lookback, lookbackGapPercentTotal, inLookback, {}),
  'hf-uk-average': computed(how.meanActual, meanActual, inLookback, {}),
  'hf-share-uk-2016': shareOf('GBR', 2016, how.earlierVintage),
  'hf-share-others-2016': computed(
    how.ownList,
    comparatorShare,
    { ...inLookback, calendarYear: 2016 },
    lookback({ group: 'health-foundation-2019', window: { from: 2016, to: 2016 } }),
  ),
  'kf-share-uk-2019': shareOf('GBR', 2019, how.whoRow),
  'kf-share-aut-2019': shareOf('AUT', 2019, how.whoRow),
  'kf-share-usa-2019': shareOf('USA', 2019, how.whoRow),
  'kf-share-swe-2019': shareOf('SWE', 2019, how.whoRow),
  'kf-share-dnk-2019': shareOf('DNK', 2019, how.whoRow),
  'kf-share-aus-2019': shareOf('AUS', 2019, how.whoRow),
  'kf-share-uk-2020': shareOf('GBR', 2020, how.whoRow),
  'darzi-shortfall': computed(
    how.unknownPeers,
    printedLookbackGap.total,
    inLookback,
    {},
    ['g7', 'health-foundation-2019', 'nordics', 'oecd'].map((group) => ({
      name: group,
      settings: lookback({ group }),
    })),
  ),
  'oecd-share': computed(how.oecdMean, meanShare, inLookback, oecd({}), [
    { name: otherwise.available, settings: oecd({ nations: 'available' }) },
    { name: otherwise.withoutUk, settings: oecd({ subject: 'GBR' }) },
  ]),
  'eu-share-2022': computed(
    how.euMean,
    comparatorShare,
    { ...inLookback, calendarYear: 2022 },
    lookback({ group: 'eu27', window: { from: 2022, to: 2022 }, nations: 'available', subject: nobody }),
  ),
  'pa-digital-capital': { whyNot: whyNot.costing },
  'pa-digital-one-off': { whyNot: whyNot.costing },
  'pa-digital-recurring': { whyNot: whyNot.costing },
  'nao-digital-cost': { whyNot: whyNot.auditCosting },
  'nao-it-share': { whyNot: whyNot.recommended },
  'providers-capital-share': { whyNot: whyNot.target },
  'sr25-technology': { whyNot: whyNot.noProfile },
  'hf-england-2018': englandGap(2018, how.englandGap),
  'hf-england-2023': englandGap(2023, how.englandGapOnPlans, {
    asOf: '2019-03-31',
    prices: { year: 2018 },
  }),
  'hf-england-2019': englandGap(2019, how.englandGap),
  'nhs-share-of-capital': computed(how.nhsPart, nhsCapital({ from: 2026, to: 2029 }), {}, {}),
  'backlog-2025': computed(how.backlogRow, publishedBacklog(2024), {}, {}),
}

function computed(
  note: string,
  figure: AnyFigure<Model>,
  cell: Cell,
  settings: Partial<ModelSettings> | Computed['settings'],
  others: Computed['others'] = [],
): Computed {
  const settle = typeof settings === 'function' ? settings : () => settings
  return { figure, cell, settings: settle, note, others }
}

function shareOf(nation: string, calendarYear: number, note: string): Computed {
  return computed(note, nationShare, { series: 'who', asset: 'total', nation, calendarYear }, {})
}

function oecd(changes: Partial<LookbackSetting>): Partial<ModelSettings> {
  return lookback({ group: 'oecd', window: { from: 2015, to: 2019 }, subject: nobody, ...changes })
}

/** England’s gap to the mean share of a group of nations, held as in the last five years of the default window. */
function englandGap(year: number, note: string, more: Partial<ModelSettings> = {}): Computed {
  const against = (group: string): Partial<ModelSettings> => ({
    ...more,
    benchmarks: [
      {
        kind: 'comparator-share',
        id: 'comparable',
        title: group,
        source: undefined,
        published: undefined,
        category: 'total',
        split: undefined,
        said: undefined,
        comparator: {
          ...{ group, series: 'who', asset: 'total', weighting: 'simple', nations: 'complete' },
          window: defaultLookback.window,
          hold: { from: 2015, to: 2019 },
        },
      },
    ],
  })
  const others = ['eu14', 'g7', 'oecd'].map((name) => ({ name, settings: against(name) }))
  const inMoneyOfTheDay = {
    name: otherwise.moneyOfTheDay,
    settings: { ...against('health-foundation-2019'), prices: 'nominal' as const },
  }
  return computed(
    note,
    printed(gap),
    { benchmark: 'comparable', category: 'total', year },
    against('health-foundation-2019'),
    more.prices === undefined ? others : [...others, inMoneyOfTheDay],
  )
}

/** What is spent now and what is asked for, both as the same body states them. */
function nowAndUplift(claims: ReadonlyMap<string, Claim>): Partial<ModelSettings> | undefined {
  const now = claims.get('confed-now')
  const uplift = claims.get('confed-uplift')
  if (now === undefined || uplift === undefined) return undefined
  const money = ({ value }: Claim): Money => ({ amount: value.times(1000), prices: 'nominal' })
  return {
    baseline: { kind: 'stated', amount: money(now), year: 2023, said: undefined },
    afterPlans: { rule: 'flat-nominal' },
    measures: [
      {
        id: 'confed-uplift',
        title: 'confed-uplift',
        source: undefined,
        profile: 'level',
        amount: money(uplift),
        from: 2025,
        to: 2027,
        hold: 'stop',
        split: undefined,
        revenue: undefined,
        said: undefined,
      },
    ],
  }
}
