import type { DocumentKind } from './document-kind.ts'

/** A stretch of a text, by offsets: the first in it and the first after it. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Where a document shows marks instead of holding them: fenced, indented and inline code of Markdown, scripts and styles
 * of HTML. In order, none overlapping another.
 */
export function leftAlone(text: string, kind: DocumentKind): Stretch[] {
  return kind === 'html' ? rawText(text) : codeIn(text)
}

export function within(offset: number, stretches: readonly Stretch[]): boolean {
  return stretches.some(({ from, to }) => from <= offset && offset < to)
}

function rawText(html: string): Stretch[] {
  const elements = html.matchAll(/<(script|style|textarea|title)\b[^]*?<\/\1\s*>/gi)
  return Array.from(elements, ({ index, 0: whole }) => ({ from: index, to: index + whole.length }))
}

interface Fence {
  readonly sign: string
  readonly length: number
  readonly quoted: boolean
}

/** Reads Markdown line by line, as far as code needs: fences, indents, and paragraphs for code within a line. */
function codeIn(markdown: string): Stretch[] {
  const code: Stretch[] = []
  let fence: Fence | undefined
  let paragraph: Stretch | undefined
  let afterBlank = true
  /** Where the text of the list item we are in begins; code is indented by four more. */
  let itemIndent = 0
  const endParagraph = () => {
    if (paragraph !== undefined) code.push(...inlineCode(markdown, paragraph))
    paragraph = undefined
  }
  for (const { from, to, line } of linesOf(markdown)) {
    const [, quote = '', rest = ''] = /^((?: {0,3}> ?)*)(.*)$/.exec(line) ?? []
    if (fence !== undefined) {
      if (fence.quoted && quote === '') fence = undefined
      else {
        code.push({ from, to })
        if (closes(rest, fence)) fence = undefined
        continue
      }
    }
    const opening = openedBy(rest, quote !== '')
    const blank = rest.trim() === ''
    const indent = indentOf(rest)
    const item = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)/.exec(rest)?.[1]
    if (!blank && afterBlank && indent >= itemIndent + 4) {
      code.push({ from, to })
      continue
    }
    if (opening !== undefined) {
      endParagraph()
      fence = opening
      code.push({ from, to })
    } else if (blank) {
      endParagraph()
    } else {
      if (item !== undefined) itemIndent = item.length
      else if (afterBlank && indent < itemIndent) itemIndent = 0
      if (item !== undefined || /^\s*[#|]/.test(rest) || quote !== '') endParagraph()
      paragraph = { from: paragraph?.from ?? from, to }
    }
    afterBlank = blank
  }
  endParagraph()
  return code.sort((a, b) => a.from - b.from)
}

function* linesOf(text: string): Generator<Stretch & { readonly line: string }> {
  for (const { index, 0: whole, 1: line = '' } of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (whole !== '') yield { from: index, to: index + whole.length, line }
  }
}

/** How far a line is indented, a tab reaching to the next multiple of four. */
function indentOf(line: string): number {
  let width = 0
  for (const character of /^[ \t]*/.exec(line)?.[0] ?? '') width += character === '\t' ? 4 - (width % 4) : 1
  return width
}

function openedBy(line: string, quoted: boolean): Fence | undefined {
  const [, run = '', info = ''] = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})(.*)$/.exec(line) ?? []
  if (run === '' || (run.startsWith('`') && info.includes('`'))) return undefined
  return { sign: run.charAt(0), length: run.length, quoted }
}

function closes(line: string, { sign, length }: Fence): boolean {
  const run = line.trim()
  return run.length >= length && [...run].every((character) => character === sign)
}

/** Code between equal runs of backticks within one paragraph. */
function inlineCode(markdown: string, { from, to }: Stretch): Stretch[] {
  const text = markdown.slice(from, to)
  const runs = Array.from(text.matchAll(/\\`|`+/g), ({ index, 0: run }) => ({ at: index, run }))
  const code: Stretch[] = []
  for (let open = 0; open < runs.length; open += 1) {
    const { at, run } = runs[open] ?? { at: 0, run: '\\`' }
    if (run.startsWith('\\')) continue
    const close = runs.findIndex((each, index) => index > open && each.run.replace('\\', '') === run)
    const end = runs[close]
    if (end === undefined) continue
    code.push({ from: from + at, to: from + end.at + end.run.length })
    open = close
  }
  return code
}
