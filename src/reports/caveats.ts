import type { ModelRun } from '../run/run.ts'
import type { Caveat } from './table.ts'

/** The caveats of every dataset that was read by a run, in the order of the datasets' names. */
export function datasetCaveats(run: ModelRun): Caveat[] {
  return run.readUntilNow().datasets.flatMap((name) => caveatsOfDataset(name, run.data.about(name).caveats))
}

/** What a dataset's about.yaml says of it. */
export function caveatsOfDataset(dataset: string, caveats: readonly string[]): Caveat[] {
  return caveats.map((words) => ({ words, dataset }))
}

/** Each caveat once, in the order first said; where several runs say it, what it concerns is counted together. */
export function onceEach(caveats: readonly Caveat[]): Caveat[] {
  const known = new Map<string, Caveat>()
  for (const caveat of caveats) {
    const key = `${caveat.dataset ?? ''}\n${caveat.words}`
    const before = known.get(key)
    known.set(key, before === undefined ? caveat : together(before, caveat))
  }
  return [...known.values()]
}

function together(one: Caveat, other: Caveat): Caveat {
  if (one.concerns === undefined || other.concerns === undefined) return one
  const { benchmarks, of } = other.concerns
  return { ...one, concerns: { benchmarks: one.concerns.benchmarks + benchmarks, of: one.concerns.of + of } }
}
