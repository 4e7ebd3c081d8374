import * as z from 'zod/mini'
import { scenarioFile } from './schema.ts'

/** The JSON Schema (draft-07) of a scenario file, for editors: the schema files are checked with, written out. */
export function scenarioJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(scenarioFile, {
    target: 'draft-7',
    // Our names of written forms are none of JSON Schema's; the pattern says the same.
    override: ({ jsonSchema }) => delete jsonSchema.format,
  })
  return {
    $schema,
    title: 'capgap scenario',
    ...rest,
    // A file that builds on others may leave these to them.
    if: { not: { required: ['extends'] } },
    then: { required: ['title', 'years'], anyOf: [{ required: ['benchmarks'] }, { required: ['lookback'] }] },
  }
}

/** The same as the text of `schema/scenario.schema.json`. */
export function scenarioJsonSchemaText(): string {
  return `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`
}
