import type { ModelSettings } from '../../figures/settings.ts'

/** Whether a scenario clears the maintenance backlog, or puts money into it. */
export function saysBacklog({ benchmarks, measures }: ModelSettings): boolean {
  return (
    benchmarks.some(({ kind }) => kind === 'clear-backlog') ||
    measures.some(({ split }) => split?.has('backlog') === true)
  )
}
