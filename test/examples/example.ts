import { readFileSync } from 'node:fs'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'

/** A worked example as an analyst writes it; every value is text, exactly as printed. */
export interface Example {
  /** What is asked, and where the answer is from: `(Check)` marks a number MODEL.md has from a second method. */
  readonly says: string
  /** Public name of a figure, as `capgap explain` takes it. */
  readonly figure: string
  /** Dimensions of the cell that stay the same. */
  readonly cell?: Readonly<Record<string, string>>
  /** The dimension that `values` runs over. A range of calendar years (`2015-2019`) asks for their mean. */
  readonly over?: string
  /** Expected, to the digits printed; an ellipsis means cut, not rounded; `none (reason)` is missing. */
  readonly values: string | Readonly<Record<string, string>>
  readonly status?: string
  /** `bn`: GBP billion; `percent`: a plain ratio, in percent. Rates of GDP are in percent anyway. */
  readonly in?: 'bn' | 'percent'
  /** Subtract the same cell with these dimensions instead. */
  readonly less?: Readonly<Record<string, string>>
  /** The nations behind the comparator, or how many (`11 of them`). */
  readonly nations?: string
  /** Scenario keys that differ from the shipped current-plans in nominal prices. */
  readonly scenario?: Readonly<Record<string, unknown>>
  /** `nothing`: the scenario does not extend current-plans. */
  readonly 'builds-on'?: 'nothing'
  /** One measure or benchmark to add to it (the cell is then of this benchmark), or its look-back. */
  readonly measure?: Readonly<Record<string, unknown>>
  readonly benchmark?: Readonly<Record<string, unknown>>
  readonly lookback?: Readonly<Record<string, unknown>>
}

export interface Chapter {
  readonly chapter: string
  readonly examples: readonly Example[]
}

const keys = new Set([
  ...['says', 'figure', 'cell', 'over', 'values', 'status', 'in', 'less', 'nations'],
  ...['scenario', 'builds-on', 'measure', 'benchmark', 'lookback'],
])

/** Reads a chapter; nothing is taken for a number or a date. Throws for a key that no example has. */
export function readChapter(file: string): Chapter {
  const chapter = load(readFileSync(file, 'utf8'), { schema: FAILSAFE_SCHEMA, filename: file }) as Chapter
  for (const example of chapter.examples) {
    const unknown = Object.keys(example).filter((key) => !keys.has(key))
    if (unknown.length > 0)
      throw new Error(`${file}: "${example.says}" has a key no example has: ${unknown.join()}`)
  }
  return chapter
}
