import type { Status } from '../../terms/status.ts'

/**
 * Cells worked ahead: what the build worked of a shipped scenario on the bundled data, kept as JSON with what each cell
 * rests on. A run takes a cell from here only where its own settings say the same of everything the cell read
 * (docs/decisions/2026-11-22-worked-ahead.md).
 */

/** Raise it whenever the form changes: files of another form are not read. */
export const keptFormat = 1

/**
 * Where kept cells are read from: a file with what reports ask for, one with what sampled runs ask for besides, and one with
 * everything worked on the way there.
 */
export interface KeptFiles {
  asked(): Kept | undefined
  sampled(): Kept | undefined
  within(): Kept | undefined
}

export interface Kept {
  readonly format: number
  /** Shipped scenarios with which nothing is wrong on these data, not even a warning. */
  readonly sound: readonly string[]
  /** One for each set of settings that was worked: the scenario's own, and those a report also asks of it. */
  readonly runs: readonly KeptRun[]
}

export interface KeptRun {
  /** What the settings said, by part (`prices`, `benchmarks.eu14`), as `settingText` writes it. */
  readonly settings: Readonly<Record<string, string>>
  /** Parts of settings, datasets and sources, which needs name by number. */
  readonly names: readonly string[]
  /** What cells rest on, each combination once: cells name it by number. */
  readonly needs: readonly KeptNeeds[]
  readonly flags: readonly (readonly string[])[]
  /** By figure and `cellKey`. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, KeptCell>>>>
  /** Answers to questions of structure, by the key of `model.once`. */
  readonly answers: Readonly<Record<string, { readonly answer: unknown; readonly needs: number }>>
}

/** Numbers of names. */
export type KeptNeeds = readonly [
  settings: readonly number[],
  datasets: readonly number[],
  sources: readonly number[],
]

/** A number: its digits, status, flags, needs, price base, and 1 where it is neutral. Missing: the reason and needs. */
export type KeptCell =
  | readonly [n: string, status: Status, flags: number, needs: number, base?: number | null, neutral?: 1]
  | readonly [missing: string, needs: number]
