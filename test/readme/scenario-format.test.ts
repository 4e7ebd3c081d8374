import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { listedAssumptions } from '../../src/figures/assumption-list.ts'
import { benchmarkKinds, profiles } from '../../src/figures/settings.ts'
import { knownNames } from '../../src/run/known-names.ts'
import { readLayer } from '../../src/scenarios/read-layer.ts'
import { resolveScenario } from '../../src/scenarios/resolve.ts'
import { subCategoryNames } from '../../src/terms/category.ts'
import { fencedBlocks } from './fenced.ts'
import { sections, type Section } from './sections.ts'

/** docs/scenario-format.md against the schema, the lists of the program and the shipped files. */
const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/scenario-format.md', root), 'utf8')
const currentPlans = readFileSync(new URL('scenarios/current-plans.yaml', root), 'utf8')
const known = knownNames(await loadData())
const all = sections(page)

function section(title: string): Section {
  const found = all.find((each) => each.title === title)
  if (found === undefined) throw new Error(`docs/scenario-format.md has no section "${title}"`)
  return found
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}
const schema = JSON.parse(readFileSync(new URL('schema/scenario.schema.json', root), 'utf8')) as Schema

/** The keys a part of the schema takes, by its path: of the items where it is a list, of the mapping where it may be one. */
function keysAt(path: string): string[] {
  const found = path === '' ? schema : schema.properties?.[path]
  const mapping = found?.items ?? found?.anyOf?.find((each) => each.properties !== undefined) ?? found
  return Object.keys(mapping?.properties ?? {})
}

describe('the tables hold the keys of the schema, no more and no fewer', () => {
  test.each([
    ['The keys of a file', ''],
    ['`baseline`', 'baseline'],
    ['`split`', 'split'],
    ['`measures`', 'measures'],
    ['`benchmarks`', 'benchmarks'],
    ['`assumptions`', 'assumptions'],
    ['`correlations`', 'correlations'],
    ['`lookback`', 'lookback'],
    ['`optimism-bias`', 'optimism-bias'],
    ['`workforce`', 'workforce'],
  ])('%s', (title, path) => {
    const listed = section(title)
      .table('key')
      .map(([key]) => key)
    expect(keysAt(path).length).toBeGreaterThan(0)
    expect([...listed].sort()).toEqual(
      keysAt(path)
        .map((key) => `\`${key}\``)
        .sort(),
    )
  })
})

test('the profiles and kinds are those of the program', () => {
  expect(
    section('`measures`')
      .table('profile')
      .map(([name]) => name),
  ).toEqual(profiles.map((name) => `\`${name}\``))
  expect(
    section('`benchmarks`')
      .table('kind')
      .map(([name]) => name),
  ).toEqual(benchmarkKinds.map((name) => `\`${name}\``))
})

test('the assumptions are those of `capgap scenario assumptions`, with unit and default', () => {
  expect(section('`assumptions`').table('key')).toEqual(
    listedAssumptions.map(({ name, unit, yearly, default: usual }) => [
      `\`${name}\``,
      yearly ? `${unit}, by year` : unit,
      usual,
    ]),
  )
})

test('every sub-category and every group of nations is named', () => {
  const wanted = [...subCategoryNames, ...known.groups]
  expect(wanted.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('the shipped scenarios are those of the folder', () => {
  const shipped = readdirSync(new URL('scenarios', root)).map((file) => `\`${file.replace(/\.yaml$/, '')}\``)
  const listed = section('The shipped scenarios')
    .table('name')
    .map(([name]) => name)
  expect([...listed].sort()).toEqual(shipped.sort())
})

/** A block marked `warns` shows what a warning is about; all others are free of them. */
describe('every example is a valid scenario', () => {
  const examples = fencedBlocks(page).filter(({ language }) => language === 'yaml')
  test.each(examples)('line $line', ({ text, words }) => {
    const whole = text.startsWith('capgap:') && !text.includes('extends:')
    const example = layer('example.yaml', text.startsWith('capgap:') ? text : `capgap: 1\n${text}`)
    const base = layer('current-plans.yaml', currentPlans)
    const { warnings } = resolveScenario('example', whole ? [example] : [base, example], [], {
      known,
      set: [],
    })
    expect(warnings.map(({ found }) => found)).toHaveLength(words.includes('warns') ? 1 : 0)
  })

  test('and a mistake in one would be found', () => {
    expect(() =>
      layer('example.yaml', 'capgap: 1\nmeasures: [{id: a, profile: level, amount: 6.4}]\n'),
    ).toThrow('a number needs its unit')
  })
})

function layer(file: string, text: string) {
  const { root: read, problems } = readLayer(text, file)
  if (read === undefined || problems.length > 0)
    throw new Error(problems.map(({ found }) => found).join('\n'))
  return { file, root: read }
}
