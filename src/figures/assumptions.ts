import type { Absent, Given, Input } from '../engine/figure.ts'
import type { Cell } from '../terms/cell.ts'
import { Decimal } from '../terms/decimal.ts'
import type { Unit } from '../terms/unit.ts'
import { choice, onPath, series, type Model, type ModelFigure } from './model.ts'

/**
 * A value the model assumes: what the scenario says under its listed name, else the default. The default is a figure
 * of its own (worked from data, and marked as assumed) or a constant; zero, where it is the value that has no effect,
 * weakens nothing.
 */
export function assumed<U extends Unit>(assumption: {
  name: string
  label: string
  unit: U
  dims: readonly ('year' | 'series')[]
  source: string
  default: Input<Model, U>
  /** Where the name differs from the figure's, by cell (two bridges share one figure). */
  listed?: (cell: Cell) => string
}): ModelFigure<U> {
  const { name, label, unit, dims, source } = assumption
  const listed = assumption.listed ?? ((): string => name)
  const fromScenario = series({
    name: `${name}-stated`,
    label: `${label}, as the scenario says`,
    unit,
    dims,
    source: 'scenario',
    read: (cell, model): Given | Absent => {
      const setting = model.settings.assumptions.get(listed(cell))
      if (setting === undefined) return { missing: 'not-stated' }
      return assumedValue(onPath(setting.value, cell.year ?? 0), { said: setting.said, note: setting.why })
    },
  })
  const among: Record<string, Input<Model>> = { stated: fromScenario, default: assumption.default }
  return choice({
    name,
    label,
    unit,
    dims,
    source,
    assumption: listed,
    among: among as never,
    pick: (cell, model) => (model.settings.assumptions.has(listed(cell)) ? 'stated' : 'default') as never,
  })
}

/** An assumption that changes nothing while it is zero, and is zero unless the scenario says otherwise. */
export function noEffectByDefault<U extends Unit>(assumption: {
  name: string
  label: string
  unit: U
  source: string
  /** By year unless said. */
  dims?: readonly 'year'[]
  flags?: readonly string[]
}): ModelFigure<U> {
  const { name, label, unit, source, dims = ['year'] } = assumption
  const flags = assumption.flags ?? []
  return series({
    name,
    label,
    unit,
    dims,
    source,
    assumption: () => name,
    read: (cell, model): Given => {
      const setting = model.settings.assumptions.get(name)
      const value = setting === undefined ? new Decimal(0) : onPath(setting.value, cell.year ?? 0)
      const neutral = value.isZero()
      return {
        value,
        status: neutral ? 'outturn' : 'assumption',
        neutral,
        flags: setting === undefined ? flags : [],
        said: setting?.said,
        note: setting?.why ?? 'default: no effect',
      }
    },
  })
}

function assumedValue(value: Decimal, told: { said: Given['said']; note: string | undefined }): Given {
  const { said, note } = told
  return { value, status: 'assumption', said, ...(note === undefined ? {} : { note }) }
}
