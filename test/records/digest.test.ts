import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestOf, gatherDigest } from '../../src/records/digest.ts'

test('the example of FIPS 180-2, and its length', () => {
  expect(digestOf('abc')).toEqual({
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    bytes: 3,
  })
})

test('law: pieces, texts or bytes, come to the digest of the bytes of the whole', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array())
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { take, digest } = gatherDigest()
      for (const each of pieces) take(each)
      const whole = Buffer.concat(pieces.map((each) => Buffer.from(each)))
      expect(digest()).toEqual({
        sha256: createHash('sha256').update(whole).digest('hex'),
        bytes: whole.length,
      })
    }),
  )
})
