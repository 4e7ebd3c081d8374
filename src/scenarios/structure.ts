import type * as z from 'zod/mini'
import * as say from '../problems/catalogue/scenarios.ts'
import type { Place, Problem } from '../problems/problem.ts'
import { nodeAt, placeAt } from '../problems/yaml-nodes.ts'
import type { YamlMapping, YamlNode, YamlPath } from '../problems/yaml-nodes.ts'
import type { FormatName } from './formats.ts'
import { scenarioFile } from './schema.ts'

type Issue = z.core.$ZodIssue

/** What the schema finds wrong in one file (or in what `--set` says), each at its key or value. */
export function structureProblems(root: YamlMapping, isFile = true): Problem[] {
  const result = scenarioFile.safeParse(textValue(root), { jitless: true })
  if (result.success) return []
  return result.error.issues.flatMap((issue) => sentencesFor(root, issue, [], isFile))
}

/** The tree as the schema reads it: every scalar as the text it was written as, but for true, false and nothing. */
function textValue(node: YamlNode): unknown {
  if (node.kind === 'list') return node.items.map(textValue)
  if (node.kind === 'scalar') {
    return typeof node.value === 'boolean' ? node.value : node.value === null ? null : node.text
  }
  const object = Object.create(null) as Record<string, unknown>
  for (const [key, entry] of node.entries) object[key] = textValue(entry.value)
  return object
}

function sentencesFor(root: YamlMapping, issue: Issue, above: YamlPath, isFile: boolean): Problem[] {
  const path = [...above, ...(issue.path as (string | number)[])]
  const key = lastName(path)
  const node = nodeAt(root, path)
  const place = placeAt(root, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) =>
        say.unknownKey(placeAt(root, [...path, unknown], 'key'), unknown, issue.message.split(' ')),
      )
    case 'invalid_union':
      return likeliest(issue.errors).flatMap((inner) => sentencesFor(root, inner, path, isFile))
    case 'invalid_key':
      return [say.notAYear(placeAt(root, path, 'key'), key)]
    case 'invalid_format':
      return [formatProblem(issue.format as FormatName, place, key, textOf(node))]
    case 'invalid_value': {
      if (path.length === 1 && key === 'capgap') return versionProblem(root, node, isFile)
      const words = issue.values.map(String)
      if (node?.kind === 'scalar') return [say.unknownWord(place, key, node.text, words)]
      return [say.wrongType(place, key, `one of ${words.join(', ')}`, kindOf(node))]
    }
    case 'invalid_type':
      if (node === undefined) return [say.missingKey(place, key, ownerOf(path))]
      if (node.kind === 'scalar' && node.value === null) return [say.notText(place, key)]
      return [say.wrongType(place, key, kinds[issue.expected] ?? issue.expected, kindOf(node))]
    case 'invalid_element':
    case 'custom':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
      throw new Error(`the schema reported ${issue.code}, for which there is no sentence`)
  }
}

function versionProblem(root: YamlMapping, node: YamlNode | undefined, isFile: boolean): Problem[] {
  if (!isFile && node === undefined) return []
  if (node === undefined) return [say.missingKey(root.place, 'capgap', 'The file')]
  return [say.unsupportedVersion(node.place, textOf(node))]
}

/** Of the alternatives a value could have been, the one it comes closest to. */
function likeliest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const distance = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      if (issue.code === 'unrecognized_keys') return sum + issue.keys.length
      if (issue.code === 'invalid_union') return sum + Math.min(...issue.errors.map(distance))
      return sum + (issue.code === 'invalid_type' && issue.path.length === 0 ? 100 : 1)
    }, 0)
  return alternatives.reduce((best, issues) => (distance(issues) < distance(best) ? issues : best))
}

function formatProblem(format: FormatName, place: Place, key: string, text: string): Problem {
  switch (format) {
    case 'text':
      return say.notText(place, key)
    case 'id':
      return say.notAnId(place, text)
    case 'date':
      return say.notADate(place, text)
    case 'year':
      return say.notAYear(place, text)
    case 'years':
      return say.notYears(place, text)
    case 'window':
      return say.notAWindow(place, text)
    case 'prices':
      return say.notPrices(place, text)
    case 'money':
      return say.notMoney(place, text)
    case 'percent':
    case 'share':
      return say.notAPercentage(place, text)
    case 'number':
      return say.notANumber(place, text)
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping of keys to values',
  record: 'a mapping of years to values',
  array: 'a list',
  boolean: 'true or false',
}

function kindOf(node: YamlNode | undefined): string {
  if (node === undefined) return 'nothing'
  if (node.kind === 'list') return 'a list'
  if (node.kind === 'mapping') return 'a mapping'
  return node.value === null ? 'nothing' : `"${node.text}"`
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text : ''
}

function lastName(path: YamlPath): string {
  const last = path.at(-1)
  return typeof last === 'number' ? String(path.at(-2) ?? '') : (last ?? '')
}

/** What an entry is called in a sentence: `measures: [{…}]` holds measures. */
function ownerOf(path: YamlPath): string {
  const owners: Readonly<Record<string, string>> = {
    measures: 'The measure',
    benchmarks: 'The benchmark',
    correlations: 'The correlation',
    'after-plans': 'The rule after the plans',
  }
  const owner = path.toReversed().find((step) => typeof step === 'string' && owners[step] !== undefined)
  return (owner === undefined ? undefined : owners[owner]) ?? 'The file'
}
