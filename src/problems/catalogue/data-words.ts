import type { Place, Problem } from '../problem.ts'

/** What the sentences about data have in common. */

export function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

export function meant(word: string | undefined): string {
  return word === undefined ? '' : `; did you mean "${word}"?`
}

export function listed(words: readonly string[]): string {
  return words.join(', ')
}
