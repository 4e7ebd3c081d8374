/** The dimensions a figure may have; a cell fixes some of them. */
export const dimensions = [
  'year',
  'calendarYear',
  'category',
  'subCategory',
  'benchmark',
  'measure',
  'comparator',
  'nation',
  'series',
  'asset',
  'band',
  'asOf',
  'projectType',
  'programme',
  'schedule',
] as const
export type Dimension = (typeof dimensions)[number]

/** One place in a figure: years are starting years, the rest are names. */
export type Cell = {
  readonly [D in Dimension]?: D extends 'year' | 'calendarYear' ? number : string
}

/** A cell as text, in the order of `dims`: the key of a memo, and the id a script can follow. */
export function cellKey(cell: Cell, dims: readonly Dimension[]): string {
  let key = ''
  for (const dimension of dims) key += `${cell[dimension] ?? ''}|`
  return key
}

/** The part of a cell that has these dimensions. */
export function project(cell: Cell, dims: readonly Dimension[]): Cell {
  const part: Record<string, string | number> = {}
  for (const dimension of dims) {
    const value = cell[dimension]
    if (value !== undefined) part[dimension] = value
  }
  return part
}
