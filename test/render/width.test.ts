import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayWidth, pad, wrap } from '../../src/render/width.ts'

describe('the width of text', () => {
  test.each([
    ['digits and a true minus', '−14.1', 5],
    ['raised marks', '1.3ᵃᵖ', 5],
    ['an accent of its own letter', 'café', 4],
    ['an accent that combines', 'cafe\u0301', 4],
    ['East Asian characters', '医療', 4],
    ['a picture', '🏥', 2],
    ['a soft hyphen shows nothing', 'a\u00adb', 2],
    ['box lines', '──┼', 3],
    ['nothing', '', 0],
  ])('%s', (_, text, width) => {
    expect(displayWidth(text)).toBe(width)
    expect(displayWidth(pad(text, 10))).toBe(10)
  })
})

describe('wrapping', () => {
  test('breaks at spaces, keeps what begins a line, hangs what follows', () => {
    expect(wrap('  = requirement less spend', 14, { hanging: 2 })).toEqual([
      '  =',
      '    requirement',
      '    less spend',
    ])
  })

  test('a long word stands whole, unless words may be broken, then after a hyphen', () => {
    expect(wrap('see capital-to-revenue-transfers', 12)).toEqual(['see', 'capital-to-revenue-transfers'])
    expect(wrap('see capital-to-revenue-transfers', 12, { breakWords: true })).toEqual([
      'see',
      'capital-to-',
      'revenue-',
      'transfers',
    ])
  })

  test('a financial year is broken only where nothing else helps', () => {
    expect(wrap('to 2025-26', 8, { breakWords: true })).toEqual(['to', '2025-26'])
  })

  test('no line is too long and no word is lost', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé£−-]{1,30}$/), { maxLength: 20 })
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 40 }), (list, width) => {
        const lines = wrap(list.join(' '), width, { breakWords: true })
        expect(lines.filter((line) => displayWidth(line) > width)).toEqual([])
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''))
      }),
    )
  })
})
