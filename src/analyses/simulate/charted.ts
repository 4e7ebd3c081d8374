import type { AskedCell } from './answer.ts'
import type { ModelRun } from '../../run/run.ts'

/**
 * Which numbers are charted: of the first figure asked for, one a benchmark, in its own category where that was asked for
 * and else in the last (the total), in the year of the headline.
 * @param year the year headlines speak of, where it was asked for
 */
export function chartedCells(run: ModelRun, asked: readonly AskedCell[], year: number): number[] {
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
    const chosen = years.find(({ cell }) => cell.year === year) ?? years.at(-1)
    return chosen === undefined ? [] : [chosen.index]
  })
}
