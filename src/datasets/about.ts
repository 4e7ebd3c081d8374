import { z } from 'zod'

/**
 * What a dataset's about.yaml declares: one schema for the types, the checks and the words shown for each key.
 * Only types are imported from here where data comes compiled, so that zod is not loaded then.
 */

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const sentence = z.string().trim().min(1)

/** `2025-26`, `2025`, or a span of them, `2004 to 2009`; YAML reads a bare year as a number. */
const period = z
  .union([z.string(), z.int()])
  .transform(String)
  .describe('A period as the rows write it: 2025-26, 2025')

/** Checks a dataset may be excused from, with a reason. */
const excusableChecks = [
  'hole',
  'year-form',
  'negative-value',
  'share-out-of-range',
  'published-date',
] as const

const column = z
  .strictObject({
    kind: z.enum(['text', 'number', 'percent', 'nation']).describe('What its cells hold'),
    blank: z.boolean().default(false).describe('Whether a cell may be empty'),
    means: sentence.describe('What the column is, in a few words'),
  })
  .describe('A column beside the usual ones and the dimensions')

const exception = z.strictObject({
  check: z.enum(excusableChecks).describe('The check that is excused'),
  where: z
    .record(z.string(), z.string())
    .default({})
    .describe('Values of dimensions of the rows excused; all rows where it is left out'),
  periods: period
    .optional()
    .describe('The period, or a span of periods (2004 to 2009); all where it is left out'),
  why: sentence.describe('The reason'),
})

const spineStretch = z.strictObject({
  definition: sentence.describe('A value of the dimension "definition"'),
  from: period.optional().describe('First period it may speak for'),
  to: period.optional().describe('Last period it may speak for'),
})

const seriesBreak = z.strictObject({
  at: period.describe('The first period of the new definition'),
  why: sentence.describe('What changes there'),
})

const mark = z.strictObject({
  from: period.describe('First period marked'),
  to: period.describe('Last period marked'),
  flag: z.string().regex(slug).describe('The flag that values of these periods carry'),
  why: sentence.describe('What the reader should know'),
})

export const aboutSchema = z.strictObject({
  title: sentence.describe('Name of the series, as a heading'),
  shape: z
    .enum(['observations', 'table'])
    .default('observations')
    .describe('Observations: one value a row. Table: a list or table with columns of its own'),
  unit: sentence.describe('Unit of the values, for example GBP million'),
  prices: z.enum(['nominal', 'real', 'none']).describe('Price basis of the values'),
  yearType: z.enum(['financial', 'calendar', 'both', 'none']).describe('How periods are written'),
  dimensions: z.array(sentence).describe('Columns that tell the series of the dataset apart, in order'),
  columns: z
    .record(z.string(), column)
    .default({})
    .describe('Columns beside the usual ones and the dimensions'),
  definition: sentence.describe('What is measured, for whom and by whom'),
  caveats: z.array(sentence).describe('What outputs that use the dataset must say'),
  licence: sentence.describe('The licence of the figures'),
  refresh: sentence.describe('How to fetch the next figures: where, which cells, how they become rows'),
  asOfSide: z
    .enum(['policy', 'economy'])
    .describe(
      'Whether rows published after an as-of date are dropped (policy) or used as hindsight (economy)',
    ),
  joins: z
    .boolean()
    .describe('Whether its rows are added to a dataset of the same name instead of replacing it'),
  spine: z.array(spineStretch).optional().describe('Which definitions speak for which periods'),
  breaks: z.array(seriesBreak).optional().describe('Periods at which the series changes meaning'),
  marks: z.array(mark).optional().describe('Flags that values of some periods carry'),
  baseline: z
    .strictObject({ scope: z.string().regex(slug).describe('The scope of spending it measures') })
    .optional()
    .describe('Present where a scenario may name the dataset as its baseline'),
  exceptions: z.array(exception).default([]).describe('Checks the dataset is excused from, with the reason'),
})

/** A dataset's register entry, defaults filled in. */
export type About = z.output<typeof aboutSchema>
export type AboutException = z.output<typeof exception>
