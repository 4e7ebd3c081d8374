import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenScenario } from '../../src/briefs/runs.ts'
import { number, scenarioOpener } from './open.ts'

/** Single numbers: what a mark says, and what then stands there. Expected values are the checks of docs/model.md. */

const on = { open: undefined as unknown as OpenScenario }
beforeAll(async () => {
  on.open = (await scenarioOpener()).open
})

const at = 'in 2029-30'

describe('a number is written', () => {
  test.each([
    // Nominal, plans of March 2026: −110, +253, and +3321 (3078 in 2025-26 prices) for the OECD's 0.6%.
    [`gap.total[eu14] ${at}, nominal`, '−£0.1bn'],
    [`gap.total[eu14] ${at}, nominal, as £m`, '−£110m'],
    [`gap[eu14] ${at} nominal as £m`, '−£110m'],
    [`gap.total[eu14] in 2027-28, nominal, as £m signed`, '+£253m'],
    [`gap.total[oecd] ${at}, nominal, as £bn, 2 decimals`, '£3.32bn'],
    [`gap.total[oecd] ${at}, in 2025-26 prices, as £m`, '£3,078m'],
    [`gap.total[oecd] ${at}, prices 2025-26, as £bn 3 decimals signed`, '+£3.078bn'],
    [`gap.total[oecd] ${at}, nominal, as words`, '£3.3 billion'],
    [`gap.total[oecd-data] ${at}, nominal, as words`, 'minus £3.2 billion'],
    [`gap-low.total[eu14] ${at}, nominal, as £m`, '−£1,902m'],
    [`gap-high.total[eu14] ${at}, nominal, as £m`, '£3,901m'],
    [`cumulative-gap.total[eu14] ${at}, nominal, as £bn 4 decimals`, '−£0.9686bn'],
    [`spend.total ${at}, nominal, as £`, '£15,178,400,000'],
    [`spend ${at}, nominal, as £bn 1 decimal`, '£15.2bn'],
    // By its words: the sign stands in the sentence.
    [`gap.total[oecd-data] ${at}, nominal, as £bn if negative`, '£3.2bn'],
    [`gap.total[oecd] in 2025-26, nominal, as £bn if positive`, '£2.5bn'],
    // Rates and counts have no prices.
    [`bridge ${at}`, '1.0412'],
    [`bridge ${at}, as number 2 decimals`, '1.04'],
    [`bridge ${at}, as % 1 decimal`, '104.1%'],
    [`held-share[eu14] ${at}`, '0.49%'],
    [`held-share[eu14] ${at}, as % 5 decimals`, '0.48874%'],
    [`held-share[eu14] ${at}, as words`, '0.5 per cent'],
    // Other scenarios, other days, other assumptions.
    [`spend in 2024-25, nominal, as £m, as-of 2023-11-28`, '£12,550m'],
    [`spend in 2024-25, nominal, as £m, of current-plans`, '£11,485m'],
    [`spend ${at}, nominal, as £m, set assumptions.underspend=50%`, '£7,589m'],
    // Looking back: £57.35bn invested, £33.84bn more, 59.0%.
    ['lookback.actual[eu14] in 2010-2019, nominal, as £bn 2 decimals', '£57.35bn'],
    ['lookback.gap[eu14] in 2010-2019, nominal, as £bn 2 decimals', '£33.84bn'],
    ['lookback.gap-percent[eu14] in 2010-2019', '59.0%'],
    ['lookback.comparator-share[health-foundation-2019] in 2016, as % 4 decimals', '0.5060%'],
    [
      'lookback.comparator-share[eu14] in 2020, series national-accounts, asset digital, nations available, as % 5 decimals',
      '0.08159%',
    ],
    // The sign of a gap is said only where the whole band agrees.
    [`verdict[eu14] ${at}`, 'the sign of the gap is not established'],
    [`verdict[digitisation] ${at}`, 'spend is short'],
    [`verdict[oecd-data] in 2025-26`, 'spend is above the requirement'],
  ])('%s → %s', async (words, expected) => {
    expect(await number(on.open, words)).toBe(expected)
  })
})

describe('a number is refused', () => {
  test.each([
    ['whose prices are not stated', `gap.total[eu14] ${at}`, 'prices-needed'],
    ['whose year is not stated', 'gap.total[eu14], nominal', 'year-needed'],
    [
      'whose price year could be its year',
      `gap.total[eu14] 2029-30 in 2025-26`,
      'prices-needed word-too-many',
    ],
    ['of two years', `gap.total[eu14] in 2029-30 in 2025-26 as £bn`, 'prices-needed two-years'],
    ['of nobody’s benchmark', `gap.total ${at}, nominal`, 'benchmark-needed'],
    ['of an unknown benchmark', `gap.total[eu15] ${at}, nominal`, 'unknown-benchmark'],
    ['of an unknown figure', `gapp.total[eu14] ${at}, nominal`, 'unknown-figure'],
    ['of an unknown category', `gap.digitl[eu14] ${at}, nominal`, 'unknown-word'],
    ['with a category it has not', `bridge.digital ${at}`, 'figure-without'],
    ['with a benchmark it has not', `spend[eu14] ${at}, nominal`, 'figure-without'],
    ['in a form it has not', `bridge ${at}, as £bn`, 'form-not-for-unit'],
    ['in no form', `spend ${at}, nominal, as euro`, 'unknown-word'],
    ['with prices where it has none', `bridge ${at}, 2025-26 prices`, 'no-prices'],
    ['in prices it is not worked in', `gdp ${at}, 2025-26 prices`, 'only-nominal'],
    ['in prices of no year', `spend ${at}, 2025-27 prices`, 'not-prices'],
    ['of a category its benchmark has not', `gap.total[eu14-digital] ${at}, nominal`, 'no-value'],
    ['outside the years of its benchmark', `gap.digital[digitisation] in 2030-31, nominal`, 'no-value'],
    ['of a look-back without its prices', 'lookback.gap[eu14] in 2010-2019', 'prices-needed'],
    ['of a look-back in financial years', 'lookback.gap[eu14] in 2025-26, nominal', 'calendar-years-needed'],
    ['of a look-back that has no total', 'lookback.subject-share[eu14] in 2010-2019', 'no-total'],
    ['of an unknown group', 'lookback.gap[eu99] in 2010-2019, nominal', 'unknown-word'],
    [
      'of an asset the series has not',
      'lookback.gap[eu14] in 2016, asset digital, nominal',
      'asset-needs-national-accounts',
    ],
    ['of an unknown scenario', `spend ${at}, nominal, of nothing`, 'missing-scenario'],
    ['whose sentence has the other sign', `gap.total[eu14] ${at}, nominal, as £bn if positive`, 'other-sign'],
    ['that asks for nothing', ' ', 'nothing-asked'],
    ['with a clause of tables', `spend ${at}, nominal, group eu14`, 'clause-not-taken'],
    ['with a clause that says nothing', `spend ${at}, nominal, as`, 'clause-without-value'],
    ['with a day that is none', `spend ${at}, nominal, as-of yesterday`, 'not-a-date'],
    ['with a setting that sets nothing', `spend ${at}, nominal, set underspend`, 'not-a-setting'],
  ])('%s: %s', async (_case, words, code) => {
    expect(await number(on.open, words)).toBe(code)
  })
})
