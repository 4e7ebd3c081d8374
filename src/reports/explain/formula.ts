import { words, wordsOf, wordsValue } from '../../engine/calculators/words.ts'
import type { Calculator, Value } from '../../engine/calculator.ts'
import type { Reading } from '../../engine/evaluate.ts'
import type { AnyFigure } from '../../engine/figure.ts'
import type { Model } from '../../figures/model.ts'
import type { Cell } from '../../terms/cell.ts'
import type { Unit } from '../../terms/unit.ts'
import { cellWords } from './cells.ts'

/** Formulas in words: the formula itself, run with names instead of numbers. */

/** The formula of a cell, with its inputs by name and, where it differs, their year, nation or category. */
export function formulaOfCell(
  figure: AnyFigure<Model>,
  readings: readonly Reading<Model>[],
  cell: Cell,
): string {
  const values: Record<string, unknown> = {}
  for (const reading of readings) {
    const name = (each: Cell): string => `${lowerFirst(reading.figure.label)}${cellWords(each, cell)}`
    const [first] = reading.cells
    if (!reading.list) values[reading.name] = wordsValue(name(first ?? {}))
    else {
      const count = reading.cells.length
      const listed =
        count <= 4 ? reading.cells.map(name) : [`${lowerFirst(reading.figure.label)} (${count} of them)`]
      values[reading.name] = listed.map((text) => wordsValue(text))
    }
  }
  return formulaWith(figure, values)
}

/** The formula with these names for its inputs, by the name each has in the formula. */
export function formulaWith(figure: AnyFigure<Model>, values: Readonly<Record<string, unknown>>): string {
  const { formula } = figure as unknown as { formula: (calc: Calculator, values: unknown) => Value<Unit> }
  return wordsOf(formula(words, values))
}

/** A label inside a sentence; names and abbreviations keep their capitals. */
export function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) && !label.startsWith('England')
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
}
