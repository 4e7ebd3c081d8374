import type { Decimal } from '../../terms/decimal.ts'
import type { Sentence } from '../../terms/sentence.ts'

/** Sentences of reports: what stands under tables, what flags and missing values mean. */

/** What each flag on a value means, for keys and explanations. */
const flagMeanings: Readonly<Record<string, string>> = {
  'split-assumed': 'shared between categories by an assumed split; no evidence about digital',
  'leases-unmatched':
    'the budget counts IFRS 16 leases from 2022-23, the comparator does not, and their size is not in our data',
  'no-bridge': 'no bridge is used, so the band is the gap itself',
  'bridge-from-other-series': 'a quoted share, carried through a bridge built on another series (WHO)',
  'covid-year': 'rests on or holds a Covid year',
  hindsight: 'uses figures published after the as-of date',
  'series-break': 'the first year of a new definition: not like for like with the year before',
  jump: 'the publisher’s series jumps here',
  'after-gap': 'the first figure after a gap in the publisher’s series',
  'sites-added': 'rests on or holds the year in which 210 more sites were reported than the year before',
  'edge-year': 'the last year of the publisher’s series, liable to revision',
  'suspect-asset-split': 'the publisher’s split between assets looks doubtful',
  'incoherent-q86-exceeds-q': 'the publisher’s part exceeds its whole',
  illustrative: 'rests on an illustrative assumption: a judgement of size, not a measurement',
  'optimism-bias': 'counts with optimism bias: projects cost more than was said',
}

/** A flag in words; an unknown one (from a user’s own dataset) as it is written. */
export function flagMeaning(flag: string): string {
  return flagMeanings[flag] ?? flag
}

const reasons: Readonly<Record<string, string>> = {
  'outside-benchmark-years': 'outside the years of the benchmark',
  'before-first-planned-year': 'cumulatives begin with the first year that is still a plan',
  'before-stated-baseline': 'before the year of the stated baseline',
  'no-observation': 'no figure is published',
  'published-after-as-of': 'published only after the as-of date',
  'no-nation-with-data': 'no nation of the group has data',
  'no-fixed-budget': 'only a share of a fixed budget takes from day-to-day spending',
  'total-only': 'worked for the total only',
  'division-by-zero': 'would divide by nothing',
  'nothing-to-add': 'there is nothing to add up',
  'not-stated': 'the scenario does not state it',
  'no-share-for-category': 'a total is not shared out',
  'unknown-asset': 'there is no such asset',
  'not-in-the-split': 'the split does not name it',
  'no-real-growth-rule': 'the rule after the plans is another',
  'baseline-is-stated': 'the scenario states its baseline',
  'before-new-capital': 'new capital is what is spent from the first planned year on',
  'before-opening-stock': 'the stock opens with 2023-24',
  'no-rate-of-a-total': 'each category wears down at a rate of its own',
  'not-nhs-capital': 'research and central bodies pay no dividend on public capital',
  'no-backlog-published': 'no backlog is published',
  'no-backlog-the-year-before': 'no backlog is published for the year before',
  'no-investment-published': 'no investment in the backlog is published',
  'voluntary-returns': 'returns were voluntary',
  'sites-added': '210 more sites were reported than the year before',
  'before-adoption': 'before the first year of the measure',
  'no-revenue-stated': 'the measure states no day-to-day cost',
  'before-published-staff': 'before the first figure published',
  'no-recruits': 'the scenario funds no recruits',
  'no-recruit-cost': 'the scenario does not say what a recruit costs',
  'infrastructure-type-not-named':
    'infrastructure must name its type of project: write "optimism-bias: {infrastructure: {type: …}}"',
  'no-discount-rate': 'the schedule has no rate for that year',
  'nominal-flows': 'money of the day is not discounted at real rates',
  'not-a-single-number': 'it is no single number',
  'none-in-range': 'its sign flips nowhere in the range',
  'not-in-this-scenario': 'not in this scenario',
  'scopes-differ': 'one is the whole capital budget, the other NHS capital only',
  'too-many-inputs': 'too many inputs differ to sample their orders',
}

/** Why a value is missing, in words. */
export function missingMeaning(reason: string): string {
  const only = /^benchmark-on-(\w+)-only$/.exec(reason)
  if (only) return `the benchmark is on ${only[1]} only`
  const implausible = /^implausible-(.+)$/.exec(reason)
  if (implausible) return `the published figure is implausible (${implausible[1]}) and left out`
  return reasons[reason] ?? reason
}

export const splitEvidence =
  'A requirement on the total is shared between categories by the baseline’s assumed split. That is no evidence about digital: on national accounts the UK’s gap of 2015–19 is in infrastructure, not in digital, so a digital gap must rest on a costed need or on the leading nations.'

export const presetsDisagree =
  'The two presets of the split put digital at 10% (trust accounts) and about 23% (national accounts) of the capital budget: every digital gap depends on which is right.'

export const gfcfIsNotCdel =
  'Comparators are gross fixed capital formation by all funders; the budget (CDEL) is England’s and public. The bridge between them is their ratio in 2013-14 to 2018-19, which falls over time; the band shows its lowest and highest single year.'

