import { z } from 'zod'
import * as say from '../problems/catalogue/records.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import { recordedCommands, recordFormat, type RunRecord } from './record.ts'

const text = z.string()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const schema = z.strictObject({
  record: z.literal(recordFormat),
  capgap: text,
  command: z.enum(recordedCommands),
  options: z.record(text, z.union([text, z.boolean(), z.array(text)])),
  output: z.strictObject({
    format: text,
    sha256: hash,
    bytes: z.int().nonnegative(),
    look: z
      .strictObject({ width: z.int().positive(), colour: z.boolean(), boxes: z.boolean() })
      .exactOptional(),
  }),
  data: z.strictObject({
    hash: text,
    sources: hash,
    folders: z.int().nonnegative(),
    datasets: z.array(z.strictObject({ name: text, hash, read: z.boolean() })),
  }),
  scenarios: z
    .array(
      z.strictObject({
        name: text,
        title: text,
        asOf: text.nullable(),
        economy: text,
        files: z.array(z.strictObject({ file: text, sha256: hash, text })).min(1),
        values: z.array(
          z.strictObject({
            key: text,
            value: text,
            at: text,
            replaced: z.array(z.strictObject({ at: text, value: text })),
          }),
        ),
        assumptions: z.array(z.record(text, z.unknown())),
      }),
    )
    .min(1),
})

/**
 * A record as it was written.
 * @param file as the user named it
 * @throws ProblemsError (exit code 1): what cannot be read proves nothing
 */
export function parseRecord(written: string, file: string): RunRecord {
  let json: unknown
  try {
    json = JSON.parse(written)
  } catch {
    throw refused(say.noRecordAtAll(file))
  }
  const found: unknown =
    typeof json === 'object' && json !== null && 'record' in json ? json.record : undefined
  if (found === undefined) throw refused(say.noRecordAtAll(file))
  if (typeof found === 'number' && found > recordFormat)
    throw refused(say.newerRecord(file, found, recordFormat))
  const parsed = schema.safeParse(json, { jitless: true })
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) =>
    say.notARecord(file, issue.path.join('.'), issue.message),
  )
  throw new ProblemsError(problems, exitCodes.check)
}

function refused(problem: ReturnType<typeof say.notARecord>): ProblemsError {
  return new ProblemsError([problem], exitCodes.check)
}
