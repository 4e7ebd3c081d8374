import { expect, test } from 'vitest'
import { z } from 'zod'
import { aboutSchema } from '../../src/datasets/about.ts'

interface Described {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Described>>
  readonly items?: Described
  readonly additionalProperties?: Described | boolean
}

test('every key of about.yaml is described, at every depth', () => {
  const schema = z.toJSONSchema(aboutSchema, { io: 'input' }) as Described
  const keys = keysOf(schema, '')
  expect(keys.map(({ path }) => path)).toContain('spine.definition')
  expect(keys.filter(({ description }) => (description ?? '') === '').map(({ path }) => path)).toEqual([])
})

function keysOf(schema: Described, path: string): { path: string; description: string | undefined }[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const here = path === '' ? name : `${path}.${name}`
    return [{ path: here, description: property.description }, ...keysOf(property, here)]
  })
  const items = schema.items ? keysOf(schema.items, path) : []
  const values =
    typeof schema.additionalProperties === 'object' ? keysOf(schema.additionalProperties, path) : []
  return [...inner, ...items, ...values]
}
