import { displayWidth } from './width.ts'

/** A problem as this renderer needs it: the shape of `Problem`, whatever made it. */
export interface ShownProblem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly place?: {
    readonly file: string
    readonly line?: number
    readonly column?: number
    readonly excerpt?: string
  }
  readonly found: string
  readonly advice: string
}

/** More of a line than this is cut, round the spot that matters. */
const longestExcerpt = 140

/**
 * Problems as text: `file:line:column`, what is wrong, the line itself with a caret under the spot, what to write
 * instead; a blank line between two. Colour is never the only sign: severity is a word.
 */
export function renderProblems(problems: readonly ShownProblem[], { colour = false } = {}): string {
  return problems.map((problem) => problemText(problem, colour)).join('\n')
}

function problemText({ code, severity, place, found, advice }: ShownProblem, colour: boolean): string {
  const paint = (text: string): string => {
    if (!colour) return text
    return severity === 'error' ? `\u001b[31m${text}\u001b[39m` : `\u001b[33m${text}\u001b[39m`
  }
  const where = [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':')
  const lines = [
    `${where === '' ? '' : `${printable(where)}: `}${paint(severity)}: ${printable(shortened(found))} [${code}]`,
    ...excerptLines(place, paint),
    `  ${printable(advice)}`,
  ]
  return `${lines.join('\n')}\n`
}

function excerptLines(place: ShownProblem['place'], paint: (text: string) => string): string[] {
  if (place?.excerpt === undefined || place.line === undefined || place.column === undefined) return []
  const { text, spot } = cut(printable(place.excerpt), place.column - 1)
  const number = String(place.line)
  // A tab stays a tab, so that the caret stands under its letter however wide the terminal shows it.
  const margin = text
    .slice(0, spot)
    .split('\t')
    .map((part) => ' '.repeat(displayWidth(part)))
    .join('\t')
  return [`  ${number} | ${text}`, `  ${' '.repeat(number.length)} | ${margin}${paint('^')}`]
}

function cut(line: string, spot: number): { text: string; spot: number } {
  if (line.length <= longestExcerpt) return { text: line, spot }
  const start = Math.max(0, spot - longestExcerpt / 2)
  const piece = line.slice(start, start + longestExcerpt)
  const before = start > 0 ? '…' : ''
  const after = start + longestExcerpt < line.length ? '…' : ''
  return { text: `${before}${piece}${after}`, spot: spot - start + before.length }
}

/** What is quoted at great length (a file that is no scenario at all, say) is cut; the line itself stands below. */
export function shortened(found: string): string {
  return found.replace(/"([^"]{1000})[^"]+"/g, '"$1…"')
}

/** What a terminal might obey is shown as a question mark; tabs stay. */
function printable(text: string): string {
  return text.replace(/(?!\t)\p{Cc}/gu, '?')
}
