import type { Data } from '../datasets/data.ts'
import { exact, exactOf, exactValue } from '../engine/calculators/exact.ts'
import type { Evaluator } from '../engine/evaluate.ts'
import type { Figure, Series } from '../engine/figure.ts'
import { createTrackedEvaluator } from '../engine/tracked-evaluate.ts'
import { createTracker } from '../engine/tracker.ts'
import type { Model } from '../figures/model.ts'
import type { BenchmarkSetting, ModelSettings } from '../figures/settings.ts'
import type { LoadedScenario } from '../scenarios/settle.ts'
import type { Cell } from '../terms/cell.ts'
import type { Unit } from '../terms/unit.ts'
import { bindLeaves, type Leaves, type Origin } from './leaves.ts'
import { makeModel, runScenario, type ModelRun, type RunOptions } from './run.ts'
import { trackSettings, type ChangedPart, type SettingsPath } from './tracked-settings.ts'

/** Many runs of one scenario, one after the other, which work again only what a change of settings reaches. */
export interface SharedRun {
  /** The run as it stands: every value it gives is that of the settings it last became. */
  readonly run: ModelRun
  /** Makes it the run of these settings, of which only the parts that may differ are others. */
  readonly become: (settings: ModelSettings) => void
  /** Makes it the run of the first settings but for these parts. */
  readonly change: (changes: readonly ChangedPart[]) => void
}

/** @param parts what may differ among the settings to come (`differingParts`) */
export function shareRun(
  loaded: LoadedScenario,
  parts: readonly SettingsPath[],
  data: Data,
  options: RunOptions = {},
): SharedRun {
  const reads = options.reads ?? new Set<string>()
  const together: RunOptions = { ...options, reads }
  const tracker = createTracker()
  const { settings, become, change } = trackSettings(loaded.settings, parts, tracker)
  const loop = (): Error => new Error('an answer of the model’s structure asks for itself')

  // The day of what is known is asked for whenever a leaf is, so that a change of it reaches every leaf.
  const byDay = new Map<string | undefined, Leaves>()
  const leaves = (): Leaves => {
    const day = settings.asOf
    let bound = byDay.get(day)
    if (bound === undefined) byDay.set(day, (bound = bindLeaves(data, day)))
    return bound
  }
  const bound: Leaves = {
    origin: (read) => leaves().origin(read),
    value: (origin) => leaves().value(origin),
    lastYear: (request) => leaves().lastYear(request),
    vintageOf: (dataset, wanted) => leaves().vintageOf(dataset, wanted),
  }
  const datasets = new Set<string>()
  const sources = new Set<string>()
  const note = (origin: Origin): Origin => {
    if (origin.kind !== 'data') return origin
    datasets.add(origin.request.dataset)
    reads.add(origin.request.dataset)
    if (origin.choice.kind === 'chosen') sources.add(origin.choice.observation.source)
    return origin
  }

  const tie: { evaluator?: Evaluator<Model> } = {}
  const evaluator = (): Evaluator<Model> => {
    if (tie.evaluator === undefined) throw new Error('the model was asked before it was ready')
    return tie.evaluator
  }
  // What the model remembers would outlive a change: it is remembered here, with what it was asked of.
  const answers = new Map<string, () => unknown>()
  const once = <T>(key: string, answer: () => T): T => {
    let known = answers.get(key)
    if (known === undefined) answers.set(key, (known = tracker.memo<unknown>(answer, loop)))
    return known() as T
  }
  const benchmark = (id: string): BenchmarkSetting | undefined =>
    settings.benchmarks.find((each) => each.id === id)
  const model = makeModel({ settings, once, benchmark }, data, bound, evaluator, options)
  tie.evaluator = createTrackedEvaluator(
    exact,
    {
      leaf: <U extends Unit>(figure: Series<U, Model>, cell: Cell) =>
        exactValue<U>(bound.value(note(bound.origin(figure.read(cell, model))))),
      absent: <U extends Unit>(reason: string) => exactValue<U>({ missing: reason }),
    },
    model,
    tracker,
  )
  const run: ModelRun = {
    ...runScenario({ ...loaded, settings }, data, together),
    model,
    exact: <U extends Unit>(figure: Figure<U, Model>, cell: Cell) => exactOf(evaluator().value(figure, cell)),
    origin: (figure, cell) => bound.origin(figure.read(cell, model)),
    vintageOf: (dataset) => bound.vintageOf(dataset, settings.economy),
    readUntilNow: () => ({ datasets: [...datasets].sort(), sources: [...sources].sort() }),
    with: (changes) => runScenario({ ...loaded, settings: { ...settings, ...changes } }, data, together),
  }
  return { run, become, change }
}
