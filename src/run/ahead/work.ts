import type { Data } from '../../datasets/data.ts'
import { exact, exactOf, isMissing, type Exact } from '../../engine/calculators/exact.ts'
import { working, type Evaluator, type Leaves, type Reading } from '../../engine/evaluate.ts'
import type { AnyFigure, Figure } from '../../engine/figure.ts'
import type { Value } from '../../engine/calculator.ts'
import type { Model } from '../../figures/model.ts'
import type { ModelSettings } from '../../figures/settings.ts'
import type { LoadedScenario } from '../../scenarios/settle.ts'
import { cellKey, project, type Cell } from '../../terms/cell.ts'
import type { Unit } from '../../terms/unit.ts'
import { runScenario, type ModelRun } from '../run.ts'
import type { Reads } from '../reads.ts'
import type { MakeWorkshop, Materials, Workshop } from '../workshop.ts'
import { keptFormat, type Kept, type KeptCell, type KeptNeeds, type KeptRun } from './kept.ts'
import { lookbackPart, settingText } from './setting-text.ts'
import { createTracker, trackedSettings, type Needs, type Tracker } from './tracker.ts'

/** A run that writes down what each of its cells rests on, and everything it and the runs made of it have worked. */
export interface TrackedRun {
  readonly run: ModelRun
  /** What was asked from outside, and everything else. */
  kept(): { readonly asked: Kept; readonly within: Kept }
}

/**
 * Works a scenario as ever, on settings and data that note what is read of them. Slower by far: for the build.
 * @param sound shipped scenarios with which nothing is wrong
 */
export function trackedRun(loaded: LoadedScenario, data: Data, sound: readonly string[]): TrackedRun {
  const ledgers: Ledger[] = []
  const make: MakeWorkshop = (settings, materials) => {
    const ledger = createLedger(settings)
    ledgers.push(ledger)
    return trackedWorkshop(settings, materials, ledger)
  }
  const run = runScenario(loaded, data, {}, make)
  const kept = (asked: boolean): Kept => ({
    format: keptFormat,
    sound,
    runs: ledgers.map((ledger) => ledger.kept(asked)),
  })
  return { run, kept: () => ({ asked: kept(true), within: kept(false) }) }
}

function trackedWorkshop(settings: ModelSettings, materials: Materials, ledger: Ledger): Workshop {
  const tracker = createTracker()
  const tracked = trackedSettings(settings, tracker)
  const answers = new Map<string, { readonly result: unknown; readonly needs: Needs }>()
  const read: Reads = {
    dataset: (name) => {
      tracker.dataset(name)
      // Which rows were known by then, and which are hindsight, is asked of every row.
      tracker.setting('asOf')
      materials.read.dataset(name)
    },
    source: (id) => {
      tracker.source(id)
      materials.read.source(id)
    },
  }
  return {
    settings: tracked,
    benchmark: (id) => {
      tracker.setting(`benchmarks.${id}`)
      return settings.benchmarks.find((each) => each.id === id)
    },
    once: <T>(key: string, answer: () => T): T => {
      const known = answers.get(key)
      const found = known ?? tracker.within(answer)
      answers.set(key, found)
      tracker.add(found.needs)
      ledger.answer(key, found.result, { needs: found.needs, asked: !tracker.busy() })
      return found.result as T
    },
    evaluator: (leaves, model) => trackedEvaluator(leaves, trackedModel(model, tracker), tracker, ledger),
    read,
  }
}

/** The model as figures see it; the prices of a look-back are chosen beside the settings. */
function trackedModel(model: Model, tracker: Tracker): Model {
  return Object.defineProperty({ ...model }, 'lookbackBase', {
    get: () => {
      tracker.setting(lookbackPart)
      return model.lookbackBase
    },
  })
}

/** Works cells by the account `working` gives of them, which a test holds to the usual evaluator. */
function trackedEvaluator(
  leaves: Leaves<Model>,
  model: Model,
  tracker: Tracker,
  ledger: Ledger,
): Evaluator<Model> {
  const known = new Map<
    AnyFigure<Model>,
    Map<string, { readonly result: Value<Unit>; readonly needs: Needs }>
  >()

  function value<U extends Unit>(figure: Figure<U, Model>, wide: Cell): Value<U> {
    const cell = project(wide, figure.dims)
    const key = cellKey(cell, figure.dims)
    let cells = known.get(figure)
    if (cells === undefined)
      known.set(figure, (cells = new Map<string, { readonly result: Value<Unit>; readonly needs: Needs }>()))
    const seen = cells.get(key) as { readonly result: Value<U>; readonly needs: Needs } | undefined
    const { result, needs } = seen ?? tracker.within(() => work(figure, cell))
    cells.set(key, { result: result as never, needs })
    tracker.add(needs)
    ledger.cell(figure.name, key, exactOf(result), { needs, asked: !tracker.busy() })
    return result
  }

  function work<U extends Unit>(figure: Figure<U, Model>, cell: Cell): Value<U> {
    const how = working(figure, cell, model)
    switch (how.kind) {
      case 'leaf':
        if (figure.kind !== 'series') throw new Error(`${figure.name} is no series`)
        return leaves.leaf(figure, cell, model)
      case 'none':
        return leaves.absent(how.reason, figure)
      case 'same-as':
        return single(how.reading)
      case 'formula': {
        if (!('formula' in figure)) throw new Error(`${figure.name} has no formula`)
        const values = how.readings.map((reading) => [
          reading.name,
          reading.list ? reading.cells.map((each) => value(reading.figure, each)) : single(reading),
        ])
        return figure.formula(exact, Object.fromEntries(values) as never)
      }
    }
  }

  function single(reading: Reading<Model>): never {
    const [only] = reading.cells
    if (only === undefined) throw new Error(`${reading.figure.name} is read nowhere`)
    return value(reading.figure, only) as never
  }

  return { value }
}

