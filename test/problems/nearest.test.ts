import { expect, test } from 'vitest'
import { nearest } from '../../src/problems/nearest.ts'

const known = ['AUS', 'GBR', 'g7', 'median', 'current-plans', 'flat-real']

test.each([
  ['levl', undefined],
  ['UK', undefined],
  ['GB', 'GBR'],
  ['gbr', 'GBR'],
  ['g8', 'g7'],
  ['mean', 'median'],
  ['curent-plan', 'current-plans'],
  ['x', undefined],
  ['', undefined],
])('%j is nearest to %j', (word, meant) => {
  expect(nearest(word, known)).toBe(meant)
})
