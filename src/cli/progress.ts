import type { Io } from './io.ts'

/** How long a command may take before it says how far it is, in milliseconds. */
const patience = 1000

/** How long a line stands before another takes its place, but for the last: nobody reads faster. */
const standing = 100

/**
 * A line on a terminal that says how far a command is, once it takes over a second; nothing anywhere else. Time is asked
 * for at each step: a timer would not run out while a loop keeps the thread.
 */
export function progressLine(
  io: Pick<Io, 'stderr' | 'errorsOnTerminal' | 'elapsed'>,
  quiet: boolean,
  words: (done: number, wanted: number) => string,
): { readonly show: (done: number, wanted: number) => void; readonly clear: () => void } {
  const begun = io.elapsed()
  let shown = ''
  let last = -Infinity
  return {
    show: (done, wanted) => {
      if (quiet || !io.errorsOnTerminal) return
      const now = io.elapsed()
      if (now - begun <= patience || (now - last < standing && done < wanted)) return
      last = now
      const line = words(done, wanted)
      if (line === shown) return
      shown = line
      io.stderr(`\r${line}\u001B[K`)
    },
    clear: () => {
      if (shown !== '') io.stderr('\r\u001B[K')
      shown = ''
    },
  }
}
