import { describe, expect, test } from 'vitest'
import { renderAnnotations } from '../../src/render/annotations.ts'
import type { ShownProblem } from '../../src/render/problems.ts'

const hidden = (count: number) => `${count} more`
const problem = (found: string, rest: Partial<ShownProblem> = {}): ShownProblem => ({
  ...{ code: 'x', severity: 'error', found, advice: 'Mend it' },
  ...rest,
})

describe('annotations', () => {
  test('name file, line and column, and escape what the runner would read', () => {
    const place = { file: 'a,b: 100%.md', line: 3, column: 7 }
    expect(renderAnnotations([problem('5% of "a,b: c"\r\nis wrong', { place })], hidden)).toBe(
      '::error file=a%2Cb%3A 100%25.md,line=3,col=7::5%25 of "a,b: c"%0D%0Ais wrong. Mend it\n',
    )
  })

  test('name no place where there is none', () => {
    expect(renderAnnotations([problem('wrong', { severity: 'warning' })], hidden)).toBe(
      '::warning::wrong. Mend it\n',
    )
  })

  test.each([
    [10, 10, ''],
    [11, 10, '::error::2 more'],
    [40, 10, '::error::31 more'],
  ])('of %i errors show %i lines', (count, shown, last) => {
    const warning = problem('late', { severity: 'warning' })
    const all = [warning, ...Array.from({ length: count }, (_, index) => problem(`number ${index + 1}`))]
    const lines = renderAnnotations(all, hidden).trimEnd().split('\n')
    const errors = lines.filter((line) => line.startsWith('::error'))
    expect(errors).toHaveLength(shown)
    expect(errors[0]).toBe('::error::number 1. Mend it')
    if (last !== '') expect(errors.at(-1)).toBe(last)
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(1)
  })
})
