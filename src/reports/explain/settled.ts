import type { AnyFigure } from '../../engine/figure.ts'
import type { Model } from '../../figures/model.ts'
import type { Origin } from '../../run/leaves.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Cell } from '../../terms/cell.ts'
import { nationsData, nationsNote } from '../run/comparator-note.ts'
import { assumptionOf, keysOf } from './keys.ts'
import {
  assumptionData,
  assumptionSentences,
  cited,
  linesOf,
  lineSentences,
  quotedSource,
  valueLines,
  type SaidLine,
} from './said.ts'

/** What a scenario settles of a cell: the lines that say so, those they replaced, and why. */

/** What the tree has said already, so that it is said in full once. */
export interface Told {
  readonly cells: Set<string>
  readonly flags: Set<string>
  readonly sources: Set<string>
  readonly keys: Set<string>
}

/** A figure at a cell, on the way from the one named to the one that is worked. */
export interface Link {
  readonly figure: AnyFigure<Model>
  readonly cell: Cell
}

interface Settled {
  readonly sentences: readonly string[]
  readonly data: Readonly<Record<string, unknown>>
  readonly lines: readonly SaidLine[]
}

/**
 * @param links from the figure named to the one that is worked; each may be settled by the scenario
 * @param told what need not be said again; a stated number always names its line
 */
export function settledBy(
  run: ModelRun,
  links: readonly Link[],
  origin: Origin | undefined,
  told: Told,
): Settled {
  const listed = links.map(({ figure, cell }) => assumptionOf(figure, cell)).find((name) => name)
  const isSet = listed !== undefined && run.settings.assumptions.has(listed)
  const keys = [
    ...links.flatMap(({ figure, cell }) => keysOf(figure, cell, run)),
    ...dateAndVintage(run, origin),
  ]
  const lines = uniqueLines(isSet ? valueLines(run, listed) : keys.flatMap((key) => linesOf(run, key)))
  // What a split says stands for the assumption it sets.
  const assumption = isSet || lines.length === 0 ? listed : undefined
  const stated = origin?.kind === 'given'
  const sources = [...new Set(lines.flatMap(({ key }) => quotedSource(run, key) ?? []))]
  const newSources = sources.filter((id) => !told.sources.has(id))
  for (const id of newSources) told.sources.add(id)
  const comparator = comparatorOf(links, told)
  return {
    lines,
    sentences: [
      ...lines.flatMap((line) => (stated || isNew(line.key, told) ? lineSentences(line) : [])),
      ...(assumption !== undefined && isNew(`assumption ${assumption}`, told)
        ? assumptionSentences(run, assumption, stated)
        : []),
      ...cited(run, newSources),
      ...(comparator === undefined ? [] : [nationsNote(run, comparator)]),
    ],
    data: {
      ...(lines.length === 0 ? {} : { settledBy: lines.map(lineData) }),
      ...(sources.length === 0 ? {} : { sources }),
      ...(assumption === undefined ? {} : { assumption: assumptionData(run, assumption) }),
      ...(comparator === undefined ? {} : { nations: nationsData(run, comparator) }),
    },
  }
}

function isNew(key: string, told: Told): boolean {
  if (told.keys.has(key)) return false
  told.keys.add(key)
  return true
}

function uniqueLines(lines: readonly SaidLine[]): SaidLine[] {
  return [...new Map(lines.map((line) => [line.key, line])).values()]
}

/** The date and the vintage a published row was chosen under, where the scenario names them. */
export function dateAndVintage(run: ModelRun, origin: Origin | undefined): string[] {
  if (origin?.kind !== 'data') return []
  const { asOf, vintage } = origin.request
  return [
    ...(asOf !== undefined && asOf === run.settings.asOf ? ['as-of'] : []),
    ...(vintage === undefined ? [] : ['economy']),
  ]
}

/** The comparator whose nations belong to this cell’s account; told once. */
function comparatorOf(links: readonly Link[], told: Told): string | undefined {
  const found = links.find(({ figure }) => figure.name === 'comparator-share')?.cell.comparator
  return found !== undefined && isNew(`nations of ${found}`, told) ? found : undefined
}

function lineData({ key, won, lost }: SaidLine) {
  const at = ({ file, line, text }: SaidLine['won']) => ({ file, line, value: text })
  return { key, ...at(won), replaced: lost.map(at) }
}
