import type { Place, Problem } from '../problem.ts'
import { error, listed, meant } from './data-words.ts'

/** Sentences about what an about.yaml declares. */

export function aboutUnknownKey(
  place: Place,
  key: string,
  near: string | undefined,
  known: readonly string[],
): Problem {
  return error(
    'about-unknown-key',
    place,
    `The key "${key}" is not known here${meant(near)}`,
    `The keys are ${listed(known)}`,
  )
}

export function aboutMissingKey(place: Place, key: string, description: string): Problem {
  return error(
    'about-missing-key',
    place,
    `The key "${key}" is missing`,
    description === '' ? `Add "${key}"` : `Add "${key}": ${description}`,
  )
}

export function aboutWrongValue(place: Place, key: string, wanted: string): Problem {
  return error(
    'about-wrong-value',
    place,
    key === '' ? 'The file is not a list of keys and values' : `The value of "${key}" is not ${wanted}`,
    key === '' ? 'Write keys such as "title: …", one a line' : `Write ${wanted}`,
  )
}

export function aboutWrongPeriod(place: Place, period: string, yearType: string): Problem {
  return error(
    'about-wrong-period',
    place,
    `"${period}" is not a period of this dataset, whose yearType is ${yearType}`,
    yearType === 'calendar' ? 'Write a calendar year: 2025' : 'Write a financial year: 2025-26',
  )
}

export function oneOf(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

export function ofType(type: string): string {
  const names: Record<string, string> = {
    string: 'text',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping of keys',
    record: 'a mapping of keys',
    number: 'a number',
  }
  return names[type] ?? type
}

export function aSlug(): string {
  return 'a name in small letters, digits and hyphens'
}

export function notEmpty(): string {
  return 'text that says something'
}

export function aPeriod(): string {
  return 'a period such as 2025-26 or 2025'
}

export function unknownDimension(
  place: Place,
  name: string,
  near: string | undefined,
  known: readonly string[],
): Problem {
  return error(
    'unknown-dimension',
    place,
    `The dataset has no dimension "${name}"${meant(near)}`,
    known.length === 0 ? 'It has no dimensions: leave "where" out' : `Its dimensions are ${listed(known)}`,
  )
}

export function spineWithoutRows(place: Place, definition: string, near: string | undefined): Problem {
  return error(
    'spine-without-rows',
    place,
    `No row has the definition "${definition}"${meant(near)}`,
    'Name a definition that the rows use, or add its rows',
  )
}

export function idleException(place: Place, check: string): Problem {
  return {
    code: 'idle-exception',
    severity: 'warning',
    place,
    found: `The exception from "${check}" excuses nothing`,
    advice: 'Delete it, so that it cannot hide the next mistake',
  }
}
