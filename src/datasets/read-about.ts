import { z } from 'zod'
import * as say from '../problems/catalogue/data-about.ts'
import { nearest } from '../problems/nearest.ts'
import type { Place, Problem } from '../problems/problem.ts'
import { readYaml } from '../problems/yaml.ts'
import { aboutSchema } from './about.ts'
import type { About } from './about.ts'
import { decodeUtf8 } from './text.ts'

/** An about.yaml as read: what it declares where it is valid, and where each key stands. */
export interface AboutFile {
  readonly file: string
  readonly about: About | undefined
  place(path: readonly (string | number)[], of?: 'key' | 'value'): Place
  readonly problems: readonly Problem[]
}

/** Reads and validates an about.yaml. Never throws for what it holds; all problems at once. */
export function readAbout(bytes: Uint8Array, file: string): AboutFile {
  const { text, problems: encoding } = decodeUtf8(bytes, file)
  const document = readYaml(text, file)
  const place = (path: readonly (string | number)[], of?: 'key' | 'value') => document.place(path, of)
  const before = [...encoding, ...document.problems]
  if (document.value === undefined && before.length > 0)
    return { file, about: undefined, place, problems: before }
  const result = aboutSchema.safeParse(document.value, { jitless: true })
  if (result.success) {
    return { file, about: before.length > 0 ? undefined : result.data, place, problems: before }
  }
  const issues = result.error.issues.flatMap((issue) => problemsOf(issue, document.value, place))
  return { file, about: undefined, place, problems: [...before, ...issues] }
}

type PlaceOf = AboutFile['place']

function problemsOf(issue: z.core.$ZodIssue, root: unknown, place: PlaceOf): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path)
    return issue.keys.map((key) =>
      say.aboutUnknownKey(place([...path, key], 'key'), key, nearest(key, known), known),
    )
  }
  const key = path.map(String).join('.')
  if (valueAt(root, path) === undefined) return [say.aboutMissingKey(place(path), key, describedAt(path))]
  return [say.aboutWrongValue(place(path), key, wanted(issue))]
}

/** What the schema asks for, in words. Its only union is a period. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return say.oneOf(issue.values.map(String))
  if (issue.code === 'invalid_type') return say.ofType(issue.expected)
  if (issue.code === 'invalid_format') return say.aSlug()
  return issue.code === 'too_small' ? say.notEmpty() : say.aPeriod()
}

/** The schema that rules at a path, through optional and default wrappers, lists and records. */
function schemaAt(path: readonly (string | number)[]): unknown {
  let schema: unknown = aboutSchema
  for (const step of path) {
    const inner = unwrapped(schema)
    if (inner instanceof z.ZodObject) schema = (inner.shape as Record<string, unknown>)[String(step)]
    else if (inner instanceof z.ZodArray) schema = inner.element
    else if (inner instanceof z.ZodRecord) schema = inner.valueType
    else return undefined
  }
  return schema
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema
}

function knownKeys(path: readonly (string | number)[]): string[] {
  const schema = unwrapped(schemaAt(path))
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

function describedAt(path: readonly (string | number)[]): string {
  const schema = schemaAt(path)
  return schema instanceof z.ZodType ? (schema.description ?? '') : ''
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[String(step)]
  }
  return value
}
