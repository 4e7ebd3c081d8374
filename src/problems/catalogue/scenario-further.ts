import type { Place, Problem } from '../problem.ts'

/** Sentences about the keys of a scenario that ask for more. A function's name, in hyphens, is its problem's code. */

export function projectTypeRequired(place: Place): Problem {
  return error(
    'project-type-required',
    place,
    'Optimism bias of infrastructure depends on what is built, and no type of project is named',
    'Write for example "type: standard-buildings", or shares: "type: {standard-buildings: 70%, non-standard-buildings: 30%}"',
  )
}

export function mitigationWithoutEvidence(place: Place, category: string): Problem {
  return error(
    'mitigation-without-evidence',
    place,
    `The optimism bias of ${category} costs is set below its upper bound, and nothing shows why`,
    'Say what has been done: write "evidence: …" beside "mitigation"',
  )
}

export function optimismBiasUnexplained(place: Place, name: string, upper: string): Problem {
  return {
    code: 'optimism-bias-unexplained',
    severity: 'warning',
    place,
    found: `"${name}" is below the upper bound of ${upper}, and nothing shows why`,
    advice: 'Write it in full, with a "why" that says what is managed',
  }
}

export function optimismBiasOutsideRange(
  place: Place,
  category: string,
  uplift: string,
  lower: string,
  upper: string,
): Problem {
  return {
    code: 'optimism-bias-outside-range',
    severity: 'warning',
    place,
    found: `An optimism bias of ${uplift} on ${category} costs is outside the range of the table, ${lower} to ${upper}`,
    advice: 'Change it, or keep it if your own projects show it',
  }
}

export function assumptionPrices(place: Place, name: string, prices: string): Problem {
  return error(
    'assumption-prices',
    place,
    `The assumption "${name}" is in ${prices} prices, and its amount names others`,
    `Write the amount in ${prices} prices`,
  )
}

export function adoptionCurve(place: Place, id: string, what: string): Problem {
  return error(
    'adoption-curve',
    place,
    `The adoption of "${id}" is no s-curve: ${what}`,
    'Write for example "adoption: {start: 2%, ceiling: 80%, midpoint: 2029-30}" beside "from: 2026-27"',
  )
}

export function adoptionTwice(place: Place, id: string, programme: string): Problem {
  return error(
    'adoption-twice',
    place,
    `The measure "${id}" gives ${programme} a second curve of adoption`,
    'Keep one measure of profile adoption a programme, and write the others as a level, ramp, total or schedule',
  )
}

export function programmeWithSplit(place: Place, id: string): Problem {
  return error(
    'programme-with-split',
    place,
    `The measure "${id}" belongs to a programme, which is its split, and has another split as well`,
    'Delete "split", or "programme"',
  )
}

export function recruitsIncomplete(place: Place, missing: readonly string[]): Problem {
  return error(
    'recruits-incomplete',
    place,
    `Recruiting needs ${missing.map((key) => `"${key}"`).join(', ')} as well`,
    'Write for example "recruits: 1500", "from: 2026-27" and "to: 2030-31"',
  )
}

export function workforceNumber(place: Place, key: string, what: string): Problem {
  return error(
    'workforce-number',
    place,
    `"${key}" is ${what}`,
    'Write a number of people, or of whole years',
  )
}

function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}
