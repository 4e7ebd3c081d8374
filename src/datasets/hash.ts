import { createHash } from 'node:crypto'
import type { DatasetFiles } from './files.ts'

/** SHA-256 of the parts in order, in hex. Parts are told apart, so that moving a byte from one to the next shows. */
export function sha256(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\u0000')
  return hash.digest('hex')
}

/** The content hash of a dataset: what its figures and its register entry say, to the byte. */
export function hashOfFiles(files: DatasetFiles): string {
  return sha256(files.observations ?? '', files.about ?? '')
}
