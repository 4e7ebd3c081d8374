import type { Row, Table } from '../table.ts'
import { benchmarksAsked, figuresOfTopic } from './long.ts'
import type { FurtherTable } from './options.ts'
import {
  categoriesShown,
  categoryRow,
  heading,
  place,
  subtitleOf,
  table,
  valueRow,
  type Context,
} from './rows.ts'

/** Figures asked for by name: a row where a figure has no categories, else one a category. */
export function furtherTable(all: Context, topic: FurtherTable): Table {
  const context = { ...all, millions: topic.millions }
  const { run, options } = context
  const own = figuresOfTopic(run, topic, options)
  const beside = own.length === 0 || options.figures !== undefined ? undefined : topic.beside
  const figures = [...(beside?.(run.settings) ?? []), ...own]
  const rows = figures.flatMap((figure): Row[] => {
    if (figure.over === 'year') return [valueRow(context, figure, {}, figure.label)]
    if (figure.over === 'listed') {
      const listed = figure.listed?.(run.model) ?? []
      const lines = listed.map(({ cell, label }) => valueRow(context, figure, cell, label))
      return lines.length === 0 ? [] : [heading(figure.label), ...lines]
    }
    const benchmarks =
      figure.over === 'category'
        ? [undefined]
        : benchmarksAsked(run, options).filter(topic.benchmarks ?? (() => true))
    return benchmarks.flatMap((benchmark): Row[] => {
      const categories = categoriesShown(options).filter(
        (category) =>
          (topic.categories?.(figure).includes(category) ?? true) &&
          (benchmark === undefined || benchmark.category === 'total' || benchmark.category === category),
      )
      const [first] = categories
      if (first === undefined) return []
      const label = benchmark === undefined ? figure.label : `${figure.label} (${benchmark.id})`
      if (categories.length === 1) {
        const where = benchmark === undefined ? { category: first } : place(benchmark, first)
        return [valueRow(context, figure, where, label)]
      }
      return [
        heading(label),
        ...categories.map((category) =>
          categoryRow(
            context,
            figure,
            benchmark === undefined ? { category } : place(benchmark, category),
            category,
          ),
        ),
      ]
    })
  })
  const made = table(
    context,
    topic.name,
    `${run.scenario.title}: ${topic.title}`,
    rows,
    rows.length === 0 ? [] : topic.notes(run),
  )
  return { ...made, subtitle: subtitleOf(run, topic.scope, topic.millions === true ? '£m' : '£bn') }
}
