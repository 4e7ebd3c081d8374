import { scenarioJsonSchemaText } from '../../scenarios/json-schema.ts'
import type { Outcome } from '../deliver.ts'
import { OptionReader, type RawOptions } from '../options.ts'

/** `capgap scenario schema`: the JSON Schema of scenario files, as text. */
export function scenarioSchema(raw: RawOptions): Outcome {
  return { answer: scenarioJsonSchemaText(), problems: [], output: new OptionReader().textOutput(raw) }
}
