import type { Place, Problem } from '../problem.ts'

/** Sentences about benchmarks that clear the maintenance backlog. */

export function backlogIsInfrastructure(place: Place, category: string): Problem {
  return {
    code: 'backlog-is-infrastructure',
    severity: 'error',
    place,
    found: `the maintenance backlog is of buildings and their equipment, so clear-backlog says nothing of ${category}`,
    advice: 'Leave category out, or write: category: infrastructure',
  }
}

export function clearedTooEarly(place: Place, by: string, first: string, election: string): Problem {
  return {
    code: 'cleared-too-early',
    severity: 'error',
    place,
    found: `a backlog cannot be cleared by ${by}: more can be spent on it from ${first} on, the first year after the election of ${election}`,
    advice: `Write by: ${first} or later, or an earlier election`,
  }
}

export function backlogBelowNothing(place: Place, key: string, text: string): Problem {
  return {
    code: 'backlog-below-nothing',
    severity: 'error',
    place,
    found: `"${text}" of ${key} is below nothing`,
    advice: `Write an amount of £0m or more, for example ${key}: £2bn in 2024-25 prices`,
  }
}
