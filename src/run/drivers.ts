import { isMissing } from '../engine/calculators/exact.ts'
import type { Graph } from '../engine/calculators/samples/graph.ts'
import type { Sampled } from '../engine/calculators/samples/samples.ts'
import { readsInput, type Tape } from '../engine/calculators/samples/tape.ts'
import type { AnyFigure } from '../engine/figure.ts'
import { listedAssumptions } from '../figures/assumption-list.ts'
import type { ListedAssumption } from '../figures/listed-assumption.ts'
import type { Model } from '../figures/model.ts'
import { assumptionEntries, type AssumptionSetting, type ModelSettings } from '../figures/settings.ts'
import type { Said } from '../figures/setting-values.ts'
import type { Cell } from '../terms/cell.ts'
import { Decimal } from '../terms/decimal.ts'
import type { Distribution } from '../terms/distribution.ts'
import { yearsOf } from '../terms/year.ts'
import type { DrawSpec } from '../uncertainty/draws.ts'
import { floatDistribution } from '../uncertainty/float-distribution.ts'
import type { ModelRun } from './run.ts'

/** An assumption that is drawn: one draw holds for all years. */
export interface Driver {
  readonly name: string
  readonly label: string
  readonly unit: ListedAssumption['unit']
  readonly range: Distribution
  /** The range is of the value itself; or, where the value differs by year, of a shift of all years alike. */
  readonly kind: 'value' | 'shift'
  /** The draw that changes nothing: the value in force, or a shift of 0. Undefined where no number wanted reads it. */
  readonly stated: Decimal | undefined
  /** Whether a sampled number wanted depends on it. */
  readonly used: boolean
  readonly said: Said | undefined
}

/** The drivers of a run while its formulas are run over symbols. */
export interface Drivers {
  readonly count: number
  readonly spec: Pick<DrawSpec, 'variables' | 'correlations'>
  /** The run's settings with every drawn assumption set, so that a choice that asks whether it is reads it. */
  readonly settings: ModelSettings
  /** What stands for a cell of an assumption with a range; undefined for every other figure. */
  draw(graph: Graph, figure: AnyFigure<Model>, cell: Cell): Sampled | undefined
  /** The drivers, once every formula has been run. */
  told(tape: Tape): Driver[]
}

const nothing = new Decimal(0)

/** Whether a figure stands for a listed assumption: it says so, or has the name of one. */
export function isAssumption(figure: AnyFigure<Model>): boolean {
  return figure.assumption !== undefined || listedAssumptions.some(({ name }) => name === figure.name)
}

/** Every assumption with a range, in the order of the list: a column of draws each, whatever numbers are wanted. */
export function driversOf(run: ModelRun): Drivers {
  const entries = assumptionEntries(run.settings)
  const ranged = listedAssumptions.flatMap((listed) => {
    const entry = entries.get(listed.name)
    return entry?.range === undefined ? [] : [{ listed, range: entry.range, said: entry.said }]
  })
  const placeOf = new Map(ranged.map(({ listed }, index) => [listed.name, index]))
  // A default that is drawn has an effect, though it may have none where it stands.
  const atDefault = ranged.flatMap(({ listed: { name } }): [string, AssumptionSetting][] => {
    const entry = run.settings.atDefault.get(name)
    return entry === undefined ? [] : [[name, neverRead(entry)]]
  })
  const met = new Map<string, { kind: Driver['kind']; stated: Decimal }>()

  /** Whether the value in force is the same in every year reported. */
  function sameInAllYears(figure: AnyFigure<Model>, cell: Cell, value: Decimal): boolean {
    if (!figure.dims.includes('year')) return true
    return yearsOf(run.settings.years).every((year) => {
      const other = run.exact(figure, { ...cell, year })
      return isMissing(other) || other.n.equals(value)
    })
  }

  function meet(name: string, figure: AnyFigure<Model>, cell: Cell, value: Decimal): Driver['kind'] {
    const known = met.get(name)
    if (known) return known.kind
    const path = run.settings.assumptions.get(name)?.value
    const byYear = path === undefined ? !sameInAllYears(figure, cell, value) : 'points' in path
    met.set(name, byYear ? { kind: 'shift', stated: nothing } : { kind: 'value', stated: value })
    return byYear ? 'shift' : 'value'
  }

  return {
    count: ranged.length,
    spec: {
      variables: ranged.map(({ listed, range }) => ({
        name: listed.name,
        distribution: floatDistribution(range),
      })),
      correlations: run.settings.correlations.flatMap(({ between: [first, second], rank }) => {
        const [a, b] = [placeOf.get(first), placeOf.get(second)]
        return a === undefined || b === undefined ? [] : [{ a, b, rank: rank.toNumber() }]
      }),
    },
    settings: {
      ...run.settings,
      assumptions: new Map([...run.settings.assumptions, ...atDefault]),
      atDefault: new Map(),
    },
    draw: (graph, figure, cell) => {
      const name = figure.assumption?.(cell) ?? figure.name
      const place = placeOf.get(name)
      if (place === undefined) return undefined
      const value = run.exact(figure, cell)
      if (isMissing(value)) return value
      const draw = graph.draw(place)
      const kind = meet(name, figure, cell, value.n)
      const node = kind === 'value' ? draw : graph.add(graph.constant(value.n), draw)
      // What a value without effect is flagged with (leases that are not matched) is no longer so.
      return { node, status: 'assumption', flags: value.neutral === true ? [] : value.flags }
    },
    told: (tape) =>
      ranged.map(({ listed: { name, label, unit }, range, said }, index) => {
        const { kind, stated } = met.get(name) ?? { kind: 'value', stated: undefined }
        return { name, label, unit, range, kind, stated, used: readsInput(tape, index), said }
      }),
  }
}

/** An entry at its default as one that is set: a draw stands in place of its value wherever that is read. */
function neverRead(entry: Omit<AssumptionSetting, 'value'>): AssumptionSetting {
  return {
    ...entry,
    get value(): never {
      throw new Error(`${entry.name} is drawn, and its value was read`)
    },
  }
}
