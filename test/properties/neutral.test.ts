import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { runReport } from '../../src/reports/run.ts'
import { runsOn, type ScenarioDocument } from '../run/runs.ts'
import { anyScenario } from './scenarios.ts'

/** Saying what would have been assumed anyway changes nothing: no number, no status, no flag. */

const runs = runsOn(await loadData())
const csv = (document: ScenarioDocument) => renderCsv(runReport([runs.written(document)]))

/** A scenario without one assumption, and with it at its no-effect value. */
function saying(
  document: ScenarioDocument,
  name: string,
  value: unknown,
): [ScenarioDocument, ScenarioDocument] {
  const assumptions = { ...(document['assumptions'] as Record<string, unknown>) }
  delete assumptions[name]
  return [
    { ...document, assumptions },
    { ...document, assumptions: { ...assumptions, [name]: value } },
  ]
}

it.each([
  ['an underspend of 0%', 'underspend', '0%'],
  ['an underspend of 0% in every year', 'underspend', { '2025-26': '0%', '2034-35': '0%' }],
  ['nothing switched to revenue', 'switch-to-revenue', '£0m'],
])('%s, stated', (_what, name, value) => {
  fc.assert(
    fc.property(anyScenario, (document) => {
      const [unsaid, said] = saying(document, name, value)
      expect(csv(said)).toBe(csv(unsaid))
    }),
    { numRuns: 8, seed: 20261122 },
  )
})

it('leases of £0m, stated, are no longer flagged as unmatched, and change nothing else', () => {
  fc.assert(
    fc.property(anyScenario, (document) => {
      const [unsaid, said] = saying(document, 'ifrs16-leases', '£0m')
      const withoutFlag = csv(unsaid)
        .split('\n')
        .map((line) => line.replace(/leases-unmatched;|;?leases-unmatched/, ''))
      expect(csv(said).split('\n')).toEqual(withoutFlag)
    }),
    { numRuns: 8, seed: 20261122 },
  )
})

it('a measure of nothing, except that nothing more is added', () => {
  fc.assert(
    fc.property(anyScenario, (document) => {
      const measures = document['measures'] as object[]
      const nothing = {
        id: 'nothing',
        profile: 'level',
        amount: '£0m',
        prices: 'nominal',
        from: '2025-26',
        to: '2025-26',
      }
      const values = (scenario: ScenarioDocument) =>
        csv(scenario)
          .split('\n')
          .map((line) => line.split(',').slice(0, 6).join())
      expect(values({ ...document, measures: [...measures, nothing] })).toEqual(values(document))
    }),
    { numRuns: 8, seed: 20261122 },
  )
})
