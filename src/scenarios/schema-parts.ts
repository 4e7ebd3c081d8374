import * as z from 'zod/mini'
import { formats } from './formats.ts'
import type { Format, FormatName } from './formats.ts'
import { keepsDefault } from './read-assumption.ts'

/** The few shapes a scenario is made of, each with the sentence an editor shows. */

/**
 * A schema with what editors are told about it. It is registered and not copied (as `.check(z.meta())` would):
 * every run builds this schema, so building it must be quick.
 */
export function described<Schema extends z.core.$ZodType>(schema: Schema, meta: z.core.GlobalMeta): Schema {
  z.globalRegistry.add(schema, meta)
  return schema
}

/** A scalar in one written form. Values reach the schema as the text they were written as. */
export function written(format: FormatName, description: string) {
  const { pattern, type, accepts }: Format = formats[format]
  return described(
    z.stringFormat(format, accepts),
    type === undefined ? { description, pattern } : { description, type: ['string', type], pattern },
  )
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words, description: string) {
  return described(z.enum(words), { description })
}

/** A mapping with known keys and no others; the known keys travel with the issue, for the nearest word. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape, description: string) {
  const known = Object.keys(shape).join(' ')
  return described(
    z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) }),
    { description },
  )
}

/** A value for every year, or straight lines between the years named. */
export function yearly(format: FormatName, description: string) {
  return described(
    z.union([
      written(format, 'One value for every year'),
      byYear(format, 'Straight lines between these years, flat outside them'),
    ]),
    { description },
  )
}

/** A value for each year named. */
export function byYear(format: FormatName, description: string) {
  return described(z.record(written('year', 'A financial year'), written(format, 'The value in that year')), {
    description,
  })
}

/** Who published a thing. */
export function source() {
  return z.optional(written('text', 'Who published it: a key of data/sources.csv'))
}

/** The word that leaves an assumption at its default, so that an entry adds only a range and reasons. */
export function keptDefault() {
  return oneOf([keepsDefault], 'Keep the default as it is worked; add only a range and reasons')
}
