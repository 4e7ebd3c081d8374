import { readdirSync, readFileSync } from 'node:fs'
import { parseSource, type SourceFile } from './source-file.ts'

const root = new URL('../../src/', import.meta.url)

/** Every source file under src/, by path. */
export function readTree(): SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => parseSource(path, readFileSync(new URL(path, root), 'utf8')))
}
