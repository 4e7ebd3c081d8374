import { parse } from 'csv-parse/sync'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { calculations } from '../../src/analyses/replicate/calculations.ts'
import { replicate } from '../../src/analyses/replicate/replicate.ts'
import { verdictOn } from '../../src/analyses/replicate/verdict.ts'
import { loadData } from '../../src/datasets/load.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { capgap } from '../cli/fake-io.ts'
import { runsOn } from '../run/runs.ts'

const data = await loadData()
const runs = runsOn(data)
const { rows } = replicate(runs.shipped('current-plans'))
const row = (id: string) => rows.find(({ claim }) => claim.id === id)!
const published = data.dataset('published-claims').rows.map(({ cells }) => cells['id'])

describe('the verdict', () => {
  test.each([
    ['0.505981321', '0.51', 'equal'],
    ['0.5969', '0.60', 'equal'],
    ['0.594', '0.60', 'near'],
    ['0.594', '0.6', 'equal'],
    ['33.84', '33', 'near'],
    ['36.3', '33', 'near'],
    ['36.31', '33', 'differs'],
    ['29.69', '33', 'differs'],
    ['-33', '33', 'differs'],
    ['14.1', '14.1', 'equal'],
  ])('ours %s, printed %s: %s', (ours, printed, verdict) => {
    expect(verdictOn(new Decimal(ours), printed)).toBe(verdict)
  })
})

describe('every published claim', () => {
  test('has one row, in the order of the data', () => {
    expect(rows.map(({ claim }) => claim.id)).toEqual(published)
  })

  test('has a calculation or a reason, and nothing else has', () => {
    expect(Object.keys(calculations).sort()).toEqual([...published].sort())
  })

  test('has a verdict that follows from its numbers, and a note', () => {
    for (const { claim, ours, difference, verdict, note } of rows) {
      expect(note, claim.id).not.toBe('')
      if (ours === undefined) {
        expect([verdict, difference], claim.id).toEqual(['cannot-compute', undefined])
      } else {
        expect(verdict, claim.id).toBe(verdictOn(ours, claim.text))
        expect(difference?.plus(claim.value).equals(ours), claim.id).toBe(true)
      }
    }
  })
})

/** From MODEL.md 3 (checks by a second method), from rows of the WHO series, and from sums done by hand. */
describe('our number beside a claim', () => {
  test.each([
    ['hf-eu14-gap', '33.84', 'near', 'MODEL.md 3'],
    ['hf-eu14-gap-percent', '59.01', 'near', 'MODEL.md 3: 59.0%'],
    ['hf-uk-average', '5.74', 'near', 'MODEL.md 3: £57.35bn over ten years'],
    ['hf-share-others-2016', '0.51', 'equal', 'MODEL.md 3: 0.5060'],
    ['hf-share-uk-2016', '0.29', 'near', 'health-capital-share, GBR 2016'],
    ['kf-share-uk-2019', '0.33', 'equal', 'health-capital-share, GBR 2019'],
    ['kf-share-aut-2019', '0.67', 'equal', 'health-capital-share, AUT 2019'],
    ['kf-share-usa-2019', '0.65', 'equal', 'health-capital-share, USA 2019'],
    ['kf-share-swe-2019', '0.60', 'equal', 'health-capital-share, SWE 2019'],
    ['kf-share-dnk-2019', '0.60', 'equal', 'health-capital-share, DNK 2019'],
    ['kf-share-aus-2019', '0.56', 'equal', 'health-capital-share, AUS 2019'],
    ['kf-share-uk-2020', '0.43', 'equal', 'health-capital-share, GBR 2020'],
    ['darzi-shortfall', '33.84', 'near', 'the default look-back'],
    ['confed-level', '14.10', 'equal', '7.7 + 6.4'],
    ['confed-now', '8.89', 'differs', '11.7 × 0.76'],
    ['nhs-share-of-capital', '43.92', 'equal', '(14011.6 + 13829 + 14769 + 15178.4) × 0.76'],
    ['backlog-2025', '15.90', 'equal', 'maintenance-backlog, 2024-25'],
  ])('%s is %s (%s): %s', (id, ours, verdict) => {
    expect(row(id).ours?.toFixed(2)).toBe(ours)
    expect(row(id).verdict).toBe(verdict)
  })

  test('England’s gap names the nations, and says what another list would have given', () => {
    // MODEL.md 5: the gap to eu14 in 2018-19 is 3469, which £3.5bn rounds.
    expect(row('hf-england-2018').note).toContain('equal (eu14)')
    expect(row('hf-england-2018').note).toContain('Nations (9): AUT, CAN, DNK, FIN, GRC, IRL, NOR, SWE, USA.')
    expect(row('hf-england-2018').verdict).toBe('near')
  })

  test('a claim without data is refused by the model itself, with its reason', () => {
    expect(row('eu-share-2022').verdict).toBe('cannot-compute')
    expect(row('eu-share-2022').note).toContain('No nation of the group has data')
  })

  test('no option of a scenario plays a part', () => {
    const other = runs.written({
      capgap: 1,
      title: 'Another',
      years: '2024-25 to 2026-27',
      prices: '2030-31',
      split: 'national-accounts',
      assumptions: { underspend: '10%' },
      lookback: { group: 'g7', window: '2015-2019' },
    })
    expect(replicate(other).rows).toEqual(rows)
  })
})

describe('with other data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'capgap-claims-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true })

  test('a claim nobody declared a calculation for is listed as such', async () => {
    const place = join(folder, 'published-claims')
    mkdirSync(place)
    const about = data.about('published-claims')
    writeFileSync(join(place, 'about.yaml'), JSON.stringify({ ...about, joins: true }))
    writeFileSync(
      join(place, 'observations.csv'),
      'id,claim,value,unit,period,source,note\nmine,A number of mine,3,GBP bn,2024-25,hf-longread-2019,\n',
    )
    const { stdout, code } = await capgap(['replicate', '--data', folder, '-f', 'csv', '-q'])
    expect(code).toBe(0)
    const mine = rowsOf(stdout).find(({ claim }) => claim === 'mine')
    expect(mine).toMatchObject({ published: '3', ours: '', verdict: 'cannot-compute' })
    expect(mine?.['note']).toContain('No calculation is declared')
  })

  test('with an as-of date, claims published later are left out', async () => {
    const { stdout } = await capgap(['replicate', '--as-of', '2022-12-31', '-f', 'csv', '-q'])
    const ids = rowsOf(stdout).map(({ claim }) => claim)
    expect(ids).toContain('hf-eu14-gap')
    expect(ids).not.toContain('confed-uplift')
  })
})

describe('capgap replicate', () => {
  test('prints the columns of the contract, and what differs is no failure', async () => {
    const { stdout, code } = await capgap(['replicate', '-f', 'csv', '-q'])
    expect(stdout.split('\n')[0]).toBe('claim,published,ours,unit,difference,verdict,note,source')
    expect(stdout).toContain(',differs,')
    expect(code).toBe(0)
  })

  test('counts the verdicts in words', async () => {
    const { stdout } = await capgap(['replicate', '-q'])
    const count = (verdict: string) => rows.filter((each) => each.verdict === verdict).length
    expect(stdout.replaceAll('\n', ' ')).toContain(
      `Of ${rows.length} published claims, ${count('equal')} are equal to ours to the digits printed, ${count('near')} near (within 10%), ${count('differs')} differ, and ${count('cannot-compute')} cannot be computed`,
    )
  })
})
