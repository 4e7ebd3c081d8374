import type { ModelSettings } from '../../figures/settings.ts'

/** Whether a scenario says that not all of what is funded is spent: spend is then told apart from it. */
export function leavesUnspent({ assumptions }: Pick<ModelSettings, 'assumptions'>): boolean {
  return assumptions.has('underspend') || assumptions.has('switch-to-revenue')
}
