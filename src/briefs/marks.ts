import * as say from '../problems/catalogue/brief.ts'
import type { Place, Problem } from '../problems/problem.ts'
import type { DocumentKind } from './document-kind.ts'
import { leftAlone, within, type Stretch } from './left-alone.ts'

/** Marks are HTML comments, which neither Markdown nor a browser shows; how they are found and paired. */

/** An opening mark, what stands between it and its closing mark, and the closing mark. */
export interface Mark {
  /** The opening comment. */
  readonly opening: Stretch
  /** What is asked for: the text of the opening comment after `capgap`, and where it begins. */
  readonly words: { readonly text: string; readonly at: number }
  /** Empty, right behind the opening comment, where the mark has no closing one. */
  readonly content: Stretch
  readonly closing: Stretch | undefined
  /** The hash of the content that capgap wrote there last, as its closing mark says. */
  readonly seal: string | undefined
}

export interface FoundMarks {
  readonly marks: readonly Mark[]
  readonly problems: readonly Problem[]
}

/**
 * Every mark of a document, in order, apart from those it only shows (code).
 * @param standsAlone whether a mark with these words has no closing mark
 */
export function findMarks(
  text: string,
  kind: DocumentKind,
  placeAt: (offset: number) => Place,
  standsAlone: (words: string) => boolean,
): FoundMarks {
  const marks: Mark[] = []
  const problems: Problem[] = []
  let open: Comment | undefined
  const drop = () => {
    if (open !== undefined) problems.push(say.markNotClosed(placeAt(open.from)))
    open = undefined
  }
  for (const comment of commentsOf(text, leftAlone(text, kind))) {
    if (comment.body === undefined) {
      drop()
      problems.push(say.commentNotEnded(placeAt(comment.from)))
    } else if (!comment.closes) {
      drop()
      const lone = { from: comment.to, to: comment.to }
      if (standsAlone(comment.body)) marks.push(markOf(comment, lone, undefined))
      else open = comment
    } else if (open === undefined) {
      problems.push(say.nothingToClose(placeAt(comment.from)))
    } else if (/^(?:\s+[0-9a-f]{8})?\s*$/.test(comment.body)) {
      marks.push(markOf(open, { from: open.to, to: comment.from }, comment))
      open = undefined
    } else {
      problems.push(say.wordsInClosing(placeAt(comment.from), comment.body.trim()))
      open = undefined
    }
  }
  drop()
  return { marks, problems }
}

/** The closing mark with a seal, the spaces as they were. */
export function sealedClosing(closing: string, seal: string): string {
  return closing.replace(/capgap(?:\s+[0-9a-f]{8})?/, `capgap ${seal}`)
}

interface Comment extends Stretch {
  readonly closes: boolean
  /** What follows `capgap`; undefined where the comment never ends. */
  readonly body: string | undefined
  readonly bodyAt: number
}

function* commentsOf(text: string, code: readonly Stretch[]): Generator<Comment> {
  for (const { index, 0: start, 1: slash } of text.matchAll(/<!--\s*(\/?)\s*capgap(?!\w|-(?!->)):?/g)) {
    if (within(index, code)) continue
    const bodyAt = index + start.length
    const end = text.indexOf('-->', bodyAt)
    const next = text.indexOf('<!--', bodyAt)
    const ended = end >= 0 && (next < 0 || end < next)
    yield {
      from: index,
      to: ended ? end + 3 : bodyAt,
      closes: slash === '/',
      body: ended ? text.slice(bodyAt, end) : undefined,
      bodyAt,
    }
  }
}

function markOf(opening: Comment, content: Stretch, closing: Comment | undefined): Mark {
  const seal = closing?.body?.trim()
  return {
    opening,
    words: { text: opening.body ?? '', at: opening.bodyAt },
    content,
    closing,
    seal: seal === '' ? undefined : seal,
  }
}
