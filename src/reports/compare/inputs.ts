import type { DifferingKey, ListedValue } from '../../analyses/compare/listed.ts'
import { differingKeys } from '../../analyses/compare/listed.ts'
import * as say from '../../problems/catalogue/compare.ts'
import type { ModelRun } from '../../run/run.ts'
import { textCell } from '../cells.ts'
import type { Cell, Column, Json, Row, Table } from '../table.ts'

/** The inputs that differ: for people a row a key (an entry one scenario lacks is one row), for machines a row a value. */

/** Keys that say what a scenario is and not what it assumes. */
const aboutItself = /^(title|summary|source|prices|election)$|\.(title|source|why|by|on|range)$/

export function inputsTable(runs: readonly ModelRun[], names: readonly string[]): Table {
  const columns: Column[] = [
    { name: 'input', label: say.compareLabels.input, kind: 'text' },
    ...names.map((name): Column => ({ name, label: name, kind: 'text' })),
  ]
  const keys = differingKeys(runs).filter(({ key }) => !aboutItself.test(key) || key === 'election')
  return {
    name: 'inputs',
    title: say.compareLabels.inputs,
    subtitle: say.inputsSubtitle(),
    columns,
    rows: joined(keys).map(rowOf),
    notes: [say.sameValueNote],
    marks: [],
  }
}

function rowOf({ key, values }: DifferingKey): Row {
  return { cells: [textCell(key), ...values.map(cellOf)] }
}

function cellOf(value: ListedValue | undefined): Cell {
  if (value === undefined) return { kind: 'missing', reason: say.notInScenario }
  return textCell(value.said === undefined ? value.value : `${value.value} (${lineOf(value.said)})`)
}

/** A measure or benchmark that some scenario lacks, as one row: its terms in a line, with the line it begins on. */
function joined(keys: readonly DifferingKey[]): DifferingKey[] {
  const rows: DifferingKey[] = []
  const done = new Set<string>()
  for (const row of keys) {
    const entry = /^(?:measures|benchmarks)\.[^.]+/.exec(row.key)?.[0]
    const all = entry === undefined ? [] : keys.filter(({ key }) => key.startsWith(`${entry}.`))
    const lacking = row.values.some((_, index) => all.every(({ values }) => values[index] === undefined))
    if (entry === undefined || !lacking) rows.push(row)
    else if (!done.has(entry)) {
      done.add(entry)
      rows.push({ key: entry, values: row.values.map((_, index) => termsOf(entry, all, index)) })
    }
  }
  return rows
}

function termsOf(entry: string, keys: readonly DifferingKey[], scenario: number): ListedValue | undefined {
  const said = keys.flatMap(({ key, values }) => {
    const value = values[scenario]
    return value === undefined ? [] : [{ key: key.slice(entry.length + 1), value }]
  })
  const terms = said.filter(({ key }) => key !== 'id')
  if (terms.length === 0) return undefined
  const plain = new Set(['profile', 'kind', 'amount'])
  return {
    value: terms.map(({ key, value }) => (plain.has(key) ? value.value : `${key} ${value.value}`)).join(', '),
    said: said.find(({ value }) => value.said !== undefined)?.value.said,
  }
}

const longColumns = ['key', 'scenario', 'value', 'file', 'line', 'flags'] as const

/** One row a key and scenario; a value at its default has no file and line, one that is not there no value. */
export function inputsLong(runs: readonly ModelRun[], names: readonly string[]): Table {
  return {
    name: 'inputs',
    title: say.compareLabels.inputs,
    subtitle: '',
    columns: longColumns.map((name) => ({ name, label: name, kind: 'text' })),
    rows: inputValues(runs, names).map((row) => ({
      cells: longColumns.map((name): Cell => {
        const value = row[name]
        if (name === 'value' && value === null) return { kind: 'missing', reason: say.notInScenario }
        return textCell(value ?? '')
      }),
    })),
    notes: [],
    marks: [],
  }
}

/** The same for the envelope of JSON. */
export function inputsData(runs: readonly ModelRun[], names: readonly string[]): Json {
  return inputValues(runs, names).map(({ key, scenario, value, file, line }) => ({
    ...{ key, scenario, value },
    ...(file === null ? {} : { file, line: Number(line) }),
  }))
}

type InputRow = { readonly [Column in (typeof longColumns)[number]]: string | null }

function inputValues(runs: readonly ModelRun[], names: readonly string[]): InputRow[] {
  return differingKeys(runs).flatMap(({ key, values }) =>
    values.map((value, index): InputRow => ({
      key,
      scenario: names[index] ?? '',
      value: value?.value ?? null,
      file: value?.said?.file ?? null,
      line: value?.said === undefined ? null : String(value.said.line),
      flags:
        value === undefined ? 'not-in-this-scenario' : value.said === undefined ? 'at-its-default' : null,
    })),
  )
}

function lineOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return `${file}:${line}`
}
