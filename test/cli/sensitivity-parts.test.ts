import { describe, expect, it } from 'vitest'
import { capgap } from './fake-io.ts'

/** The command line of the parts of `sensitivity` that move assumptions; their numbers are tested in test/analyses. */

describe('capgap sensitivity', () => {
  it.each<[string, string[], number, string]>([
    ['several parts in one csv', ['-f', 'csv'], 2, 'Add one of --curve, --tornado, --drivers, --switching'],
    ['two parts in one json', ['--tornado', '--drivers', '-f', 'json'], 2, 'this asks for 2 parts'],
    [
      'two categories',
      ['--tornado', '--category', 'total', '--category', 'other'],
      2,
      'one category at a time',
    ],
    ['an unknown benchmark', ['--tornado', '--benchmark', 'eu41'], 2, 'Did you mean "eu14"?'],
    [
      'no gap there',
      ['--switching', '--benchmark', 'eu14-digital', '--category', 'total'],
      2,
      'no gap on total',
    ],
    ['a seed that is none', ['--drivers', '--seed', '-1'], 2, 'is not a seed'],
    ['too many draws', ['--drivers', '--draws', '1e9'], 2, 'is not a number of draws'],
    ['a grid of one assumption', ['--grid', 'underspend'], 2, 'A grid is over two assumptions, not 1'],
    ['the same one twice', ['--grid', 'underspend', 'underspend'], 2, 'Both sides of the grid are'],
    ['an assumption misspelt', ['--grid', 'underspent', 'ifrs16-leases'], 2, 'Did you mean "underspend"?'],
    [
      'money for a share',
      ['--grid', 'underspend=£1m,£2m', 'ifrs16-leases'],
      2,
      '"£1m" is no value of underspend',
    ],
    [
      'a grid beyond reading',
      ['--grid', 'underspend=0%..100%:1%', 'ifrs16-leases'],
      2,
      'more than 60 values',
    ],
    ['a share of more than all', ['--grid', 'digital-share=150%', 'underspend'], 3, '150%'],
  ])('refuses %s', async (_what, args, code, words) => {
    const ended = await capgap(['sensitivity', ...args])
    expect([ended.code, ended.stdout]).toEqual([code, ''])
    expect(ended.stderr).toContain(words)
  })

  it('names the benchmark, the category of its own, the year and the prices asked', async () => {
    const asked = ['--benchmark', 'eu14-digital', '--year', '2027-28', '--prices', 'nominal']
    const { stdout } = await capgap(['sensitivity', '--tornado', '--no-chart', '-q', ...asked])
    expect(stdout).toContain('Gap in £bn, money of the day, 2027-28, digital, England')
    expect(stdout).toContain('(eu14-digital)')
  })

  it('says beside a gap on a category what run says: the presets of the split disagree', async () => {
    const gap = ['--benchmark', 'eu14-digital']
    const asked = await capgap(['sensitivity', '--tornado', '--no-chart', ...gap])
    const run = await capgap(['run', '--figure', 'gap', ...gap])
    const ofTheAnswer = (text: string): string[] =>
      text.slice(text.indexOf('Caveats of the answer:')).split('\n')
    expect(asked.stderr).toMatch(/preset/)
    expect(ofTheAnswer(asked.stderr)).toEqual(ofTheAnswer(run.stderr))
  })

  it.each([
    [
      '--tornado',
      'scenario,figure,benchmark,category,year,rank,assumption,assumption-unit,moves,ends,low,high,gap-at-low,gap-at-high,gap,swing,unit,prices,status,flags',
      8,
    ],
    [
      '--drivers',
      'scenario,figure,benchmark,category,year,rank,assumption,draws,seed,first-order,first-order-se,first-order-low,first-order-high,total,total-se,total-low,total-high,flags',
      8,
    ],
    [
      '--switching',
      'scenario,figure,benchmark,category,year,assumption,assumption-unit,moves,searched,low,high,now,value,until,gap-at-value,gap-at-low,gap-at-high,gap,unit,prices,status,flags',
      30,
    ],
  ])('%s writes one table, every assumption a row', async (part, header, rows) => {
    const { code, stdout } = await capgap(['sensitivity', part, '-q', '-f', 'csv'])
    expect(code).toBe(0)
    const [first, ...rest] = stdout.trimEnd().split('\n')
    expect([first, rest.length]).toEqual([header, rows])
  })

  it('--grid writes the columns of a run after one a varied assumption, the last running fastest', async () => {
    const grid = ['--grid', 'underspend=0%,6%', 'assumptions.ifrs16-leases=£0m..£1000m:£500m']
    const { stdout } = await capgap(['sensitivity', ...grid, '-q', '-f', 'csv'])
    const [header, ...rows] = stdout.trimEnd().split('\n')
    expect(header).toBe(
      'underspend,ifrs16-leases,scenario,figure,benchmark,category,year,value,unit,prices,status,flags',
    )
    expect(rows.map((row) => row.split(',').slice(0, 2).join(' '))).toEqual([
      '0% £0m',
      '0% £500m',
      '0% £1bn',
      '6% £0m',
      '6% £500m',
      '6% £1bn',
    ])
  })

  it('prints the seed and the estimators of the drivers as data', async () => {
    const { stdout } = await capgap([
      'sensitivity',
      '--drivers',
      '--draws',
      '1600',
      '--seed',
      '5',
      '-q',
      '-f',
      'json',
    ])
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'sensitivity',
      part: 'drivers',
      variance: [{ seed: 5, draws: 1600, replicates: 16, estimators: ['saltelli-2010-b', 'jansen-1999'] }],
    })
  })

  it('shows several parts together, and fits 80 columns', async () => {
    const { stdout } = await capgap(['sensitivity', '--tornado', '--drivers', '--switching', '-q'], {
      env: { COLUMNS: '80' },
    })
    const tables = stdout.slice(0, stdout.indexOf('\nSources'))
    expect(tables).toContain('Where the sign flips')
    expect(tables.split('\n').filter((line) => [...line].length > 80)).toEqual([])
  })
})
