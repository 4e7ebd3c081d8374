import type { Problem } from '../problem.ts'

/** Sentences of `sweep`. */

/** A problem of one point, at the `--vary` that brings it: `--set` counts from the command line's own. */
export function atPoint(problem: Problem, ownSets: number): Problem {
  const { place } = problem
  if (place?.file !== '--set' || place.line === undefined || place.line <= ownSets) return problem
  return { ...problem, place: { ...place, file: '--vary', line: place.line - ownSets } }
}

export function badShard(text: string): Problem {
  return {
    code: 'bad-shard',
    severity: 'error',
    found: `"--shard" cannot read "${text}"`,
    advice: 'Write which part of how many, from 1: --shard 2/8',
  }
}

export function noVary(): Problem {
  return {
    code: 'no-vary',
    severity: 'error',
    found: '"sweep" has nothing to vary',
    advice: 'Add --vary KEY=A..B:STEP or --vary KEY=a,b,c; more than one makes a grid',
  }
}

export function parquetNeedsFile(): Problem {
  return {
    code: 'parquet-needs-file',
    severity: 'error',
    found: 'Parquet is written to a file, and none is named',
    advice: 'Add -o FILE.parquet',
  }
}

export function tooManyRuns(count: number, most: number): Problem {
  return {
    code: 'too-many-runs',
    severity: 'error',
    found: `The grid has ${count} runs; at most ${most} can be numbered`,
    advice: 'Write wider steps or vary fewer keys',
  }
}
