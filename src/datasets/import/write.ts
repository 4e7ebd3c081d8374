import * as fileSystem from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cannotWrite, systemReason } from '../../problems/catalogue/usage.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'

/** What writing needs of the file system; a test hands in one that fails at each step in turn. */
export type FolderFileSystem = Pick<typeof fileSystem, 'mkdir' | 'rename' | 'rm' | 'writeFile'>

/**
 * Writes several files of one folder, all of them or none: each beside its place first, then moved there. Where a move
 * fails, what was moved goes back, and what stood there before stands again.
 * @param folder where; made where it is not there
 * @param shown the folder as the user named it
 * @throws ProblemsError (exit code 6)
 */
export async function writeFolder(
  folder: string,
  shown: string,
  files: ReadonlyMap<string, string>,
  system: FolderFileSystem = fileSystem,
): Promise<void> {
  const undo: (() => Promise<unknown>)[] = []
  const tidy: (() => Promise<unknown>)[] = []
  try {
    const staged: { temporary: string; target: string }[] = []
    for (const [path, text] of files) {
      const target = join(folder, path)
      const temporary = `${target}.importing`
      await makeFolder(dirname(target), system, undo)
      undo.push(() => system.rm(temporary, { force: true }))
      await system.writeFile(temporary, text)
      staged.push({ temporary, target })
    }
    for (const { temporary, target } of staged) {
      const kept = `${target}.before`
      if (await movedAside(target, kept, system)) {
        undo.push(() => system.rename(kept, target))
        tidy.push(() => system.rm(kept, { force: true }))
      } else undo.push(() => system.rm(target, { force: true }))
      await system.rename(temporary, target)
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined)
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new ProblemsError([cannotWrite(shown, systemReason(code))], exitCodes.write)
  }
  for (const step of tidy) await step().catch(() => undefined)
}

/**
 * Makes a folder with those above it, one by one, so that each is undone. (Node's own recursion never ends where a folder that
 * is there takes none inside, as /proc.)
 */
async function makeFolder(
  path: string,
  system: FolderFileSystem,
  undo: (() => Promise<unknown>)[],
): Promise<void> {
  const made = await tryFolder(path, system)
  if (made === 'nothing above') {
    if (dirname(path) === path) throw Object.assign(new Error(path), { code: 'ENOENT' })
    await makeFolder(dirname(path), system, undo)
    await system.mkdir(path)
  }
  if (made !== 'there') undo.push(() => system.rm(path, { recursive: true, force: true }))
}

async function tryFolder(
  path: string,
  system: FolderFileSystem,
): Promise<'made' | 'there' | 'nothing above'> {
  try {
    await system.mkdir(path)
    return 'made'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return 'there'
    if (code === 'ENOENT') return 'nothing above'
    throw error
  }
}

async function movedAside(target: string, kept: string, system: FolderFileSystem): Promise<boolean> {
  try {
    await system.rename(target, kept)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}
