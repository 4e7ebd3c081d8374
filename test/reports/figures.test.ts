import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainableFigures } from '../../src/figures/explainable.ts'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { figuresReport } from '../../src/reports/figures.ts'
import { formulaWith } from '../../src/reports/explain/formula.ts'
import { wordsValue } from '../../src/engine/calculators/words.ts'

/** FIGURES.md is printed from the declarations, and says all of them. */

const report = figuresReport()
const rows = report.long.rows.map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? cell.text : '')))
const rowOf = (name: string): string[] => {
  const row = rows.find(([each]) => each === name)
  if (row === undefined) throw new Error(`${name} is not on the page`)
  return row
}

it('is fresh', async () => {
  await expect(`# Figures\n\n${renderMarkdown(report)}`).toMatchFileSnapshot('../../FIGURES.md')
})

describe('the page', () => {
  it('names every figure that can be explained, each once', () => {
    const names = rows.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
    // Money put into the prices printed is said once, above the tables.
    const missing = [...explainableFigures().keys()].filter(
      (name) => !names.includes(name) && !/-(printed|real)$/.test(name),
    )
    expect(missing).toEqual([])
  })

  it('names as inputs only figures that have a row', () => {
    const names = new Set(rows.map(([name]) => name))
    const inputs = rows.flatMap(([, , , , all = '']) => all.split(', ')).filter((name) => name !== '')
    expect(inputs.filter((name) => !names.has(name))).toEqual([])
  })

  it.each([
    // By MODEL.md 5, 3 and 4.
    ['gap', 'requirement − projected spend'],
    ['cdel-per-gfcf-year', / ÷ \(.* × UK GDP × England’s share/],
    ['shortfall', /one of/],
    [
      'planned-capital',
      /^capital of the baseline’s series, as published where there is one, else the same a year before × /,
    ],
    ['after-plans-flat-real', 'GDP deflator, financial years (now) ÷ GDP deflator, financial years (before)'],
    ['capital', 'a row of data/dhsc-capital'],
  ])('says the formula of %s', (name, formula) => {
    const said = rowOf(name)[3] ?? ''
    if (typeof formula === 'string') expect(said).toBe(formula)
    else expect(said).toMatch(formula)
  })

  it('leaves no cell blank but the inputs of what is read', () => {
    const blank = rows.filter(([name, label, unit, formula, , source]) =>
      [name, label, unit, formula, source].some((text) => text === undefined || text === ''),
    )
    expect(blank).toEqual([])
  })

  it('is what the repository holds, not only what the test makes', () => {
    const page = readFileSync(new URL('../../FIGURES.md', import.meta.url), 'utf8')
    for (const [name = ''] of rows) expect(page).toContain(`| ${name} `)
  })
})

it('a formula follows the declaration: change the inputs’ names and it changes', () => {
  const gap = explainableFigures().get('requirement-with-leases')!
  const values = { ofCategory: wordsValue('what is needed'), leasesOf: wordsValue('leases') }
  expect(formulaWith(gap, values)).toBe('what is needed + leases')
})
