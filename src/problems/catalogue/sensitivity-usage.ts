import type { Place, Problem } from '../problem.ts'

/** Sentences about the parts of `sensitivity` and what they are asked of. */

function wrong(code: string, found: string, advice: string, place?: Place): Problem {
  return { code, severity: 'error', found, advice, ...(place === undefined ? {} : { place }) }
}

export function onePartAtATime(format: string, parts: readonly string[]): Problem {
  const options = parts.map((part) => `--${part}`)
  return wrong(
    'one-part-at-a-time',
    `"${format}" holds one table, and this asks for ${parts.length} parts`,
    `Add one of ${options.join(', ')}; --format table or markdown shows them all`,
  )
}

export function oneCategoryOfGap(): Problem {
  return wrong(
    'one-category-only',
    'Sensitivity is of one category at a time',
    'Write --category once; run the command again for another',
  )
}

export function noBenchmark(scenario: string): Problem {
  return wrong(
    'no-benchmark',
    `"${scenario}" has no benchmark, and so no gap whose sensitivity could be asked`,
    'Add a benchmark to the scenario, for example: benchmarks: [{id: eu14, kind: comparator-share, group: eu14}]',
  )
}

/** @param reason why there is none, in words */
export function noGapThere(id: string, category: string, year: string, reason: string): Problem {
  return wrong(
    'no-gap-there',
    `"${id}" leaves no gap on ${category} in ${year}: ${reason}`,
    'Name another benchmark, category or year with --benchmark, --category or --year',
  )
}

export function tooManyRows(value: string): Problem {
  return wrong(
    'bad-draws',
    `"${value}" is not a number of draws for "--draws"`,
    'Write a whole number from 1 to 4194304, in digits alone: --draws 16384',
  )
}

export function noRange(scenario: string, parts: readonly string[]): Problem {
  return wrong(
    'nothing-sampled',
    `"${scenario}" gives no assumption a range, so that there is nothing for ${parts.map((part) => `--${part}`).join(' and ')} to move`,
    'Write a range, for example under "assumptions": underspend: {value: 3%, range: "triangular(0%, 3%, 12%)", why: "…"}; or ask for --switching, which needs none',
  )
}

// Two-way grids.

export function gridTakesTwo(given: number): Problem {
  return wrong(
    'grid-takes-two',
    `A grid is over two assumptions, not ${given}`,
    'Write --grid underspend cdel-per-gfcf, or --grid underspend=0%..12%:2% ifrs16-leases=£0m,£700m,£1400m; the scenario comes before --grid',
  )
}

export function gridOfOne(name: string): Problem {
  return wrong('grid-of-one', `Both sides of the grid are "${name}"`, 'Name two different assumptions')
}

export function gridUnknown(place: Place, name: string, near: string | undefined): Problem {
  return wrong(
    'unknown-word',
    `There is no assumption "${name}"`,
    `${near === undefined ? '' : `Did you mean "${near}"? `}"capgap scenario assumptions" lists them; other keys vary with "capgap sweep"`,
    place,
  )
}

export function gridUnit(place: Place, name: string, value: string, unit: string): Problem {
  const write =
    unit === 'percent'
      ? 'Write percent: 5%'
      : unit === 'money'
        ? 'Write money: £500m'
        : 'Write a bare number: 1.05'
  return wrong('grid-unit', `"${value}" is no value of ${name}`, write, place)
}

export function gridTooLarge(name: string, most: number): Problem {
  return wrong(
    'grid-too-large',
    `${name} takes more than ${most} values here`,
    `Write a larger step, or use "capgap sweep", which writes any number of rows`,
  )
}
