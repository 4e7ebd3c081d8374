import { createHash } from 'node:crypto'

/** What tells one output from any other: SHA-256 in hex over its bytes (what `sha256sum` prints), and how many they are. */
export interface Digest {
  readonly sha256: string
  readonly bytes: number
}

export interface Gathering {
  /** The next piece of the output; of a text, its UTF-8 bytes. */
  readonly take: (piece: string | Uint8Array) => void
  readonly digest: () => Digest
}

/** The digest of an output that comes in pieces, none of which is kept: how it was cut makes no difference. */
export function gatherDigest(): Gathering {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    take: (piece) => {
      hash.update(piece)
      bytes += Buffer.byteLength(piece)
    },
    digest: () => ({ sha256: hash.digest('hex'), bytes }),
  }
}

export function digestOf(output: string | Uint8Array): Digest {
  const { take, digest } = gatherDigest()
  take(output)
  return digest()
}

export function sha256(output: string | Uint8Array): string {
  return digestOf(output).sha256
}
