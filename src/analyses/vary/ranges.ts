import * as say from '../../problems/catalogue/vary.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { readScaled, sameScale, scaledText, type Scale, type Scaled } from './scale.ts'

/** What a key takes in turn: `£0bn..£10bn:£1bn`, or `a,b,c`. */
export interface Axis {
  /** Dotted, as `--set` takes it. */
  readonly key: string
  /** As a scenario writes them, in the order given; at least one. */
  readonly values: readonly string[]
}

/** Two bounds of one scale, the lower first. */
export interface Range {
  readonly from: Decimal
  readonly to: Decimal
  readonly scale: Scale
}

/** More values than this on one axis is taken for a slip of the step. */
export const mostValues = 1_000_000

/** One text of the command line being read: where each part of it stands. */
interface Said {
  readonly option: string
  /** Which of several, from 1. */
  readonly ordinal: number
  readonly text: string
}

/** `KEY=A..B:STEP` or `KEY=a,b,c`; what is wrong with it otherwise. */
export function readAxis(option: string, ordinal: number, text: string): Axis | readonly Problem[] {
  const said = { option, ordinal, text }
  const equals = text.indexOf('=')
  const key = text.slice(0, Math.max(equals, 0)).trim()
  if (equals < 0 || !isKey(key)) return [say.varySyntax(placeOf(said, 0), option)]
  const written = text.slice(equals + 1)
  if (written.trim() === '') return [say.varyNothing(placeOf(said, equals + 1), key)]
  if (!written.includes('..')) return { key, values: listed(written) }
  const values = stepped(said, equals + 1)
  return 'problems' in values ? values.problems : { key, values: values.values }
}

/** Steps of letters, digits and hyphens, with points between. */
export function isKey(text: string): boolean {
  return /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(text)
}

/**
 * `A..B`.
 * @param ordinal which of several such options it is, from 1
 */
export function readRange(option: string, text: string, ordinal = 1): Range | readonly Problem[] {
  return bounds({ option, ordinal, text }, 0, text.length)
}

function bounds(said: Said, start: number, end: number): Range | readonly Problem[] {
  const written = said.text.slice(start, end)
  const dots = written.indexOf('..')
  if (dots < 0) return [say.rangeSyntax(placeOf(said, start))]
  const ends: readonly [number, string][] = [
    [start, written.slice(0, dots)],
    [start + dots + 2, written.slice(dots + 2)],
  ]
  const [from, to] = ends.map(([, part]) => readScaled(part))
  const wrong = ends.filter(([, part]) => readScaled(part) === undefined)
  if (from === undefined || to === undefined) {
    return wrong.map(([offset, part]) => say.notANumber(placeOf(said, offset + lead(part)), part.trim()))
  }
  const second = start + dots + 2 + lead(written.slice(dots + 2))
  if (!sameScale(from.scale, to.scale))
    return [say.unlikeBounds(placeOf(said, second), scaledText(from), scaledText(to))]
  if (from.value.greaterThan(to.value))
    return [say.boundsReversed(placeOf(said, second), scaledText(from), scaledText(to))]
  return { from: from.value, to: to.value, scale: from.scale }
}

function stepped(
  said: Said,
  start: number,
): { readonly values: readonly string[] } | { readonly problems: readonly Problem[] } {
  const colon = said.text.indexOf(':', start)
  const range = bounds(said, start, colon < 0 ? said.text.length : colon)
  if (!('scale' in range)) return { problems: range }
  const { from, to, scale } = range
  if (colon < 0 && scale.kind !== 'year')
    return { problems: [say.noStep(placeOf(said, said.text.length), said.text)] }
  const text = colon < 0 ? '1' : said.text.slice(colon + 1)
  const step = colon < 0 ? readScaled('1') : readScaled(text)
  const at = placeOf(said, colon + 1 + lead(text))
  // Years are stepped by a number of them.
  const wanted: Scale['kind'] = scale.kind === 'year' ? 'number' : scale.kind
  if (step === undefined) return { problems: [say.notANumber(at, text.trim())] }
  if (
    step.scale.kind !== wanted ||
    !step.value.greaterThan(0) ||
    (scale.kind === 'year' && !step.value.isInteger())
  )
    return { problems: [say.badStep(at, text.trim(), scaledText({ value: from, scale }))] }
  const count = to.minus(from).dividedBy(step.value).floor().toNumber() + 1
  if (count > mostValues) return { problems: [say.tooManyValues(at, count, mostValues)] }
  return {
    values: Array.from({ length: count }, (_, index) =>
      scaledText({ value: from.plus(step.value.times(index)), scale }),
    ),
  }
}

/** Parts at commas, but not at those inside brackets or quotes, nor at those of thousands (`£1,500m`). */
function listed(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let begun = 0
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if ('{['.includes(letter)) depth += 1
    else if ('}]'.includes(letter)) depth -= 1
    else if (letter === ',' && depth === 0 && !isThousands(text, begun, index)) {
      parts.push(text.slice(begun, index).trim())
      begun = index + 1
    }
  }
  return [...parts, text.slice(begun).trim()]
}

function isThousands(text: string, begun: number, comma: number): boolean {
  return /^\s*[-−]?£\d[\d,]*$/.test(text.slice(begun, comma)) && /^,\d{3}(?!\d)/.test(text.slice(comma))
}

/** The numbers of an axis, where all its values are on one scale that needs no words beside the number. */
export function axisNumbers({ values }: Axis): readonly Scaled[] | undefined {
  const numbers = values.map(readScaled)
  const [first] = numbers
  if (first === undefined || first.scale.kind === 'year') return undefined
  if (first.scale.kind === 'money' && first.scale.prices !== undefined) return undefined
  return numbers.every((each): each is Scaled => each !== undefined && sameScale(each.scale, first.scale))
    ? numbers
    : undefined
}

function lead(text: string): number {
  return text.length - text.trimStart().length
}

function placeOf({ option, ordinal, text }: Said, offset: number): Place {
  return { file: option, line: ordinal, column: offset + 1, excerpt: text }
}
