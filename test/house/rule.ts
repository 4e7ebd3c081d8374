import type { SourceFile } from './source-file.ts'

/** Source text as it would stand at a path under src/. */
export interface Planted {
  readonly path: string
  readonly text: string
}

/** What one rule finds wrong in one file: the line, and what is there. */
export interface Finding {
  readonly line: number
  readonly found: string
}

export interface Rule {
  readonly name: string
  /** What to do instead. */
  readonly advice: string
  readonly check: (file: SourceFile) => Finding[]
  readonly planted: Planted
}

export function within(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`))
}
