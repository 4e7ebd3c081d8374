import { describe, expect, test } from 'vitest'
import { sayCaveats } from '../../src/cli/say-caveats.ts'
import type { Caveat } from '../../src/reports/table.ts'
import { capgap } from './fake-io.ts'

/** What stands on stderr beside an answer: the data first, a paragraph a dataset; the weightiest of the answer last. */

const caveats: Caveat[] = [
  { words: 'The bridge falls over time.', concerns: { benchmarks: 6, of: 7 } },
  { words: 'The two presets disagree.' },
  { words: '2020 is a Covid year', dataset: 'shares' },
  { words: 'Hospitals are outside.', dataset: 'assets' },
  { words: 'Hospitals are outside.', dataset: 'shares' },
  { words: 'It ends early for France.', dataset: 'shares' },
  { words: 'Hospitals are outside.', dataset: 'shares' },
]

function said(all: readonly Caveat[], terminal?: { columns: number }): string[] {
  let text = ''
  const io = { stderr: (words: string) => (text += words), errorsOnTerminal: terminal !== undefined, env: {} }
  sayCaveats(all, { ...io, columns: terminal?.columns } as unknown as Parameters<typeof sayCaveats>[1])
  return text.split('\n').slice(0, -1)
}

describe('caveats', () => {
  test('are a line a dataset, each said once, the first of the answer last', () => {
    expect(said(caveats)).toEqual([
      'Caveats of the data, by dataset:',
      '  shares: 2020 is a Covid year. It ends early for France.',
      '  assets, shares: Hospitals are outside.',
      'Caveats of the answer:',
      '  The two presets disagree.',
      '  The bridge falls over time. (6 of 7 benchmarks)',
    ])
  })

  test('of every benchmark need no count', () => {
    expect(said([{ words: 'All of it.', concerns: { benchmarks: 7, of: 7 } }])).toEqual([
      'Caveats of the answer:',
      '  All of it.',
    ])
  })

  test('stay within a terminal', () => {
    const lines = said(caveats, { columns: 40 })
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(lines).toContain('    early for France.')
    // And are set apart: from one another, and from the answer that follows on stdout.
    expect(lines.filter((line) => line === '')).toHaveLength(2)
    expect(lines.at(-1)).toBe('')
  })

  test('none say nothing', () => {
    expect(said([])).toEqual([])
  })

  test.each([
    [['run']],
    [['lookback']],
    [['explain', 'gap', '--benchmark', 'eu14', '--depth', '1']],
    [['replicate']],
    [['data', 'show', 'dhsc-capital']],
  ])('%j: a paragraph a dataset, far fewer lines than a wall', async (words) => {
    const lines = (await capgap(words)).stderr.trimEnd().split('\n')
    const paragraphs = lines.filter((line) => /^ {2}[a-z-]+(, [a-z-]+)*: /.test(line))
    expect(lines[0]).toBe('Caveats of the data, by dataset:')
    expect(new Set(paragraphs.map((line) => line.split(': ')[0])).size).toBe(paragraphs.length)
    expect(lines.length).toBeLessThan(20)
  })
})
