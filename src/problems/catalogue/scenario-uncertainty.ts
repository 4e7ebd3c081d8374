import type { Place, Problem } from '../problem.ts'

/** Sentences about what a scenario says of uncertainty. A function's name, in hyphens, is its problem's code. */

/** A rank correlation as it is written. */
export interface WrittenTie {
  readonly between: readonly [string, string]
  readonly rank: string
}

export function correlationTwice(
  place: Place,
  between: readonly [string, string],
  firstLine: number,
): Problem {
  return error(
    'correlation-twice',
    place,
    `${between[0]} and ${between[1]} are correlated twice; first on line ${firstLine}`,
    'Keep one of the two, in whichever order',
  )
}

/** Ranks no variables can have; `instead` holds the same ties, nearer to 0 by as little as makes them possible. */
export function correlationsImpossible(
  place: Place,
  ties: readonly WrittenTie[],
  instead: readonly WrittenTie[],
): Problem {
  return error(
    'correlations-impossible',
    place,
    `These rank correlations cannot hold together: ${ties.map(tieInWords).join('; ')}`,
    `What moves with a third must move alike: bring them nearer to 0, for example ${instead.map(tieInWords).join('; ')}`,
  )
}

export function rangeOutsideShares(place: Place, name: string, range: string): Problem {
  return error(
    'range-outside-shares',
    place,
    `"${name}" is a share, and "${range}" reaches outside 0% to 100%`,
    'Write a range whose ends lie from 0% to 100%, such as "triangular(0%, 3%, 12%)"',
  )
}

function tieInWords({ between: [a, b], rank }: WrittenTie): string {
  return `${a} with ${b} ${rank}`
}

function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}
