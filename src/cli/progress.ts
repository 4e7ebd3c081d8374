import type { Io } from './io.ts'

/** How long a command may take before it says how far it is, in milliseconds. */
const patience = 1000

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
  return {
    show: (done, wanted) => {
      if (quiet || !io.errorsOnTerminal || io.elapsed() - begun <= patience) return
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
