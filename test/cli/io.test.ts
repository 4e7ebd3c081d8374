import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import * as fileSystem from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  descriptor,
  type FileSystem,
  outlet,
  readPieces,
  type WritableLike,
  writePieces,
  writeWhole,
} from '../../src/cli/io.ts'
import { ProblemsError } from '../../src/problems/problem.ts'

let folder: string
beforeEach(async () => {
  folder = await fileSystem.mkdtemp(join(tmpdir(), 'capgap é '))
})
afterEach(() => fileSystem.rm(folder, { recursive: true }))

const read = (name: string) => fileSystem.readFile(join(folder, name), 'utf8')
const systemError = (code: string) => Object.assign(new Error(code), { code })

async function failure(work: Promise<unknown>): Promise<ProblemsError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProblemsError)) throw new Error(`expected a ProblemsError, got ${String(error)}`)
  return error
}

describe('a file read in pieces', () => {
  const pieces = async (name: string): Promise<Uint8Array[]> => {
    const all: Uint8Array[] = []
    for await (const piece of readPieces(folder, name)) all.push(piece)
    return all
  }

  test.each([0, 1, 1 << 18, (1 << 19) + 7])('of %i bytes is the file', async (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 31) % 251))
    await fileSystem.writeFile(join(folder, 'long.csv'), bytes)
    const read = await pieces('long.csv')
    expect(Buffer.concat(read).equals(bytes)).toBe(true)
    expect(Math.max(0, ...read.map((piece) => piece.length))).toBeLessThanOrEqual(1 << 18)
  })

  test.each([
    ['gone.csv', 'ENOENT'],
    ['.', 'EISDIR'],
  ])('%s is refused as the system says it', async (name, code) => {
    await expect(pieces(name)).rejects.toMatchObject({ code })
  })
})

describe('a file is written whole or not at all', () => {
  test('a new file', async () => {
    await writeWhole(folder, 'gap.csv', 'a\n')
    expect(await read('gap.csv')).toBe('a\n')
    expect(await fileSystem.readdir(folder)).toEqual(['gap.csv'])
  })

  test('over an existing file', async () => {
    await fileSystem.writeFile(join(folder, 'gap.csv'), 'old and much longer\n')
    await writeWhole(folder, 'gap.csv', 'new\n')
    expect(await read('gap.csv')).toBe('new\n')
  })

  const handleFailing = (step: 'writeFile' | 'sync'): FileSystem['open'] => {
    return async (...given) => {
      const handle = await fileSystem.open(...given)
      handle[step] = () => Promise.reject(systemError('ENOSPC'))
      return handle
    }
  }
  test.each<[string, Partial<FileSystem>, string]>([
    ['opening', { open: () => Promise.reject(systemError('EACCES')) }, 'permission is denied'],
    ['writing', { open: handleFailing('writeFile') }, 'the disk is full'],
    ['flushing', { open: handleFailing('sync') }, 'the disk is full'],
    ['renaming', { rename: () => Promise.reject(systemError('EROFS')) }, 'the disk is read-only'],
    [
      'a file that may not be written to',
      { access: () => Promise.reject(systemError('EACCES')) },
      'permission is denied',
    ],
  ])('a failure at %s leaves the existing file, and nothing beside it', async (_, broken, reason) => {
    await fileSystem.writeFile(join(folder, 'gap.csv'), 'old\n')
    const error = await failure(writeWhole(folder, 'gap.csv', 'new\n', { ...fileSystem, ...broken }))
    expect(error.exitCode).toBe(6)
    expect(error.problems[0]?.found).toBe(`"gap.csv" could not be written: ${reason}`)
    expect(await read('gap.csv')).toBe('old\n')
    expect(await fileSystem.readdir(folder)).toEqual(['gap.csv'])
  })

  test('a folder that does not exist', async () => {
    const error = await failure(writeWhole(folder, 'no/such/gap.csv', 'a\n'))
    expect([error.exitCode, error.problems[0]?.found]).toEqual([
      6,
      '"no/such/gap.csv" could not be written: the folder does not exist',
    ])
  })

  test('a path through a file', async () => {
    await fileSystem.writeFile(join(folder, 'file'), 'old\n')
    const error = await failure(writeWhole(folder, 'file/gap.csv', 'a\n'))
    expect(error.problems[0]?.found).toContain('part of the path is a file')
    expect(await read('file')).toBe('old\n')
  })

  test('a folder in the place of the file', async () => {
    const error = await failure(writeWhole(folder, '.', 'a\n'))
    expect([error.exitCode, error.problems[0]?.found]).toEqual([6, '"." is a folder'])
  })

  test('a link stays a link, and what it leads to is written', async () => {
    await fileSystem.writeFile(join(folder, 'real.csv'), 'old\n')
    await fileSystem.symlink('real.csv', join(folder, 'link.csv'))
    await writeWhole(folder, 'link.csv', 'new\n')
    expect(await read('real.csv')).toBe('new\n')
    expect((await fileSystem.lstat(join(folder, 'link.csv'))).isSymbolicLink()).toBe(true)
  })

  test('a device is written to, not replaced', async () => {
    await writeWhole(folder, '/dev/null', 'a\n')
    expect((await fileSystem.stat('/dev/null')).isCharacterDevice()).toBe(true)
  })

  test('a mistake of ours is not dressed up as one of the disk', async () => {
    const broken = { ...fileSystem, rename: () => Promise.reject(new TypeError('ours')) }
    await expect(writeWhole(folder, 'gap.csv', 'a\n', broken)).rejects.toThrow(TypeError)
  })
})

