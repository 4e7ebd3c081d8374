import { describe, expect, it } from 'vitest'
import { errorsOf, resolve, whole } from './help.ts'

const measure = (keys: string) => `${whole}measures: [{id: m, ${keys}}]\n`
const benchmark = (keys: string) => `capgap: 1\ntitle: A\nyears: 2024-25\nbenchmarks: [{id: b, ${keys}}]\n`

describe('what a scenario may say', () => {
  it.each([
    ['a level measure', measure('profile: level, amount: £1bn, from: 2025-26, to: 2027-28')],
    ['a cut', measure('profile: level, amount: -£300m, from: 2025-26, to: 2025-26')],
    ['growth without an end', measure('profile: growth, rate: 2%, from: 2025-26')],
    ['a schedule with its own years', measure('profile: schedule, amounts: {2025-26: £1bn, 2027-28: £2bn}')],
    [
      'a share of GDP, said or not',
      measure('profile: reach-gdp-share, share: 0.4% of GDP, from: 2025-26, to: 2029-30, hold: share'),
    ],
    [
      'a share of the budget',
      measure(
        'profile: reach-budget-share, share: 10% of budget, from: 2025-26, to: 2029-30, envelope: fixed',
      ),
    ],
    [
      'a start before the election, when it is meant',
      measure('profile: level, amount: £1bn, from: 2023-24, to: 2027-28, before-election: true'),
    ],
    [
      'an earlier election',
      `${measure('profile: level, amount: £1bn, from: 2020-21, to: 2027-28')}election: 2019-12-12\n`,
    ],
    [
      'shares by sub-category and category',
      measure(
        'profile: level, amount: £1bn, from: 2025-26, to: 2027-28, split: {estate: 33.3%, digital: 66.7%}',
      ),
    ],
    ['a definition outside the spine', `${whole}baseline: {series: cdel-pre-esa2010}\n`],
    ['a share by year', `${whole}split: {digital: {2025-26: 10%, 2029-30: 14%}}\n`],
    ['all three shares', `${whole}split: {infrastructure: 60%, digital: 16%, other: 24%}\n`],
    [
      'a window of one year, bare',
      benchmark('kind: comparator-share, group: eu14, window: 2020, nations: available'),
    ],
    [
      'an asset',
      benchmark(
        'kind: comparator-share, group: eu14, series: national-accounts, asset: digital, category: digital',
      ),
    ],
    [
      'an amount a year in named prices',
      benchmark('kind: stated-level, amount: £14.1bn a year in 2023-24 prices, prices: 2023-24'),
    ],
    ['a lookback alone', 'capgap: 1\ntitle: A\nyears: 2024-25\nlookback: {group: eu14, subject: AUT}\n'],
  ])('%s', (_, text) => {
    expect(errorsOf([text])).toEqual([])
  })
})

