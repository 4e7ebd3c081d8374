import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadScenario } from '../../src/scenarios/load.ts'
import { known } from './known.ts'
import { errorsOf, resolve, whole } from './help.ts'

const uplift = `measures:
  - id: uplift
    profile: level
    amount: £1bn
    from: 2026-27
    to: 2027-28
`

describe('layers laid on one another', () => {
  it('merge mappings key by key, and report what was replaced', () => {
    const { settings, overrides } = resolve([
      `${whole}lookback: {group: eu14, window: 2010-2019}\n`,
      'capgap: 1\nlookback: {group: g7}\n',
    ])
    expect(settings.lookback).toMatchObject({ group: 'g7', window: { from: 2010, to: 2019 } })
    expect(overrides).toEqual([
      {
        key: 'lookback.group',
        won: { file: 'b.yaml', line: 2, text: 'g7' },
        lost: [{ file: 'a.yaml', line: 5, text: 'eu14' }],
      },
    ])
  })

  it('keep every loser, the earliest first', () => {
    const { overrides } = resolve(
      [`${whole}prices: 2019-20\n`, 'capgap: 1\nprices: 2023-24\n'],
      ['prices=nominal'],
    )
    expect(overrides).toEqual([
      {
        key: 'prices',
        won: { file: '--set', line: 1, text: 'nominal' },
        lost: [
          { file: 'a.yaml', line: 5, text: '2019-20' },
          { file: 'b.yaml', line: 2, text: '2023-24' },
        ],
      },
    ])
  })

  it('merge measures and benchmarks by id, key by key, new ids last', () => {
    const { settings } = resolve([
      whole + uplift,
      'capgap: 1\nmeasures: [{id: other, profile: growth, rate: 2%, from: 2026-27}, {id: uplift, to: 2028-29}]\nbenchmarks: [{id: oecd, kind: stated-share, share: 0.6%}, {id: eu14, weighting: gdp}]\n',
    ])
    expect(settings.measures.map(({ id, to }) => [id, to])).toEqual([
      ['uplift', 2028],
      ['other', 2029],
    ])
    expect(settings.benchmarks.map(({ id }) => id)).toEqual(['eu14', 'oecd'])
    expect(settings.benchmarks[0]).toMatchObject({ comparator: { group: 'eu14', weighting: 'gdp' } })
  })

  it('replace other lists whole', () => {
    const { settings } = resolve([
      `${whole}`.replace(
        '[{id: eu14',
        '[{id: oecd, kind: stated-share, share: 0.6%, within: [0.5%, 0.7%]}, {id: eu14',
      ),
      'capgap: 1\nbenchmarks: [{id: oecd, within: [0.55%, 0.65%]}]\n',
    ])
    const [oecd] = settings.benchmarks
    expect(oecd?.kind === 'stated-share' && oecd.within?.map(String)).toEqual(['0.0055', '0.0065'])
  })

  it('let baseline.series and baseline.stated replace each other', () => {
    const stated =
      'capgap: 1\ntitle: A\nyears: 2024-25\nbaseline: {stated: {amount: £7.7bn, in: 2023-24}}\nbenchmarks: [{id: b, kind: stated-level, amount: £9bn}]\n'
    const { settings, overrides } = resolve([stated, 'capgap: 1\nbaseline: {series: dhsc-capital}\n'])
    expect(settings.baseline).toEqual({ kind: 'series', dataset: 'dhsc-capital', definition: undefined })
    expect(overrides.map(({ key }) => key)).toEqual(['baseline.stated'])
    expect(errorsOf([stated.replace('{stated', '{series: dhsc-capital, stated')])).toEqual(['baseline-twice'])
  })

  it('let a split preset and a mapping replace each other', () => {
    const preset = resolve([`${whole}split: {digital: 12%}\n`, 'capgap: 1\nsplit: national-accounts\n'])
    expect(preset.settings.split).toEqual({ kind: 'preset', preset: 'national-accounts' })
    const mapping = resolve([`${whole}split: national-accounts\n`, 'capgap: 1\nsplit: {digital: 12%}\n'])
    expect(mapping.settings.split).toMatchObject({ kind: 'shares' })
  })

  it('let a value by year and a full entry replace each other', () => {
    const { settings } = resolve([
      `${whole}assumptions: {underspend: {value: 3%, why: a, source: nao-capital-2020, by: b, on: 2026-01-01}}\n`,
      'capgap: 1\nassumptions: {underspend: {2025-26: 0%, 2029-30: 4%}}\n',
    ])
    expect(settings.assumptions.get('underspend')).toMatchObject({ why: undefined })
    expect(Object.keys(settings.assumptions.get('underspend')!.value)).toEqual(['points'])
  })

  it('may repeat an id between files, not within one', () => {
    expect(errorsOf([whole + uplift, `capgap: 1\n${uplift}`])).toEqual([])
    expect(errorsOf([whole + uplift + uplift.replace('measures:\n', '')])).toEqual(['repeated-id'])
  })
})

