import { expect, test } from 'vitest'
import { yearsMeant } from '../../src/problems/years-meant.ts'

test.each([
  ['2025/26', '2025-26'],
  ['2025–26', '2025-26'],
  ['2025-2026', '2025-26'],
  ['1999/2000', '1999-00'],
  ['2025/26 to 2029/30', '2025-26 to 2029-30'],
  ['2025-26 - 2029-30', '2025-26 to 2029-30'],
  ['2025/26–2029/30', '2025-26 to 2029-30'],
  ['2025-26 until 2029-30', '2025-26 to 2029-30'],
])('%s is meant for %s', (text, years) => {
  expect(yearsMeant(text)).toBe(years)
})

test.each([
  '2025',
  '2025-27',
  '2010-2019',
  '2029/30 to 2025/26',
  '2025/26, 2026/27, 2027/28',
  'FY 2025/26',
  '',
  'soon',
])('%j is no years written another way', (text) => {
  expect(yearsMeant(text)).toBeUndefined()
})
