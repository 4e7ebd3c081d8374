import type { RawOptions } from './options.ts'

/** The options of `sensitivity` beside those that commands share. */
export interface RawSensitivity extends RawOptions {
  readonly curve?: boolean
  readonly tornado?: boolean
  readonly drivers?: boolean
  readonly switching?: boolean
  readonly grid?: readonly string[]
  readonly year?: string
  readonly draws?: string
  readonly seed?: string
  readonly chart?: boolean
}
