/** On a page, a line of its own that says: lines are left out here. */
const leftOut = '…'

/**
 * What differs between an output as a page shows it and as it is, or undefined where nothing does. Without a line `…` the
 * two must be equal. With it, each stretch shown must stand in the output, whole and in order; the first at its beginning and
 * the last at its end, unless `…` stands there.
 */
export function differenceFromShown(shown: string, actual: string): string | undefined {
  const printed = actual.replace(/\n$/, '').split('\n')
  const stretches = stretchesOf(shown.replace(/\n$/, '').split('\n'))
  let from = 0
  for (const [index, stretch] of stretches.entries()) {
    const last = index === stretches.length - 1
    const at = last
      ? printed.length - stretch.length
      : printed.findIndex((_, start) => start >= from && holds(printed, stretch, start))
    const misplaced = at < from || (index === 0 && at !== 0)
    if (stretch.length > 0 && (misplaced || !holds(printed, stretch, at)))
      return `not found in its place:\n${stretch.join('\n')}\n\nprinted was:\n${actual}`
    if (stretch.length > 0) from = at + stretch.length
  }
  return stretches.length > 1 || from === printed.length ? undefined : `printed was:\n${actual}`
}

/** The stretches of lines between the marks; empty at an end where a mark stands. */
function stretchesOf(lines: readonly string[]): string[][] {
  const stretches: string[][] = [[]]
  for (const line of lines) {
    if (line === leftOut) stretches.push([])
    else stretches.at(-1)?.push(line)
  }
  return stretches
}

function holds(lines: readonly string[], stretch: readonly string[], start: number): boolean {
  return stretch.every((line, index) => lines[start + index] === line)
}
