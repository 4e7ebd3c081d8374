import * as say from '../problems/catalogue/data-files.ts'
import type { Problem } from '../problems/problem.ts'

/**
 * Bytes as text, without a BOM. Bytes that are not UTF-8 are a problem for each line that holds one; the text is then
 * read as Windows-1252, which is what such files mostly are, so that the other checks can go on.
 */
export function decodeUtf8(bytes: Uint8Array, file: string): { text: string; problems: readonly Problem[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), problems: brokenLines(bytes, file) }
  }
}

const newline = 0x0a
const pound = 0xa3

function brokenLines(bytes: Uint8Array, file: string): Problem[] {
  const problems: Problem[] = []
  let start = 0
  for (let line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start)
    const end = found < 0 ? bytes.length : found
    const content = bytes.subarray(start, end)
    const column = brokenByte(content)
    if (column !== undefined) {
      const excerpt = new TextDecoder('windows-1252').decode(content).replace(/\r$/, '')
      const byte = content[column] ?? 0
      problems.push(say.notUtf8({ file, line, column: column + 1, excerpt }, byte, byte === pound))
    }
    start = end + 1
  }
  return problems
}

/** The index of the first byte at which a line stops being UTF-8. */
function brokenByte(line: Uint8Array): number | undefined {
  let at = 0
  while (at < line.length) {
    const length = sequenceLength(line[at] ?? 0)
    const sequence = line.subarray(at, at + length)
    if (length === 0 || !isUtf8(sequence)) return at
    at += length
  }
  return undefined
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead < 0xe0) return 2
  if (lead >= 0xe0 && lead < 0xf0) return 3
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
