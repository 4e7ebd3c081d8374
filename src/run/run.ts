import type { Data } from '../datasets/data.ts'
import { exactOf, exactValue, isMissing, type Exact } from '../engine/calculators/exact.ts'
import type { Evaluator } from '../engine/evaluate.ts'
import type { Figure, Series } from '../engine/figure.ts'
import type { Model } from '../figures/model.ts'
import type { LookbackSetting, ModelSettings } from '../figures/settings.ts'
import type { Override } from '../scenarios/merge.ts'
import type { LoadedScenario, Scenario } from '../scenarios/settle.ts'
import type { Problem } from '../problems/problem.ts'
import type { Cell } from '../terms/cell.ts'
import type { Unit } from '../terms/unit.ts'
import { bindLeaves, type Leaves, type Origin } from './leaves.ts'
import { usualWorkshop, type MakeWorkshop, type Workshop } from './workshop.ts'

/** One scenario met with data: every figure at every cell, worked when asked for and remembered. */
export interface ModelRun {
  readonly scenario: Scenario
  readonly settings: ModelSettings
  readonly overrides: readonly Override[]
  /** Where each value in force was said, by dotted key; what options replaced; and the files as they were read. */
  readonly said: LoadedScenario['said']
  readonly byOptions: LoadedScenario['byOptions']
  readonly texts: LoadedScenario['texts']
  readonly warnings: readonly Problem[]
  readonly data: Data
  readonly model: Model
  /** The exact value of a figure at a cell. */
  exact<U extends Unit>(figure: Figure<U, Model>, cell: Cell): Exact
  /** What a leaf rests on. */
  origin<U extends Unit>(figure: Series<U, Model>, cell: Cell): Origin
  /** The vintage a dataset was read in, where it has vintages. */
  vintageOf(dataset: string): string | undefined
  /** What has been read so far: names of datasets, and the sources of the rows chosen, both sorted. */
  readUntilNow(): { readonly datasets: readonly string[]; readonly sources: readonly string[] }
  /** The datasets read so far by this run and every run made from it: what an answer rests on that asks several. */
  readonly reads: Set<string>
  /** The same run with some of its settings changed: other questions of the same scenario. */
  with(changes: Partial<ModelSettings>): ModelRun
}

export interface RunOptions {
  /** The calendar year whose prices a look-back prints; undefined: nominal. */
  readonly lookbackPrices?: number | undefined
  /** Where the names of datasets read are gathered, for runs that answer together (`ModelRun.reads`). */
  readonly reads?: Set<string>
}

/**
 * Runs a loaded scenario on loaded data. Nothing is worked yet: figures are, one by one, when a report asks.
 * @param make how cells are worked and remembered: as ever, unless what they rest on is wanted too
 */
export function runScenario(
  loaded: LoadedScenario,
  data: Data,
  options: RunOptions = {},
  make: MakeWorkshop = usualWorkshop,
): ModelRun {
  return makeRun(loaded, loaded.settings, { data, options, make, reads: options.reads ?? new Set() })
}

interface Around {
  readonly data: Data
  readonly options: RunOptions
  readonly make: MakeWorkshop
  readonly reads: Set<string>
}

function makeRun(loaded: LoadedScenario, settings: ModelSettings, around: Around): ModelRun {
  const { data, options, make, reads } = around
  const leaves = bindLeaves(data, settings.asOf)
  const datasets = new Set<string>()
  const sources = new Set<string>()
  const workshop = make(settings, {
    data,
    options,
    read: {
      dataset: (name) => {
        datasets.add(name)
        reads.add(name)
      },
      source: (id) => sources.add(id),
    },
  })
  const note = (origin: Origin): Origin => {
    if (origin.kind !== 'data') return origin
    workshop.read.dataset(origin.request.dataset)
    if (origin.choice.kind === 'chosen') workshop.read.source(origin.choice.observation.source)
    return origin
  }
  // The model asks the evaluator for structure, and the evaluator reads the model: tied here, once.
  const tie: { evaluator?: Evaluator<Model> } = {}
  const evaluator = (): Evaluator<Model> => {
    if (tie.evaluator === undefined) throw new Error('the model was asked before it was ready')
    return tie.evaluator
  }
  const model = makeModel(workshop, data, leaves, evaluator, options)
  tie.evaluator = workshop.evaluator(
    {
      leaf: <U extends Unit>(figure: Series<U, Model>, cell: Cell) =>
        exactValue<U>(leaves.value(note(leaves.origin(figure.read(cell, model))))),
      absent: <U extends Unit>(reason: string) => exactValue<U>({ missing: reason }),
    },
    model,
  )
  return {
    scenario: loaded.scenario,
    settings,
    overrides: loaded.overrides,
    said: loaded.said,
    byOptions: loaded.byOptions,
    texts: loaded.texts,
    warnings: loaded.warnings,
    data,
    model,
    exact: (figure, cell) => exactOf(evaluator().value(figure, cell)),
    origin: (figure, cell) => leaves.origin(figure.read(cell, model)),
    vintageOf: (dataset) => leaves.vintageOf(dataset, settings.economy),
    readUntilNow: () => ({ datasets: [...datasets].sort(), sources: [...sources].sort() }),
    reads,
    with: (changes) => makeRun(loaded, { ...settings, ...changes }, around),
  }
}

/** What figures may ask when they decide structure; `once` remembers the answers. */
export function makeModel(
  { settings, once, benchmark, peek }: Pick<Workshop, 'settings' | 'once' | 'benchmark' | 'peek'>,
  data: Data,
  leaves: Leaves,
  evaluator: () => Evaluator<Model>,
  options: RunOptions,
): Model {
  const model: Model = {
    settings,
    benchmark,
    lookbackBase: options.lookbackPrices,
    peek: (figure, cell) => {
      const before = peek?.(figure, cell)
      if (before !== undefined) return before
      const value = exactOf(evaluator().value(figure, cell))
      return isMissing(value) ? value : { status: value.status }
    },
    lastYear: (figure, cell) =>
      once(`last-year|${figure.name}|${cell.asOf ?? ''}`, () => lastYearOf(figure, cell)),
    once,
    group: (name) =>
      once(`group|${name}`, () => {
        const rows = data.dataset('nation-groups').rows.filter((row) => row.cells['group'] === name)
        return rows.map((row) => row.cells['nation'] ?? '').sort()
      }),
    scopeOf: (baseline) =>
      baseline.kind === 'series' && data.about(baseline.dataset).baseline?.scope === 'cdel'
        ? 'cdel'
        : 'nhs-capital',
  }

  function lastYearOf<U extends Unit>(figure: Figure<U, Model>, cell: Cell): number | undefined {
    if (figure.kind !== 'series') throw new Error(`${figure.name} is worked, not published`)
    // Any year will do: only the period of the request depends on it.
    const read = figure.read({ ...cell, year: 2000, calendarYear: 2000 }, model)
    return 'dataset' in read ? leaves.lastYear(read) : undefined
  }

  return model
}

/** A run that answers a look-back with this setting instead of the scenario's own. */
export function lookbackRun(run: ModelRun, setting: LookbackSetting): ModelRun {
  return run.with({ lookback: setting })
}
