/** Where something is: a file as the user named it, a line and column from 1, and the line itself. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** The text of that line, unchanged. */
  readonly excerpt?: string
}

/**
 * One thing wrong (or worth a warning), as data: where, what was found, what to write instead.
 * Every sentence comes from the catalogue; a renderer only lays it out.
 */
export interface Problem {
  /** Stable, kebab-case, greppable: `unknown-key`. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly place?: Place
  /** What is wrong, as a sentence without full stop. */
  readonly found: string
  /** What to write or do instead. */
  readonly advice: string
}

/** What a failure means to a script: README.md, exit codes. */
export const exitCodes = {
  fine: 0,
  check: 1,
  usage: 2,
  scenario: 3,
  data: 4,
  noSolution: 5,
  write: 6,
  bug: 70,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** A failure the user can mend: all its problems at once, and the exit code they lead to. */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[]
  readonly exitCode: ExitCode

  constructor(problems: readonly Problem[], exitCode: ExitCode) {
    super(problems.map((problem) => `${problem.code}: ${problem.found}`).join('\n'))
    this.name = 'ProblemsError'
    this.problems = problems
    this.exitCode = exitCode
  }
}
