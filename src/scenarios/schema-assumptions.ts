import * as z from 'zod/mini'
import { listedAssumptions } from '../figures/assumption-list.ts'
import type { ListedAssumption } from '../figures/listed-assumption.ts'
import { described, keptDefault, mapping, source, written, yearly } from './schema-parts.ts'

const assumptionFormats = { percent: 'percent', money: 'money', number: 'number' } as const

/** A bare value, a value by year where it may differ, or the full entry with its range and reasons. */
function assumption({ unit, yearly: mayDiffer, note }: ListedAssumption) {
  const format = assumptionFormats[unit]
  const value = mayDiffer ? yearly(format, 'The value') : written(format, 'The value')
  const full = mapping(
    {
      value: z.optional(
        described(z.union([value, keptDefault()]), { description: 'The value, or "default"' }),
      ),
      range: z.optional(
        written('text', 'Its uncertainty, quoted: "triangular(0%, 3%, 12%)"; sampled only where written'),
      ),
      why: z.optional(written('text', 'Why this value')),
      source: source(),
      by: z.optional(written('text', 'Who chose it')),
      on: z.optional(written('date', 'When it was chosen')),
    },
    'The value with its range and reasons',
  )
  return described(z.union([value, full]), { description: note })
}

/** The listed assumptions, each under its name. */
export const assumptions = mapping(
  Object.fromEntries(listedAssumptions.map((listed) => [listed.name, z.optional(assumption(listed))])),
  'Values of the listed assumptions, by name (capgap scenario assumptions)',
)
