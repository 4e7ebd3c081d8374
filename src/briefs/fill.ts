import * as say from '../problems/catalogue/brief.ts'
import { placesIn } from '../problems/lines.ts'
import { type ExitCode, exitCodes, ProblemsError, type Place, type Problem } from '../problems/problem.ts'
import { Answers, type Asking, type BlockContent } from './answer.ts'
import { isBlock, type Ask, type BlockAsk, type Defaults, type ScenarioAsked, type SpanAsk } from './asks.ts'
import { blockText, opensLine, sameText, sealOf } from './block-text.ts'
import { firstChange } from './first-change.ts'
import { findMarks, sealedClosing, type Mark } from './marks.ts'
import type { DocumentKind } from './document-kind.ts'
import { readAsk, setsDefaults } from './read-ask.ts'
import { openEach, runBook, type OpenScenario, type RunBook } from './runs.ts'
import { sentenceAround } from './sentence.ts'
import type { Weighed } from './weigh.ts'
import { looksWritten, plainFormat } from './write-number.ts'

/** A document filled anew from the model: what it should be, and what was wrong with what it is. */

export interface Document {
  /** As the user named it. */
  readonly file: string
  readonly text: string
}

export interface Filled extends Document {
  /** The whole document with every mark fresh; the same text where nothing is stale. */
  readonly fresh: string
  readonly marks: number
  /** What says something else than the model, in the order of the document. */
  readonly stale: readonly Problem[]
  /** What hinders: marks that cannot be read or answered, blocks changed by hand. Warnings hinder nothing. */
  readonly problems: readonly Problem[]
  /** Both, with what it takes to put the worst first. */
  readonly weighed: readonly Weighed[]
  /** What the errors among `problems` lead to. */
  readonly exitCode: ExitCode
}

export interface FillOptions {
  /** Opens a scenario; asked once for each, however many marks and documents need it. */
  readonly open: OpenScenario
  /** Write over what was changed by hand. */
  readonly force: boolean
}

/** Works every mark of the documents anew. Nothing is written. */
export async function fillDocuments(
  documents: readonly Document[],
  { open, force }: FillOptions,
): Promise<Filled[]> {
  const fillings = documents.map((document) => new Filling(document, force))
  const scenarios = await openEach(
    open,
    fillings.flatMap((filling) => filling.scenarios()),
  )
  const shared = runBook(scenarios)
  // What a document cites as its sources is what was read for it alone.
  return fillings.map((filling) => filling.filled(filling.citesSources() ? runBook(scenarios) : shared))
}

