import { eachOnce } from '../terms/each-once.ts'
import type { Report } from './table.ts'

/** A report whose parts are worked when they are first read, each once. */
export function lazily(parts: { readonly [Part in keyof Report]: () => Report[Part] }): Report {
  return eachOnce<Report>(parts)
}
