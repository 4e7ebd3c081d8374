import type { AskedGap } from '../../analyses/sensitivity/asked.ts'
import { assumptionEntries } from '../../figures/settings.ts'
import { version } from '../../terms/version.ts'
import { onceEach } from '../caveats.ts'
import { lazily } from '../lazily.ts'
import { citation } from '../run/comparator-note.ts'
import { runReport, sourcesOf } from '../run.ts'
import type { Envelope, Report, SourceLine } from '../table.ts'

/** One question `sensitivity` answers: what a report needs beside sources and envelope. */
export type Part = Pick<Report, 'headline' | 'tables' | 'charts' | 'long'> & {
  /** What stands beside the rows in JSON. */
  readonly data: Envelope
  /** Assumptions it speaks of, whose sources are cited. */
  readonly assumptions: readonly string[]
}

/** A part as the answer to a command: what it is of, and what stands behind it. */
export function partReport(asked: readonly [AskedGap, ...AskedGap[]], part: Part): Report {
  const [{ run }] = asked
  return lazily({
    headline: () => part.headline,
    tables: () => part.tables,
    charts: () => part.charts,
    long: () => part.long,
    sources: () => sources(asked, part.assumptions),
    // What must be said with the same gap as `run` prints it.
    caveats: () => runReport([run], { figures: ['gap'], benchmarks: idsOf(asked) }).caveats,
    envelope: () => ({
      capgap: version,
      command: 'sensitivity',
      scenario: run.scenario.name,
      asOf: run.settings.asOf ?? null,
      economy: run.settings.economy,
      dataHash: run.data.hash(),
      ...part.data,
    }),
  })
}

function idsOf(asked: readonly AskedGap[]): string[] {
  return asked.map(({ benchmark }) => benchmark.id)
}

function sources(asked: readonly [AskedGap, ...AskedGap[]], names: readonly string[]): SourceLine[] {
  const [{ run }] = asked
  const entries = assumptionEntries(run.settings)
  const lines = new Map(sourcesOf([run], { benchmarks: idsOf(asked) }).map((line) => [line.id, line]))
  for (const name of names) {
    const id = entries.get(name)?.source
    if (id !== undefined) lines.set(id, { id, citation: citation(run, id) })
  }
  return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The same answer with one sentence more at its head. */
export function withSentence(report: Report, sentence: string): Report {
  return lazily({
    headline: () => [...report.headline, sentence],
    tables: () => report.tables,
    charts: () => report.charts,
    long: () => report.long,
    sources: () => report.sources,
    caveats: () => report.caveats,
    envelope: () => report.envelope,
  })
}

/** Several answers one after the other, for people; machines are given one at a time. */
export function together(reports: readonly [Report, ...Report[]]): Report {
  const [first] = reports
  return lazily({
    headline: () => reports.flatMap((each) => each.headline),
    tables: () => reports.flatMap((each) => each.tables),
    charts: () => reports.flatMap((each) => each.charts ?? []),
    long: () => first.long,
    sources: () => {
      const lines = new Map(reports.flatMap((each) => each.sources.map((line) => [line.id, line])))
      return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    caveats: () => onceEach(reports.flatMap((each) => each.caveats)),
    envelope: () => first.envelope,
  })
}
