import type { Charted, SampledCell, Simulated } from '../../analyses/simulate/answer.ts'
import { isMissing } from '../../engine/calculators/exact.ts'
import { isBridged } from '../../figures/requirement/benchmark.ts'
import * as say from '../../problems/catalogue/simulate.ts'
import { financialYear } from '../../terms/year.ts'
import type { Sentence } from '../table.ts'
import { isGap, pricesWords } from './cells.ts'
import { benchmarkOf, decimal, inUnit, kindIn, labelOf, subjectOf } from './subject.ts'

/**
 * A simulation in words: what was drawn, how often each gap is closed, and what the intervals do not hold. No gap is
 * called positive or negative: the share of draws says how far the drawn assumptions decide its sign.
 */
export function simulateHeadline(answer: Simulated): Sentence[] {
  const { run, drivers, draws, replicates, sampling, charted } = answer
  return [
    say.drawnHeadline({
      title: run.scenario.title,
      ...{ draws, replicates, seed: sampling.seed, method: sampling.method },
      drivers: drivers.filter(({ used }) => used).map(({ name }) => name),
    }),
    ...charted.map((each) => sentence(answer, each)),
    say.notCovered(leftOpen(answer)),
  ]
}

function sentence(answer: Simulated, { at }: Charted): Sentence {
  const { interval, printable, cell, exact, fixed } = at
  const year = financialYear(cell.year ?? 0)
  const gap = isGap(printable)
  const subject = gap && subjectOf(answer, at) !== '' ? subjectOf(answer, at) : labelOf(answer, at)
  if (interval === undefined)
    return say.missingHeadline(subject, year, isMissing(exact) ? exact.missing : 'division-by-zero')
  if (fixed) return say.fixedHeadline(subject, year)
  const { p5, p50, p95, atMostZero } = interval
  const lies = {
    ...{ p5: decimal(p5.value), p50: decimal(p50.value), p95: decimal(p95.value) },
    ...{ run: isMissing(exact) ? undefined : inUnit(at, exact.n), as: kindIn(at) },
  }
  const prices = pricesWords(answer.run, printable)
  if (!gap) return say.valueHeadline(subject, year, lies, prices)
  const closed = {
    ...{ percent: decimal(atMostZero.value * 100), draws: answer.draws },
    ...{ none: atMostZero.value === 0, all: atMostZero.value === 1 },
  }
  return say.gapHeadline(subject, gapName(at), year, closed, lies, prices)
}

function gapName({ printable }: SampledCell): string {
  return printable.label.charAt(0).toLowerCase() + printable.label.slice(1)
}

/** The large unknowns of these numbers that have no range. */
function leftOpen({ run, drivers, cells }: Simulated): string[] {
  const drawn = new Set(drivers.map(({ name }) => name))
  const benchmarks = cells.flatMap((each) => benchmarkOf(run, each) ?? [])
  const bridges = new Set(
    benchmarks
      .filter(isBridged)
      .map((each) =>
        'comparator' in each && each.comparator.series === 'national-accounts'
          ? 'cdel-per-gfcf-national-accounts'
          : 'cdel-per-gfcf',
      ),
  )
  const costed = benchmarks.filter(({ kind }) => kind === 'stated-level' || kind === 'stated-additional')
  const biased = (category: string): boolean => drawn.has(`optimism-bias-${category}`)
  // Optimism bias is of digital and infrastructure; there is none of "other".
  const unbiased = costed.some(({ category }) =>
    category === 'total'
      ? !biased('digital') && !biased('infrastructure')
      : category !== 'other' && !biased(category),
  )
  const split = cells.some(({ category }) => category !== 'total')
  return [
    ...([...bridges].some((name) => !drawn.has(name)) ? [say.bridgeNotSampled] : []),
    ...(split && !drawn.has('digital-share') && !drawn.has('other-share') ? [say.splitNotSampled] : []),
    ...(unbiased ? [say.optimismNotSampled] : []),
  ]
}
