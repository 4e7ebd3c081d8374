import * as say from '../../problems/catalogue/data.ts'
import * as sayFiles from '../../problems/catalogue/data-files.ts'
import { nearest } from '../../problems/nearest.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import { lastDayOf } from '../../terms/date.ts'
import { isStatus, statuses } from '../../terms/status.ts'
import type { Check } from './subject.ts'
import { aboutRow, hasColumn } from './subject.ts'

const number = /^-?\d+(?:\.\d+)?$/

/** Values are plain numbers: no blank, no thousands comma, no sign of a currency or percent, no exponent. */
export const values: Check = ({ about, rows }) => {
  if (about.shape === 'table') return []
  return rows.flatMap((row) => {
    const problem = numberProblem(row.cell('value'), row.place('value'))
    return problem === undefined ? [] : [{ problem }]
  })
}

/** The columns that about.yaml adds, by what it says they hold. */
export const declaredColumns: Check = (subject, context) =>
  Object.entries(subject.about.columns)
    .filter(([name]) => hasColumn(subject, name))
    .flatMap(([name, { kind, blank }]) =>
      subject.rows.flatMap((row) => {
        const text = row.cell(name)
        if (text === '') return blank ? [] : [{ problem: sayFiles.emptyCell(row.place(name), name) }]
        const problem =
          kind === 'nation' && !context.nations.has(text)
            ? say.unknownNation(row.place(name), text, nearest(text, context.nations))
            : kind === 'number' || kind === 'percent'
              ? numberProblem(text, row.place(name))
              : undefined
        if (problem !== undefined) return [{ problem }]
        return kind === 'percent' && !isShare(text)
          ? [{ problem: say.impossibleShare(row.place(name), text) }]
          : []
      }),
    )

/** Every row says which series it belongs to. */
export const dimensionCells: Check = (subject) =>
  subject.about.dimensions
    .filter((name) => hasColumn(subject, name))
    .flatMap((name) =>
      subject.rows
        .filter((row) => row.cell(name).trim() === '')
        .map((row) => ({ problem: sayFiles.emptyCell(row.place(name), name) })),
    )

/** Every row names a publication of sources.csv. */
export const knownSource: Check = (subject, { sources }) =>
  hasColumn(subject, 'source')
    ? subject.rows
        .filter((row) => !sources.has(row.cell('source')))
        .map((row) => ({
          problem: say.unknownSource(
            row.place('source'),
            row.cell('source'),
            nearest(row.cell('source'), sources),
          ),
        }))
    : []

export const knownStatus: Check = (subject) =>
  hasColumn(subject, 'status')
    ? subject.rows
        .filter((row) => !isStatus(row.cell('status')))
        .map((row) => ({
          problem: say.unknownStatus(
            row.place('status'),
            row.cell('status'),
            nearest(row.cell('status'), statuses),
          ),
        }))
    : []

/** `published` is a date, a month or a year that exists. */
export const publishedDate: Check = (subject) =>
  hasColumn(subject, 'published')
    ? subject.rows
        .filter((row) => lastDayOf(row.cell('published')) === undefined)
        .map((row) => aboutRow(say.unreadableDate(row.place('published'), row.cell('published')), row))
    : []

/** A share is between nothing and the whole. The unit is the dataset's, or the row's where it has a column `unit`. */
export const possibleShare: Check = ({ about, rows }) =>
  about.shape === 'table'
    ? []
    : rows
        .filter((row) => isPercent(about.unit, row.cell('unit')) && number.test(row.cell('value')))
        .filter((row) => !isShare(row.cell('value')))
        .map((row) => aboutRow(say.impossibleShare(row.place('value'), row.cell('value')), row))

/** An amount below nothing needs a reason: a lost sign or a shifted column reads the same. */
export const negativeValue: Check = ({ about, rows }) =>
  about.shape === 'table'
    ? []
    : rows
        .filter((row) => number.test(row.cell('value')) && row.cell('value').startsWith('-'))
        .filter((row) => !isPercent(about.unit, row.cell('unit')))
        .map((row) => aboutRow(say.negativeValue(row.place('value'), row.cell('value')), row))

function isPercent(unit: string, ofRow: string): boolean {
  return unit.startsWith('percent') || ofRow.startsWith('percent')
}

function isShare(text: string): boolean {
  return !text.startsWith('-') && Number(text) <= 100
}

function numberProblem(text: string, place: Place): Problem | undefined {
  if (number.test(text)) return undefined
  if (text.trim() === '') return say.emptyValue(place)
  if (/^[-£$€]*\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text.trim())) return say.thousandsComma(place, text)
  return say.notANumber(place, text)
}
