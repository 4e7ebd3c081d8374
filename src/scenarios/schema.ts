import * as z from 'zod/mini'
import {
  benchmarkKinds,
  comparatorAssets,
  comparatorSeries,
  envelopes,
  holds,
  nationRules,
  profiles,
  splitPresets,
  weightings,
} from '../figures/settings.ts'
import { programmeNames } from '../terms/programme.ts'
import { categoriesAndTotal } from '../terms/category.ts'
import type { CategoryOrTotal } from '../terms/category.ts'
import { assumptions } from './schema-assumptions.ts'
import { adoption, optimismBias, workforce } from './schema-further.ts'
import { shares } from './schema-shares.ts'
import { byYear, described, mapping, oneOf, source, written, yearly } from './schema-parts.ts'

/**
 * One scenario file (docs/scenario-format.md). All but `capgap` is optional here, because a file may be one
 * layer of several; what the whole must have, and what a kind or profile takes, is checked after merging.
 */

const afterPlansRules = ['flat-real', 'flat-nominal', 'gdp-share'] as const

const id = (what: string) =>
  written('id', `A short name of the ${what}, unique in the file: lower-case letters, digits and hyphens`)

const baseline = mapping(
  {
    series: z.optional(
      written(
        'text',
        'The dataset plans are read from (dhsc-capital), or one of its definitions outside the spine',
      ),
    ),
    stated: z.optional(
      mapping(
        {
          amount: z.optional(written('money', 'What is spent in the year, for example £7.7bn')),
          in: z.optional(
            written('year', 'The year of the amount, whose money it is unless the amount names prices'),
          ),
        },
        'A stated amount instead of a series; a scope of its own (NHS capital)',
      ),
    ),
    'after-plans': z.optional(
      described(
        z.union([
          oneOf(afterPlansRules, 'A rule by name'),
          mapping(
            { 'real-growth': written('percent', 'Growth a year in real terms, for example 2%') },
            'Growth at a stated rate',
          ),
        ]),
        {
          description:
            'What the baseline does after the last plan: flat-real (default), flat-nominal, gdp-share, or {real-growth: 2%}',
        },
      ),
    ),
  },
  'What is spent without the measures',
)

const measure = mapping(
  {
    id: id('measure'),
    title: z.optional(written('text', 'What people see; defaults to the id')),
    source: source(),
    profile: z.optional(oneOf(profiles, 'How the money arrives over the years')),
    amount: z.optional(
      written(
        'money',
        'For level and ramp a year, for total over all years, for adoption a year at 100%: £6.4bn',
      ),
    ),
    amounts: z.optional(byYear('money', 'For schedule: an amount for each year')),
    rate: z.optional(
      written('percent', 'For growth: real growth a year of the baseline and the measures before'),
    ),
    share: z.optional(written('share', 'For the reach profiles: the share to reach')),
    envelope: z.optional(
      oneOf(envelopes, 'For reach-budget-share: whether the budget grows (new-money, default) or is fixed'),
    ),
    prices: z.optional(
      written('prices', 'Prices of the amounts: nominal or a financial year; defaults to the file’s'),
    ),
    from: z.optional(written('year', 'First year')),
    to: z.optional(written('year', 'Last year; after it, hold rules')),
    hold: z.optional(
      oneOf(
        holds,
        'After the last year: stop, real, nominal, or share (of GDP; for the reach profiles, the share reached)',
      ),
    ),
    adoption: z.optional(adoption),
    programme: z.optional(
      oneOf(programmeNames, 'The programme it belongs to, which gives it a line of its own and its split'),
    ),
    split: z.optional(
      shares('Shares by category or sub-category, adding to 100%; defaults to the scenario’s split'),
    ),
    revenue: z.optional(
      mapping(
        {
          'one-off': z.optional(
            written('percent', 'Day-to-day cost in the same year, as a share of its capital'),
          ),
          recurring: z.optional(
            written('percent', 'Day-to-day cost a year, as a share of its capital so far in real terms'),
          ),
        },
        'Day-to-day cost the measure brings',
      ),
    ),
    'before-election': z.optional(
      described(z.boolean(), {
        description: 'true lets the measure start before the first year after the election',
      }),
    ),
  },
  'A change to what is spent',
)

const comparatorKeys = {
  group: z.optional(written('text', 'A group of nations, for example eu14')),
  series: z.optional(oneOf(comparatorSeries, 'Who measured: who (default) or national-accounts')),
  asset: z.optional(
    oneOf(comparatorAssets, 'What was bought; anything but total needs series national-accounts'),
  ),
  weighting: z.optional(
    oneOf(weightings, 'How nations are weighed: simple (default), gdp, median or top-quartile'),
  ),
  nations: z.optional(
    oneOf(
      nationRules,
      'complete (default) keeps nations with every year of the window, available those with that year',
    ),
  ),
  window: z.optional(written('window', 'Calendar years compared, for example 2010-2019 (default) or 2020')),
}

