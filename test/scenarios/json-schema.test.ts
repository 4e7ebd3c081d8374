import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/problems/yaml.ts'
import { scenarioJsonSchema, scenarioJsonSchemaText } from '../../src/scenarios/json-schema.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { starterScenario } from '../../src/scenarios/starter.ts'
import { objections } from './json-schema-validator.ts'
import type { Schema } from './json-schema-validator.ts'

const schema = scenarioJsonSchema() as Schema

describe('schema/scenario.schema.json', () => {
  it('is fresh: npx vitest run test/scenarios -u writes it', async () => {
    await expect(scenarioJsonSchemaText()).toMatchFileSnapshot('../../schema/scenario.schema.json')
  })

  it('is draft-07, describes every key and allows no other', () => {
    expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#')
    const undescribed: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties, additionalProperties, type } = node as Record<string, unknown>
      if (properties !== undefined && type === 'object')
        expect([path, additionalProperties]).toEqual([path, false])
      for (const [name, inner] of Object.entries(
        (properties ?? {}) as Record<string, { description?: string }>,
      ))
        if (!inner.description) undescribed.push(`${path}/${name}`)
      for (const [name, inner] of Object.entries(node)) visit(inner, `${path}/${name}`)
    }
    visit(schema, '')
    expect(undescribed).toEqual([])
  })

  it.each([
    ...shippedScenarios().map(({ name, text }): [string, string] => [name, text]),
    ['the starter', starterScenario()],
    [
      'by year',
      'capgap: 1\nextends: [a.yaml, b]\nsplit: {digital: {2025-26: 10%, 2029-30: 14%}}\nassumptions: {underspend: {value: {2025-26: 1%}, range: "uniform(0%, 2%)"}}',
    ],
    [
      'every other key',
      'capgap: 1\nextends: a\nbaseline: {stated: {amount: £7.7bn, in: 2023-24}, after-plans: {real-growth: -1%}}\ncorrelations: [{between: [underspend, gdp-growth], rank: 0.5}]\nmeasures: [{id: a, before-election: true, amounts: {2025-26: "£1,500m in 2019-20 prices"}}]',
    ],
  ])('%s has nothing an editor would object to', (_, text) => {
    expect(objections(schema, readYaml(text, 'a.yaml').value)).toEqual([])
  })

  it.each([
    ['capgap: 2\nextends: a', 'not 1'],
    ['capgap: 1', 'no title'],
    ['capgap: 1\ntitle: a\nyears: 2024-25', 'none of the alternatives'],
    ['capgap: 1\nextends: a\ntitel: b', 'unknown titel'],
    ['capgap: 1\nextends: a\nyears: 2024', 'not string'],
    ['capgap: 1\nextends: a\nyears: "2024"', 'does not match'],
    ['capgap: 1\nextends: a\nmeasures: [{id: a, amount: 6400}]', 'not string'],
    ['capgap: 1\nextends: a\nmeasures: [{amount: £1bn}]', 'no id'],
    ['capgap: 1\nextends: a\nassumptions: {underspend: {vlaue: 1%}}', 'none of the alternatives'],
  ])('objects to %j', (text, objection) => {
    expect(objections(schema, readYaml(text, 'a.yaml').value).join('\n')).toContain(objection)
  })
})
