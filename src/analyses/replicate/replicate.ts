import { isMissing, type ExactNumber } from '../../engine/calculators/exact.ts'
import { comparatorOf, nationsOf } from '../../figures/comparators.ts'
import * as say from '../../problems/catalogue/replicate.ts'
import { missingMeaning } from '../../problems/catalogue/report.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { unitWords, type Unit } from '../../terms/unit.ts'
import type { ModelSettings } from '../../figures/settings.ts'
import { calculations, plainSettings, type Computed } from './calculations.ts'
import { publishedClaims, type Claim } from './claim.ts'
import { meanActual } from './figures.ts'
import { verdictOn, type Verdict } from './verdict.ts'

/** A published claim beside what our data make of it. */
export interface Replication {
  readonly claim: Claim
  /** In the unit of the claim; undefined where it cannot be computed. */
  readonly ours: Decimal | undefined
  /** Ours less published. */
  readonly difference: Decimal | undefined
  readonly verdict: Verdict
  /** How it is worked, where ours is not theirs, and which nations are behind it; or why it cannot be. */
  readonly note: string
}

export interface Replications {
  readonly rows: readonly Replication[]
  /** What was read for them: datasets and sources, sorted. */
  readonly datasets: readonly string[]
  readonly sources: readonly string[]
}

/**
 * Every published claim beside ours: the declared calculation, run on the data of this run.
 * @param run gives data, as-of date and economy vintage; the rest of its scenario plays no part
 */
export function replicate(run: ModelRun): Replications {
  const claims = publishedClaims(run)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const datasets = new Set(['published-claims'])
  const sources = new Set(claims.map(({ source }) => source))
  const settled = (settings: Partial<ModelSettings>): ModelRun =>
    run.with({ ...plainSettings, ...settings, asOf: earlier(settings.asOf, run.settings.asOf) })
  const rows = claims.map((claim): Replication => {
    const calculation = Object.hasOwn(calculations, claim.id) ? calculations[claim.id] : undefined
    if (calculation === undefined) return cannot(claim, say.notDeclared())
    if ('whyNot' in calculation) return cannot(claim, calculation.whyNot)
    const settings = calculation.settings(byId)
    if (settings === undefined) return cannot(claim, say.inputNotPublished())
    const own = settled(settings)
    const replication = replicated(claim, calculation, own, settled)
    const read = own.readUntilNow()
    for (const name of read.datasets) datasets.add(name)
    for (const source of read.sources) sources.add(source)
    return replication
  })
  return { rows, datasets: [...datasets].sort(), sources: [...sources].sort() }
}

function replicated(
  claim: Claim,
  calculation: Computed,
  run: ModelRun,
  settled: (settings: Partial<ModelSettings>) => ModelRun,
): Replication {
  const { figure, cell } = calculation
  const exact = run.exact(figure, cell)
  if (isMissing(exact)) return cannot(claim, missingMeaning(exact.missing), calculation.note)
  const ours = inUnitOf(claim, calculation, exact)
  const others = calculation.others.flatMap(({ name, settings }) => {
    const other = settled(settings).exact(figure, cell)
    if (isMissing(other)) return []
    return [{ name, verdict: verdictOn(inUnitOf(claim, calculation, other), claim.text) }]
  })
  const note = [
    calculation.note,
    ...nationsBehind(calculation, run),
    ...(others.length === 0 ? [] : [say.verdictsOtherwise(others)]),
    ...(claim.note === '' ? [] : [say.claimNotes(claim.note)]),
  ]
  return {
    claim,
    ours,
    difference: ours.minus(claim.value),
    verdict: verdictOn(ours, claim.text),
    note: note.join(' '),
  }
}

function cannot(claim: Claim, why: string, how?: string): Replication {
  const note = `${why.charAt(0).toUpperCase()}${why.slice(1)}.${how === undefined ? '' : ` ${how}`}`
  return { claim, ours: undefined, difference: undefined, verdict: 'cannot-compute', note }
}

/** A value in the unit of a claim: GBP million become GBP bn, rates become percent. */
function inUnitOf(claim: Claim, { figure }: Computed, exact: ExactNumber): Decimal {
  if (claim.unit.startsWith('percent')) return exact.n.times(100)
  const { label } = unitWords(figure.unit as Unit)
  // Money of the UK's look-back is pounds too, for the subject of each is the UK.
  if (label !== 'GBP million' && label !== 'million national currency') {
    throw new Error(`${figure.name} is in ${label} and cannot stand beside ${claim.unit}`)
  }
  return exact.n.dividedBy(1000)
}

/** The nations behind a comparator belong to the result. */
function nationsBehind({ figure, cell }: Computed, run: ModelRun): string[] {
  const comparator = cell.comparator ?? cell.benchmark
  if (comparator === undefined || figure.name === meanActual.name) return []
  const { kept } = nationsOf(comparatorOf({ comparator }, run.model), run.model, cell.calendarYear)
  return [say.nationsUsed(kept)]
}

/** The earlier of two as-of dates; undefined is everything published. */
function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}
