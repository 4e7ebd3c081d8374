import { resolve } from 'node:path'

/** Whether two options name one file, however each is written (`draws.csv`, `./draws.csv`); `-` is no file. */
export function sameFile(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === '-' || other === '-') return false
  return resolve(one) === resolve(other)
}
