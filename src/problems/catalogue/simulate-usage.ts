import type { Problem } from '../problem.ts'

/** What can be wrong with a simulation, and what is said while it runs. */

export function precisionNotReached(scenario: string, asked: string, most: number): Problem {
  return {
    code: 'precision-not-reached',
    severity: 'warning',
    found: `${scenario}: after ${count(most)} draws the standard error of a P50 is still more than ${asked} of the width from P5 to P95`,
    advice: 'Allow more with --max-draws, or ask for less with --precision',
  }
}

/** A scenario in which nothing is uncertain has no intervals: one of no width would look like certainty. */
export function nothingSampled(scenario: string): Problem {
  return {
    code: 'nothing-sampled',
    severity: 'error',
    found: `"${scenario}" gives no assumption a range, so that nothing in it is uncertain and every interval would have no width`,
    advice:
      'Write a range for what you are not sure of, for example under "assumptions": underspend: {value: 3%, range: "triangular(0%, 3%, 12%)", why: "…"}; "capgap scenario assumptions" lists what can be set',
  }
}

export function badDraws(option: string, value: string): Problem {
  return usage(
    'bad-draws',
    `"${value}" is not a number of draws for "${option}"`,
    `Write a whole number from 1 to 1000000000, in digits alone: ${option} 10000`,
  )
}

export function badSeed(value: string): Problem {
  return usage(
    'bad-seed',
    `"${value}" is not a seed`,
    'Write a whole number from 0 to 9007199254740991: --seed 42',
  )
}

export function badPrecision(value: string): Problem {
  return usage(
    'bad-precision',
    `"${value}" is not a precision`,
    'Write a share of the interval’s width above 0% and up to 100%: --precision 0.5%',
  )
}

export function badWorkers(value: string): Problem {
  return usage(
    'bad-workers',
    `"${value}" is not a number of worker threads`,
    'Write a whole number from 1 to 256: --workers 2',
  )
}

export function drawsAndPrecision(): Problem {
  return usage(
    'draws-and-precision',
    '"--draws" and "--precision" both say when to stop',
    'Give one of them; --max-draws bounds --precision',
  )
}

export function plainOrSobol(): Problem {
  return usage('plain-or-sobol', '"--plain" and "--method sobol" ask for different draws', 'Give one of them')
}

export function maxDrawsAlone(): Problem {
  return usage(
    'max-draws-alone',
    '"--max-draws" bounds "--precision", which is not given',
    'Write --precision 0.5% as well, or --draws alone',
  )
}

export function samplesEnding(file: string): Problem {
  return usage(
    'samples-ending',
    `The ending of "${file}" does not say how to write the draws`,
    'End the name in .csv or .parquet: --samples draws.parquet',
  )
}

export function samplesOverOutput(file: string): Problem {
  return usage(
    'samples-over-output',
    `"${file}" is to hold both the draws and something else`,
    'Give the draws a file of their own: --samples draws.csv',
  )
}

export function samplesOfOne(): Problem {
  return usage(
    'samples-of-one',
    '"--samples" writes the draws of one scenario, and several are named',
    'Name one scenario, or run the command once for each',
  )
}

/** How far drawing is; between two answers `done` may be a part of a draw. */
export function progress(done: number, all: number): string {
  return `Drawing: ${count(Math.floor(done))} of ${count(all)}`
}

export function samplesProgress(done: number, all: number): string {
  return `Writing draws: ${count(done)} of ${count(all)}`
}

function usage(code: string, found: string, advice: string): Problem {
  return { code, severity: 'error', found, advice }
}

/** `16,384`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
