import { wouldReplaceScenario } from '../../problems/catalogue/usage.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { starterScenario } from '../../scenarios/starter.ts'
import type { Outcome } from '../deliver.ts'
import type { Io } from '../io.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/**
 * `capgap scenario new`: a scenario to start from, as text. Never over a file that is there: that may be a day's work.
 * @throws ProblemsError (exit 6)
 */
export async function scenarioNew(raw: RawOptions, io: Pick<Io, 'read'>): Promise<Outcome> {
  const output = new OptionReader().textOutput(raw)
  if (output.file !== undefined && (await isThere(output.file, io)))
    throw new ProblemsError([wouldReplaceScenario(output.file)], exitCodes.write)
  return { answer: starterScenario(), problems: [], output }
}

async function isThere(file: string, io: Pick<Io, 'read'>): Promise<boolean> {
  try {
    await io.read(file)
    return true
  } catch {
    // A folder of that name, or one that may not be read, is told when it is written to.
    return false
  }
}