export const positiveMeans = 'A positive gap means that spend is short of the requirement.'

export function pricesSentence(prices: string, vintage: string): string {
  return prices === 'nominal'
    ? `Money of the day (nominal), financial years. GDP and deflator: ${vintage}.`
    : `${prices} prices, financial years, by the GDP deflator at market prices. GDP and deflator: ${vintage}.`
}

/** Where a dataset has not got the economy vintage asked for. */
export function otherVintage(dataset: string, vintage: string): string {
  return `${dataset} has no such vintage; its latest, ${vintage}, is used`
}

/** Where a dataset has one vintage only, and another was asked for. */
export function oneVintage(dataset: string, published: string): string {
  return `${dataset} has one vintage only, published ${published}, which is used`
}

/** Prices of a look-back, with the vintage of the deflator that made them. */
export function calendarPricesSentence(year: number, vintage: string): string {
  return `${year} prices, calendar years, by the GDP deflator at market prices, vintage ${vintage}.`
}

export function asOfSentence(date: string): string {
  return `As policy knew it on ${date}; later figures of the economy and comparators are used and flagged hindsight.`
}

/** Why a mark in a table of real prices may be firmer than the status in the CSV. */
export function marksAndPrices(prices: string): string {
  return `Marks say how firm the money is before it is put into ${prices} prices; the status in CSV and JSON counts the deflator too.`
}

export const lookbackPositiveMeans =
  'A positive gap means that the subject invested less than it would have at the comparator’s share of GDP.'

/** Why a published row was not the one used. */
export function passedOverMeaning(reason: string): string {
  const meanings: Readonly<Record<string, string>> = {
    'weaker-status': 'a firmer figure is published',
    'published-earlier': 'a later one is published',
    'other-source': 'another source of the same day is used',
    'published-after-as-of': 'published after the as-of date',
  }
  return meanings[reason] ?? missingMeaning(reason)
}

export const digitalEvidence =
  'On national accounts the UK’s flow of digital investment is not below the mean, so a digital gap must rest on a costed need or on the leading nations.'

/** A flag as a note under a table. */
export function flagNote(flag: string): string {
  return `${flag}: ${flagMeaning(flag)}.`
}

export const statedBaseline =
  'The baseline is stated by the scenario; it is NHS capital, not the whole capital budget.'

/** `Mean share of GDP (WHO), 2015-2019 held: 0.49%.` */
export function heldShareNote(weighting: string, series: string, years: string, percent: Decimal): Sentence {
  return [`${weighting} share of GDP (${series}), ${years} held: `, { value: percent, as: 'percent' }, '.']
}

export function bridgeNote(central: Decimal, low: Decimal, high: Decimal): Sentence {
  return [
    'Bridge from GFCF to CDEL: ',
    { value: central, as: 'number' },
    ', single years from ',
    { value: low, as: 'number' },
    ' to ',
    { value: high, as: 'number' },
    '; the band is the gap under those two.',
  ]
}

export function frozenNote(date: string): string {
  return `Added to the plans as they stood on ${date}, so that money planned since counts.`
}

export function envelopeNote(envelope: 'fixed' | 'new-money'): string {
  return envelope === 'fixed'
    ? 'A share of capital plus resource budget as planned: what capital gains, day-to-day spending loses.'
    : 'A share of capital plus resource budget, with new money: day-to-day spending stays as planned.'
}

/** What a benchmark that clears the backlog calls for. */
export function clearingNeeds(needed: Decimal, planned: Decimal, year: string, by: string): Sentence {
  return [
    'Investment in the backlog of ',
    { value: needed, as: 'money' },
    ` in ${year}, level in real terms, reaches the target by ${by}; money of the day; of plans, `,
    { value: planned, as: 'money' },
    ' is counted as going there.',
  ]
}

export function claimNote(citation: string): string {
  return `Source of the claim: ${citation}.`
}

/** `Nations of eu14 with every year of 2010-2019 (6): AUT, …. Left out: …` */
export function nationsSentence(
  group: string,
  rule: 'complete' | 'available',
  window: string,
  kept: readonly string[],
  leftOut: string,
): string {
  const with_ = rule === 'complete' ? 'with every year of' : 'with figures in'
  const head = `Nations of ${group} ${with_} ${window} (${kept.length}): ${kept.join(', ') || 'none'}.`
  return leftOut === '' ? head : `${head} Left out: ${leftOut}.`
}

export function leadersSentence(
  year: number,
  leaders: readonly { nation: string; share: Decimal }[],
): Sentence {
  return [
    `${digitalEvidence} Leaders in ${year}: `,
    ...leaders.flatMap(({ nation, share }, index) => [
      `${index === 0 ? '' : ', '}${nation} `,
      { value: share, as: 'percent' as const },
    ]),
    ' of GDP.',
  ]
}

/** How many values one file of a scenario replaced in another, and where to see which. */
export function overridesSentence(scenario: string, count: number): string {
  const values = count === 1 ? 'One value is' : `${count} values are`
  return `${scenario}: ${values} replaced by a later file or --set; "capgap scenario check ${scenario}" lists what and where.`
}
