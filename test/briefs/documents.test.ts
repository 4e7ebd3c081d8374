import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenScenario } from '../../src/briefs/runs.ts'
import { fillDocuments } from '../../src/briefs/fill.ts'
import { filled, scenarioOpener } from './open.ts'

/** Whole documents: what is kept, what is replaced, what is refused. */

const on = { open: undefined as unknown as OpenScenario, opened: [] as string[] }
beforeAll(async () => Object.assign(on, await scenarioOpener()))

const mark = '<!--capgap gap.total[eu14] in 2029-30, nominal, as £m-->'
const block =
  '<!-- capgap: table run, benchmark eu14, figures gap, categories total, nominal, years 2025-26 -->'
const fill = (text: string, options?: Parameters<typeof filled>[2]) => filled(on.open, text, options)
const codes = async (text: string, options?: Parameters<typeof filled>[2]) =>
  (await fill(text, options)).problems.map(({ code }) => code)

describe('outside the marks every byte is kept', () => {
  test.each([
    ['lines that end as in Windows', '# A\r\n\r\nThe gap is MARK a year.\r\n\r\nBLOCK\r\n\r\nEnd \t\r\n'],
    ['lines that end as on an old Mac', 'The gap is MARK.\r\rBLOCK\r\rEnd'],
    ['a byte order mark', '\ufeffThe gap is MARK.\n'],
    ['a byte order mark before a block', '\ufeffBLOCK\n'],
    ['no newline at the end', 'A gap of MARK'],
    ['a table of the author’s', '| a | b |\n|---|---|\n| MARK | MARK |\n'],
    ['entities and odd characters', 'é &nbsp; \u00a0 \u2028 MARK 🏥 \0 BLOCKless\n'],
  ])('%s', async (_case, template) => {
    const before = template
      .replaceAll('MARK', `${mark}<!--/capgap-->`)
      .replace(/^BLOCK$|BLOCK(?!less)/m, `${block}\n<!-- /capgap -->`)
    const { fresh, problems } = await fill(before)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(fresh).toContain(template.includes('MARK') ? '−£110m' : '−0.5')
    const outside = (text: string) =>
      text.replace(/(?<=years 2025-26 -->)[^]*?<!-- \/capgap.*?-->/g, '').replaceAll('−£110m', '')
    expect(outside(fresh)).toBe(outside(before))
    expect((await fill(fresh)).fresh).toBe(fresh)
    expect((await fill(fresh)).stale).toEqual([])
  })

  test('a block takes the line endings, the indent and the quote of its document', async () => {
    const { fresh } = await fill(
      `- item\r\n\r\n  ${block}\r\n  <!-- /capgap -->\r\n\r\n> ${block}\r\n> <!-- /capgap -->\r\n`,
    )
    const lines = fresh.split('\r\n')
    expect(fresh.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.filter((line) => line.includes('| **Gap** |')).map((line) => line.slice(0, 3))).toEqual([
      '  |',
      '> |',
    ])
    expect((await fill(fresh)).fresh).toBe(fresh)
  })
})

describe('a mark is left alone where it is only shown', () => {
  test.each([
    ['in a fence', '```html\nMARK\n```\n'],
    ['in a fence of tildes, with backticks in it', '~~~~\n```\nMARK\n```\n~~~~\n'],
    ['in a fence in a list', '- a\n\n  ```\n  MARK\n  ```\n'],
    ['in a fence in a quote', '> ```\n> MARK\n> ```\n'],
    ['in a fence that is never closed', '```\nMARK\n'],
    ['in an indented block', 'a\n\n    MARK\n\n\tMARK\n'],
    ['in code within a line', 'Write `MARK` or `` `MARK` ``.\n'],
    ['in code over two lines', 'Write `a\nMARK` now.\n'],
  ])('%s', async (_case, template) => {
    const text = template.replaceAll('MARK', `${mark}<!--/capgap-->`)
    expect(await fill(text)).toMatchObject({ fresh: text, marks: 0 })
  })

  test.each([
    ['after a fence', '```\na\n```\nThe gap is MARK.\n'],
    ['after a fence in a quote that ended with it', '> ```\n\nThe gap is MARK.\n'],
    ['after a lone backtick', 'A ` and a gap of MARK.\n'],
    ['between backticks of two paragraphs', 'A `\n\nA gap of MARK and `.\n'],
    ['between backticks of two items', '- a ` b\n- a gap of MARK and `\n'],
    ['after escaped backticks', 'A \\` gap of MARK and \\`.\n'],
    ['in a paragraph of a list item', '1. a\n\n    a gap of MARK\n'],
    ['in an indented line of a paragraph', 'a\n     gap of MARK\n'],
  ])('and worked %s', async (_case, template) => {
    expect((await fill(template.replace('MARK', `${mark}<!--/capgap-->`))).fresh).toContain('−£110m')
  })

  test('in scripts, styles and titles of HTML', async () => {
    const text = `<title>${mark}</title><script>x = "${mark}"</script><p>${mark}<!--/capgap--></p>`
    expect(await fill(text, { file: 'a.html' })).toMatchObject({ marks: 1, problems: [] })
  })
})

