import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/problems/yaml.ts'
import { plainValue } from '../../src/problems/yaml-nodes.ts'
import type { YamlMapping } from '../../src/problems/yaml-nodes.ts'
import { mergeLayers } from '../../src/scenarios/merge.ts'
import type { Layer } from '../../src/scenarios/merge.ts'
import { resolve } from './help.ts'

/** Top-level and nested lines of a scenario, each of a key of its own. */
const lines = [
  'title: A',
  'summary: B',
  'prices: 2023-24',
  'years: 2024-25 to 2029-30',
  'economy: obr-2026-03',
  'election: 2019-12-12',
  'baseline: {after-plans: gdp-share}',
  'split: {digital: 12%, other: 20%}',
  'lookback: {group: eu14, window: 2010-2019}',
  'benchmarks: [{id: eu14, kind: comparator-share, group: eu14, weighting: gdp}]',
  'measures: [{id: m, profile: level, amount: £1bn in 2019-20 prices, from: 2025-26, to: 2027-28}]',
  'assumptions: {underspend: 3%}',
]

function layer(text: readonly string[]): Layer {
  const root = readYaml(text.join('\n') || '{}', 'a.yaml').root
  if (root?.kind !== 'mapping') throw new Error('not a mapping')
  return { file: 'a.yaml', root }
}

const merged = (a: Layer, b: Layer): Layer => ({ file: 'merged', root: mergeLayers([a, b]).root })
const value = (root: YamlMapping): unknown => plainValue(root)

describe('laws of scenarios', () => {
  it('merging files that share no key is associative, and the order of files does not matter', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 2 }), {
      minLength: lines.length,
      maxLength: lines.length,
    })
    fc.assert(
      fc.property(parts, (assigned) => {
        const [a, b, c] = [0, 1, 2].map((part) =>
          layer(lines.filter((_, index) => assigned[index] === part)),
        ) as [Layer, Layer, Layer]
        const left = merged(merged(a, b), c)
        expect(value(left.root)).toEqual(value(merged(a, merged(b, c)).root))
        expect(value(left.root)).toEqual(value(merged(c, merged(b, a)).root))
        expect(mergeLayers([a, b, c]).overrides).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('the order of keys in a mapping changes nothing', () => {
    const measure = [
      'id: m',
      'profile: level',
      'amount: £1bn',
      'prices: 2019-20',
      'from: 2025-26',
      'to: 2027-28',
    ]
    const settingsOf = (top: readonly string[], inner: readonly string[]) =>
      JSON.stringify(
        resolve([['capgap: 1', ...top, `measures: [{${inner.join(', ')}}]`].join('\n')]).settings,
        (key, part: unknown) => (key === 'said' ? undefined : part instanceof Map ? [...part] : part),
      )
    const top = lines.filter((line) => !line.startsWith('measures'))
    const expected = settingsOf(top, measure)
    const shuffled = <T>(list: readonly T[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })
    fc.assert(
      fc.property(shuffled(top), shuffled(measure), (keys, inner) => {
        expect(settingsOf(keys, inner)).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('no text makes the reader fail otherwise than with problems', () => {
    const noise = fc.array(
      fc.constantFrom(
        ...lines,
        '- a',
        '? [x]',
        '&a *a',
        '{',
        'measures: {}',
        'split: ~',
        '\tx',
        'years: [',
        '"',
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(noise, (text) => {
        try {
          resolve([`capgap: 1\n${text.join('\n')}`])
        } catch (error) {
          expect((error as Error).name).toBe('ProblemsError')
        }
      }),
      { numRuns: 200 },
    )
  })
})
