import { isMissing } from '../../engine/calculators/exact.ts'
import type { Prepared } from './prepared.ts'

/**
 * Which numbers are charted: of the first figure asked for, one a benchmark, in its own category where that was asked for
 * and else in the last (the total), in the year of the headline or, where it has no number then, the last in which it has.
 * @param year the year headlines speak of
 */
export function chartedCells({ run, asked, simulation }: Prepared, year: number): number[] {
  const [first] = asked
  if (first === undefined) return []
  const places = asked
    .map((each, index) => ({ ...each, index }))
    .filter(({ printable }) => printable.name === first.printable.name)
  const groups = new Set(places.map(({ cell }) => cell.benchmark))
  return [...groups].flatMap((benchmark) => {
    const own = run.settings.benchmarks.find(({ id }) => id === benchmark)?.category
    const group = places.filter(({ cell }) => cell.benchmark === benchmark)
    const categories = group.map(({ category }) => category)
    const category = own !== undefined && categories.includes(own) ? own : categories.at(-1)
    const years = group.filter((each) => each.category === category)
    const known = years.filter(({ index }) => hasNumber(simulation.outputs[index]))
    const chosen = known.find(({ cell }) => cell.year === year) ?? known.at(-1) ?? years.at(-1)
    return chosen === undefined ? [] : [chosen.index]
  })
}

function hasNumber(output: Prepared['simulation']['outputs'][number] | undefined): boolean {
  return output !== undefined && (output.kind === 'sampled' || !isMissing(output.exact))
}
