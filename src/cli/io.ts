import { fstatSync, rmSync, writeSync } from 'node:fs'
import * as fileSystem from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import {
  cannotWrite,
  cannotWriteFolder,
  cannotWriteStdout,
  systemReason,
} from '../problems/catalogue/usage.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'

/**
 * The world outside: streams, terminal, environment, and the one way to write a file. Commands receive it, so that
 * tests can hand them another.
 */
export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Whether nobody reads stdout any more (`| head -1`), or it failed: what is still to come need not be made. */
  readonly unread: () => boolean
  /** Waits until everything is written. A reader gone early is fine; anything else is a ProblemsError (exit 6). */
  readonly drained: () => Promise<void>
  /** Whether stdout, and stderr, show on a terminal. */
  readonly isTerminal: boolean
  readonly errorsOnTerminal: boolean
  /** The terminal's width, undefined where there is none. */
  readonly columns: number | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** How many threads this machine runs at once. */
  readonly threads: () => number
  /** Milliseconds since some moment: for how long a command has taken, and never for what it prints. */
  readonly elapsed: () => number
  /**
   * The bytes of a file.
   * @param path as the user named it, relative to `cwd`
   * @throws the system's error when it cannot be read
   */
  readonly read: (path: string) => Promise<Uint8Array>
  /** The same piece by piece, for what may be too long to hold at once. */
  readonly readPieces: (path: string) => AsyncIterable<Uint8Array>
  /**
   * Writes a file whole or not at all; whatever stood there survives any failure.
   * @param path as the user named it, relative to `cwd`
   * @throws ProblemsError (exit 6) when it cannot be written
   */
  readonly writeWhole: (path: string, text: string) => Promise<void>
  /**
   * The same for what is too long to hold at once: whole or not at all, also when the program is interrupted.
   * @param fill writes it, piece by piece, each after the one before
   * @throws ProblemsError (exit 6) when it cannot be written, and whatever `fill` throws
   */
  readonly writePieces: (path: string, fill: Fill) => Promise<void>
}

/** Writes a file through the function it is given. */
export type Fill = (put: (piece: string | Uint8Array) => Promise<void>) => Promise<void>

/** The Io of this process. */
export function processIo(): Io {
  const onTerminal = mayBeTerminal(1) && Boolean(process.stdout.isTTY)
  const errorsOnTerminal = mayBeTerminal(2) && Boolean(process.stderr.isTTY)
  const out = outlet(descriptor(1, () => process.stdout))
  const err = outlet(descriptor(2, () => process.stderr))
  return {
    stdout: out.write,
    stderr: err.write,
    unread: out.failed,
    drained: async () => {
      await err.drained()
      const failure = await out.drained()
      if (failure === undefined) return
      throw new ProblemsError([cannotWriteStdout(systemReason(failure))], exitCodes.write)
    },
    isTerminal: onTerminal,
    errorsOnTerminal,
    columns: onTerminal ? process.stdout.columns : undefined,
    env: process.env,
    cwd: process.cwd(),
    // Asked for by name, so that no other command loads it.
    threads: () => process.getBuiltinModule('node:os').availableParallelism(),
    elapsed: () => Number(process.hrtime.bigint() / 1_000_000n),
    read: (path) => fileSystem.readFile(resolve(process.cwd(), path)),
    readPieces: (path) => readPieces(process.cwd(), path),
    writeWhole: (path, text) => writeWhole(process.cwd(), path, text),
    writePieces: (path, fill) => writePieces(process.cwd(), path, fill),
  }
}

const pieceOfFile = 1 << 18

/** The bytes of a file in order, each piece a buffer of its own. */
export async function* readPieces(cwd: string, path: string): AsyncGenerator<Uint8Array> {
  const handle = await fileSystem.open(resolve(cwd, path))
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(pieceOfFile))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** Terminals are character devices; pipes and files are not. */
function mayBeTerminal(fd: number): boolean {
  return fstatSync(fd).isCharacterDevice()
}

/**
 * A pipe or a file written to directly: making the stream of it takes Node several milliseconds. A pipe that takes no
 * more for now (its other end may have said so) and whatever else there is get the stream.
 * @param write stands in for the system's, in tests
 */
export function descriptor(
  fd: number,
  stream: () => WritableLike,
  write: typeof writeSync = writeSync,
): WritableLike {
  let made: WritableLike | undefined
  const listeners: ((error: Error) => void)[] = []
  const slow = (): WritableLike => {
    if (made === undefined) {
      made = stream()
      for (const listener of listeners) made.on('error', listener)
    }
    return made
  }
  const direct = process.platform !== 'win32' && !mayBeTerminal(fd)
  return {
    on: (_event, listener) => listeners.push(listener),
    write: (text, done) => {
      if (made !== undefined || !direct) return slow().write(text, done)
      const bytes = Buffer.from(text)
      let written = 0
      try {
        while (written < bytes.length) written += write(fd, bytes, written)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EAGAIN')
          return slow().write(bytes.subarray(written), done)
        done(error as Error)
        return false
      }
      done()
      return true
    },
  }
}