describe('the prices of an unpriced amount', () => {
  const pricesOf = (texts: readonly string[], set: readonly string[] = []) => {
    const [measure] = resolve(texts, set).settings.measures
    return measure && 'amount' in measure ? measure.amount.prices : undefined
  }

  it.each([
    ['nominal where no file names any', [whole + uplift], [], 'nominal'],
    ['its own file’s', [`${whole}prices: 2023-24\n${uplift}`], [], { year: 2023 }],
    [
      'its own file’s, not a later one’s',
      [`${whole}prices: 2023-24\n${uplift}`, 'capgap: 1\nprices: 2019-20\n'],
      [],
      { year: 2023 },
    ],
    ['what its file inherits', [`${whole}prices: 2023-24\n`, `capgap: 1\n${uplift}`], [], { year: 2023 }],
    ['its measure’s', [`${whole}prices: 2023-24\n${uplift}    prices: 2021-22\n`], [], { year: 2021 }],
    [
      'its own text’s',
      [`${whole}prices: 2023-24\n${uplift.replace('£1bn', '£1bn in 2020-21 prices')}`],
      [],
      { year: 2020 },
    ],
    [
      'what --set inherits',
      [`${whole}prices: 2023-24\n${uplift}`],
      ['measures.uplift.amount=£2bn'],
      { year: 2023 },
    ],
    [
      'its file’s, whatever --set prices says',
      [`${whole}prices: 2023-24\n${uplift}`],
      ['prices=nominal'],
      { year: 2023 },
    ],
  ])('are %s', (_, texts, set, prices) => {
    expect(pricesOf(texts, set)).toEqual(prices)
  })

  it('are those of the year of a stated baseline', () => {
    const { settings } = resolve([
      'capgap: 1\ntitle: A\nyears: 2024-25\nprices: 2025-26\nbaseline: {stated: {amount: £7.7bn, in: 2023-24}}\nbenchmarks: [{id: b, kind: stated-level, amount: £9bn}]\n',
    ])
    expect(settings.baseline).toMatchObject({ amount: { prices: { year: 2023 } }, year: 2023 })
    expect(settings.benchmarks[0]).toMatchObject({ amount: { prices: { year: 2025 } } })
  })
})

describe('files on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'capgap été '))
  afterAll(() => rmSync(folder, { recursive: true }))
  const write = (name: string, text: string) => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    return file
  }
  write('base.yaml', `${whole}election: 2019-12-12\nprices: 2019-20\n`)
  const a = write('a.yaml', 'capgap: 1\nextends: base.yaml\nprices: 2021-22\n')
  const b = write('b.yaml', `capgap: 1\nextends: base.yaml\ntitle: B\n${uplift}`)
  const both = write('both.yaml', 'capgap: 1\nextends: [a.yaml, b.yaml]\nsummary: Both\n')

  it('stack with +, each file once: what both build on is not laid on top again', () => {
    const { scenario, settings } = loadScenario(`${a}+${b}`, { known })
    expect(scenario.name).toBe('a+b')
    expect(scenario.title).toBe('B')
    expect(scenario.files.map((file) => path.basename(file))).toEqual(['base.yaml', 'a.yaml', 'b.yaml'])
    expect(settings.prices).toEqual({ year: 2021 })
    expect(settings.election).toBe('2019-12-12')
  })

  it('extend a list, later winning', () => {
    const { scenario } = loadScenario(both, { known })
    expect([scenario.name, scenario.title, scenario.summary]).toEqual(['both', 'B', 'Both'])
  })

  it('build on a shipped scenario by name, from any folder', () => {
    const mine = write('mine.yaml', 'capgap: 1\nextends: current-plans\ntitle: Mine\n')
    expect(loadScenario(mine, { known }).settings.benchmarks).toHaveLength(7)
    expect(loadScenario(`${mine}+confed-2023`, { known }).scenario.name).toBe('mine+confed-2023')
  })
})
