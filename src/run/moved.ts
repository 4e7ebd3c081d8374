import { isMissing, type Exact } from '../engine/calculators/exact.ts'
import type { AnyFigure, Figure } from '../engine/figure.ts'
import { listedAssumptions } from '../figures/assumption-list.ts'
import type { ListedAssumption } from '../figures/listed-assumption.ts'
import { explainableFigures } from '../figures/explainable.ts'
import type { Model } from '../figures/model.ts'
import {
  assumptionEntries,
  type AssumptionEntry,
  type AssumptionSetting,
  type ModelSettings,
} from '../figures/settings.ts'
import type { Path } from '../figures/setting-values.ts'
import type { Cell } from '../terms/cell.ts'
import { Decimal } from '../terms/decimal.ts'
import type { Distribution } from '../terms/distribution.ts'
import type { Unit } from '../terms/unit.ts'
import type { ModelRun } from './run.ts'
import { sample } from './sampled.ts'
import { shareRun } from './shared-run.ts'
import { differingParts } from './tracked-settings.ts'

/** One listed assumption of a run, which can be given other values than its own. */
export interface Moved {
  readonly listed: ListedAssumption
  /** The value itself moves; or, where it differs by year, all years alike by what is added to them. */
  readonly kind: 'value' | 'shift'
  /** The value in force, or a shift of 0, in the unit of the list; undefined where the number asked never reads it. */
  readonly now: Decimal | undefined
  /** Whether the number asked depends on it. */
  readonly used: boolean
  /** As the scenario writes it, where it does. */
  readonly range: Distribution | undefined
  readonly entry: AssumptionEntry | undefined
  /** The settings of the run with another value. */
  readonly at: (value: Decimal, settings?: ModelSettings) => ModelSettings
}

const anywhere: Distribution = { kind: 'uniform', low: new Decimal(0), high: new Decimal(1) }

/**
 * Every listed assumption, in the order of the list, and whether a number depends on it: found by running its formulas
 * once with all of them as symbols, so that none is missed and none is taken for what it is not.
 */
export function movedAssumptions(run: ModelRun, figure: AnyFigure<Model>, cell: Cell): Moved[] {
  const { settings } = run
  const entries = assumptionEntries(settings)
  const unset = listedAssumptions.filter(({ name }) => !settings.assumptions.has(name))
  const all = run.with({
    assumptions: new Map(
      Array.from(settings.assumptions, ([name, each]) => [name, { ...each, range: anywhere }]),
    ),
    atDefault: new Map(unset.map(({ name }) => [name, { ...unsaid, name, range: anywhere }])),
    correlations: [],
  })
  const { drivers } = sample(all, [{ figure, cell }])
  let figures: ReadonlyMap<string, AnyFigure<Model>> | undefined
  return listedAssumptions.map((listed, index): Moved => {
    const { name } = listed
    const driver = drivers[index]
    const kind = driver?.kind ?? 'value'
    const byYear = (): Path => ownValues(run, (figures ??= explainableFigures()).get(name))
    return {
      listed,
      kind,
      now: driver?.stated,
      used: driver?.used === true,
      range: entries.get(name)?.range,
      entry: entries.get(name),
      at: (value, from = settings) => {
        const path = from.assumptions.get(name)?.value ?? (kind === 'shift' ? byYear() : undefined)
        return withValue(from, name, kind === 'value' ? { constant: value } : shifted(path, value))
      },
    }
  })
}

const unsaid = {
  ...{ range: undefined, why: undefined, source: undefined, by: undefined, on: undefined },
  said: undefined,
}

function withValue(settings: ModelSettings, name: string, value: Path): ModelSettings {
  const setting: AssumptionSetting = { ...unsaid, name, value }
  const atDefault = new Map(settings.atDefault)
  atDefault.delete(name)
  return { ...settings, assumptions: new Map([...settings.assumptions, [name, setting]]), atDefault }
}

function shifted(path: Path | undefined, by: Decimal): Path {
  if (path === undefined || 'constant' in path) throw new Error('a value that differs by year has no years')
  return { points: new Map(Array.from(path.points, ([year, value]) => [year, value.plus(by)])) }
}

/** Years before those reported in which a figure carried on from them may read an assumption. */
const yearsBefore = 30

/** The value a default has in each year that may be read. */
function ownValues(run: ModelRun, figure: AnyFigure<Model> | undefined): Path {
  if (figure === undefined) throw new Error('an assumption without a figure of its name')
  const { from, to } = run.settings.years
  const points = new Map<number, Decimal>()
  for (let year = from - yearsBefore; year <= to; year += 1) {
    const value = run.exact(figure, { year })
    if (!isMissing(value)) points.set(year, value.n)
  }
  return { points }
}

/**
 * Works one number again and again while assumptions move, on the exact engine: only what a change reaches is worked.
 * @param samples settings that between them differ in every assumption that will move
 */
export function reworked<U extends Unit>(
  run: ModelRun,
  figure: Figure<U, Model>,
  cell: Cell,
  samples: readonly [ModelSettings, ...ModelSettings[]],
): (settings: ModelSettings) => Exact {
  const [first] = samples
  const shared = shareRun({ ...run, settings: first }, differingParts(samples), run.data, {
    reads: run.reads,
  })
  return (settings) => {
    shared.become(settings)
    return shared.run.exact(figure, cell)
  }
}
