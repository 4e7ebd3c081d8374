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

/** What an assumption that is no share must be, and how a range of it is told to stay there. */
const limitWords = {
  share: { value: 'a share from 0% to 100%', stays: 'from 0% to 100%' },
  growth: { value: 'growth above -100%', stays: 'above -100%' },
  adjustment: { value: 'an adjustment from -100% up', stays: 'from -100% up' },
  ratio: { value: 'a number above 0', stays: 'above 0' },
  amount: { value: 'an amount from £0m up', stays: 'from £0m up' },
} as const
type LimitKind = keyof typeof limitWords

export function valueTooLow(place: Place, name: string, value: string, kind: LimitKind): Problem {
  return error('value-too-low', place, `"${name}" cannot be ${value}`, `Write ${limitWords[kind].value}`)
}

export function rangeTooLow(place: Place, name: string, range: string, kind: LimitKind): Problem {
  return error(
    'range-too-low',
    place,
    `"${name}" cannot be as low as "${range}" reaches`,
    `Write a range that stays ${limitWords[kind].stays}`,
  )
}

/** Draws of a range without ends are not cut off, so that many would be what the assumption cannot be. */
export function rangeOftenOutside(place: Place, name: string, range: string, kind: LimitKind): Problem {
  return warning(
    'range-often-outside',
    place,
    `"${name}" is ${limitWords[kind].value}, and more than one draw in a hundred of "${range}" is not`,
    'Draws are never cut off: write less spread, or triangular, pert or uniform, which have ends',
  )
}

export function valueOutsideRange(place: Place, name: string, value: string, range: string): Problem {
  return warning(
    'value-outside-range',
    place,
    `"${name}" is ${value}, outside its range "${range}"`,
    'Change one of the two: run works with the value, simulate draws from the range alone',
  )
}

/** Shares of the baseline that leave less than nothing for infrastructure. */
export function sharesAboveWhole(
  place: Place,
  sum: string,
  year: string | undefined,
  drawn: boolean,
): Problem {
  return error(
    'shares-above-whole',
    place,
    `digital-share and other-share come to ${sum} of the baseline${year === undefined ? '' : ` in ${year}`}${drawn ? ' at the top of their ranges' : ''}, which leaves infrastructure less than nothing`,
    'Lower one of them: together they are at most 100%',
  )
}

function tieInWords({ between: [a, b], rank }: WrittenTie): string {
  return `${a} with ${b} ${rank}`
}

function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

function warning(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'warning', place, found, advice }
}
