import * as say from '../problems/catalogue/records.ts'
import type { Problem } from '../problems/problem.ts'
import type { Column, Report, Row, Table } from '../reports/table.ts'
import { version } from '../terms/version.ts'
import type { Compared } from './compare.ts'
import type { RunRecord } from './record.ts'

/** The answer of `capgap verify`: proved, or the first thing that differs, with everything that was compared. */
export function verificationReport(record: RunRecord, compared: readonly Compared[]): Report {
  const first = compared.find(({ same }) => !same)
  const scenarios = record.scenarios.map(({ name }) => name).join(', ')
  return {
    headline: [
      first === undefined
        ? say.verified(record.command, scenarios, record.output.format)
        : say.differs(first.what),
    ],
    tables: [peopleTable(compared)],
    long: longTable(compared),
    sources: [],
    caveats: [],
    envelope: { capgap: version, command: 'verify', verified: first === undefined, scenario: scenarios },
  }
}

/** The first thing that differs as what it is: a failed check. */
export function verificationProblems(compared: readonly Compared[]): Problem[] {
  const first = compared.find(({ same }) => !same)
  return first === undefined ? [] : [say.recordDiffers(first.what, first.recorded, first.here, first.where)]
}

/** For people: what was compared, and of what differs also what is here. */
function peopleTable(compared: readonly Compared[]): Table {
  const rows = compared.map(({ what, recorded, here, same }) =>
    row([what, short(recorded), same ? say.same : say.differsHere(short(here))]),
  )
  const columns = [column('check', 'Check'), column('recorded', 'Recorded'), column('result', 'Result')]
  return {
    name: 'verify',
    title: say.compared,
    subtitle: '',
    columns,
    rows,
    notes: [say.dataUnread()],
    marks: [],
  }
}

function longTable(compared: readonly Compared[]): Table {
  const rows = compared.map(({ what, recorded, here, same }) =>
    row([what, recorded, here, same ? say.same : say.different]),
  )
  const columns = ['check', 'recorded', 'here', 'result'].map((name) => column(name, name))
  return { name: 'verify', title: say.compared, subtitle: '', columns, rows, notes: [], marks: [] }
}

function row(texts: readonly string[]): Row {
  return { cells: texts.map((text) => ({ kind: 'text', text })) }
}

function column(name: string, label: string): Column {
  return { name, label, kind: 'text' }
}

/** Enough of a hash to tell two apart by eye. */
function short(text: string): string {
  return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, 16) : text
}
