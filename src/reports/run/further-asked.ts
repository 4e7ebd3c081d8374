import { furtherFigureNames } from '../../figures/further/names.ts'
import type { FurtherTable } from './options.ts'

/** The tables of figures that load only when one of them is asked for by name. */
export async function furtherAsked(figures: readonly string[] | undefined): Promise<readonly FurtherTable[]> {
  if (figures?.some((name) => furtherFigureNames.includes(name)) !== true) return []
  const { furtherTables } = await import('./further.ts')
  return furtherTables
}
