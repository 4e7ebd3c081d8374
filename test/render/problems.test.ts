import { describe, expect, it } from 'vitest'
import { renderProblems } from '../../src/render/problems.ts'

const problem = (excerpt: string, column: number) => ({
  code: 'a-code',
  severity: 'error' as const,
  place: { file: 'a.yaml', line: 12, column, excerpt },
  found: 'It is wrong',
  advice: 'Write it right',
})

describe('problems as text', () => {
  it('says where, what is wrong, the line with a caret, and what to write', () => {
    expect(renderProblems([problem('amount: £6', 9)])).toBe(
      `a.yaml:12:9: error: It is wrong [a-code]
  12 | amount: £6
     |         ^
  Write it right
`,
    )
  })

  it('cuts what is quoted at great length', () => {
    const quoting = (text: string) => ({ ...problem('a', 1), found: `Here stands only "${text}", and more` })
    expect(renderProblems([quoting('a'.repeat(1000))])).toContain(`"${'a'.repeat(1000)}", and more`)
    expect(renderProblems([quoting('a'.repeat(1_000_000))])).toContain(`"${'a'.repeat(1000)}…", and more`)
  })

  it('separates problems by a blank line', () => {
    expect(renderProblems([problem('a', 1), problem('a', 1)])).toMatch(/right\n\na\.yaml/)
  })

  it('does without a place, or without a line', () => {
    const { code, severity, found, advice } = problem('', 1)
    const nowhere = { code, severity, found, advice }
    expect(renderProblems([nowhere])).toBe('error: It is wrong [a-code]\n  Write it right\n')
    expect(renderProblems([{ ...nowhere, place: { file: 'a.yaml' } }])).toMatch(/^a\.yaml: error/)
  })

  it('keeps the caret under its letter behind tabs and wide letters', () => {
    expect(renderProblems([problem('\tkey: x', 7)])).toContain('\n     | \t     ^\n')
    expect(renderProblems([problem('字: x', 4)])).toContain('\n     |     ^\n')
  })

  it('cuts a long line round the spot', () => {
    const [, excerpt, caret] = renderProblems([problem(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 501)]).split(
      '\n',
    )
    expect(excerpt!.length).toBeLessThan(160)
    expect(excerpt![caret!.indexOf('^')]).toBe('X')
  })

  it('never passes on what a terminal would obey', () => {
    expect(renderProblems([problem('a: \u001b[2J\u0007', 1)])).not.toMatch(/[\u001b\u0007]/) // eslint-disable-line no-control-regex
  })

  it('colours the severity and the caret only when asked, and never as the only sign', () => {
    const coloured = renderProblems([problem('a', 1)], { colour: true })
    expect(coloured).toContain('\u001b[31merror\u001b[39m')
    expect(coloured.replaceAll('\u001b[31m', '').replaceAll('\u001b[39m', '')).toBe(
      renderProblems([problem('a', 1)]),
    )
  })
})