/** The part of a stream that is used here. */
export interface WritableLike {
  write(text: string | Uint8Array, done: (error?: Error | null) => void): boolean
  on(event: 'error', listener: (error: Error) => void): unknown
}

/** A stream that remembers its first failure instead of throwing it; after one, nothing more is written to it. */
export function outlet(stream: WritableLike): {
  write: (text: string) => void
  /** The system's code of a failure other than a reader gone early, once all is written. */
  drained: () => Promise<string | undefined>
  /** Whether writing has failed, for whatever reason. */
  failed: () => boolean
} {
  let failure: string | undefined
  const pending: Promise<void>[] = []
  const note = (error?: Error | null) => {
    if (error) failure ??= (error as NodeJS.ErrnoException).code ?? error.message
  }
  stream.on('error', note)
  return {
    write: (text) => {
      if (failure !== undefined || text === '') return
      pending.push(
        new Promise((done) => {
          stream.write(text, (error) => {
            note(error)
            done()
          })
        }),
      )
    },
    failed: () => failure !== undefined,
    drained: async () => {
      await Promise.all(pending.splice(0))
      return failure === 'EPIPE' || failure === 'ERR_STREAM_DESTROYED' ? undefined : failure
    },
  }
}

/** What writing whole needs of the file system; a test hands in one that fails at each step in turn. */
export type FileSystem = Pick<typeof fileSystem, 'access' | 'open' | 'realpath' | 'rename' | 'rm' | 'stat'>

/** Writes a text at once: see `writePieces`. */
export function writeWhole(
  cwd: string,
  path: string,
  text: string,
  files: FileSystem = fileSystem,
): Promise<void> {
  return writePieces(cwd, path, (put) => put(text), files)
}

/** Writes to a new file beside the target, then renames it over the target: readers see the old file or the new one. */
export async function writePieces(
  cwd: string,
  path: string,
  fill: Fill,
  files: FileSystem = fileSystem,
): Promise<void> {
  try {
    const target = await resolved(resolve(cwd, path), files)
    const kind = await kindOf(target, files)
    if (kind === 'folder') throw new ProblemsError([cannotWriteFolder(path)], exitCodes.write)
    // A device or a pipe has nothing to keep and must not be replaced by a file.
    if (kind === 'other') return await filled(await files.open(target, 'w'), fill)
    // Renaming over a file asks nobody whether it may be written to, so ask here.
    if (kind === 'file') await files.access(target, fileSystem.constants.W_OK)
    await replace(target, fill, files)
  } catch (error) {
    if (error instanceof ProblemsError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw new ProblemsError([cannotWrite(path, systemReason(code))], exitCodes.write)
  }
}

async function replace(target: string, fill: Fill, files: FileSystem): Promise<void> {
  // Two programs, or two writes of one, never share a name.
  const unique = `${process.pid}-${process.hrtime.bigint()}`
  const temporary = join(dirname(target), `.${basename(target)}.${unique}.tmp`)
  const done = clearedWhenStopped(temporary)
  try {
    const handle = await files.open(temporary, 'wx')
    await filled(handle, async (put) => {
      await fill(put)
      await handle.sync()
    })
    await files.rename(temporary, target)
  } catch (error) {
    await files.rm(temporary, { force: true })
    throw error
  } finally {
    done()
  }
}

/** Writing to a handle goes on where the last piece ended. */
async function filled(handle: fileSystem.FileHandle, fill: Fill): Promise<void> {
  try {
    await fill((piece) => handle.writeFile(piece))
  } finally {
    await handle.close()
  }
}

const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Until the returned function is called, a program told to stop (Ctrl-C) first takes the half-written file away and
 * then stops as it would have: by the signal, which a shell reports as 130.
 */
function clearedWhenStopped(temporary: string): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(temporary, { force: true })
    done()
    process.kill(process.pid, signal)
  }
  const done = (): void => {
    for (const signal of stops) process.removeListener(signal, stop)
  }
  for (const signal of stops) process.on(signal, stop)
  return done
}

/** The file a symbolic link leads to: the link itself must stay one. */
async function resolved(target: string, files: FileSystem): Promise<string> {
  try {
    return await files.realpath(target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return target
    throw error
  }
}

async function kindOf(target: string, files: FileSystem): Promise<'none' | 'file' | 'folder' | 'other'> {
  try {
    const stat = await files.stat(target)
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other'
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'none'
    throw error
  }
}
