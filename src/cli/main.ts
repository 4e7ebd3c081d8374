import { type ExitCode, exitCodes, type Problem, ProblemsError } from '../problems/problem.ts'
import { version } from '../terms/version.ts'
import type { Io } from './io.ts'

export { processIo } from './io.ts'

/**
 * Runs one command line and says how it ended. Never exits the process, so that all output is written first.
 * @param argv what follows `capgap`
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const code = await failing(argv, io, () => answer(argv, io))
  // A stream that could not be written turns success into failure; a reader gone early does not.
  return failing(argv, io, async () => {
    await io.drained()
    return code
  })
}

async function answer(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [only, ...more] = argv
  if (more.length === 0 && (only === '--version' || only === '-V')) {
    io.stdout(`${version}\n`)
    return exitCodes.fine
  }
  const { createProgram } = await import('./program.ts')
  let code: ExitCode = exitCodes.fine
  await createProgram(io, only, (settled) => (code = settled)).parseAsync(argv, { from: 'user' })
  return code
}

/** Turns what was thrown into problems on stderr and an exit code. */
async function failing(argv: readonly string[], io: Io, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work()
  } catch (error) {
    if (isHelp(error)) return exitCodes.fine
    const colourWanted = !argv.includes('--no-color')
    // "brief" writes its own, with what is stale first.
    const annotations = argv[0] !== 'brief' && /(^|\n)--annotations[=\n]github(\n|$)/.test(argv.join('\n'))
    if (error instanceof ProblemsError) {
      await say(error.problems, io, colourWanted, annotations)
      return error.exitCode
    }
    const { ourBug } = await import('../problems/catalogue/usage.ts')
    await say([ourBug(error instanceof Error ? error.message : String(error))], io, colourWanted, annotations)
    if (io.env['CAPGAP_DEBUG'] && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`)
    return exitCodes.bug
  }
}

async function say(
  problems: readonly Problem[],
  io: Io,
  colourWanted: boolean,
  annotations: boolean,
): Promise<void> {
  const { sayProblems } = await import('./deliver.ts')
  await sayProblems(problems, io, colourWanted, annotations)
}

/** Commander leaves through an error after printing help or version. */
function isHelp(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'exitCode' in error && error.exitCode === 0
}