describe('a file is written in pieces', () => {
  test('one after the other', async () => {
    await writePieces(folder, 'long.csv', async (put) => {
      await put('a\n')
      await put(new TextEncoder().encode('b\n'))
    })
    expect(await read('long.csv')).toBe('a\nb\n')
  })

  test('or not at all, when a piece cannot be had', async () => {
    await fileSystem.writeFile(join(folder, 'long.csv'), 'old\n')
    const filling = writePieces(folder, 'long.csv', async (put) => {
      await put('half\n')
      throw new TypeError('ours')
    })
    await expect(filling).rejects.toThrow(TypeError)
    expect(await read('long.csv')).toBe('old\n')
    expect(await unfinished()).toEqual([])
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('or not at all, when %s comes in the middle', async (signal) => {
    await fileSystem.writeFile(join(folder, 'long.csv'), 'old\n')
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    const listening = process.listenerCount(signal)
    let halfway: readonly string[] = []
    let left: readonly string[] = ['not looked']
    const filling = writePieces(folder, 'long.csv', async (put) => {
      await put('half\n')
      halfway = await unfinished()
      process.emit(signal, signal)
      left = await unfinished()
      throw new Error('stopped')
    })
    await expect(filling).rejects.toThrow('stopped')
    expect(halfway).toHaveLength(1)
    expect(left).toEqual([])
    expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, signal)
    expect(process.listenerCount(signal)).toBe(listening)
    expect(await read('long.csv')).toBe('old\n')
    kill.mockRestore()
  })

  const unfinished = async () => (await fileSystem.readdir(folder)).filter((name) => name.endsWith('.tmp'))
})

describe('streams', () => {
  /** A stream that fails every write with the given code. */
  const failing = (code: string): WritableLike & { writes: number } => ({
    writes: 0,
    write(_text, done) {
      this.writes += 1
      queueMicrotask(() => done(systemError(code)))
      return true
    },
    on: () => undefined,
  })

  test('a reader gone early is no failure, and nothing more is written to it', async () => {
    const stream = failing('EPIPE')
    const { write, drained } = outlet(stream)
    write('a')
    expect(await drained()).toBeUndefined()
    write('b')
    expect([await drained(), stream.writes]).toEqual([undefined, 1])
  })

  test('a full disk behind standard output is one', async () => {
    const { write, drained } = outlet(failing('ENOSPC'))
    write('a')
    expect(await drained()).toBe('ENOSPC')
  })
})

describe('a pipe written to directly', () => {
  const said: string[] = []
  const stream = (): WritableLike => ({
    on: () => undefined,
    write: (text, done) => {
      said.push(Buffer.from(text).toString())
      done()
      return true
    },
  })
  /** Takes as many bytes as the next number says, and at 0 asks to be tried again later. */
  const taking = (amounts: number[]) =>
    ((_fd: number, bytes: Uint8Array, from: number) => {
      const taken = bytes.subarray(from, from + (amounts.shift() ?? Infinity))
      if (taken.length === 0) throw systemError('EAGAIN')
      said.push(Buffer.from(taken).toString())
      return taken.length
    }) as never
  // Standard output of a test is a pipe or a terminal; a file is neither.
  let fd: number
  beforeEach(() => {
    said.length = 0
    fd = openSync(join(folder, 'direct.txt'), 'w')
  })
  afterEach(() => closeSync(fd))

  test('gets everything, however little it takes at a time', async () => {
    const { write, drained } = outlet(descriptor(fd, stream, taking([2, 1, 1])))
    write('gaps')
    expect([await drained(), said]).toEqual([undefined, ['ga', 'p', 's']])
  })

  test('gets the rest, and all after it, through the stream once it takes no more', async () => {
    const { write, drained } = outlet(descriptor(fd, stream, taking([2, 0])))
    write('gaps')
    write('end')
    expect([await drained(), said]).toEqual([undefined, ['ga', 'ps', 'end']])
  })

  test('reports what the system says', async () => {
    const full = (() => {
      throw systemError('ENOSPC')
    }) as never
    const { write, drained } = outlet(descriptor(fd, stream, full))
    write('a')
    expect([await drained(), said]).toEqual(['ENOSPC', []])
  })
})

describe('a process of its own', () => {
  const program = `
    import { processIo } from ${JSON.stringify(new URL('../../src/cli/io.ts', import.meta.url).href)}
    const io = processIo()
    for (let line = 0; line < 20000; line++) io.stdout('line ' + line + '\\n')
    await io.drained().then(() => process.stderr.write('fine'), (error) => process.stderr.write(error.problems[0].found))
  `
  let script: string
  beforeEach(async () => {
    const { build } = await import('esbuild')
    script = join(folder, 'program.mjs')
    await build({
      stdin: { contents: program, resolveDir: process.cwd(), loader: 'ts' },
      ...{ bundle: true, platform: 'node', format: 'esm', outfile: script, logLevel: 'silent' },
      plugins: [
        {
          name: 'file-urls',
          setup: (bundle) =>
            bundle.onResolve({ filter: /^file:/ }, ({ path }) => ({
              path: decodeURIComponent(new URL(path).pathname),
            })),
        },
      ],
    })
  })
  const shell = (line: string) =>
    spawnSync('sh', ['-c', line], { encoding: 'utf8', env: { ...process.env, SCRIPT: script } })

  test('all of a long output reaches a slow reader', () => {
    expect(shell('node "$SCRIPT" 2>/dev/null | (sleep 0.2; wc -l)').stdout.trim()).toBe('20000')
  })

  test('a reader that closes early is a quiet success', () => {
    const { stdout, stderr } = shell('node "$SCRIPT" | head -1')
    expect([stdout, stderr]).toEqual(['line 0\n', 'fine'])
  })

  test.runIf(process.platform === 'linux')('a full device is said to be full', () => {
    expect(shell('node "$SCRIPT" > /dev/full').stderr).toBe(
      'The output could not be written: the disk is full',
    )
  })
})
