import type { Stretch } from './left-alone.ts'
import type { DocumentKind } from './document-kind.ts'

/** Longer sentences are cut before and after the number. */
const mostOnEachSide = 120

/** No sentence is looked for further away than this. */
const furthest = 4000

const blockTag =
  /<\/?(?:p|li|ul|ol|td|th|tr|table|caption|div|section|article|h[1-6]|dd|dt|dl|br|body)\b[^>]*>/gi

/** The sentence a number stands in, as a reader sees it: marks taken out, lines joined. */
export function sentenceAround(text: string, content: Stretch, kind: DocumentKind): string {
  const before = plain(partBefore(text.slice(Math.max(0, content.from - furthest), content.from), kind), kind)
  const after = plain(partAfter(text.slice(content.to, content.to + furthest), kind), kind)
  const number = text.slice(content.from, content.to)
  const begins = [...before.matchAll(/[.!?]["”’)]?\s+(?=\S|$)/g)].at(-1)
  const start = begins === undefined ? before : before.slice(begins.index + begins[0].length)
  const end = /^.*?[.!?](?=["”’)]?(?:\s|$))/.exec(after)?.[0] ?? after
  const [from, to] = [cutStart(start.trimStart()), cutEnd(end.trimEnd())]
  return `${from}${number}${to}`.replace(/\s+/g, ' ')
}

/** What stands before in the same paragraph, list item or row. */
function partBefore(text: string, kind: DocumentKind): string {
  if (kind === 'html') return text.split(blockTag).at(-1) ?? ''
  const paragraph = text.split(/(?:\r\n|\r|\n)[ \t>]*(?=\r\n|\r|\n)/).at(-1) ?? ''
  const lines = paragraph.split(/\r\n|\r|\n/)
  const first = lines.findLastIndex((line) => /^[\s>]*(?:[-*+]\s|\d+[.)]\s|#|\|)/.test(line))
  return lines
    .slice(Math.max(0, first))
    .map((line) => line.replace(/^[\s>]*(?:(?:[-*+]|\d+[.)]|#+)\s+)?/, ''))
    .join('\n')
}

function partAfter(text: string, kind: DocumentKind): string {
  if (kind === 'html') return text.split(blockTag)[0] ?? ''
  return text.split(/(?:\r\n|\r|\n)(?=[ \t>]*(?:\r\n|\r|\n|[-*+]\s|\d+[.)]\s|#|\||$))/)[0] ?? ''
}

function plain(part: string, kind: DocumentKind): string {
  const text = part.replace(/<!--[^]*?-->/g, '')
  return (kind === 'html' ? text.replace(/<[^>]*>/g, '') : text).replace(/\s+/g, ' ')
}

function cutStart(text: string): string {
  return text.length <= mostOnEachSide ? text : `…${text.slice(-mostOnEachSide)}`
}

function cutEnd(text: string): string {
  return text.length <= mostOnEachSide ? text : `${text.slice(0, mostOnEachSide)}…`
}
