import type { ListedAssumption } from '../figures/listed-assumption.ts'
import type { Said } from '../figures/setting-values.ts'
import * as say from '../problems/catalogue/scenario-report.ts'
import { version } from '../terms/version.ts'
import { countCell, numberColumn, textCell, textColumn } from './cells.ts'
import type { Column, Report, Row, SourceLine, Table } from './table.ts'

/** What these reports need to know of a scenario; `ListedScenario` and `LoadedScenario` of src/scenarios fit. */
export interface ListedScenario {
  readonly name: string
  readonly file: string
  readonly title: string
  readonly summary: string
}

export interface CheckedScenario {
  readonly scenario: { readonly name: string; readonly title: string; readonly files: readonly string[] }
  readonly overrides: readonly { readonly key: string; readonly won: Said; readonly lost: readonly Said[] }[]
  readonly warnings: readonly unknown[]
}

/** `capgap scenario list`: a line a shipped scenario. */
export function scenarioListReport(scenarios: readonly ListedScenario[]): Report {
  const rows = scenarios.map(({ name, file, title, summary }) => plain([name, title, summary, file]))
  return {
    headline: [say.scenarioCount(scenarios.length)],
    tables: [
      table(
        'scenarios',
        'Scenarios',
        '',
        [
          textColumn('scenario', 'Name'),
          textColumn('title', 'What it asks'),
          textColumn('summary', 'In a sentence'),
        ],
        rows.map(({ cells }) => ({ cells: cells.slice(0, 3) })),
        [say.listNote()],
      ),
    ],
    long: table(
      'scenarios',
      'Scenarios',
      '',
      ['scenario', 'title', 'summary', 'file'].map((name) => textColumn(name, name)),
      rows,
      [],
    ),
    ...rest('scenario list'),
  }
}

/** `capgap scenario check` of scenarios without errors: a line each, and every value one file replaced in another. */
export function scenarioCheckReport(checked: readonly CheckedScenario[]): Report {
  const warnings = checked.reduce((sum, entry) => sum + entry.warnings.length, 0)
  const overrides = checked.flatMap(({ scenario, overrides: replaced }) =>
    replaced.map(({ key, won, lost }) => ({ name: scenario.name, key, won, lost })),
  )
  // A title of its own is what makes a scenario one; people need not be told of it.
  const telling = overrides.filter(({ key }) => key !== 'title' && key !== 'summary')
  const longRows = checked.flatMap((entry) => [
    plain([entry.scenario.name, 'checked', entry.scenario.files.join(';'), '', '', '']),
    ...overrides
      .filter(({ name }) => name === entry.scenario.name)
      .flatMap(({ name, key, won, lost }) =>
        lost.map((loser) => plain([name, key, at(won), won.text, at(loser), loser.text])),
      ),
  ])
  return {
    headline: [say.scenariosFine(checked.length, warnings)],
    tables: [
      table(
        'scenarios',
        'Checked',
        '',
        [
          textColumn('scenario', 'Scenario'),
          textColumn('title', 'What it asks'),
          textColumn('files', 'Files, later wins'),
          numberColumn('warnings', 'Warnings'),
        ],
        checked.map(({ scenario, warnings: found }) => ({
          cells: [
            textCell(scenario.name),
            textCell(scenario.title),
            textCell(scenario.files.join(', ')),
            countCell(found.length),
          ],
        })),
        [],
      ),
      ...(telling.length === 0
        ? []
        : [
            table(
              'overrides',
              'Values replaced',
              '',
              ['scenario', 'key', 'value', 'said at', 'instead of'].map((name) =>
                textColumn(name.replace(' ', '-'), name),
              ),
              telling.map(({ name, key, won, lost }) =>
                plain([
                  name,
                  key,
                  won.text,
                  at(won),
                  lost.map((loser) => `${loser.text} (${at(loser)})`).join(', '),
                ]),
              ),
              [say.overrideNote()],
            ),
          ]),
    ],
    long: table(
      'check',
      'Checked',
      '',
      ['scenario', 'key', 'won-at', 'won', 'lost-at', 'lost'].map((name) => textColumn(name, name)),
      longRows,
      [],
    ),
    ...rest('scenario check'),
  }
}

/** `capgap scenario assumptions`: every value the model assumes, with what it is worth by default and why. */
export function assumptionsReport(
  listed: readonly ListedAssumption[],
  sources: readonly SourceLine[],
): Report {
  const cited = new Set(listed.flatMap((assumption) => assumption.sources))
  return {
    headline: [say.assumptionCount(listed.length)],
    tables: [
      table(
        'assumptions',
        'Assumptions',
        '',
        [
          { ...textColumn('assumption', 'Name'), unbroken: true },
          textColumn('unit', 'Unit'),
          textColumn('default', 'Default'),
          textColumn('note', 'What it is'),
        ],
        listed.map(({ name, unit, default: worth, note }) => plain([name, unit, worth, note])),
        [say.assumptionNote(), say.yearlyNote()],
      ),
    ],
    long: table(
      'assumptions',
      'Assumptions',
      '',
      ['assumption', 'label', 'unit', 'by-year', 'default', 'note', 'sources'].map((name) =>
        textColumn(name, name),
      ),
      listed.map((assumption) =>
        plain([
          assumption.name,
          assumption.label,
          assumption.unit,
          yes(assumption.yearly),
          assumption.default,
          assumption.note,
          assumption.sources.join(';'),
        ]),
      ),
      [],
    ),
    ...rest('scenario assumptions'),
    sources: sources.filter(({ id }) => cited.has(id)),
  }
}

function rest(command: string): Pick<Report, 'sources' | 'caveats' | 'envelope'> {
  return { sources: [], caveats: [], envelope: { capgap: version, command } }
}

function at({ file, line }: Said): string {
  return `${file}:${line}`
}

function yes(value: boolean): string {
  return value ? 'yes' : 'no'
}

function table(
  name: string,
  title: string,
  subtitle: string,
  columns: readonly Column[],
  rows: readonly Row[],
  notes: readonly string[],
): Table {
  return { name, title, subtitle, columns, rows, notes, marks: [] }
}

function plain(texts: readonly string[]): Row {
  return { cells: texts.map(textCell) }
}
