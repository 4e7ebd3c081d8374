import * as say from '../problems/catalogue/brief.ts'

/** Where two versions of a block first differ, for a message: the line in the old one, and the change in words. */
export interface FirstChange {
  /** Offset into the old text. */
  readonly at: number
  readonly words: string
}

export function firstChange(old: string, now: string): FirstChange {
  const before = linesOf(old)
  const after = linesOf(now)
  const index = before.findIndex(({ text }, line) => text !== after[line]?.text)
  const at = index < 0 ? before.length : index
  const [was, is] = [before[at], after[at]]
  return {
    at: was?.at ?? before.at(-1)?.at ?? 0,
    words:
      before.length === 0
        ? say.notFilled()
        : changeOf(was?.text ?? '', is?.text ?? '', headerAbove(before, at)),
  }
}

interface Line {
  readonly at: number
  readonly text: string
}

function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/[^\r\n]+/g), ({ index, 0: line }) => ({
    at: index,
    text: line.trim(),
  })).filter(({ text: line }) => line !== '' && !/^>+$/.test(line))
}

/** A changed row of a table is told by its name, the column and the two values; any other line whole. */
function changeOf(was: string, is: string, header: readonly string[]): string {
  const [old, now] = [cellsOf(was), cellsOf(is)]
  const [name = ''] = old
  if (old.length > 1 && old.length === now.length && name === now[0]) {
    const column = old.findIndex((cell, index) => cell !== now[index])
    if (column > 0) return say.rowChange(name, header[column] ?? '', old[column] ?? '', now[column] ?? '')
  }
  return say.lineChange(old.join(' '), now.join(' '))
}

/** The cells of the line over the nearest rule (Markdown), or of the nearest line of headings (HTML). */
function headerAbove(lines: readonly Line[], at: number): string[] {
  const above = lines.slice(0, at)
  const rule = above.findLastIndex(({ text }) => /^[\s>]*\|(?: :?-+:? \|)+$/.test(text))
  const line = rule > 0 ? above[rule - 1] : above.findLast(({ text }) => text.includes('scope="col"'))
  return line === undefined ? [] : cellsOf(line.text)
}

/** Words without markup: of a pipe row, an HTML row or any line. */
function cellsOf(line: string): string[] {
  const row = line.replace(/^[\s>]*/, '')
  const cells = /^<tr>/.test(row)
    ? Array.from(row.matchAll(/<(td|th)\b[^>]*>(.*?)<\/\1>/g), ([, , cell = '']) => cell)
    : /^\|/.test(row)
      ? row
          .slice(1)
          .replace(/\|$/, '')
          .split(/(?<!\\)\|/)
      : [row]
  return cells.map((cell) => cell.replace(/<sup>.*?<\/sup>|<[^>]*>|\*\*|\\(?=\W)/g, '').trim())
}
