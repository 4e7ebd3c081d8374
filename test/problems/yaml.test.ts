import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/problems/yaml.ts'

const source = `# a comment
title: "one: two"
year: 2020
span: 2025-26
share: 0.60%
on: 2023-11-28
list: [a, 'b']
nested:
  - {id: q, empty: }
again: &X {k: 1}
same: *X
`

describe('readYaml', () => {
  const document = readYaml(source, 'a.yaml')

  it('reads values by YAML 1.2: only what looks like a number is one', () => {
    expect(document.problems).toEqual([])
    expect(document.value).toEqual({
      title: 'one: two',
      year: 2020,
      span: '2025-26',
      share: '0.60%',
      on: '2023-11-28',
      list: ['a', 'b'],
      nested: [{ id: 'q', empty: null }],
      again: { k: 1 },
      same: { k: 1 },
    })
  })

  it('keeps the source text of every scalar', () => {
    expect(document.text(['share'])).toBe('0.60%')
    expect(document.text(['year'])).toBe('2020')
    expect(document.text(['nested', 0, 'id'])).toBe('q')
    expect(document.text(['nested'])).toBeUndefined()
  })

  it.each([
    [['title'], 'key', 2, 1],
    [['title'], 'value', 2, 8],
    [['share'], 'value', 5, 8],
    [['list', 1], 'value', 7, 11],
    [['nested', 0, 'id'], 'value', 9, 10],
    [['nested', 0, 'missing'], 'value', 9, 5],
  ] as const)('places %j (%s) at %i:%i', (path, of, line, column) => {
    const place = document.place(path, of)
    expect([place.line, place.column]).toEqual([line, column])
    expect(place.excerpt).toBe(source.split('\n')[line - 1])
  })

  it.each([
    ['a: 1\na: 2', 'duplicate-key', 2, 1],
    ['a: {b: 1, b: 2}', 'duplicate-key', 1, 11],
    ['? [a]\n: 3', 'key-not-text', 1, 3],
    ['a: *nothing', 'unknown-alias', 1, 4],
    ['a: &a [*a]', 'unknown-alias', 1, 8],
    ['a: !!js/function x', 'tag-not-allowed', 1, 4],
    ['a: 1\n---\nb: 2', 'several-documents', 3, 1],
    ['a: b: c', 'yaml-syntax', 1, 5],
    ['a: [1', 'yaml-syntax', 1, 6],
  ])('%j is %s at %i:%i', (text, code, line, column) => {
    const [problem, ...rest] = readYaml(text, 'a.yaml').problems
    expect(rest).toEqual([])
    expect([problem?.code, problem?.place?.line, problem?.place?.column]).toEqual([code, line, column])
  })

  it('refuses aliases that multiply without end, quickly', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 30; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      )
    const { problems, root } = readYaml(bomb.join('\n'), 'bomb.yaml')
    expect(problems.map((problem) => problem.code)).toEqual(['aliases-multiply'])
    expect(root).toBeUndefined()
  })

  it.each(['', '# only a comment\n', '\uFEFF'])('reads nothing from %j without a problem', (text) => {
    const document = readYaml(text, 'a.yaml')
    expect(document.value).toBeUndefined()
    expect(document.problems).toEqual([])
  })

  it('reads past a BOM and Windows line ends', () => {
    const document = readYaml('\uFEFFa: 1\r\nb: 2\r\n', 'a.yaml')
    expect(document.place(['b'])).toEqual({ file: 'a.yaml', line: 2, column: 4, excerpt: 'b: 2' })
  })

  it('has no special keys', () => {
    const { value } = readYaml('__proto__: {a: 1}', 'a.yaml')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
  })
})
