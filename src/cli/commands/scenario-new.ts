import { starterScenario } from '../../scenarios/starter.ts'
import type { Outcome } from '../deliver.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/** `capgap scenario new`: a scenario to start from, as text. */
export function scenarioNew(raw: RawOptions): Outcome {
  return { answer: starterScenario(), problems: [], output: new OptionReader().textOutput(raw) }
}
