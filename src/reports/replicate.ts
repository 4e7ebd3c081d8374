import { replicate, type Replication } from '../analyses/replicate/replicate.ts'
import * as say from '../problems/catalogue/replicate.ts'
import { asOfSentence, pricesSentence } from '../problems/catalogue/report.ts'
import type { ModelRun } from '../run/run.ts'
import { version } from '../terms/version.ts'
import { textCell, textColumn } from './cells.ts'
import { caveatsOfDataset } from './caveats.ts'
import { citation } from './run/comparator-note.ts'
import type { Report, Row, Table } from './table.ts'

/** The columns of `replicate` in long form (README.md, formats). */
export const replicateColumns = [
  'claim',
  'published',
  'ours',
  'unit',
  'difference',
  'verdict',
  'note',
  'source',
] as const

const numbers: readonly string[] = ['published', 'ours', 'difference']

/** The answer to `capgap replicate`: published headline claims beside ours. */
export function replicateReport(run: ModelRun): Report {
  const { rows, datasets, sources } = replicate(run)
  const done = rows.filter(({ ours }) => ours !== undefined)
  const not = rows.filter(({ ours }) => ours === undefined)
  const count = (verdict: Replication['verdict']) => rows.filter((row) => row.verdict === verdict).length
  return {
    headline: [
      say.replicateHeadline(rows.length, {
        equal: count('equal'),
        near: count('near'),
        differs: count('differs'),
        not: not.length,
      }),
    ],
    tables: [besideOurs(run, done), howWorked(run, done), notComputed(run, not)].filter(
      (table) => table.rows.length > 0,
    ),
    long: longTable(rows),
    sources: sources.map((id) => ({ id, citation: citation(run, id) })),
    caveats: datasets.flatMap((name) => caveatsOfDataset(name, run.data.about(name).caveats)),
    envelope: {
      capgap: version,
      command: 'replicate',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
    },
  }
}

/** Published and ours side by side, claims of one unit together. */
function besideOurs(run: ModelRun, rows: readonly Replication[]): Table {
  const units = [...new Set(rows.map(({ claim }) => claim.unit))]
  return {
    name: 'claims',
    title: 'Published claims beside ours',
    subtitle: say.replicateSubtitle(),
    columns: [
      { ...textColumn('claim', 'Claim'), unbroken: true },
      textColumn('period', 'Years'),
      { name: 'published', label: 'Published', kind: 'number' },
      { name: 'ours', label: 'Ours', kind: 'number' },
      { name: 'difference', label: 'Diff., %', kind: 'percent' },
      { ...textColumn('verdict', 'Verdict'), unbroken: true },
    ],
    rows: units.flatMap((unit): Row[] => [
      { style: 'heading', cells: [textCell(unit.replace(/^GBP bn/, '£bn').replace(/^p/, 'P'))] },
      ...rows.filter(({ claim }) => claim.unit === unit).map(peopleRow),
    ]),
    notes: [
      say.differenceMeans,
      say.failureIsKept,
      pricesSentence('nominal', run.settings.economy),
      ...(run.settings.asOf === undefined ? [] : [asOfSentence(run.settings.asOf)]),
    ],
    marks: [],
  }
}

function peopleRow({ claim, ours, difference, verdict }: Replication): Row {
  if (ours === undefined || difference === undefined) throw new Error(`${claim.id} has no number of ours`)
  const money = claim.unit.startsWith('GBP bn')
  return {
    cells: [
      textCell(claim.id),
      textCell(claim.period),
      textCell(claim.text),
      // Money is rounded for people from GBP million.
      { kind: 'number', value: money ? ours.times(1000) : ours, as: money ? 'money' : 'percent' },
      { kind: 'number', value: difference.dividedBy(claim.value).times(100) },
      textCell(verdict),
    ],
  }
}

function howWorked(run: ModelRun, rows: readonly Replication[]): Table {
  return {
    name: 'how',
    title: 'How each is worked',
    subtitle: say.howSubtitle(),
    columns: [{ ...textColumn('claim', 'Claim'), unbroken: true }, textColumn('note', 'The claim, and ours')],
    rows: rows.map(({ claim, note }) => ({
      cells: [
        textCell(claim.id),
        textCell(`${say.claimSays(claim.claim, claim.period, citation(run, claim.source))} ${note}`),
      ],
    })),
    notes: [],
    marks: [],
  }
}

function notComputed(run: ModelRun, rows: readonly Replication[]): Table {
  return {
    name: 'not-computed',
    title: 'Not computed',
    subtitle: say.whyNotSubtitle(),
    columns: [
      { ...textColumn('claim', 'Claim'), unbroken: true },
      { name: 'published', label: 'Published', kind: 'text' },
      textColumn('note', 'The claim, and why not'),
    ],
    rows: rows.map(({ claim, note }) => ({
      cells: [
        textCell(claim.id),
        textCell(`${claim.text} ${claim.unit}`),
        textCell(`${say.claimSays(claim.claim, claim.period, citation(run, claim.source))} ${note}`),
      ],
    })),
    notes: [],
    marks: [],
  }
}

function longTable(rows: readonly Replication[]): Table {
  return {
    name: 'replicate',
    title: 'Published claims beside ours',
    subtitle: '',
    columns: replicateColumns.map((name) => ({
      name,
      label: name,
      kind: numbers.includes(name) ? 'number' : 'text',
    })),
    rows: rows.map(({ claim, ours, difference, verdict, note }) => ({
      cells: [
        textCell(claim.id),
        // `0.60` keeps its last digit: it says how exact the claim means to be.
        claim.value.toFixed() === claim.text ? { kind: 'number', value: claim.value } : textCell(claim.text),
        ours === undefined ? { kind: 'missing', reason: note } : { kind: 'number', value: ours },
        textCell(claim.unit),
        difference === undefined ? { kind: 'missing', reason: note } : { kind: 'number', value: difference },
        textCell(verdict),
        textCell(note),
        textCell(claim.source),
      ],
    })),
    notes: [],
    marks: [],
  }
}
