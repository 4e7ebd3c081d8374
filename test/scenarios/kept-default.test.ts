import { describe, expect, it } from 'vitest'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { errorsOf, resolve, whole } from './help.ts'

const entry =
  '{value: default, range: "uniform(0%, 6%)", why: w, source: nao-capital-2020, by: me, on: 2026-11-22}'
const uncertain = `${whole}assumptions:\n  underspend: ${entry}\n  gdp-growth: ${entry}\ncorrelations: [{between: [underspend, gdp-growth], rank: 0.5}]\n`

describe('an assumption that keeps its default and adds a range', () => {
  it('sets no value, and keeps range and reasons', () => {
    const { settings, warnings } = resolve([uncertain])
    expect(warnings).toEqual([])
    expect([...settings.assumptions.keys()]).toEqual([])
    expect(settings.atDefault.get('underspend')).toMatchObject({
      range: { kind: 'uniform', low: new Decimal(0), high: new Decimal('0.06') },
      why: 'w',
      source: 'nao-capital-2020',
      by: 'me',
      on: '2026-11-22',
    })
  })

  it('needs the full entry: a bare "default" is no value', () => {
    expect(errorsOf([`${whole}assumptions: {underspend: default}\n`])).toEqual(['not-a-percentage'])
  })

  it('is refused where it is misspelt', () => {
    const text = `${whole}assumptions: {underspend: ${entry.replace('default', 'defualt')}}\n`
    expect(errorsOf([text])).toEqual(['not-a-percentage'])
  })

  it('gives way whole to a bare value laid on top, which is then tied to nothing', () => {
    const { settings, overrides } = resolve([uncertain], ['assumptions.underspend=3%'])
    expect(settings.assumptions.get('underspend')).toMatchObject({
      value: { constant: new Decimal('0.03') },
      range: undefined,
    })
    expect([...settings.atDefault.keys()]).toEqual(['gdp-growth'])
    expect(settings.correlations).toEqual([])
    expect(overrides).toEqual([])
  })

  it('gives way whole to an entry with a value: the reasons of a default are not those of another value', () => {
    const { settings, warnings } = resolve([uncertain, 'capgap: 1\nassumptions: {underspend: {value: 3%}}\n'])
    expect(settings.assumptions.get('underspend')).toMatchObject({ why: undefined, range: undefined })
    expect(warnings.map(({ code }) => code)).toEqual(['assumption-unexplained'])
  })

  it('takes another range from an entry without a value', () => {
    const wider = 'capgap: 1\nassumptions: {underspend: {range: "uniform(0%, 9%)"}}\n'
    expect(resolve([uncertain, wider]).settings.atDefault.get('underspend')).toMatchObject({
      range: { high: new Decimal('0.09') },
      by: 'me',
    })
  })

  it('gives way to values by year', () => {
    const { settings } = resolve([
      uncertain,
      'capgap: 1\nassumptions: {underspend: {2025-26: 0%, 2029-30: 4%}}\n',
    ])
    expect(settings.assumptions.get('underspend')?.value).toEqual({
      points: new Map([
        [2025, new Decimal(0)],
        [2029, new Decimal('0.04')],
      ]),
    })
  })

  it('may stand beside a split that states the share', () => {
    const text = `${whole}split: {digital: 12%}\nassumptions: {digital-share: ${entry}}\n`
    expect(errorsOf([text])).toEqual([])
    expect(errorsOf([text.replace('value: default', 'value: 5%')])).toEqual(['set-twice'])
  })
})

/** A shipped file on top of those it builds on. */
function layersOf(text: string): string[] {
  const below = /^extends: (.*)\.yaml$/m.exec(text)?.[1]
  const base = shippedScenarios().find(({ name }) => name === below)
  return base === undefined ? [text] : [...layersOf(base.text), text]
}

describe('shipped scenarios', () => {
  it.each(shippedScenarios())(
    '$name says how uncertain what it assumes is, with every reason',
    ({ name, text }) => {
      const { settings, warnings } = resolve(layersOf(text))
      expect(warnings).toEqual([])
      const wanted = ['underspend', 'digital-share']
      const bridged = [
        'comparator-share-adjustment',
        'cdel-per-gfcf',
        'ifrs16-leases',
        'gdp-growth',
        'deflator-growth',
      ]
      const names = name === 'confed-own-scope' ? wanted : [...wanted, ...bridged]
      for (const each of names) {
        expect([each, settings.atDefault.get(each)?.range === undefined]).toEqual([each, false])
      }
      expect([...settings.atDefault.keys()]).not.toContain('england-share')
    },
  )
})
