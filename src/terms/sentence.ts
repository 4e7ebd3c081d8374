import type { Decimal } from './decimal.ts'

/** How people see a number: money in GBP million, percent, GBP per head, or a plain number. */
export type NumberKind = 'money' | 'percent' | 'per-head' | 'number'

/** A number in running text: `−£0.1bn`, `0.49%`, `£62`. Only the renderer rounds it. */
export interface NumberInText {
  readonly value: Decimal
  readonly as: NumberKind
  /** Write `+` before a positive number. */
  readonly plus?: boolean
  /** Write money to the million, whatever its size: where a few millions are what is said. */
  readonly inMillions?: boolean
  /** Money of another nation, written after the amount: `113.8bn national currency`. Pounds where it is absent. */
  readonly currency?: string
}

/** Words, or words with numbers in them. */
export type Sentence = string | readonly (string | NumberInText)[]