describe('what was changed by hand', () => {
  const written = async () => (await fill(`${block}\n<!-- /capgap -->\n`)).fresh

  test('is refused in a block, unless told', async () => {
    const edited = (await written()).replace('−0.5', '−0.4')
    const refused = await fill(edited)
    expect(refused.problems).toMatchObject([{ code: 'hand-edited', place: { line: 7 } }])
    expect(refused.problems[0]?.found).toContain('row "Gap", 2025-26: "−0.4" is now "−0.5"')
    expect(refused).toMatchObject({ fresh: edited, exitCode: 1 })
    expect((await fill(edited, { force: true })).fresh).toBe(await written())
  })

  test('is refused in a block that capgap never wrote', async () => {
    expect(await codes(`${block}\nmy own words\n<!-- /capgap -->\n`)).toEqual(['hand-edited'])
  })

  test.each([
    ['line endings', (text: string) => text.replaceAll('\n', '\r\n')],
    ['spaces at the ends of lines', (text: string) => text.replace('(eu14)**', '(eu14)**  ')],
    ['the widths of a table', (text: string) => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---')],
    ['empty lines', (text: string) => text.replace(' -->\n\n', ' -->\n')],
  ])('is not assumed where only %s differ', async (_case, change) => {
    const text = change(await written())
    expect(text).not.toBe(await written())
    expect(await fill(text)).toMatchObject({ fresh: text, stale: [], problems: [] })
  })

  test('is known from what capgap wrote for an older question', async () => {
    const older = (await written()).replace('2025-26 -->', '2026-27 -->')
    expect((await fill(older)).problems).toEqual([])
    expect((await fill(older)).stale.map(({ code }) => code)).toEqual(['stale-block'])
  })

  test('is replaced in a number, refused where words were added', async () => {
    const gap = (text: string) => `A gap of ${mark}${text}<!--/capgap-->.`
    expect((await fill(gap('−£999m'))).fresh).toBe(gap('−£110m'))
    expect(await codes(gap('about −£110m'))).toEqual(['hand-edited'])
    expect((await fill(gap('about −£110m'), { force: true })).fresh).toBe(gap('−£110m'))
  })

  test('may break a number over lines', async () => {
    const text = 'Now <!--capgap gap.total[oecd] in 2029-30, nominal, as words-->£3.3\nbillion<!--/capgap-->.'
    expect(await fill(text)).toMatchObject({ fresh: text, stale: [] })
  })
})

describe('what is stale is told', () => {
  const told = async (text: string, file?: string) => {
    const { stale } = await fill(text, file === undefined ? {} : { file })
    return stale.map(({ found, place }) => ({ found, line: place?.line, column: place?.column }))
  }

  test('with line, column, sentence, old and new value', async () => {
    const text = `# Gap\n\nFirst. On the EU14 share of **GDP** the gap\nis ${mark}£110m<!--/capgap--> in 2029-30; see\nbelow. Last.\n`
    expect(await told(text)).toEqual([
      {
        found:
          '"On the EU14 share of **GDP** the gap is £110m in 2029-30; see below." says "£110m"; it is now "−£110m"',
        line: 4,
        column: mark.length + 4,
      },
    ])
  })

  test.each([
    ['an item', `- one\n- the gap ${mark}£1m<!--/capgap--> here\n- three\n`, 'the gap £1m here'],
    ['a row', `| a | b |\n|---|---|\n| gap | ${mark}£1m<!--/capgap--> |\n| c | d |\n`, '| gap | £1m |'],
    ['a quote', `> a\n>\n> the gap ${mark}£1m<!--/capgap--> here.\n`, 'the gap £1m here.'],
  ])('by %s alone', async (_case, text, sentence) => {
    expect((await told(text))[0]?.found).toBe(`"${sentence}" says "£1m"; it is now "−£110m"`)
  })

  test('in HTML without its tags', async () => {
    const text = `<ul><li>a</li><li>the <b>gap</b> ${mark}£1m<!--/capgap--> here</li></ul>`
    expect((await told(text, 'a.html'))[0]?.found).toContain('"the gap £1m here" says "£1m"')
  })

  test('by row and column in a table, in Markdown and HTML', async () => {
    for (const file of ['a.md', 'a.html']) {
      const { fresh } = await fill(`${block}\n<!-- /capgap -->\n`, { file })
      const older = (await fill(fresh.replace('years 2025-26', 'years 2026-27'), { file })).fresh
      const [stale] = await told(older.replace('years 2026-27', 'years 2025-26'), file)
      expect(stale?.found).toMatch(/"2026-27" is now "2025-26"/)
    }
  })

  test('by the number that changed in it', async () => {
    const question = block.replace('years 2025-26', 'years 2025-26, set assumptions.underspend=1%')
    const { fresh } = await fill(`${question}\n<!-- /capgap -->\n`)
    // 1% of £13,625m more is needed: −498 + 136 = −362.
    expect(fresh).toContain('−0.4')
    expect((await told(fresh.replace(', set assumptions.underspend=1%', '')))[0]?.found).toContain(
      'row "Gap", 2025-26: "−0.4" is now "−0.5"',
    )
  })
})

describe('a mark that is laid out wrongly', () => {
  test.each([
    ['is not closed', `A gap of ${mark} here.`, 'mark-not-closed'],
    ['is not closed before the next', `A ${mark} and ${mark}<!--/capgap-->.`, 'mark-not-closed'],
    ['closes nothing', 'A gap <!--/capgap-->.', 'nothing-to-close'],
    ['does not end', 'A gap <!--capgap gap.total[eu14] in 2029-30, nominal.', 'comment-not-ended'],
    [
      'ends only in the next mark',
      `A gap <!--capgap gap.total[eu14] −£1m<!--/capgap-->.`,
      'comment-not-ended nothing-to-close',
    ],
    ['closes with words', `A gap ${mark}<!--/capgap gap-->.`, 'words-in-closing'],
    ['is a table within a line', `See ${block}<!--/capgap-->.`, 'block-not-alone'],
    ['is a table with words behind it', `${block}\n<!--/capgap--> and more`, 'block-not-alone'],
    ['begins a line of Markdown', `${mark}<!--/capgap--> is the gap.`, 'mark-opens-line'],
    ['begins an item', `- ${mark}<!--/capgap--> is the gap.`, 'mark-opens-line'],
    ['names no table', '<!-- capgap: table -->\n<!-- /capgap -->', 'table-of-what'],
    ['names an unknown table', '<!-- capgap: table rum -->\n<!-- /capgap -->', 'unknown-word'],
    [
      'names no year for its benchmarks',
      '<!-- capgap: table benchmarks -->\n<!-- /capgap -->',
      'one-year-needed',
    ],
    ['is about something else', 'no marks at all', 'no-marks'],
  ])('%s', async (_case, text, expected) => {
    expect((await codes(text)).join(' ')).toBe(expected)
  })

  test('is told with all the others, and nothing is filled that cannot be', async () => {
    const text = `A ${mark}<!--/capgap--> and <!--capgap gap[x] in 2029-30-->1<!--/capgap--> and <!--capgap spnd-->2<!--/capgap-->.`
    expect(await codes(text)).toEqual(['prices-needed', 'unknown-figure'])
  })
})

test('a page that declares another character set is refused', async () => {
  expect(await codes(`<meta charset="windows-1252"><p>${mark}<!--/capgap--></p>`, { file: 'a.htm' })).toEqual(
    ['other-charset'],
  )
})

test('defaults hold from where they stand, and a mark may say otherwise', async () => {
  const spend = 'spend in 2029-30, nominal'
  const text = [
    `A <!--capgap ${spend}--><!--/capgap-->.`,
    '<!-- capgap: defaults set assumptions.underspend=50%, as £m -->',
    `B <!--capgap ${spend}--><!--/capgap-->.`,
    `C <!--capgap ${spend}, as £bn 2 decimals--><!--/capgap-->.`,
  ].join('\n\n')
  const numbers = Array.from((await fill(text)).fresh.matchAll(/-->([^<]+)<!--\//g), ([, number]) => number)
  expect(numbers).toEqual(['£15.2bn', '£7,589m', '£7.59bn'])
})

test('sources are those of everything else in the document, and of nothing in another', async () => {
  const sources = '<!-- capgap: sources -->\n<!-- /capgap -->\n'
  const spend = `${sources}\nIt is <!--capgap spend in 2029-30, nominal--><!--/capgap-->.\n`
  const alone = (await fill(spend)).fresh
  expect(alone).toContain('Office for Budget Responsibility, Economic and fiscal outlook March 2026')
  expect(alone).not.toContain('World Health Organization')
  const other = { file: 'b.md', text: `A ${mark}<!--/capgap-->.\n\n${sources}` }
  const [, first] = await fillDocuments([other, { file: 'a.md', text: spend }], {
    open: on.open,
    force: false,
  })
  expect(first?.fresh).toBe(alone)
})

test('a scenario is loaded once for all marks of all documents, and told once when it is not fine', async () => {
  on.opened.length = 0
  const text = `A ${mark}<!--/capgap-->, ${mark}<!--/capgap--> and <!--capgap spend in 2029-30, 2025-26 prices--><!--/capgap-->.`
  await fillDocuments(
    [
      { file: 'a.md', text },
      { file: 'b.md', text },
    ],
    { open: on.open, force: false },
  )
  expect(on.opened).toEqual(['current-plans'])
  const wrong = 'A <!--capgap spend in 2029-30, nominal, of x.yaml--><!--/capgap-->'
  const { problems, exitCode } = await fill(`${wrong} and ${wrong}.`, { file: 'docs/a.md' })
  expect(problems).toMatchObject([
    { code: 'missing-scenario', place: { file: 'docs/a.md', line: 1, column: 3 } },
  ])
  // Named from the folder of the document.
  expect(problems[0]?.found).toContain('docs/x.yaml')
  expect(exitCode).toBe(3)
})
