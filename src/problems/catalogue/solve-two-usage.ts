import type { Place, Problem } from '../problem.ts'

/** Sentences about how two keys of `solve` are asked for, and how a budget is written. */

function wrong(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

const example = '"measures.a.amount + measures.b.amount <= £3bn"'

/** @param bounds how often `--between` is given, likewise keys of `--vary` */
export function notAPair(bounds: number, keys: number): Problem {
  return {
    code: 'not-a-pair',
    severity: 'error',
    found: `"--vary" is given ${times(keys)} and "--between" ${times(bounds)}`,
    advice: 'Give one --vary and one --between for each key, in the same order: for one key, or for two',
  }
}

export function tooManyOfTwo(targets: number): Problem {
  return {
    code: 'too-many-targets',
    severity: 'error',
    found: `"--for" is given ${times(targets)}; two keys can meet two targets`,
    advice: 'Leave a target out',
  }
}

export function tooManyTargets(targets: number): Problem {
  return {
    code: 'too-many-targets',
    severity: 'error',
    found: `"--for" is given ${times(targets)}; one key can meet one target`,
    advice: 'Vary a second key with another --vary and --between, or leave a target out',
  }
}

export function tooFewTargets(): Problem {
  return {
    code: 'too-few-targets',
    severity: 'error',
    found: 'Two keys vary for one target, which leaves a line of answers without an end',
    advice: `Add a second --for, or what the two may come to together: --budget ${example}`,
  }
}

export function targetsAndBudget(targets: number): Problem {
  return {
    code: 'targets-and-budget',
    severity: 'error',
    found: `A budget goes with one target, and "--for" is given ${times(targets)}`,
    advice: 'Leave the budget out: two targets settle both keys. Or keep one --for',
  }
}

export function budgetForOne(): Problem {
  return {
    code: 'budget-for-one',
    severity: 'error',
    found: 'A budget is what two keys may come to together, and one varies',
    advice: 'Give the most that the key may be as the upper bound of --between, or vary a second key',
  }
}

export function sameKeyTwice(place: Place, key: string): Problem {
  return wrong('repeated-key', place, `"${key}" varies already`, 'Vary two different keys')
}

export function nothingBetween(place: Place, key: string): Problem {
  return wrong(
    'nothing-between',
    place,
    `Both bounds of ${key} are the same, so that it does not vary`,
    'Write two different bounds, or fix this key with --set and vary the other alone',
  )
}

export function yearsDoNotSlide(place: Place, key: string): Problem {
  return wrong(
    'years-do-not-slide',
    place,
    `${key} varies in whole years, and two keys are solved only where both vary by any amount`,
    'Vary it alone, or solve at each year with --set',
  )
}

export function budgetSyntax(place: Place, expected: string): Problem {
  return wrong(
    'budget-syntax',
    place,
    `${expected} is expected here`,
    `Write for example: --budget ${example}`,
  )
}

export function budgetSign(place: Place, sign: string): Problem {
  return wrong(
    'budget-sign',
    place,
    `"${sign}" does not stand in a budget`,
    'Write <= for the most that the sum may be, or = where all of it is spent',
  )
}

export function budgetMinus(place: Place): Problem {
  return wrong(
    'budget-minus',
    place,
    'A budget adds what is spent, and takes nothing off',
    `Write a sum, for example ${example}`,
  )
}

export function budgetKey(
  place: Place,
  key: string,
  keys: readonly string[],
  near: string | undefined,
): Problem {
  const list = `The keys that vary are ${keys.join(' and ')}`
  return wrong(
    'budget-key',
    place,
    `"${key}" does not vary`,
    near === undefined ? list : `Did you mean "${near}"? ${list}`,
  )
}

export function budgetRepeats(place: Place, key: string): Problem {
  return wrong(
    'budget-repeats',
    place,
    `"${key}" stands in the budget already`,
    'Write each key once, with its whole weight',
  )
}

export function budgetWeight(place: Place, key: string): Problem {
  return wrong(
    'budget-weight',
    place,
    `The weight of ${key} is nothing`,
    'Write a weight above nothing, for example 0.5 * KEY',
  )
}

export function budgetNeedsBoth(place: Place, keys: readonly string[]): Problem {
  return wrong(
    'budget-needs-both',
    place,
    'The budget names one of the two keys',
    `Name both: ${keys.join(' + ')}. What bounds one key alone is its --between`,
  )
}

/** @param counted each key with what it is counted in */
export function budgetUnlike(place: Place, counted: readonly string[]): Problem {
  return wrong(
    'budget-unlike',
    place,
    `The keys cannot be added: ${counted.join(', ')}`,
    'Vary two keys counted in the same thing, or give a second --for in place of the budget',
  )
}

export function budgetQuantity(place: Place, text: string, unit: string): Problem {
  const write =
    unit === 'GBP million'
      ? 'Write money as £3bn or £450m'
      : unit === 'percent'
        ? 'Write a percentage, of the same whole as the bounds'
        : 'Write a bare number, for example 1.05'
  return wrong('budget-quantity', place, `"${text}" is not counted as the keys are, in ${unit}`, write)
}

export function budgetPrices(place: Place, named: string, keys: string): Problem {
  return wrong(
    'budget-prices',
    place,
    `The budget names ${named} prices, and what varies is in ${keys} ones`,
    `Write the budget in ${keys} prices, or leave them out`,
  )
}

/** @param bases each key with the prices it is in */
export function budgetBases(
  place: Place,
  bases: readonly (readonly [key: string, prices: string])[],
): Problem {
  const each = bases.map(([key, prices]) => `${key} is in ${prices} prices`).join(', ')
  return wrong(
    'budget-bases',
    place,
    `Amounts of two price bases do not add: ${each}`,
    'Give both measures one price basis in the scenario, or with --set on their prices',
  )
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
