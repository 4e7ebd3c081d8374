import path from 'node:path'
import { comparatorAssets, comparatorSeries, nationRules, weightings } from '../figures/settings.ts'
import * as say from '../problems/catalogue/brief-words.ts'
import { isDate } from '../terms/date.ts'
import { parsePriceBasis, type PriceBasis } from '../terms/prices.ts'
import { parseCalendarRange, parseCalendarYear, parseFinancialYear, type YearRange } from '../terms/year.ts'
import type { Defaults, LookbackAsked, ScenarioAsked } from './asks.ts'
import type { ClauseReader, Clauses, Word } from './clauses.ts'
import { numberForms, type NumberFormatAsked } from './write-number.ts'

/** The values that clauses hold, clause by clause: scenario, years, prices, format, look-back. */

/** A mark while it is read. */
export interface Context {
  readonly reader: ClauseReader
  readonly clauses: Clauses
  readonly first: Word
  readonly more: readonly Word[]
  readonly file: string
  readonly defaults: Defaults
}

export function lookbackOf({ reader }: Context): LookbackAsked {
  const window = reader.one('window')
  const years = window === undefined ? undefined : parseCalendarRange(window.text)
  if (window !== undefined && years === undefined)
    reader.refuse(say.calendarYearsNeeded(reader.at(window.at)))
  return {
    group: reader.one('group')?.text,
    window: years,
    weighting: reader.word('weighting', weightings),
    nations: reader.word('nations', nationRules),
    subject: reader.one('subject')?.text,
    series: reader.word('series', comparatorSeries),
    asset: reader.word('asset', comparatorAssets),
  }
}

export function scenarioOf({ reader, file, defaults }: Context): ScenarioAsked {
  const of = reader.one('of')
  const asOf = reader.one('as-of')
  if (asOf !== undefined && !isDate(asOf.text)) reader.refuse(say.notADate(reader.at(asOf.at), asOf.text))
  const set = reader.list('set') ?? []
  for (const { text, at } of set)
    if (!/^[^=\s]+\s*=/.test(text)) reader.refuse(say.notASetting(reader.at(at), text))
  return {
    spec: of === undefined ? defaults.scenario.spec : fromFolderOf(file, of.text),
    asOf: asOf?.text ?? defaults.scenario.asOf,
    set: [...defaults.scenario.set, ...set.map(({ text }) => text)],
  }
}

/** Scenario files are named from the document's folder; a bare word is a shipped scenario. */
function fromFolderOf(file: string, spec: string): string {
  return spec
    .split('+')
    .map((part) =>
      /\.ya?ml$/i.test(part) && !path.isAbsolute(part) ? path.join(path.dirname(file), part) : part,
    )
    .join('+')
}

export function financialYears({ reader }: Context): YearRange | undefined {
  const words = reader.list('in')
  if (words === undefined) return undefined
  const [first, to, last, ...extra] = words
  if (first === undefined) return undefined
  const from = parseFinancialYear(first.text)
  const until = to === undefined ? from : to.text === 'to' ? parseFinancialYear(last?.text ?? '') : undefined
  if (from === undefined || until === undefined || until < from || extra.length > 0)
    return reader.refuse(say.financialYearsNeeded(reader.at(first.at)))
  return { from, to: until }
}

export function oneYear({ reader, first }: Context): number | undefined {
  const [word, extra] = reader.list('in') ?? []
  const year = word === undefined ? undefined : parseFinancialYear(word.text)
  if (year === undefined) return reader.refuse(say.yearNeeded(reader.at(word?.at ?? first.at)))
  return extra === undefined ? year : reader.refuse(say.twoYears(reader.at(extra.at), extra.text))
}

export function financialPrices({ reader, clauses: { prices } }: Context): PriceBasis | undefined {
  if (prices === undefined) return undefined
  const basis = parsePriceBasis(prices.text)
  return basis ?? reader.refuse(say.notPrices(reader.at(prices.at), prices.text, '2025-26'))
}

export function calendarPrices({ reader, clauses: { prices } }: Context): 'nominal' | number | undefined {
  if (prices === undefined) return undefined
  const basis = prices.text === 'nominal' ? 'nominal' : parseCalendarYear(prices.text)
  return basis ?? reader.refuse(say.notPrices(reader.at(prices.at), prices.text, '2019'))
}

export function notesOf({ reader }: Context): boolean {
  return reader.word('without', ['notes']) === undefined
}

export function formatOf({ reader, defaults }: Context): NumberFormatAsked {
  const words = reader.list('as')
  if (words === undefined) return defaults.format
  const [form, ...more] = words
  if (form === undefined) return defaults.format
  const known = reader.known('as', form, numberForms)
  let format: NumberFormatAsked = { form: known, decimals: undefined, plus: false, onlyIf: undefined }
  for (let index = 0; index < more.length; index += 1) {
    const word = more[index]
    const next = more[index + 1]
    if (word === undefined) continue
    if (word.text === 'signed') format = { ...format, plus: true }
    else if (/^\d$/.test(word.text) && /^decimals?$/.test(next?.text ?? '')) {
      format = { ...format, decimals: Number(word.text) }
      index += 1
    } else if (word.text === 'if' && (next?.text === 'negative' || next?.text === 'positive')) {
      format = { ...format, onlyIf: next.text }
      index += 1
    } else reader.refuse(say.notAFormat(reader.at(word.at), word.text))
  }
  return format
}
