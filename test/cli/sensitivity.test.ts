import { describe, expect, it } from 'vitest'
import { capgap } from './fake-io.ts'

/** The command line of `sensitivity`; what the curve holds is tested in test/analyses/sensitivity. */

describe('capgap sensitivity', () => {
  it.each<[string, string[], number, string]>([
    ['a year outside the scenario', ['--year', '2050-51'], 2, '2050-51 is outside the years of the scenario'],
    ['a category without comparators', ['--category', 'other'], 2, 'not in "other"'],
    ['two categories', ['--category', 'total', '--category', 'digital'], 2, 'is of one category'],
    ['a baseline of its own', ['confed-own-scope', '--curve'], 3, 'a baseline of NHS capital alone'],
  ])('refuses %s', async (_what, args, code, words) => {
    const ended = await capgap(['sensitivity', ...args])
    expect([ended.code, ended.stdout]).toEqual([code, ''])
    expect(ended.stderr).toContain(words)
  })

  it('without a part named leaves the curve out where nothing compares with the baseline, and says so', async () => {
    const { code, stdout } = await capgap(['sensitivity', 'confed-own-scope', '--no-chart', '-q'])
    expect(code).toBe(0)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'There is no specification curve: the baseline is NHS capital alone',
    )
    for (const part of [
      'One assumption at a time',
      'Where the uncertainty comes from',
      'Where the sign flips',
    ])
      expect(stdout).toContain(part)
    expect(stdout).not.toContain('What moves the sign')
  })

  it(
    'writes every combination to a file, in the year, category and prices asked',
    { timeout: 60_000 },
    async () => {
      const asked = ['--curve', '--category', 'infrastructure', '--year', '2027-28', '--prices', 'nominal']
      const ended = await capgap(['sensitivity', ...asked, '-q', '-o', 'curve.csv'])
      expect([ended.code, ended.stdout, ended.stderr]).toEqual([0, '', ''])
      const [header, first, ...rest] = ended.files.get('curve.csv')!.trimEnd().split('\n')
      expect(header).toBe(
        'scenario,category,year,rank,gap,unit,prices,group,weighting,nations,window,left-out,bridge,leases,underspend,economy,split,status,flags',
      )
      expect(first).toMatch(/^current-plans,infrastructure,2027-28,1,-[\d.]+,GBP million,nominal,/)
      // As many rows as ranks, the gaps never falling.
      const gaps = [first!, ...rest].map((line) => Number(line.split(',')[4]))
      expect(rest.at(-1)!.split(',')[3]).toBe(String(gaps.length))
      expect(gaps.every((gap, index) => index === 0 || gap >= gaps[index - 1]!)).toBe(true)
    },
  )
})
