import type { Simulated } from '../../analyses/simulate/answer.ts'
import type { Driver } from '../../run/drivers.ts'
import { assumptionEntries } from '../../figures/settings.ts'
import * as say from '../../problems/catalogue/simulate.ts'
import { linesOf } from '../explain/said.ts'
import type { Json, Sentence, Table } from '../table.ts'
import { decimal, kindIn, labelOf } from './subject.ts'
import { financialYear } from '../../terms/year.ts'

/** What was drawn, from which distribution and why; how many draws, and how far they have converged. */
export function driversTable(answer: Simulated, among: boolean): Table {
  const { run, drivers } = answer
  const entries = assumptionEntries(run.settings)
  return {
    name: 'drawn',
    title: `${among ? `${run.scenario.title}: ` : ''}${say.sampledTitle}`,
    subtitle: say.sampledSubtitle,
    columns: [
      { name: 'assumption', label: 'Assumption', kind: 'text', unbroken: true },
      { name: 'range', label: 'Distribution', kind: 'text' },
      { name: 'why', label: 'Why', kind: 'text' },
    ],
    rows: drivers
      .filter(({ used }) => used)
      .map((driver) => {
        const { name } = driver
        const entry = entries.get(name)
        const texts = [name, rangeWords(answer, driver), say.because(entry?.why, entry?.source)]
        return { cells: texts.map((text) => ({ kind: 'text', text })) }
      }),
    notes: notes(answer),
    marks: [],
  }
}

/** The distribution as the scenario writes it, and what it is of where that is not the value itself. */
function rangeWords(answer: Simulated, driver: Driver): string {
  const written = writtenRange(answer, driver)
  return driver.kind === 'value' ? written : say.shiftOfAllYears(written)
}

function writtenRange({ run }: Simulated, { name }: Driver): string {
  return (linesOf(run, `assumptions.${name}.range`)[0]?.won.text ?? '').replace(/^(["'])(.*)\1$/s, '$2')
}

function notes(answer: Simulated): Sentence[] {
  const { run, drivers, draws, replicates, sampling, failed, charted, reached } = answer
  const unused = drivers.filter(({ used }) => !used).map(({ name }) => name)
  const [first] = charted
  return [
    ...run.settings.correlations.map(({ between: [one, other], rank }) => say.tiedNote(one, other, rank)),
    ...(unused.length === 0 ? [] : [say.unusedNote(unused)]),
    say.drawnNote({
      ...{ title: run.scenario.title, draws, replicates, seed: sampling.seed, method: sampling.method },
      drivers: [],
    }),
    ...(first === undefined || first.convergence.length === 0 ? [] : [convergence(answer, first)]),
    ...(sampling.precision === undefined || reached > sampling.precision
      ? []
      : [say.precisionReached(decimal(sampling.precision * 100), decimal(reached * 100))]),
    ...(failed === 0 ? [] : [say.failedNote(failed, draws)]),
  ]
}

function convergence(answer: Simulated, { at, convergence: steps }: Simulated['charted'][number]): Sentence {
  const year = financialYear(at.cell.year ?? 0)
  return say.convergenceNote(
    labelOf(answer, at),
    year,
    steps.map(({ draws, p50 }) => ({ draws, p50: decimal(p50.value), se: decimal(p50.se) })),
    kindIn(at),
  )
}

/** The same as data: what JSON holds beside the rows. */
export function simulateData(answer: Simulated): { readonly [key: string]: Json } {
  const { run, drivers, sampling, draws, replicates, failed, reached, charted, cells } = answer
  const entries = assumptionEntries(run.settings)
  const scenario = run.scenario.name
  return {
    scenario,
    ...{ method: sampling.method, seed: sampling.seed, draws, replicates, failed },
    precision: { asked: sampling.precision ?? null, reached },
    drivers: drivers.map((driver) => {
      const { name, kind, unit, used } = driver
      const { why, source, by, on } = entries.get(name) ?? {}
      return {
        ...{ name, range: writtenRange(answer, driver), of: kind, unit, used },
        ...{ why: why ?? null, source: source ?? null, by: by ?? null, on: on ?? null },
      }
    }),
    correlations: run.settings.correlations.map(({ between, rank }) => ({
      between,
      rank: rank.toNumber(),
    })),
    convergence: charted.map((each) => ({
      ...placeOf(each.at),
      steps: each.convergence.map(({ draws: drawn, p50 }) => ({
        draws: drawn,
        p50: p50.value,
        'p50-se': p50.se,
      })),
    })),
    histogram: charted.map((each) => ({
      ...placeOf(each.at),
      bins: each.bins.map(({ from, to, draws: drawn }) => ({
        from: from ?? null,
        to: to ?? null,
        draws: drawn,
      })),
    })),
    chances: cells.flatMap((each) =>
      each.interval === undefined
        ? []
        : [
            {
              ...placeOf(each),
              'chance-closed': each.interval.atMostZero.value,
              'chance-closed-se': each.interval.atMostZero.se,
            },
          ],
    ),
  }
}

function placeOf({ printable, cell, category }: Simulated['cells'][number]) {
  return {
    figure: printable.name,
    benchmark: cell.benchmark ?? '',
    category,
    year: financialYear(cell.year ?? 0),
  }
}
