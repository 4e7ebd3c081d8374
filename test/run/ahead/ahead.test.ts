import { describe, expect, it } from 'vitest'
import type { Data, WorkedAhead } from '../../../src/datasets/data.ts'
import { loadData } from '../../../src/datasets/load.ts'
import { renderCsv } from '../../../src/render/csv.ts'
import { renderJson } from '../../../src/render/json.ts'
import { renderText } from '../../../src/render/text.ts'
import { runReport } from '../../../src/reports/run.ts'
import { trackedRun } from '../../../src/run/ahead/work.ts'
import type { KeptCell } from '../../../src/run/ahead/kept.ts'
import { defaultScenario, loadScenarios } from '../../../src/run/open.ts'
import { runScenario, type ModelRun } from '../../../src/run/run.ts'
import { shippedScenarios } from '../../../src/scenarios/load.ts'

/**
 * Cells worked ahead are right when no run can tell: with them and without, every scenario says the same to the byte,
 * numbers, sources and caveats, under whatever options. And they are used: where they are spoilt, it shows.
 */

const data = await loadData()
const [plain] = await loadScenarios([defaultScenario], data)
if (plain === undefined) throw new Error('the default scenario was not loaded')
const tracked = trackedRun(plain, data, [])
const { run: worked } = tracked
const report = runReport([worked])
void [report.headline, report.tables, report.long, report.envelope, report.sources, report.caveats]
const files = JSON.parse(JSON.stringify(tracked.kept())) as ReturnType<typeof tracked.kept>

function withAhead({ asked, within }: typeof files): Data {
  const workedAhead: WorkedAhead = { asked: () => asked, sampled: () => undefined, within: () => within }
  return { ...data, workedAhead, sources: data.sources }
}

/** Everything a run prints, in the formats that differ in what they ask for. */
function printed(run: ModelRun): string {
  const texts = [
    renderText(runReport([run]), { width: 80 }),
    renderCsv(runReport([run]), { bom: false }),
    renderJson(runReport([run])),
  ]
  const { caveats, sources } = runReport([run])
  return [...texts, JSON.stringify(caveats), JSON.stringify(sources)].join('\n')
}

interface Changed {
  readonly set?: readonly string[]
  readonly asOf?: string
  readonly prices?: string
}

const cases: readonly (readonly [spec: string, changed: Changed])[] = [
  ...shippedScenarios().map(({ name }) => [name, {}] as const),
  [defaultScenario, { set: ['economy=hmt-2025'] }],
  [defaultScenario, { set: ['assumptions.underspend=5%'] }],
  [defaultScenario, { set: ['assumptions.deflator-growth=4%', 'years=2024-25 to 2034-35'] }],
  [defaultScenario, { set: ['split.digital=12%'] }],
  [defaultScenario, { set: ['split=national-accounts'] }],
  [defaultScenario, { set: ['benchmarks.eu14.weighting=median'] }],
  [defaultScenario, { set: ['benchmarks.oecd.share=0.58%'] }],
  [defaultScenario, { set: ['baseline.after-plans=gdp-share', 'years=2028-29 to 2034-35'] }],
  [defaultScenario, { asOf: '2023-11-28' }],
  [defaultScenario, { prices: 'nominal' }],
  [defaultScenario, { prices: '2023-24' }],
]

describe('what was worked ahead', () => {
  it.each(cases)('changes nothing that %s says with %j', async (spec, changed) => {
    const [loaded] = await loadScenarios([spec], data, changed)
    if (loaded === undefined) throw new Error(`${spec} was not loaded`)
    expect(printed(runScenario(loaded, withAhead(files)))).toBe(printed(runScenario(loaded, data)))
  })

  it('is what the default run prints: a spoilt cell shows', () => {
    const [first, ...rest] = files.asked.runs
    if (first === undefined) throw new Error('nothing was worked ahead')
    const spoil = (cell: KeptCell): KeptCell =>
      cell.length === 2 ? cell : (['123456', ...cell.slice(1)] as never)
    const gaps = Object.entries(first.cells['gap-printed'] ?? {}).map(([key, cell]) => [key, spoil(cell)])
    expect(gaps.length).toBeGreaterThan(50)
    const spoilt = { ...first, cells: { ...first.cells, 'gap-printed': Object.fromEntries(gaps) as never } }
    const run = (asked: typeof files.asked) => runScenario(plain, withAhead({ ...files, asked }))
    expect(printed(run({ ...files.asked, runs: [spoilt, ...rest] }))).toContain('123456')
    expect(printed(run(files.asked))).not.toContain('123456')
  })

  it('is left alone in another form', () => {
    const asked = { ...files.asked, format: 0, runs: [] }
    const within = { ...files.within, format: 0 }
    expect(printed(runScenario(plain, withAhead({ asked, within })))).toBe(printed(runScenario(plain, data)))
  })

  it('answers all that the default run asks, in every format, so that the larger file is not read', () => {
    const never = (): never => {
      throw new Error('the larger file was read')
    }
    const quick: Data = {
      ...withAhead(files),
      workedAhead: { asked: () => files.asked, sampled: never, within: never },
    }
    expect(() => printed(runScenario(plain, quick))).not.toThrow()
  })
})
