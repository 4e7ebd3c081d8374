import * as z from 'zod/mini'
import { formats } from './formats.ts'
import type { Format, FormatName } from './formats.ts'

/** The few shapes a scenario is made of, each with the sentence an editor shows. */

/** A scalar in one written form. Values reach the schema as the text they were written as. */
export function written(format: FormatName, description: string) {
  const { pattern, type, accepts }: Format = formats[format]
  return z.string().check(
    z.meta({ description, ...(type === undefined ? { pattern } : { type: ['string', type], pattern }) }),
    (check) => {
      if (!accepts(check.value)) check.issues.push({ code: 'custom', input: check.value, params: { format } })
    },
  )
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words, description: string) {
  return z.enum(words).check(z.meta({ description }))
}

/** A mapping with known keys and no others; the known keys travel with the issue, for the nearest word. */
export function mapping<Shape extends z.core.$ZodLooseShape>(shape: Shape, description: string) {
  const known = Object.keys(shape).join(' ')
  return z
    .strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) })
    .check(z.meta({ description }))
}

/** A value for every year, or straight lines between the years named. */
export function yearly(format: FormatName, description: string) {
  return z
    .union([written(format, 'One value for every year'), byYear(format, 'Straight lines between these years, flat outside them')])
    .check(z.meta({ description }))
}

/** A value for each year named. */
export function byYear(format: FormatName, description: string) {
  return z
    .record(written('year', 'A financial year'), written(format, 'The value in that year'))
    .check(z.meta({ description }))
}
