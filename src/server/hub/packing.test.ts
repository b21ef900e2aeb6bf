// What is packed is unpacked again, and what comes again is not packed again.

import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PIECE_LENGTH_MIN, PIECES_KEPT_MAX, pack, piecesKept } from './packing.ts'

const unpack = (bytes: Buffer): string => inflateRawSync(bytes).toString()

test('HUB-32: whatever the parts, what is unpacked is the parts one after another', () => {
  const long = fc
    .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), fc.integer({ min: 500, max: 3_000 }))
    .map(([text, times]) => text.repeat(times))
  const part = fc.oneof(fc.string({ unit: 'grapheme' }), long)
  const text = (parts: readonly string[]) => Buffer.from(parts.join('')).toString()
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      expect(unpack(pack(parts))).toBe(text(parts.map((one) => Buffer.from(one).toString())))
    }),
    { numRuns: 200, seed: 7 },
  )
})

test('HUB-32: a long part that comes again is not packed again, and no more of them are kept than that', () => {
  const part = (mark: number) => `${mark}|`.repeat(PIECE_LENGTH_MIN)
  const before = piecesKept()
  const first = pack(['{', part(0), '}'])
  expect(piecesKept()).toBe(before + 1)
  expect(pack(['{', part(0), '}']).equals(first)).toBe(true)
  expect(piecesKept()).toBe(before + 1)
  for (let mark = 1; mark <= PIECES_KEPT_MAX + 1; mark += 1) pack([part(mark)])
  expect(piecesKept()).toBeLessThanOrEqual(PIECES_KEPT_MAX)
  expect(unpack(pack(['{', part(0), '}']))).toBe(`{${part(0)}}`)
})

test('HUB-32: a part just short of a piece goes with its neighbours', () => {
  const before = piecesKept()
  const short = 'x'.repeat(PIECE_LENGTH_MIN - 1)
  expect(unpack(pack([short, short]))).toBe(short + short)
  expect(piecesKept()).toBe(before)
})
