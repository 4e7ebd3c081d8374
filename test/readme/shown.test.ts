import { describe, expect, test } from 'vitest'
import { fencedBlocks } from './fenced.ts'
import { differenceFromShown } from './shown.ts'

const printed = 'one\ntwo\nthree\nfour\n'

describe('an output shown on a page is true when', () => {
  test.each([
    ['it is the whole output', 'one\ntwo\nthree\nfour\n'],
    ['it is the beginning', 'one\n…\n'],
    ['it is the end', '…\nfour\n'],
    ['it leaves out the middle', 'one\n…\nfour\n'],
    ['it shows a stretch', '…\ntwo\nthree\n…\n'],
    ['it shows several stretches in order', '…\none\n…\nthree\n…\n'],
  ])('%s', (_case, shown) => {
    expect(differenceFromShown(shown, printed)).toBeUndefined()
  })
})

describe('an output shown on a page is found untrue when', () => {
  test.each([
    ['a number differs', 'one\n2\nthree\nfour\n'],
    ['it stops short without saying so', 'one\ntwo\n'],
    ['it begins later without saying so', 'two\n…\n'],
    ['it ends earlier without saying so', '…\nthree\n'],
    ['its stretches are out of order', '…\nthree\n…\none\n…\n'],
    ['a stretch leaves out a line without saying so', '…\ntwo\nfour\n…\n'],
    ['it shows more than there is', 'one\ntwo\nthree\nfour\nfive\n'],
  ])('%s', (_case, shown) => {
    expect(differenceFromShown(shown, printed)).toContain(printed)
  })
})

test('fenced blocks are read with their language, words and line', () => {
  expect(fencedBlocks('a\n\n```sh exit=3\nls\n```\n\n```text\nb\n\nc\n```\n')).toEqual([
    { language: 'sh', words: ['exit=3'], text: 'ls\n', line: 3 },
    { language: 'text', words: [], text: 'b\n\nc\n', line: 7 },
  ])
})

test('a block in a list is read without its indent', () => {
  const [block] = fencedBlocks('- a\n\n  ```sh\n  ls\n    -l\n  ```\n')
  expect(block?.text).toBe('ls\n  -l\n')
})

test('a block that is never closed is refused', () => {
  expect(() => fencedBlocks('```sh\nls\n')).toThrow('line 1')
})
