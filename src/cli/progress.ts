import type { Io } from './io.ts'

/** How long a command may take before it says how far it is, in milliseconds. */
const patience = 1000

/** A line on a terminal that says how far a command is, once it takes over a second; nothing anywhere else. */
export function progressLine(
  io: Pick<Io, 'stderr' | 'errorsOnTerminal'>,
  quiet: boolean,
  words: (done: number, wanted: number) => string,
): { readonly show: (done: number, wanted: number) => void; readonly clear: () => void } {
  let late = false
  let shown = ''
  const timer = setTimeout(() => (late = true), patience)
  timer.unref()
  return {
    show: (done, wanted) => {
      if (!late || quiet || !io.errorsOnTerminal) return
      const line = words(done, wanted)
      if (line === shown) return
      shown = line
      io.stderr(`\r${line}\u001B[K`)
    },
    clear: () => {
      clearTimeout(timer)
      if (shown !== '') io.stderr('\r\u001B[K')
      shown = ''
    },
  }
}
