import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import * as say from '../../problems/catalogue/import.ts'
import { nearest } from '../../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { Problem } from '../../problems/problem.ts'
import { readYaml } from '../../problems/yaml.ts'
import { statuses } from '../../terms/status.ts'
import { decodeUtf8 } from '../text.ts'
import type { ImportFile } from './importer.ts'

const words = z.string().trim().min(1)
/** A bare year or number means its text. */
const text = z.union([words, z.number()]).transform(String)

const mappingSchema = z.strictObject({
  dataset: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .describe('the dataset the rows join, as "capgap data list" names it, or a name of your own'),
  columns: z
    .record(z.string(), words)
    .describe('for period, value and each dimension, the header of the column that holds it'),
  constants: z.record(z.string(), text).default({}).describe('what is the same in every row: nation: GBR'),
  rename: z
    .record(z.string(), z.record(z.string(), text))
    .default({})
    .describe('for a column of ours, what its cells read and what they become'),
  multiply: text
    .default('1')
    .describe('a factor from the file’s unit to ours: 0.000001 from pounds to £ million'),
  skip: z.array(text).default([]).describe('texts of value cells that hold no figure'),
  source: z
    .strictObject({
      publisher: words.describe('who published it'),
      title: words.describe('what it is called'),
      published: text.describe('when: a date, a month or a year'),
      url: words.describe('where'),
      licence: words.describe('on what terms'),
    })
    .describe('the publication'),
  about: z
    .strictObject({
      title: words,
      unit: words,
      prices: z.enum(['nominal', 'real', 'none']),
      yearType: z.enum(['financial', 'calendar']),
      dimensions: z.array(words),
      definition: words,
      caveats: z.array(words).default([]),
      asOfSide: z.enum(['policy', 'economy']),
    })
    .optional()
    .describe('for a dataset of your own: what it declares'),
  status: z.enum(statuses).default('outturn').describe('the status of rows that have no column for it'),
})

/** What a mapping file says of a tidy CSV file. */
export type Mapping = z.output<typeof mappingSchema>

/**
 * Reads a mapping file.
 * @throws ProblemsError (exit code 4) with every mistake in it
 */
export async function readMapping(file: ImportFile): Promise<Mapping> {
  const decoded = decodeUtf8(await readFile(file.path), file.shown)
  const document = readYaml(decoded.text, file.shown)
  const before = [...decoded.problems, ...document.problems]
  if (before.length > 0) throw new ProblemsError(before, exitCodes.data)
  const result = mappingSchema.safeParse(document.value, { jitless: true })
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol')
    const key = path.join('.')
    if (issue.code === 'unrecognized_keys') {
      const known = Object.keys(mappingSchema.shape)
      return issue.keys.map((name) =>
        say.unknownMappingKey(document.place([...path, name], 'key'), name, nearest(name, known)),
      )
    }
    const described = describedAt(String(path[0]))
    return [say.badMappingKey(document.place(path), key, described)]
  })
  throw new ProblemsError(problems, exitCodes.data)
}

function describedAt(key: string): string {
  const fields: Readonly<Record<string, z.ZodType | undefined>> = mappingSchema.shape
  return fields[key]?.description ?? ''
}
