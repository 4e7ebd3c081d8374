import type { Digest } from '../records/digest.ts'
import type { Caveat } from '../reports/table.ts'
import type { Fill, Io } from './io.ts'
import type { Output } from './options.ts'

/** An answer too long to hold: made while it is written, so that memory does not grow with it. */
export interface LongAnswer {
  readonly caveats: readonly Caveat[]
  /**
   * Makes it, piece after piece, each once `put` has taken the one before.
   * @param unread whether nobody wants the rest, which then need not be made
   */
  readonly fill: (put: Put, unread: () => boolean) => Promise<void>
}

type Put = Parameters<Fill>[0]

/**
 * Writes a long answer to its file or to stdout.
 * @param recorded whether its digest is wanted: the answer is then made to its end, whoever stops reading
 */
export async function deliverPieces(
  { fill }: LongAnswer,
  { file }: Output<string>,
  recorded: boolean,
  io: Io,
): Promise<Digest | undefined> {
  const gathering = recorded ? (await import('../records/digest.ts')).gatherDigest() : undefined
  const unread = recorded || file !== undefined ? never : io.unread
  const filled: Fill = (put) => {
    const putAndTaken: Put = (piece) => {
      gathering?.take(piece)
      return put(piece)
    }
    return fill(gathering === undefined ? put : putAndTaken, unread)
  }
  await (file === undefined ? filled((piece) => toStdout(piece, io)) : io.writePieces(file, filled))
  return gathering?.digest()
}

/** The digest of a long answer, of which nothing is written. */
export async function digestOfPieces({ fill }: LongAnswer): Promise<Digest> {
  const { gatherDigest } = await import('../records/digest.ts')
  const { take, digest } = gatherDigest()
  await fill((piece) => Promise.resolve(take(piece)), never)
  return digest()
}

async function toStdout(piece: string | Uint8Array, io: Io): Promise<void> {
  if (typeof piece !== 'string') throw new Error('bytes are written to a file')
  io.stdout(piece)
  await io.drained()
}

function never(): boolean {
  return false
}
