/** What changes between two versions of a document, as a unified diff that `patch` and `git apply` take. */

/** Lines shown before and after what changes. */
const context = 3

interface Line {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/** Empty where nothing changes. Lines keep their endings, so that a changed ending shows. */
export function unifiedDiff(file: string, old: string, now: string): string {
  if (old === now) return ''
  const lines = compared(linesOf(old), linesOf(now))
  const hunks = hunksOf(lines).map((hunk) => hunkText(lines, hunk))
  return [`--- ${file}\n`, `+++ ${file}\n`, ...hunks].join('')
}

/** Lines with their endings; none for an empty text. */
function linesOf(text: string): string[] {
  return Array.from(text.matchAll(/[^\n]*\n|[^\n]+$/g), ([line]) => line)
}

/**
 * Both texts as one list: where they part, the fewest lines are left out of one and put in from the other until they meet
 * again.
 */
function compared(old: readonly string[], now: readonly string[]): Line[] {
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    const [out, put] = untilTheyMeet(old, now, i, j)
    lines.push(...old.slice(i, i + out).map((text): Line => ({ sign: '-', text })))
    lines.push(...now.slice(j, j + put).map((text): Line => ({ sign: '+', text })))
    i += out
    j += put
    const kept = old[i]
    if (kept === undefined) continue
    lines.push({ sign: ' ', text: kept })
    i += 1
    j += 1
  }
  return lines
}

/** How many lines to leave out of the old text and put in from the new one before they agree, or both end. */
function untilTheyMeet(
  old: readonly string[],
  now: readonly string[],
  i: number,
  j: number,
): [number, number] {
  const most = old.length - i + now.length - j
  for (let changed = 0; changed < most; changed += 1) {
    for (let out = changed; out >= 0; out -= 1) {
      const put = changed - out
      if (i + out < old.length && j + put < now.length && old[i + out] === now[j + put]) return [out, put]
    }
  }
  return [old.length - i, now.length - j]
}

interface Hunk {
  readonly from: number
  readonly to: number
}

/** Stretches of lines that hold changes with their context; those that touch are one. */
function hunksOf(lines: readonly Line[]): Hunk[] {
  const hunks: Hunk[] = []
  for (const [index, { sign }] of lines.entries()) {
    if (sign === ' ') continue
    const last = hunks.at(-1)
    const from = Math.max(0, index - context)
    const to = Math.min(lines.length, index + context + 1)
    if (last !== undefined && from <= last.to) hunks[hunks.length - 1] = { from: last.from, to }
    else hunks.push({ from, to })
  }
  return hunks
}

function hunkText(lines: readonly Line[], { from, to }: Hunk): string {
  const counted = (part: readonly Line[], sign: '-' | '+') =>
    part.filter((line) => line.sign === ' ' || line.sign === sign).length
  const [before, within] = [lines.slice(0, from), lines.slice(from, to)]
  const range = (sign: '-' | '+'): string => {
    const length = counted(within, sign)
    // A stretch without lines is named by the line before it.
    return `${sign}${counted(before, sign) + (length === 0 ? 0 : 1)},${length}`
  }
  const shown = within.map(
    ({ sign, text }) => `${sign}${text}${text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`,
  )
  return `@@ ${range('-')} ${range('+')} @@\n${shown.join('')}`
}
