import type { ListedAssumption } from './listed-assumption.ts'

/** What the chapters on stocks and backlog assume (MODEL.md 6): the end of the list of assumptions. */
export const stockAssumptions: readonly ListedAssumption[] = [
  rate('structures', 'structures', '3%'),
  rate('equipment', 'equipment', '13%'),
  rate('digital', 'ICT and software', '31%'),
  {
    ...rate('research', 'research and development', '20%'),
    note: 'A year, EU KLEMS, rounded; illustrative. Wears down the stock of the category other, which is research and central bodies.',
  },
  opening('infrastructure'),
  opening('digital'),
  opening('other'),
  {
    name: 'public-dividend-capital-rate',
    label: 'Rate of the public dividend capital dividend',
    unit: 'percent',
    yearly: false,
    default: '3.5%',
    note: 'Of the mean of opening and closing net capital, which NHS trusts pay to the department every year. The rate is the department’s, set with HM Treasury’s consent; no publication of it is among our sources. Illustrative.',
    sources: [],
  },
  {
    name: 'health-workers-per-10000-people',
    label: 'Doctors, nurses and midwives per 10,000 people of England',
    unit: 'number',
    yearly: true,
    default: 'the UK’s as published, and the last published after that',
    note: 'England’s own is not among our data. Other staff are left out. Illustrative.',
    sources: ['who-gho-2025'],
  },
  {
    name: 'backlog-arising',
    label: 'Backlog that arises in a year',
    unit: 'money',
    yearly: false,
    default: 'the mean of the workable years of history',
    note: 'GBP million a year in the prices of the last published backlog, even in real terms. Estimated from the backlog, price growth and investment of years that have all of them; "capgap run --figure arising" prints the years, their spread and the interval. Illustrative.',
    sources: ['hansard-backlog-2008-12', 'hansard-backlog-investment-2009-03', 'dh-wpq-115516-2017-12'],
  },
  {
    name: 'backlog-cleared-per-pound',
    label: 'Backlog cleared by a pound spent on it',
    unit: 'number',
    yearly: false,
    default: '1',
    note: 'Below 1 where money for maintenance also does other work. History is worked with the same value. Illustrative.',
    sources: [],
  },
  {
    name: 'backlog-planned',
    label: 'Investment in the backlog already in plans',
    unit: 'money',
    yearly: true,
    default: '£6000m a year from 2025-26 to 2029-30, then as after-plans says',
    note: 'GBP million a year, money of the day: an even part of the £30bn over five years for maintenance and repair in the Spending Review of June 2025 (not a row of our data). It counts all of that as reducing the backlog, though the last published investment was £1.4bn (2021-22): a generous reading. As of a date before the review: the last published investment, level in real terms. Illustrative.',
    sources: ['hansard-lords-backlog-2022-11'],
  },
  {
    name: 'backlog-price-growth',
    label: 'Price growth of the backlog',
    unit: 'percent',
    yearly: true,
    default: 'growth of the GDP deflator',
    note: 'A year, after the last published backlog. Write the growth of a construction index here, year by year, to use one.',
    sources: ['obr-efo-march-2026-economy'],
  },
]

function rate(asset: string, label: string, value: string): ListedAssumption {
  return {
    name: `depreciation-${asset}`,
    label: `Depreciation of ${label}`,
    unit: 'percent',
    yearly: false,
    default: value,
    note: 'A year, EU KLEMS, rounded; illustrative. Wears down the capital stock.',
    sources: ['euklems-intanprod-2024'],
  }
}

function opening(category: string): ListedAssumption {
  return {
    name: `opening-stock-${category}`,
    label: `Net capital stock of ${category} that opens the stock`,
    unit: 'money',
    yearly: false,
    default: 'the UK’s at the end of 2023 × England’s share of its people',
    note: 'GBP million of 2023-24, at what replacing it would cost, at the end of that year. England’s own is not published; say where a figure comes from. Illustrative.',
    sources: ['ons-capital-stocks-2025-11'],
  }
}
