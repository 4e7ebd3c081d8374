import type { Place, Problem } from '../problem.ts'

/** Sentences about keys that vary: how ranges and lists of values are written. */

function wrong(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

export function varySyntax(place: Place, option: string): Problem {
  return wrong(
    'vary-syntax',
    place,
    `"${option}" takes a key, an equals sign and what the key takes in turn`,
    `Write for example: ${option} measures.uplift.amount=£0bn..£10bn:£1bn, or ${option} split=trust-accounts,national-accounts`,
  )
}

export function varyNothing(place: Place, key: string): Problem {
  return wrong(
    'vary-nothing',
    place,
    `"${key}" is given no value`,
    `Write a range with a step (${key}=£0bn..£10bn:£1bn) or values parted by commas (${key}=£1bn,£2bn)`,
  )
}

export function rangeSyntax(place: Place): Problem {
  return wrong(
    'range-syntax',
    place,
    'A range has two bounds with two points between them',
    'Write for example £0bn..£20bn, or 0%..10%',
  )
}

export function notANumber(place: Place, text: string): Problem {
  return wrong(
    'not-a-number',
    place,
    text === '' ? 'A bound or step is missing here' : `"${text}" is no number that a scenario can hold`,
    'Write money as £2bn or £450m, shares as 5% or 0.4% of GDP, other numbers bare (1.05), years as 2027-28',
  )
}

export function unlikeBounds(place: Place, from: string, to: string): Problem {
  return wrong(
    'unlike-bounds',
    place,
    `"${from}" and "${to}" are not counted in the same thing`,
    'Give both bounds in one unit and, for money, in one price basis',
  )
}

export function boundsReversed(place: Place, from: string, to: string): Problem {
  return wrong('bounds-reversed', place, `The range runs down, from ${from} to ${to}`, `Write ${to}..${from}`)
}

/** @param text the key and its range, in whose unit the example is */
export function noStep(place: Place, text: string): Problem {
  const step = text.includes('£') ? '£1bn' : text.includes('%') ? '1%' : '1'
  return wrong(
    'no-step',
    place,
    'The range has no step',
    `Add one after a colon, for example ${text}:${step}`,
  )
}

export function badStep(place: Place, step: string, like: string): Problem {
  return wrong(
    'bad-step',
    place,
    `"${step}" is no step for this range`,
    `Write a step above nothing, counted as the bounds are (${like}); years are stepped by a whole number`,
  )
}

export function tooManyValues(place: Place, count: number, most: number): Problem {
  return wrong(
    'too-many-values',
    place,
    `The range holds ${count} values; one key takes at most ${most}`,
    'Write a wider step',
  )
}

export function repeatedKey(place: Place, key: string): Problem {
  return wrong(
    'repeated-key',
    place,
    `"${key}" varies already`,
    'Vary each key once, and list all its values there',
  )
}
