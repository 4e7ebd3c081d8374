import { createHash } from 'node:crypto'
import { renderHtmlParts } from '../render/html.ts'
import { renderMarkdownParts } from '../render/markdown.ts'
import type { BlockContent } from './answer.ts'
import type { Stretch } from './left-alone.ts'
import type { DocumentKind } from './document-kind.ts'

/** The text of a block between its marks: as the document's lines are, indented and quoted as its opening mark is. */

/** What a line may begin with before the mark of a block: spaces, quotes, one list marker. */
const lineStart = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?$/

/** What stands on the line before an offset. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1,
    offset,
  )
}

/** Whether nothing but indents, quotes and a list marker stands before an offset on its line. */
export function opensLine(text: string, offset: number): boolean {
  return lineStart.test(lineBefore(text, offset).replace('\ufeff', ''))
}

/** The text to write between the marks of a block, its lines ending as those of the document do. */
export function blockText(content: BlockContent, text: string, opening: Stretch, kind: DocumentKind): string {
  const before = lineBefore(text, opening.from).replace('\ufeff', '')
  const prefix = lineStart.test(before) ? before.replace(/[^\s>]/g, ' ') : ''
  const body = kind === 'html' ? renderHtmlParts(content) : `\n${renderMarkdownParts(content)}\n`
  return body
    .trimEnd()
    .split('\n')
    .concat(kind === 'html' ? [] : [''])
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
    .reduce((all, line) => `${all}${endingOf(text)}${line}`, '')
    .concat(endingOf(text), prefix)
}

/** How lines of a document end: as its first one does. */
function endingOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
}

/** Whether texts differ in nothing that a reader sees: see `asRead`. */
export function sameText(a: string, b: string): boolean {
  return asRead(a) === asRead(b)
}

/** A short hash of what stands in a block, by which a change made by hand is known: 8 hexadecimal digits. */
export function sealOf(content: string): string {
  return createHash('sha256').update(asRead(content)).digest('hex').slice(0, 8)
}

/**
 * A text without what editors and formatters change of their own accord: line endings, spaces that line a table up, the
 * length of its rule. None of that is a change made by hand.
 */
function asRead(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/-{2,}/g, '--')
    .replace(/ ?(?:\r\n|\r|\n)+ ?/g, '\n')
    .trim()
}
