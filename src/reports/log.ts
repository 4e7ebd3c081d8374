import * as say from '../problems/catalogue/log.ts'
import { flagMeaning } from '../problems/catalogue/report.ts'
import type { Problem } from '../problems/problem.ts'
import type { ModelRun } from '../run/run.ts'
import { shownFile } from '../terms/shown-file.ts'
import { version } from '../terms/version.ts'
import { assumptionEntries } from '../figures/settings.ts'
import { assumptionsLog } from './log/assumptions.ts'
import { dataLog } from './log/data.ts'
import { decisionsLog } from './log/decisions.ts'
import { logTable, words, type LogTable } from './log/table.ts'
import { runReport } from './run.ts'
import type { Report, Row, Table } from './table.ts'

/** The parts of a log: each a table of its own. */
export const logParts = ['assumptions', 'decisions', 'data', 'limits'] as const
export type LogPart = (typeof logParts)[number]

/**
 * `capgap scenario log`: what a run assumes, what it decided, the data it rests on and its known limits, as the Aqua Book
 * asks for them (CONVENTIONS.md C11 to C13).
 * @param part one table alone, with its own columns also for machines; undefined: all, for machines field by field
 */
export function logReport(run: ModelRun, part?: LogPart): Report {
  const tables: Readonly<Record<LogPart, LogTable>> = {
    assumptions: assumptionsLog(run),
    decisions: decisionsLog(run),
    data: dataLog(run),
    limits: limitsLog(run),
  }
  const chosen = part === undefined ? logParts : [part]
  const { scenario, settings, data } = run
  return {
    headline: [
      say.logTitle(scenario.title),
      say.madeOf(scenario.files, version, data.hash()),
      say.standsOn(settings.asOf, settings.economy),
      say.howToCheck,
    ],
    tables: chosen.map((each) => tables[each].table),
    long: part === undefined ? fieldByField(tables) : { ...tables[part].table, notes: [] },
    sources: [],
    caveats: [],
    envelope: {
      capgap: version,
      command: 'scenario log',
      scenario: scenario.name,
      asOf: settings.asOf ?? null,
      economy: settings.economy,
      dataHash: data.hash(),
    },
  }
}

/** What an assumption log needs and the scenario does not say. */
export function logProblems(run: ModelRun): Problem[] {
  return [...assumptionEntries(run.settings).values()].flatMap(({ name, why, source, by, on, said }) => {
    const missing = Object.entries({ why, source, by, on }).flatMap(([field, value]) =>
      value === undefined ? [field] : [],
    )
    const place = said === undefined ? { file: run.scenario.name } : placeOf(run, said)
    return missing.length === 0 ? [] : [say.logFieldsMissing(place, name, missing)]
  })
}

/** Where it was said, the file as the user named it, so that an editor finds it. */
function placeOf(run: ModelRun, { file, line }: { file: string; line: number }) {
  const read = run.texts.find((each) => shownFile(each.file) === file)
  const excerpt = read?.text.split('\n')[line - 1]
  return { file: read?.file ?? file, line, ...(excerpt === undefined ? {} : { excerpt }) }
}

/** Every field of every entry as a row: `log,entry,field,value`. */
function fieldByField(tables: Readonly<Record<LogPart, LogTable>>): Table {
  const rows = logParts.flatMap((part) =>
    tables[part].table.rows.flatMap(({ cells }, index): Row[] =>
      tables[part].table.columns.flatMap((column, place): Row[] => {
        const cell = cells[place]
        const entry = words(tables[part].entries[index] ?? '')
        return cell === undefined || place === 0
          ? []
          : [{ cells: [words(part), entry, words(column.name), cell] }]
      }),
    ),
  )
  return logTable('log', '', ['log', 'entry', 'field', 'value'], rows, [])
}

/** Caveats of the model, flags on its numbers, and what holds for every run. Those of datasets stand with the data. */
function limitsLog(run: ModelRun): LogTable {
  const report = runReport([run])
  const flags = new Map<string, number>()
  const place = report.long.columns.findIndex(({ name }) => name === 'flags')
  const value = report.long.columns.findIndex(({ name }) => name === 'value')
  for (const { cells } of report.long.rows) {
    const cell = cells[place]
    if (cell?.kind !== 'text' || cells[value]?.kind === 'missing') continue
    for (const flag of cell.text.split(';').filter((each) => each !== ''))
      flags.set(flag, (flags.get(flag) ?? 0) + 1)
  }
  const limits: [string, string][] = [
    ...report.caveats
      .filter(({ dataset }) => dataset === undefined)
      .map(({ words: caveat }): [string, string] => ['caveat', caveat]),
    ...[...flags]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([flag, rows]): [string, string] => ['flag', say.flagLimit(flag, flagMeaning(flag), rows)]),
    ...say.standingLimits.map((limit): [string, string] => ['model', limit]),
  ]
  const rows = limits.map(([kind, limit]): Row => ({ cells: [words(kind), words(limit)] }))
  return {
    table: logTable('limits', say.titles.limits, ['kind', 'limit'], rows, []),
    entries: limits.map(([kind], index) => `${kind} ${index + 1}`),
  }
}
