import { readFile } from 'node:fs/promises'
import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'

/** What a command line left behind. */
export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** Files written, by name as the user gave it. */
  readonly files: ReadonlyMap<string, string>
}

/** An Io that keeps everything in memory: no terminal and an empty environment unless said otherwise. */
export function fakeIo(world: Partial<Io> = {}): { io: Io; ended: (code: number) => Ended } {
  let stdout = ''
  let stderr = ''
  const files = new Map<string, string>()
  const io: Io = {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    unread: () => false,
    drained: () => Promise.resolve(),
    isTerminal: false,
    errorsOnTerminal: false,
    columns: undefined,
    env: {},
    cwd: '/somewhere',
    threads: () => 1,
    elapsed: () => 0,
    read: (path) => readFile(path),
    readPieces: async function* (path) {
      yield await io.read(path)
    },
    writeWhole: (path, text) => {
      files.set(path, text)
      return Promise.resolve()
    },
    writePieces: async (path, fill) => {
      let whole = ''
      await fill((piece) => {
        whole += typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1')
        return Promise.resolve()
      })
      files.set(path, whole)
    },
    ...world,
  }
  return { io, ended: (code) => ({ code, stdout, stderr, files }) }
}

/** Runs one command line, written as words, in memory. */
export async function capgap(argv: readonly string[], world: Partial<Io> = {}): Promise<Ended> {
  const { io, ended } = fakeIo(world)
  return ended(await main(argv, io))
}
