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

function error(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}
