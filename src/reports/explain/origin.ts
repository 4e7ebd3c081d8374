import type { Said } from '../../figures/setting-values.ts'
import type { Origin } from '../../run/leaves.ts'
import type { ModelRun } from '../../run/run.ts'
import * as say from '../../problems/catalogue/explain.ts'
import { missingMeaning, passedOverMeaning } from '../../problems/catalogue/report.ts'
import type { Observation, PassedOver } from '../../terms/observation.ts'
import { citation } from '../run/comparator-note.ts'
import type { Sentence } from '../table.ts'

/** Where a leaf's number stands: file, line, publisher, date, vintage; and what was passed over for it. */

type DataOrigin = Extract<Origin, { kind: 'data' }>

/** @param told sources already cited in full; this one is added to them */
export function originSentences(run: ModelRun, origin: Origin, told: Set<string>): Sentence[] {
  switch (origin.kind) {
    case 'absent':
      return [missingMeaning(origin.reason)]
    case 'given': {
      const { note } = origin.given
      return note === undefined || isSaidElsewhere(run, note) ? [] : [note]
    }
    case 'data': {
      const { choice, vintage, request } = origin
      const passed = passedOver(run, origin).map((each) => passedSentence(each))
      if (choice.kind === 'missing') return [missingMeaning(choice.reason), ...passed]
      const { observation } = choice
      const source = told.has(observation.source) ? '' : `${citation(run, observation.source)} `
      told.add(observation.source)
      return [
        rowSentence(observation, source),
        ...noteOf(observation),
        ...(vintage === undefined ? [] : [say.vintageSentence(vintage, run.settings.economy)]),
        ...(request.asOf === undefined ? [] : [say.dateSentence(request.asOf)]),
        ...passed,
      ]
    }
  }
}

/** The reason of an assumption stands with the assumption, and so does the note of one at its default. */
function isSaidElsewhere(run: ModelRun, note: string): boolean {
  return note.startsWith('default:') || [...run.settings.assumptions.values()].some(({ why }) => why === note)
}

/** What was passed over for a row: others of its series, and where the dataset has vintages the other vintages. */
function passedOver(run: ModelRun, { choice, vintage, request }: DataOrigin): readonly PassedOver[] {
  if (vintage === undefined) return choice.passedOver
  const dataset = run.data.dataset(request.dataset)
  const others = dataset
    .values('vintage')
    .filter((each) => each !== vintage)
    .flatMap((each) => dataset.at({ ...request.dimensions, vintage: each }, request.period))
    .map((observation): PassedOver => ({ observation, reason: 'other-vintage' }))
  return [...choice.passedOver, ...others]
}

function rowSentence(row: Observation, source: string): string {
  const status = row.status === undefined ? '' : ` ${row.status}`
  const published = row.published === '' ? '' : `, published ${row.published}`
  const locator = row.locator === '' ? '' : `, ${row.locator}`
  return `data/${row.file}:${row.line}: ${row.text}${status}${published}; ${source}[${row.source}]${locator}`
}

function noteOf(row: Observation): string[] {
  return row.note === '' ? [] : [`note: ${row.note}`]
}

function passedSentence({ observation, reason }: PassedOver): string {
  const { file, line, text, status, published, source, dimensions } = observation
  const why =
    reason === 'other-vintage' ? say.otherVintage(dimensions['vintage'] ?? '') : passedOverMeaning(reason)
  const firm = status === undefined ? '' : ` ${status}`
  return `passed over: data/${file}:${line}: ${text}${firm}, published ${published || 'without date'} [${source}] (${why})`
}

/**
 * The same for machines.
 * @param won the scenario’s line that says a stated value, where one does
 */
export function originData(run: ModelRun, origin: Origin, won: Said | undefined): Record<string, unknown> {
  switch (origin.kind) {
    case 'absent':
      return { reason: origin.reason }
    case 'given': {
      const { note } = origin.given
      return { stated: { ...(won ?? {}), ...(note === undefined ? {} : { note }) } }
    }
    case 'data': {
      const { choice, vintage, request } = origin
      return {
        ...(choice.kind === 'chosen'
          ? { row: rowData(choice.observation), hindsight: choice.hindsight }
          : {}),
        ...(vintage === undefined ? {} : { vintage }),
        ...(request.asOf === undefined ? {} : { publishedBy: request.asOf }),
        passedOver: passedOver(run, origin).map(({ observation, reason }) => ({
          ...rowData(observation),
          reason,
        })),
      }
    }
  }
}

function rowData(row: Observation): Record<string, unknown> {
  const { dataset, dimensions, period, text, status, published, source, locator, note, flags } = row
  const said = { period, value: text, status: status ?? null, published, source, locator, note, flags }
  return { dataset, dimensions, ...said, file: `data/${row.file}`, line: row.line, column: row.column }
}
