import type { Io } from './io.ts'

/** How output may look where it goes: decided once, here, and passed on as flags. */
export interface Appearance {
  readonly colour: boolean
  /** Box lines around tables: only on a terminal that can draw them. */
  readonly boxes: boolean
  readonly width: number
}

const usualWidth = 80
const narrowest = 40
const widest = 1000

/** How stdout looks. `colourWanted` is false after `--no-color`. */
export function appearance(io: Io, colourWanted: boolean): Appearance {
  return {
    colour: colourOn(io.isTerminal, io.env, colourWanted),
    boxes: io.isTerminal && io.env['TERM'] !== 'dumb',
    width: widthOf(io),
  }
}

/**
 * Whether a stream gets colour. Never with `--no-color`, a non-empty `NO_COLOR` or `TERM=dumb`; otherwise on a
 * terminal, or where `FORCE_COLOR` asks for it (anything but empty, `0` and `false`, which ask for none).
 */
export function colourOn(onTerminal: boolean, env: Io['env'], colourWanted: boolean): boolean {
  if (!colourWanted || env['NO_COLOR'] || env['TERM'] === 'dumb') return false
  const force = env['FORCE_COLOR']
  if (force === '0' || force === 'false') return false
  return onTerminal || Boolean(force)
}

/**
 * The terminal's width; where there is no terminal, what `COLUMNS` says (so that `COLUMNS=200 capgap run | less` can
 * be asked for), else 80. Never under 40.
 */
export function widthOf(io: Pick<Io, 'columns' | 'env'>): number {
  const asked = io.columns ?? Number(/^\d+$/.exec(io.env['COLUMNS'] ?? '')?.[0] ?? usualWidth)
  return Math.min(widest, Math.max(narrowest, asked === 0 ? usualWidth : asked))
}
