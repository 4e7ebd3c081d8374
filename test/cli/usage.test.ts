import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/render/width.ts'
import { capgap } from './fake-io.ts'

/** What is wrong with a command line: exit 2, nothing on standard output, and what to write instead. */
describe('a command line that cannot be meant', () => {
  test.each<[string, string[], string[]]>([
    ['no command', [], ['"capgap" needs a command', 'run, lookback, explain, ']],
    ['a mistyped command', ['rum'], ['"capgap" has no command "rum"', 'Did you mean "run"?']],
    [
      'a command that is like none',
      ['frobnicate'],
      ['no command "frobnicate"', 'Write one of: run, lookback'],
    ],
    [
      'a scenario in the place of a command',
      ['my.yaml'],
      ['To run that scenario, write: capgap run my.yaml'],
    ],
    ['a shortened command', ['look'], ['"capgap" has no command "look"']],
    ['help about a mistyped command', ['help', 'rum'], ['no command "rum"', 'Did you mean "run"?']],
    ['a group without its command', ['data'], ['"capgap data" needs a command', 'list, show, check']],
    [
      'a mistyped command of a group',
      ['data', 'shwo'],
      ['"capgap data" has no command "shwo"', 'Did you mean "show"?'],
    ],
    [
      'a mistyped option',
      ['run', '--fromat', 'csv'],
      ['"capgap run" has no option "--fromat"', 'Did you mean "--format"?'],
    ],
    [
      'a mistyped option with its value',
      ['run', '--yaers=2025-26'],
      ['no option "--yaers=2025-26"', 'Did you mean "--years"?'],
    ],
    [
      'years written another way',
      ['run', '--years', '2025/26–2029/30'],
      ['is not a range of financial years for "--years"', 'Write --years "2025-26 to 2029-30"'],
    ],
    [
      'one year written another way',
      ['explain', 'gap', '--year', '2029/30'],
      ['is not a financial year for "--year"', 'Write --year 2029-30'],
    ],
    [
      'a record of what is no answer of the model',
      ['brief', 'page.md', '--record', 'r.json'],
      ['"capgap brief" has no option "--record"', 'run, lookback, explain, ', 'replicate, solve, sweep.'],
    ],
    [
      'a record of data',
      ['data', 'show', 'dhsc-capital', '--record=r.json'],
      ['"capgap data show" has no option "--record"', 'run, lookback, explain, ', 'solve, sweep.'],
    ],
    [
      'a record of a scenario',
      ['scenario', 'log', '--record', 'r.json'],
      ['"capgap scenario log" has no option "--record"', 'sensitivity', '"capgap scenario log --help"'],
    ],
    ['a shortened option', ['run', '--form', 'csv'], ['"capgap run" has no option "--form"']],
    [
      'an option without its value',
      ['run', '--prices'],
      ['"--prices" needs a value', 'Write: --prices BASIS'],
    ],
    ['a missing argument', ['explain'], ['"capgap explain" needs FIGURE', '"capgap explain --help"']],
    ['too many arguments', ['explain', 'gap', 'a.yaml', 'b.yaml'], ['more words than it takes']],
    ['an unknown format', ['run', '-f', 'cvs'], ['"--format" knows no "cvs"', 'Did you mean "csv"?']],
    ['an unknown category', ['run', '--category', 'digitel'], ['Did you mean "digital"?']],
    [
      'the page on digital, asked of another nation and time',
      ['lookback', '--digital', '--subject', 'DEU', '--window', '2010-2012'],
      ['a page on the UK beside eu14', 'takes no --window, no --subject', '--figure stock-digital-share'],
    ],
    [
      'figures of each nation, averaged',
      ['lookback', '--long', '--weighting', 'gdp', '--nations', 'available'],
      ['each nation’s own numbers', 'take no --weighting, no --nations', 'without --long and --figure'],
    ],
    [
      'several at once',
      ['run', '-f', 'cvs', '--years', '2025', '--as-of', 'today'],
      ['cvs', '"2025" is not', '"today" is not a date'],
    ],
  ])('%s', async (_, argv, said) => {
    const { code, stdout, stderr } = await capgap(argv)
    expect([code, stdout]).toEqual([2, ''])
    const flat = stderr.replace(/\s+/g, ' ')
    for (const words of said) expect(flat).toContain(words)
  })
})

describe('help', () => {
  const commands = [
    ...['', 'run', 'lookback', 'explain', 'data', 'data list', 'data show', 'data check', 'scenario'],
    ...['scenario list', 'scenario check', 'scenario new', 'scenario schema', 'scenario assumptions'],
  ]
  test.each(commands)('of "capgap %s" fits 80 columns and goes to standard output', async (name) => {
    const words = name.split(' ').filter((word) => word !== '')
    const { code, stdout, stderr } = await capgap([...words, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`Usage: ${['capgap', ...words].join(' ')}`)
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([])
  })

  test('names the commands most used first', async () => {
    const { stdout } = await capgap(['--help'])
    const places = ['  run ', '  lookback ', '  explain ', '  data ', '  scenario '].map((each) =>
      stdout.indexOf(each),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
  })
})
