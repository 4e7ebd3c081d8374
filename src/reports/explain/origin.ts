import type { Origin } from '../../run/leaves.ts'
import type { ModelRun } from '../../run/run.ts'
import { missingMeaning, passedOverMeaning } from '../../problems/catalogue/report.ts'
import type { Observation, PassedOver } from '../../terms/observation.ts'
import { citation } from '../run/comparator-note.ts'
import type { Sentence } from '../table.ts'

/** Where a leaf's number stands: file, line, publisher, date; and what was passed over for it. */

/** @param told sources already cited in full; this one is added to them */
export function originSentences(run: ModelRun, origin: Origin, told: Set<string>): Sentence[] {
  switch (origin.kind) {
    case 'absent':
      return [missingMeaning(origin.reason)]
    case 'given': {
      const { said, note } = origin.given
      const told = note === undefined ? [] : [note]
      return said === undefined ? told : [`${said.file}:${said.line}: ${said.text}`, ...told]
    }
    case 'data': {
      const { choice } = origin
      const passed = choice.passedOver.map((each) => passedSentence(each))
      if (choice.kind === 'missing') return [missingMeaning(choice.reason), ...passed]
      const { observation } = choice
      const source = told.has(observation.source) ? '' : `${citation(run, observation.source)} `
      told.add(observation.source)
      return [rowSentence(observation, source), ...noteOf(observation), ...passed]
    }
  }
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
  const { file, line, text, status, published, source } = observation
  return `passed over: data/${file}:${line}: ${text} ${status ?? ''}, published ${published || 'without date'} [${source}] (${passedOverMeaning(reason)})`
}

/** The same for machines. */
export function originData(origin: Origin): Record<string, unknown> {
  switch (origin.kind) {
    case 'absent':
      return { reason: origin.reason }
    case 'given': {
      const { said, note } = origin.given
      return { stated: { ...(said ?? {}), ...(note === undefined ? {} : { note }) } }
    }
    case 'data': {
      const { choice, vintage } = origin
      return {
        ...(choice.kind === 'chosen'
          ? { row: rowData(choice.observation), hindsight: choice.hindsight }
          : {}),
        ...(vintage === undefined ? {} : { vintage }),
        passedOver: choice.passedOver.map(({ observation, reason }) => ({ ...rowData(observation), reason })),
      }
    }
  }
}

function rowData(row: Observation): Record<string, unknown> {
  const {
    dataset,
    dimensions,
    period,
    text,
    status,
    published,
    source,
    locator,
    note,
    flags,
    file,
    line,
    column,
  } = row
  return {
    ...{
      dataset,
      dimensions,
      period,
      value: text,
      status: status ?? null,
      published,
      source,
      locator,
      note,
      flags,
    },
    ...{ file: `data/${file}`, line, column },
  }
}
