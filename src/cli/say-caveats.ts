import * as say from '../problems/catalogue/caveats.ts'
import { wrap } from '../render/width.ts'
import type { Caveat } from '../reports/table.ts'
import { widthOf } from './appearance.ts'
import type { Io } from './io.ts'

/**
 * Caveats to stderr, each once: a paragraph a dataset, then those of the answer, the weightiest last, where the eye
 * goes first. On a terminal within its width and apart from the answer, elsewhere a line each, so that a script can find it.
 */
export function sayCaveats(caveats: readonly Caveat[], io: Io): void {
  const width = io.errorsOnTerminal ? widthOf(io) : Infinity
  const ofTheData = caveats.filter(({ dataset }) => dataset !== undefined)
  const ofTheAnswer = caveats.filter(({ dataset }) => dataset === undefined).reverse()
  const lines = [
    section(say.ofTheData, byDataset(ofTheData)),
    section(say.ofTheAnswer, [...new Set(ofTheAnswer.map(withConcerns))]),
  ]
    .filter((entries) => entries.length > 0)
    .flatMap((entries) => {
      if (width === Infinity) return entries
      return [...entries.flatMap((line) => wrap(line, width, { hanging: 2 })), '']
    })
  // In one piece: each write costs as much as a table row.
  if (lines.length > 0) io.stderr(`${lines.join('\n')}\n`)
}

function section(heading: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [heading, ...entries.map((entry) => `  ${entry}`)]
}

/** `gdp-deflator: What it says. And more.` What several datasets say alike is said once, of all of them. */
function byDataset(caveats: readonly Caveat[]): string[] {
  const datasets = new Map<string, Set<string>>()
  for (const { words, dataset = '' } of caveats)
    datasets.set(words, (datasets.get(words) ?? new Set()).add(dataset))
  const paragraphs = new Map<string, string[]>()
  for (const [words, names] of datasets) {
    const about = [...names].join(', ')
    paragraphs.set(about, [...(paragraphs.get(about) ?? []), sentence(words)])
  }
  return Array.from(paragraphs, ([about, sentences]) => `${about}: ${sentences.join(' ')}`)
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}

function withConcerns({ words, concerns }: Caveat): string {
  return concerns === undefined ? words : `${words}${say.concernsSome(concerns.benchmarks, concerns.of)}`
}