/** HTML by its ending; anything else is taken for Markdown. */
function kindOfDocument(file: string): DocumentKind {
  return /\.x?html?$/i.test(file) ? 'html' : 'markdown'
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What one document comes to, mark by mark. */
class Filling {
  readonly #document: Document
  readonly #force: boolean
  readonly #kind: DocumentKind
  readonly #placeAt: (offset: number) => Place
  readonly #marks: readonly Mark[]
  readonly #asked: readonly { readonly mark: Mark; readonly ask: SpanAsk | BlockAsk }[]
  readonly #edits: Edit[] = []
  readonly #stale: Weighed[] = []
  readonly #problems: Weighed[] = []
  readonly #told = new Set<unknown>()
  #exitCode: ExitCode = exitCodes.check

  constructor(document: Document, force: boolean) {
    this.#document = document
    this.#force = force
    this.#kind = kindOfDocument(document.file)
    this.#placeAt = placesIn(document.text, document.file)
    this.#checkCharset()
    const { marks, problems } = findMarks(document.text, this.#kind, this.#placeAt, setsDefaults)
    for (const problem of problems) this.#hinder(problem, exitCodes.usage)
    if (marks.length === 0 && problems.length === 0) this.#hinder(say.noMarks(document.file), exitCodes.fine)
    this.#marks = marks
    this.#asked = this.#read(marks)
  }

  scenarios(): ScenarioAsked[] {
    return this.#asked.flatMap(({ ask }) => ('scenario' in ask ? [ask.scenario] : []))
  }

  citesSources(): boolean {
    return this.#asked.some(({ ask }) => ask.kind === 'sources')
  }

  filled(book: RunBook): Filled {
    const { file, text } = this.#document
    const answers = new Answers(book)
    // Sources are those of all the rest, so they come last.
    for (const last of [false, true]) {
      for (const { mark, ask } of this.#asked)
        if ((ask.kind === 'sources') === last) this.#answer(mark, ask, answers)
    }
    const inOrder = (weighed: readonly Weighed[]): Problem[] =>
      weighed.map(({ problem }) => problem).sort((a, b) => byPlace(a.place, b.place))
    return {
      file,
      text,
      fresh: this.#applied(),
      marks: this.#marks.filter(({ closing }) => closing !== undefined).length,
      stale: inOrder(this.#stale),
      problems: inOrder(this.#problems),
      weighed: [...this.#problems, ...this.#stale],
      exitCode: this.#exitCode,
    }
  }

  #read(marks: readonly Mark[]): { mark: Mark; ask: SpanAsk | BlockAsk }[] {
    const { file } = this.#document
    const scenario = { spec: undefined, asOf: undefined, set: [] }
    let defaults: Defaults = { kind: 'defaults', scenario, format: plainFormat }
    return marks.flatMap((mark) => {
      const { ask, problems } = readAsk(mark.words, this.#placeAt, { file, defaults })
      for (const problem of problems) this.#hinder(problem, exitCodes.usage)
      if (ask?.kind === 'defaults') defaults = ask
      return ask === undefined || ask.kind === 'defaults' || !this.#standsWell(mark, ask)
        ? []
        : [{ mark, ask }]
    })
  }

  /** In Markdown a block has lines of its own, and a number has a word before it. */
  #standsWell(mark: Mark, ask: Ask): boolean {
    if (this.#kind === 'html') return true
    const place = this.#placeAt(mark.opening.from)
    const opens = opensLine(this.#document.text, mark.opening.from)
    if (!isBlock(ask)) {
      if (opens) this.#hinder(say.markOpensLine(place), exitCodes.fine)
      return true
    }
    const after = /^[^\r\n]*/.exec(this.#document.text.slice(mark.closing?.to ?? 0))?.[0] ?? ''
    if (opens && after.trim() === '') return true
    this.#hinder(say.blockNotAlone(place), exitCodes.usage)
    return false
  }

  #answer(mark: Mark, ask: SpanAsk | BlockAsk, answers: Answers): void {
    const { text } = this.#document
    const asking: Asking = {
      place: this.#placeAt(mark.opening.from),
      reference: mark.words.text.trim().split(/[\s,]/)[0] ?? '',
      sentence: isBlock(ask) ? '' : sentenceAround(text, mark.content, this.#kind),
    }
    try {
      if (isBlock(ask)) this.#block(mark, asking, answers.block(ask, asking))
      else this.#span(mark, asking, answers.span(ask, asking))
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error
      // A scenario that is not fine hinders every mark on it, and is told once.
      if (this.#told.has(error)) return
      this.#told.add(error)
      for (const problem of error.problems) {
        // What has no line of its own (a scenario that is not there) is told where it is asked for.
        const place = problem.place?.line === undefined ? asking.place : problem.place
        this.#hinder({ ...problem, place }, error.exitCode)
      }
    }
  }

  #span(mark: Mark, asking: Asking, now: string): void {
    const { file, text } = this.#document
    const { from, to } = mark.content
    const old = text.slice(from, to).replace(/\s+/g, ' ').trim()
    if (old === now) return
    if (!looksWritten(old) && !this.#force) {
      this.#hinder(say.handEdited(this.#placeAt(from), false, say.lineChange(old, now)), exitCodes.check)
      return
    }
    this.#edits.push({ from, to, text: now })
    const problem = say.staleNumber(this.#placeAt(from), asking.sentence, old, now, file)
    this.#stale.push({ problem, old, now })
  }

  #block(mark: Mark, asking: Asking, content: BlockContent): void {
    const { file, text } = this.#document
    const { closing } = mark
    if (closing === undefined) return
    const { from, to } = mark.content
    const old = text.slice(from, to)
    const now = blockText(content, text, mark.opening, this.#kind)
    const seal = sealOf(now)
    const sealing = { ...closing, text: sealedClosing(text.slice(closing.from, closing.to), seal) }
    if (sameText(old, now)) {
      if (mark.seal !== seal) this.#edits.push(sealing)
      return
    }
    const ours = isBlank(old) || (mark.seal !== undefined && sealOf(old) === mark.seal)
    const change = firstChange(old, now)
    const place = isBlank(old) ? asking.place : this.#placeAt(from + change.at)
    if (!ours && !this.#force) {
      this.#hinder(say.handEdited(place, mark.seal !== undefined, change.words), exitCodes.check)
      return
    }
    this.#edits.push({ from, to, text: now }, sealing)
    this.#stale.push({ problem: say.staleBlock(place, change.words, file) })
  }

  #checkCharset(): void {
    if (this.#kind !== 'html') return
    const declared = /<meta\b[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(this.#document.text)
    const charset = declared?.[1]
    if (charset === undefined || /^utf-?8$/i.test(charset)) return
    this.#hinder(say.otherCharset(this.#placeAt(declared?.index ?? 0), charset), exitCodes.usage)
  }

  /** A scenario that is not fine weighs more than a mark that is not, and that more than a change by hand. */
  #hinder(problem: Problem, exitCode: ExitCode): void {
    this.#problems.push({ problem })
    if (problem.severity === 'error' && exitCode > this.#exitCode) this.#exitCode = exitCode
  }

  /** Everything outside the edits stays as it is, to the byte. */
  #applied(): string {
    const { text } = this.#document
    let fresh = ''
    let from = 0
    for (const edit of [...this.#edits].sort((a, b) => a.from - b.from)) {
      fresh += text.slice(from, edit.from) + edit.text
      from = edit.to
    }
    return fresh + text.slice(from)
  }
}

/** Nothing but spaces and the signs of a quote. */
function isBlank(text: string): boolean {
  return /^[\s>]*$/.test(text)
}

function byPlace(a: Place | undefined, b: Place | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
}
