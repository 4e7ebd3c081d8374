import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { explainableFigures } from '../../src/figures/explainable.ts'
import { sections } from './sections.ts'

const page = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8')
const named = sections(page)
  .flatMap((section) => section.table('figure'))
  .flatMap(([names = '']) => names.split(' · '))

test('every figure docs/model.md names can be explained', () => {
  const figures = explainableFigures()
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((name) => !/^`.+`$/.test(name) || !figures.has(name.slice(1, -1)))).toEqual([])
})