describe('what a scenario may not say', () => {
  it.each([
    [
      'a schedule year before the election',
      measure('profile: schedule, amounts: {2024-25: £1bn, 2025-26: £1bn}'),
      'before-election',
    ],
    [
      'before-election: false',
      measure('profile: level, amount: £1bn, from: 2024-25, to: 2025-26, before-election: false'),
      'before-election',
    ],
    [
      '"true" in quotes',
      measure('profile: level, amount: £1bn, from: 2025-26, to: 2025-26, before-election: "true"'),
      'wrong-type',
    ],
    [
      'by before from',
      benchmark('kind: budget-share, share: 10%, from: 2030-31, by: 2029-30'),
      'from-after-to',
    ],
    [
      'a schedule that contradicts its from',
      measure('profile: schedule, amounts: {2025-26: £1bn}, from: 2026-27'),
      'outside-schedule',
    ],
    [
      'years that no data could reach',
      `${whole}`.replace('2024-25 to 2029-30', '2024-25 to 2150-51'),
      'implausible-year',
    ],
    [
      'a share of 100% of the budget',
      benchmark('kind: budget-share, share: 100%, from: 2025-26, by: 2029-30'),
      'share-out-of-range',
    ],
    [
      'a negative share of a split',
      measure(
        'profile: level, amount: £1bn, from: 2025-26, to: 2027-28, split: {estate: 120%, equipment: -20%}',
      ),
      'share-out-of-range',
    ],
    ['an underspend above 100%', `${whole}assumptions: {underspend: 101%}\n`, 'share-out-of-range'],
    ['a GDP share said of the budget', benchmark('kind: stated-share, share: 0.6% of budget'), 'wrong-whole'],
    [
      'a budget share said of GDP',
      benchmark('kind: budget-share, share: 10% of GDP, from: 2025-26, by: 2029-30'),
      'wrong-whole',
    ],
    [
      'a share of something in a split',
      measure('profile: level, amount: £1bn, from: 2025-26, to: 2027-28, split: {estate: 100% of GDP}'),
      'not-a-percentage',
    ],
    [
      'other as assumption and in the split',
      `${whole}split: {other: 20%}\nassumptions: {other-share: 20%}\n`,
      'set-twice',
    ],
    [
      'two rates of depreciation',
      `${benchmark('kind: catch-up, group: eu14, from: 2025-26, by: 2034-35, depreciation: 4%')}assumptions: {catch-up-depreciation: 5%}\n`,
      'set-twice',
    ],
    [
      'a baseline with shares above 100% in one year',
      `${whole}split: {digital: {2025-26: 10%, 2029-30: 80%}}\n`,
      'shares-do-not-add',
    ],
    [
      'a budget share under a stated baseline',
      `${benchmark('kind: budget-share, share: 10%, from: 2025-26, by: 2029-30')}baseline: {stated: {amount: £7.7bn, in: 2023-24}}\n`,
      'not-with-nhs-baseline',
    ],
    [
      'an undated source for an addition',
      benchmark('kind: stated-additional, amount: £1bn, source: undated'),
      'frozen-unknown',
    ],
    [
      'a stated baseline without its year',
      `${benchmark('kind: stated-level, amount: £1bn')}baseline: {stated: {amount: £7.7bn}}\n`,
      'key-required',
    ],
    ['an id like another object’s property', measure('profile: constructor, amount: £1bn'), 'unknown-word'],
    ['a key like another object’s property', `${whole}__proto__: 1\n`, 'unknown-key'],
    [
      'an unquoted range',
      `${whole}assumptions: {underspend: {value: 3%, range: uniform(0%, 6%)}}\n`,
      'not-a-distribution',
    ],
    [
      'a backlog of another category',
      benchmark('kind: clear-backlog, by: 2034-35, category: digital'),
      'backlog-is-infrastructure',
    ],
    [
      'a backlog shared out',
      benchmark('kind: clear-backlog, by: 2034-35, split: {digital: 100%}'),
      'split-not-total',
    ],
    [
      'a backlog cleared before a government could',
      benchmark('kind: clear-backlog, by: 2024-25'),
      'cleared-too-early',
    ],
    [
      'a backlog below nothing',
      benchmark('kind: clear-backlog, by: 2034-35, target: -£1bn'),
      'backlog-below-nothing',
    ],
    ['a backlog with no year to clear it in', benchmark('kind: clear-backlog'), 'key-required'],
    ['a backlog with a share', benchmark('kind: clear-backlog, by: 2034-35, share: 1%'), 'key-not-taken'],
  ])('%s', (_, text, code) => {
    expect(errorsOf([text])[0]).toBe(code)
  })

  it('takes a stated baseline’s split without other by default', () => {
    const own = `${benchmark('kind: stated-level, amount: £1bn')}baseline: {stated: {amount: £7.7bn, in: 2023-24}}\n`
    expect(errorsOf([`${own}split: {infrastructure: 90%}\n`])).toEqual([])
    expect(errorsOf([`${whole}split: {infrastructure: 90%}\n`])).toEqual(['shares-do-not-add'])
  })
})

describe('defaults', () => {
  it.each([
    ['level', 'amount: £1bn, from: 2025-26, to: 2027-28', { hold: 'stop' }],
    ['total', 'amount: £1bn, from: 2025-26, to: 2027-28', { hold: 'stop' }],
    ['schedule', 'amounts: {2026-27: £1bn, 2025-26: £1bn}', { hold: 'stop', from: 2025, to: 2026 }],
    ['ramp', 'amount: £1bn, from: 2025-26, to: 2027-28', { hold: 'real' }],
    ['growth', 'rate: 2%, from: 2025-26', { hold: 'real', to: 2029 }],
    ['reach-gdp-share', 'share: 0.5%, from: 2025-26, to: 2027-28', { hold: 'share' }],
    [
      'reach-budget-share',
      'share: 10%, from: 2025-26, to: 2027-28',
      { hold: 'share', envelope: 'new-money' },
    ],
  ])('of a measure of profile %s', (profile, keys, expected) => {
    expect(resolve([measure(`profile: ${profile}, ${keys}`)]).settings.measures[0]).toMatchObject({
      title: 'm',
      ...expected,
    })
  })

  it.each([
    [
      'kind: budget-share, share: 10%, from: 2025-26, by: 2029-30',
      { envelope: 'fixed', title: '10% of the health budget by 2029-30' },
    ],
    [
      'kind: stated-additional, amount: £1bn, source: hf-pa-digitisation-2025',
      { frozen: '2025-05-31', from: undefined, title: '£1bn a year more' },
    ],
    ['kind: stated-share, share: 0.6%', { within: undefined, category: 'total', title: '0.6% of GDP' }],
    [
      'kind: comparator-share, group: eu14, series: national-accounts, asset: digital',
      { category: 'digital', title: 'Share of GDP of eu14, digital' },
    ],
    [
      'kind: comparator-share, group: eu14, window: 2017-2019',
      {
        comparator: {
          group: 'eu14',
          series: 'who',
          asset: 'total',
          weighting: 'simple',
          nations: 'complete',
          window: { from: 2017, to: 2019 },
          hold: { from: 2017, to: 2019 },
        },
      },
    ],
    ['kind: catch-up, group: eu14, from: 2025-26, by: 2034-35', { depreciation: undefined }],
  ])('of a benchmark of %s', (keys, expected) => {
    expect(resolve([benchmark(keys)]).settings.benchmarks[0]).toMatchObject(expected)
  })
})
