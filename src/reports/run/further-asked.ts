import { furtherFigureNames } from '../../figures/further/names.ts'
import type { ModelRun } from '../../run/run.ts'
import type { FurtherTable, RunReportOptions } from './options.ts'
import { saysBacklog } from './says-backlog.ts'

/** The tables of figures that load only when one of them is asked for, by name or by what a scenario says. */
export async function furtherAsked(
  runs: readonly ModelRun[],
  options: Pick<RunReportOptions, 'figures' | 'bySubCategory'>,
): Promise<readonly FurtherTable[]> {
  const asked =
    options.figures === undefined
      ? runs.some((run) => saysMore(run, options.bySubCategory === true))
      : options.figures.some((name) => furtherFigureNames.includes(name))
  if (!asked) return []
  const { furtherTables } = await import('./further.ts')
  return furtherTables
}

/** Whether a scenario says something that only the further tables show. */
function saysMore({ settings }: ModelRun, bySubCategory: boolean): boolean {
  const { measures, workforce, optimismBias, assumptions } = settings
  return (
    saysBacklog(settings) ||
    workforce !== undefined ||
    optimismBias.size > 0 ||
    assumptions.has('optimism-bias-digital') ||
    assumptions.has('optimism-bias-infrastructure') ||
    measures.some(
      ({ revenue, programme, profile }) =>
        revenue !== undefined || (bySubCategory && (programme !== undefined || profile === 'adoption')),
    )
  )
}
