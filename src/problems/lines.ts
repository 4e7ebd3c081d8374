import type { Place } from './problem.ts'

/** Turns offsets into a text to places a reader can go to: line and column from 1 (UTF-16 units), and the line itself. */
export function placesIn(text: string, file: string): (offset: number) => Place {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)

  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    const start = starts[low] ?? 0
    const excerpt = text.slice(start, starts[low + 1] ?? text.length).replace(/[\r\n]+$/, '')
    return { file, line: low + 1, column: offset - start + 1, excerpt }
  }
}