/** Everything worked under one set of settings. */
interface Ledger {
  cell(figure: string, key: string, value: Exact, on: Entry): void
  answer(key: string, answer: unknown, on: Entry): void
  /** Of what was asked from outside, or of the rest. */
  kept(asked: boolean): KeptRun
}

interface Entry {
  readonly needs: Needs
  /** Whether it was asked from outside; once is enough. */
  readonly asked: boolean
}

function createLedger(settings: ModelSettings): Ledger {
  const cells = new Map<string, { figure: string; key: string; value: Exact } & Entry>()
  const answers = new Map<string, { answer: unknown } & Entry>()
  return {
    cell: (figure, key, value, { needs, asked }) => {
      const id = `${figure} ${key}`
      const before = cells.get(id)
      if (before !== undefined && JSON.stringify(before.value) !== JSON.stringify(value)) {
        throw new Error(`two figures are called ${figure}, and differ at ${key}`)
      }
      cells.set(id, { figure, key, value, needs, asked: asked || before?.asked === true })
    },
    answer: (key, answer, { needs, asked }) => {
      // What JSON cannot hold is asked again when it is wanted.
      if (answer === undefined || answer instanceof Map || answer instanceof Set) return
      answers.set(key, { answer, needs, asked: asked || answers.get(key)?.asked === true })
    },
    kept: (asked) => {
      const isWanted = (entry: Entry): boolean => entry.asked === asked
      return keptRun(
        settings,
        [...cells.values()].filter(isWanted),
        [...answers].filter(([, entry]) => isWanted(entry)),
      )
    },
  }
}

function keptRun(
  settings: ModelSettings,
  cells: readonly ({ figure: string; key: string; value: Exact } & Entry)[],
  answers: readonly (readonly [string, { answer: unknown } & Entry])[],
): KeptRun {
  const names = numbered<string>()
  const needs = numbered<KeptNeeds>()
  const flags = numbered<readonly string[]>()
  const parts = new Set<string>()
  const namesOf = (some: ReadonlySet<string>): number[] => [...some].sort().map(names.of)
  const needsNumber = ({ settings: read, datasets, sources }: Needs): number => {
    for (const part of read) parts.add(part)
    return needs.of([namesOf(read), namesOf(datasets), namesOf(sources)])
  }
  const byFigure: Record<string, Record<string, KeptCell>> = {}
  for (const { figure, key, value, needs: on } of cells) {
    ;(byFigure[figure] ??= {})[key] = keptCell(value, flags.of, needsNumber(on))
  }
  const byKey = answers.map(
    ([key, { answer, needs: on }]) => [key, { answer, needs: needsNumber(on) }] as const,
  )
  return {
    settings: Object.fromEntries(
      [...parts].sort().map((part) => [part, settingText(settings, part, undefined)]),
    ),
    names: names.all(),
    needs: needs.all(),
    flags: flags.all(),
    cells: byFigure,
    answers: Object.fromEntries(byKey),
  }
}

function keptCell(value: Exact, flagNumber: (flags: readonly string[]) => number, needs: number): KeptCell {
  if (isMissing(value)) return [value.missing, needs]
  const { n, status, flags, base, neutral } = value
  const start = [n.toString(), status, flagNumber(flags), needs] as const
  if (neutral === true) return [...start, base ?? null, 1]
  return base === undefined ? start : [...start, base]
}

/** Things by number, each once. */
function numbered<T>(): { readonly of: (thing: T) => number; readonly all: () => readonly T[] } {
  const numbers = new Map<string, number>()
  const things: T[] = []
  return {
    of: (thing) => {
      const text = JSON.stringify(thing)
      let number = numbers.get(text)
      if (number === undefined) {
        numbers.set(text, (number = things.length))
        things.push(thing)
      }
      return number
    },
    all: () => things,
  }
}