const benchmark = mapping(
  {
    id: id('benchmark'),
    kind: z.optional(oneOf(benchmarkKinds, 'How the requirement is worked')),
    title: z.optional(written('text', 'What people see; defaults to words for the kind')),
    source: source(),
    category: z.optional(
      oneOf(
        [...categoriesAndTotal] as [CategoryOrTotal, ...CategoryOrTotal[]],
        'What the benchmark speaks of; defaults to total, or to its asset',
      ),
    ),
    split: z.optional(shares('Its own shares by category, adding to 100%, instead of the baseline’s')),
    ...comparatorKeys,
    hold: z.optional(
      written('window', 'Calendar years whose mean share is held; defaults to the last five of the window'),
    ),
    share: z.optional(
      written('share', 'stated-share: of GDP; budget-share: of the capital and resource budget'),
    ),
    within: z.optional(
      described(z.array(written('share', 'A bound')), {
        description: 'stated-share: the lowest and highest share the rounding of a quoted share may hide',
        minItems: 2,
        maxItems: 2,
      }),
    ),
    amount: z.optional(
      written(
        'money',
        'stated-level: the requirement a year; stated-additional: what is added to the plans of the day',
      ),
    ),
    prices: z.optional(
      written('prices', 'Prices of the amount: nominal or a financial year; defaults to the file’s'),
    ),
    from: z.optional(written('year', 'First year')),
    to: z.optional(written('year', 'Last year of a stated amount')),
    by: z.optional(
      written('year', 'budget-share, catch-up and clear-backlog: the year in which it is reached'),
    ),
    frozen: z.optional(
      written('date', 'stated-additional: the day whose plans are added to; defaults to the source’s date'),
    ),
    envelope: z.optional(
      oneOf(envelopes, 'budget-share: whether the budget is fixed (default) or grows by new-money'),
    ),
    depreciation: z.optional(written('percent', 'catch-up: how fast past shortfalls wear down, a year')),
    target: z.optional(
      written('money', 'clear-backlog: what is left of the backlog in its last year; default £0m'),
    ),
    planned: z.optional(
      written('money', 'clear-backlog: investment a year in the backlog that plans hold already; £1.4bn'),
    ),
  },
  'What would be needed',
)

const lookback = mapping(
  {
    ...comparatorKeys,
    subject: z.optional(written('text', 'The nation looked at, GBR by default; left out of its own group')),
  },
  'What matching comparators would have meant in the past',
)

export const scenarioFile = mapping(
  {
    capgap: described(z.literal('1'), { description: 'Version of this format', type: 'integer', const: 1 }),
    title: z.optional(written('text', 'What the scenario asks, in a few words')),
    summary: z.optional(written('text', 'The same in a sentence or two')),
    source: source(),
    extends: z.optional(
      described(
        z.union([
          written('text', 'A file, relative to this one, or the name of a shipped scenario'),
          z.array(written('text', 'A file, relative to this one, or the name of a shipped scenario')),
        ]),
        { description: 'One file or a list to build on; later wins, and this file wins over all' },
      ),
    ),
    'as-of': z.optional(
      written('date', 'Leave out plans and claims published after this day; default: everything published'),
    ),
    election: z.optional(
      written('date', 'Measures start in the first financial year that begins after it; default 2024-07-04'),
    ),
    years: z.optional(written('years', 'What is reported, for example 2024-25 to 2034-35')),
    prices: z.optional(
      written(
        'prices',
        'Basis of the output, and of amounts in this file that name none: nominal (default) or a financial year',
      ),
    ),
    economy: z.optional(written('text', 'Vintage of GDP and deflator; default obr-2026-03')),
    baseline: z.optional(baseline),
    split: z.optional(
      described(
        z.union([
          oneOf(splitPresets, 'A preset'),
          mapping(
            {
              infrastructure: z.optional(
                yearly('percent', 'Share that is infrastructure; defaults to the rest'),
              ),
              digital: z.optional(yearly('percent', 'Share that is digital; default 10%')),
              other: z.optional(yearly('percent', 'Share that is research and central bodies; default 24%')),
            },
            'Shares of the baseline; keys not named keep their default',
          ),
        ]),
        {
          description:
            'Shares of the baseline by category: trust-accounts (default), national-accounts, or a mapping',
        },
      ),
    ),
    measures: z.optional(described(z.array(measure), { description: 'Changes to what is spent, in order' })),
    benchmarks: z.optional(
      described(z.array(benchmark), { description: 'What would be needed, each on its own terms' }),
    ),
    assumptions: z.optional(assumptions),
    correlations: z.optional(
      described(
        z.array(
          mapping(
            {
              between: described(z.array(written('text', 'A sampled assumption')), {
                description: 'Two assumptions that each have a range',
                minItems: 2,
                maxItems: 2,
              }),
              rank: written('number', 'Rank correlation, from -1 to 1'),
            },
            'A tie between two sampled assumptions',
          ),
        ),
        { description: 'Ties between sampled assumptions' },
      ),
    ),
    lookback: z.optional(lookback),
    'optimism-bias': z.optional(optimismBias),
    workforce: z.optional(workforce),
  },
  'A capgap scenario',
)
