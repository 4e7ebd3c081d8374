import * as z from 'zod/mini'
import { projectTypes } from '../figures/settings-further.ts'
import { described, mapping, oneOf, source, written, yearly } from './schema-parts.ts'

/** Programmes, digital staff and optimism bias in a scenario file. */

/** The key `adoption` of a measure. */
export const adoption = mapping(
  {
    start: z.optional(written('percent', 'Share that has adopted it in the first year')),
    ceiling: z.optional(written('percent', 'Share that it nears in the end')),
    midpoint: z.optional(written('year', 'The year in which half the ceiling is reached')),
    source: source(),
  },
  'For adoption: an s-curve; without a source it is illustrative',
)

const typeShares = mapping(
  Object.fromEntries(
    projectTypes.map((name) => [name, z.optional(written('percent', 'Share of the capital'))]),
  ),
  'Types with their shares of the capital, adding to 100%',
)

const bias = (type: string) =>
  mapping(
    {
      type: z.optional(
        described(z.union([oneOf(projectTypes, 'One type of project'), typeShares]), { description: type }),
      ),
      mitigation: z.optional(
        written('percent', 'Part of the causes of optimism bias that is managed; default 0%'),
      ),
      evidence: z.optional(
        written('text', 'What shows that they are managed; needed where mitigation is above 0%'),
      ),
    },
    'How its projects are likely to cost more than was said',
  )

/** The key `optimism-bias`. */
export const optimismBias = mapping(
  {
    infrastructure: z.optional(bias('What is built; it must be named')),
    digital: z.optional(bias('What is made; default equipment-development')),
  },
  'Counts with optimism bias: a costed requirement rises, spend buys less; off unless a category is named',
)

/** The key `workforce`. */
export const workforce = mapping(
  {
    staff: z.optional(
      yearly('number', 'Digital staff in post without the recruits; defaults to the last published, flat'),
    ),
    recruits: z.optional(written('number', 'Digital staff recruited a year, net of those who leave')),
    from: z.optional(written('year', 'First year of recruiting')),
    to: z.optional(written('year', 'Last year of recruiting')),
    training: z.optional(written('number', 'Years before a recruit helps to deliver; default 1')),
    cost: z.optional(written('money', 'Day-to-day cost of recruiting and training one: £25k')),
    prices: z.optional(written('prices', 'Prices of the cost; defaults to the file’s')),
    source: source(),
  },
  'Digital staff, who limit how much digital money can be delivered; asks what is delivered and what slips',
)
