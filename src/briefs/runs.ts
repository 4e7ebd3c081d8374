import type { ModelRun, RunOptions } from '../run/run.ts'
import { priceBasisLabel, samePriceBasis, type PriceBasis } from '../terms/prices.ts'
import type { ScenarioAsked } from './asks.ts'

/** Loads a scenario and gives what makes runs of it. Rejects with ProblemsError where the scenario is not fine. */
export type OpenScenario = (asked: ScenarioAsked) => Promise<OpenedScenario>
export type OpenedScenario = (options?: RunOptions) => ModelRun

/** The scenarios that documents name, loaded; one that was refused throws the same error each time. */
export type Scenarios = (asked: ScenarioAsked) => OpenedScenario

/** The runs that marks ask for, each made once: a scenario in one price basis. */
export interface RunBook {
  /** @param prices undefined: those of the scenario */
  run(asked: ScenarioAsked, prices: PriceBasis | undefined): ModelRun
  /** A run whose look-back prints the prices of a calendar year, or money of the day. */
  lookback(asked: ScenarioAsked, prices: 'nominal' | number | undefined): ModelRun
}

export function runBook(open: Scenarios): RunBook {
  const runs = new Map<string, ModelRun>()
  const once = (key: string, make: () => ModelRun): ModelRun => {
    const run = runs.get(key) ?? make()
    runs.set(key, run)
    return run
  }
  const plain = (asked: ScenarioAsked): ModelRun => once(JSON.stringify(asked), () => open(asked)())
  return {
    run: (asked, prices) => {
      const run = plain(asked)
      if (prices === undefined || samePriceBasis(prices, run.settings.prices)) return run
      return once(`${JSON.stringify(asked)} ${priceBasisLabel(prices)}`, () => run.with({ prices }))
    },
    lookback: (asked, prices) =>
      prices === undefined || prices === 'nominal'
        ? plain(asked)
        : once(`${JSON.stringify(asked)} lookback ${prices}`, () => open(asked)({ lookbackPrices: prices })),
  }
}

/** Opens each scenario once, however many marks name it. */
export async function openEach(open: OpenScenario, asked: readonly ScenarioAsked[]): Promise<Scenarios> {
  const distinct = new Map(asked.map((each) => [JSON.stringify(each), each]))
  const opened = new Map<string, OpenedScenario | { readonly refused: unknown }>()
  for (const [key, each] of distinct) {
    try {
      opened.set(key, await open(each))
    } catch (refused) {
      opened.set(key, { refused })
    }
  }
  return (each) => {
    const known = opened.get(JSON.stringify(each))
    if (known === undefined) throw new Error('a scenario is asked for that no mark names')
    if (typeof known === 'object') throw known.refused
    return known
  }
}
