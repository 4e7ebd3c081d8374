import { showDataset, type PeriodFilter, type RowFilter } from '../../datasets/listing.ts'
import type { Data } from '../../datasets/data.ts'
import * as sentences from '../../problems/catalogue/vintages.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { plansReport, vintagesReport, type DatasetInTime } from '../../reports/vintages.ts'
import type { Report } from '../../reports/table.ts'

/** `capgap data show DATASET --vintages` or `--plans`. */
export function dataVintages(
  data: Data,
  name: string,
  kind: 'vintages' | 'plans',
  filters: readonly RowFilter[],
  periods: PeriodFilter,
): Report {
  const dataset = inTime(data, name, filters, periods)
  if (kind === 'plans') {
    if (!dataset.observations.some(({ status }) => status === 'plan')) refuse(sentences.noPlans(name))
    return plansReport(dataset)
  }
  if (dataset.observations.every(({ published }) => published === '')) refuse(sentences.noVintages(name))
  return vintagesReport(dataset)
}

/** The observations of the rows asked for. */
function inTime(
  data: Data,
  name: string,
  filters: readonly RowFilter[],
  periods: PeriodFilter,
): DatasetInTime {
  const view = showDataset(data, name, filters, periods)
  const everything = showDataset(data, name, filters, { ...periods, asOf: undefined })
  const place = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`
  const shown = new Set(view.rows.map(place))
  return {
    name,
    about: view.about,
    observations: data.dataset(name).observations.filter((each) => shown.has(place(each))),
    bases: new Map(
      view.rows.flatMap(({ cells }): [string, string][] => {
        const { vintage, base } = cells
        return vintage === undefined || base === undefined ? [] : [[vintage, base]]
      }),
    ),
    sources: view.sources.map(({ id, publisher, title, published, url }) => ({
      id,
      citation: [publisher, title, published, url].filter((part) => part !== '').join(', '),
    })),
    asOf: periods.asOf,
    leftOut: everything.rows.length - view.rows.length,
    dataHash: data.hash([name]),
  }
}

function refuse(problem: ReturnType<typeof sentences.noPlans>): never {
  throw new ProblemsError([problem], exitCodes.usage)
}
