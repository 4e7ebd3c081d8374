import { stockAssumptions } from './stock-assumptions.ts'

/**
 * Every value the model assumes, by the name a scenario may set it under (`capgap scenario assumptions`).
 * The default in words here is worked by the figure of the same name; a test holds the two together.
 */
export interface ListedAssumption {
  readonly name: string
  readonly label: string
  /** `percent` values are written `5%`; `money` is GBP million of the day, `£200m`; `number` is a bare rate. */
  readonly unit: 'percent' | 'money' | 'number'
  /** Of money that is not of the day: the financial year whose prices it is in. */
  readonly prices?: string
  /** Whether it may differ by year (`{2025-26: 0%, 2029-30: 3%}`: straight lines between, flat outside). */
  readonly yearly: boolean
  readonly default: string
  /** What it does and where the default comes from. */
  readonly note: string
  /** Keys of sources.csv, empty where the default rests on no publication. */
  readonly sources: readonly string[]
}

export const listedAssumptions: readonly ListedAssumption[] = [
  {
    name: 'underspend',
    label: 'Underspend of the capital budget',
    unit: 'percent',
    yearly: true,
    default: '0%',
    note: 'Share of funded capital that is not spent in years that are still plans. History: 12% of the limit in 2010-11 to 2012-13, 6% in 2017-18, 1.6% in 2015-16; Autumn Statement 2022 plans against outturn 8–18%.',
    sources: ['nao-capital-2020'],
  },
  {
    name: 'switch-to-revenue',
    label: 'Capital switched to day-to-day spending',
    unit: 'money',
    yearly: true,
    default: '£0m',
    note: 'GBP million a year, money of the day, taken from planned capital and shared by the split. History: £4.3bn over 2014-15 to 2018-19.',
    sources: ['nao-capital-2020'],
  },
  {
    name: 'ifrs16-leases',
    label: 'IFRS 16 leases inside the capital budget',
    unit: 'money',
    yearly: true,
    default: '£0m',
    note: 'GBP million a year, money of the day, from 2022-23. National accounts leave these leases out and the budget includes them, so the amount is added to every bridged requirement. The size is not published in our data; at the default, requirements are flagged leases-unmatched.',
    sources: [],
  },
  {
    name: 'digital-share',
    label: 'Digital share of the capital budget',
    unit: 'percent',
    yearly: true,
    default: '10% (trust-accounts) or the mean of the UK yearly shares of 2021–23 (national-accounts)',
    note: 'Share of the baseline counted as digital. NHS trusts put 10% of their capital into information technology in 2017-18; national accounts give more than double.',
    sources: ['hf-failing-to-capitalise-2019', 'ons-gfcf-2025-11'],
  },
  {
    name: 'other-share',
    label: 'Share of the capital budget that is neither infrastructure nor digital',
    unit: 'percent',
    yearly: true,
    default:
      '24% (trust-accounts), the UK share of research in 2021–23 (national-accounts), 0% of a stated baseline',
    note: 'Research and central bodies. NHS capital is £44bn of the £57.8bn planned for 2026-27 to 2029-30.',
    sources: ['nhse-capital-guidance-2026-30', 'ons-gfcf-2025-11'],
  },
  {
    name: 'gdp-growth',
    label: 'Growth of GDP beyond the last forecast',
    unit: 'percent',
    yearly: true,
    default: 'the last published growth',
    note: 'Nominal growth a year of UK GDP in financial years after the last one published.',
    sources: ['obr-efo-march-2026-economy'],
  },
  {
    name: 'deflator-growth',
    label: 'Growth of the GDP deflator beyond the last forecast',
    unit: 'percent',
    yearly: true,
    default: 'the last published growth',
    note: 'Growth a year of the financial-year GDP deflator after the last year published.',
    sources: ['obr-efo-march-2026-economy'],
  },
  {
    name: 'resource-growth',
    label: 'Growth of the resource budget beyond the last plan',
    unit: 'percent',
    yearly: true,
    default: 'the last published growth',
    note: 'Nominal growth a year of the resource budget (RDEL) after the last year published.',
    sources: ['obr-efo-march-2026-expenditure'],
  },
  {
    name: 'population-growth',
    label: 'Growth of the population of England beyond the last projection',
    unit: 'percent',
    yearly: true,
    default: 'the last published growth',
    note: 'Growth a year of the mid-year population of England after the last year published.',
    sources: ['hf-real-centre-health-funding-page'],
  },
  {
    name: 'comparator-share-adjustment',
    label: 'Adjustment of the comparator share',
    unit: 'percent',
    yearly: false,
    default: '0%',
    note: 'The share of GDP held from a comparator is multiplied by 1 + this, so that it can be sampled: the mean of few nations is itself uncertain. It moves every comparator and no quoted share.',
    sources: ['who-ghed-2023'],
  },
  {
    name: 'cdel-per-gfcf',
    label: 'Capital budget per pound of health investment (WHO series)',
    unit: 'number',
    yearly: false,
    default: 'the mean of the yearly ratios, 2013-14 to 2018-19',
    note: 'The bridge from national-accounts investment (GFCF, all funders) to the capital budget (CDEL). Setting it leaves the band at the lowest and highest single year.',
    sources: ['who-ghed-2023', 'hf-real-centre-health-funding-page', 'obr-efo-march-2026-economy'],
  },
  {
    name: 'cdel-per-gfcf-national-accounts',
    label: 'Capital budget per pound of health investment (national accounts)',
    unit: 'number',
    yearly: false,
    default: 'the mean of the yearly ratios, 2013-14 to 2018-19',
    note: 'The same bridge on the UK total of the national-accounts series.',
    sources: ['ons-gfcf-2025-11', 'hf-real-centre-health-funding-page', 'obr-efo-march-2026-economy'],
  },
  {
    name: 'catch-up-depreciation',
    label: 'Depreciation of past shortfalls',
    unit: 'percent',
    yearly: false,
    default: '5%',
    note: 'A year. What was not built in the look-back would by now have worn down at this rate; used by catch-up benchmarks that name no rate of their own.',
    sources: [],
  },
  {
    name: 'optimism-bias-digital',
    label: 'Optimism bias of digital costs',
    unit: 'percent',
    yearly: false,
    default: '0%, or what optimism-bias says of digital',
    note: 'How much more digital projects cost than was said: it raises a requirement quoted in money and lowers what spend buys, and never touches spend. The table of project types puts equipment and development between 10% and 200%. A value below the upper bound needs a why.',
    sources: ['mott-macdonald-2002'],
  },
  {
    name: 'optimism-bias-infrastructure',
    label: 'Optimism bias of infrastructure costs',
    unit: 'percent',
    yearly: false,
    default: '0%, or what optimism-bias says of infrastructure',
    note: 'The same of buildings and works: between 2% and 24% for standard buildings, 4% and 51% for others. A value below the upper bound needs a why.',
    sources: ['mott-macdonald-2002'],
  },
  {
    name: 'digital-spend-per-worker',
    label: 'Digital spend that each can support',
    unit: 'money',
    prices: '2022-23',
    yearly: true,
    default: '£2bn of central technology spend in 2022-23 over 46,009 staff, £43k each',
    note: 'A year, in 2022-23 prices: what one member of the digital staff can deliver. Illustrative. The £2bn holds day-to-day money, which makes it too high for capital, and no local spending, which makes it too low.',
    sources: ['dhsc-wpq-190388-2023-06', 'hee-data-driven-2030'],
  },
  {
    name: 'digital-staff-growth',
    label: 'Growth of digital staff in post',
    unit: 'percent',
    yearly: true,
    default: '0%',
    note: 'A year, after the 46,009 in post in 2020, the last figure published; recruits a scenario funds come on top.',
    sources: ['hee-data-driven-2030'],
  },
  ...stockAssumptions,
]
