import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { renderCsv } from '../../src/render/csv.ts'
import { longTable, missing, number, reportOf } from './tables.ts'

const csv = (...rows: Parameters<typeof longTable>[0]) => renderCsv(reportOf([], longTable(rows)))

describe('CSV', () => {
  test('one header row, LF, every digit, an empty cell for what is missing', () => {
    expect(
      csv(
        ['plans', number('15068.612345678901234567890123'), ''],
        ['plans', number('-110.40'), 'split-assumed;leases-unmatched'],
        ['plans', missing('outside-benchmark-years'), 'outside-benchmark-years'],
      ),
    ).toBe(
      'scenario,value,flags\n' +
        'plans,15068.612345678901234567890123,\n' +
        'plans,-110.4,split-assumed;leases-unmatched\n' +
        'plans,,outside-benchmark-years\n',
    )
  })

  test.each([
    ['a comma', 'a, b', '"a, b"'],
    ['a quotation mark', 'the "ask"', '"the ""ask"""'],
    ['a line break', 'a\nb', '"a\nb"'],
    ['a formula', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['a plus', '+1', `'+1`],
    ['a minus', '-plans', `'-plans`],
    ['an at sign', '@SUM(A1)', `'@SUM(A1)`],
    ['a tab', '\t=1', `'\t=1`],
    ['a carriage return', '\r=1', `"'\r=1"`],
    ['a full-width equals sign', '＝1', `'＝1`],
    ['a sign in the middle', 'a=b', 'a=b'],
    ['a negative number kept as text', '-3.50', '-3.50'],
    ['a sum dressed as one', '-3.50+cmd', `'-3.50+cmd`],
  ])('%s in a text cell', (_, words, written) => {
    expect(csv([words, number('1'), ''])).toBe(`scenario,value,flags\n${written},1,\n`)
  })

  test('a negative number stays a number', () => {
    expect(csv(['plans', number('-5'), ''])).toContain('plans,-5,')
  })

  test('numbers have no exponent, and zero no sign', () => {
    expect(csv(['a', number('1e-30'), ''], ['b', number('1e30'), ''], ['c', number('-0'), ''])).toBe(
      `scenario,value,flags\na,0.${'0'.repeat(29)}1,\nb,1${'0'.repeat(30)},\nc,0,\n`,
    )
  })

  test('a byte order mark only when asked for', () => {
    const report = reportOf([], longTable([]))
    expect(renderCsv(report)).toBe('scenario,value,flags\n')
    expect(renderCsv(report, { bom: true })).toBe('\ufeffscenario,value,flags\n')
  })

  test('a CSV reader finds the same cells again', () => {
    const awkward = 'a "b", c\nd;é£'
    expect(parse(csv([awkward, number('1'), 'x']))).toEqual([
      ['scenario', 'value', 'flags'],
      [awkward, '1', 'x'],
    ])
  })
})
