import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../src/render/markdown.ts'
import { missing, moneyTable, number, reportOf, text } from './tables.ts'

describe('Markdown', () => {
  test('a caption, a pipe table, then units, notes, key and sources', () => {
    const table = moneyTable(
      ['2024-25', '2025-26'],
      [
        { style: 'heading', cells: [text('Total')] },
        { cells: [text('Spend'), number('11485', 'p'), missing('no plan')] },
        { style: 'total', cells: [text('Gap'), number('-498'), number('253')] },
      ],
      {
        title: 'Gap to eu14',
        subtitle: 'nominal £bn, England',
        notes: ['Positive is short.'],
        marks: [{ mark: 'p', meaning: 'plan' }],
      },
    )
    const report = {
      ...reportOf([table]),
      headline: ['The sign is not established.'],
      sources: [{ id: 'who', citation: 'WHO, 2023. https://apps.who.int/nha_database.' }],
    }
    expect(renderMarkdown(report)).toBe(`\
The sign is not established.

**Gap to eu14**

|           |          2024-25 | 2025-26 |
| --------- | ---------------: | ------: |
| **Total** |                  |         |
| Spend     | 11.5<sup>p</sup> |       – |
| **Gap**   |         **−0.5** | **0.3** |

- Nominal £bn, England
- Positive is short.
- <sup>p</sup> plan
- **–** no plan

Sources:

- WHO, 2023. <https://apps.who.int/nha_database>.
`)
  })

  test.each([
    ['a pipe', 'a|b', 'a\\|b'],
    ['emphasis and code', '*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
    ['markup', '<b>&amp;', '\\<b\\>\\&amp;'],
    ['a link', '[a](b)', '\\[a\\](b)'],
    ['strike-through', '~~a~~', '\\~\\~a\\~\\~'],
    ['a line break', 'a\nb', 'a b'],
    ['a mark at the start', '- a', '\\- a'],
    ['a number at the start', '1. a', '1\\. a'],
    ['a backslash before a pipe', 'a\\|b', 'a\\\\\\|b'],
  ])('%s is shown as it is written', (_, words, written) => {
    const shown = renderMarkdown(reportOf([moneyTable([], [{ cells: [text(words)] }])]))
    expect(shown).toContain(`| ${written} |`)
  })

  test('an address in a cell keeps its underscores', () => {
    const shown = renderMarkdown({ ...reportOf([]), headline: ['See https://example.org/a_b?c=1&d=2, a_b.'] })
    expect(shown).toContain('See <https://example.org/a_b?c=1&d=2>, a\\_b.')
  })

  test('steps of a tree keep their indent', () => {
    const shown = renderMarkdown(reportOf([moneyTable([], [{ cells: [text('  spend')] }])]))
    expect(shown).toContain('| \u00a0\u00a0spend |')
  })
})
