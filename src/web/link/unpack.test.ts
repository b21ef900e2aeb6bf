// Packed and plain, in whatever order: heard in the order in which it came.

import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canUnpack, inOrder } from './unpack.ts'

const LAST = 'the last'
const packed = (text: string): ArrayBuffer => new Uint8Array(deflateRawSync(text)).buffer

test('LINK-23: whatever came packed and whatever did not, it is heard in the order in which it came', async () => {
  expect(canUnpack).toBe(true)
  const message = fc.record({ text: fc.string({ maxLength: 2_000 }), isPacked: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
      const heard: string[] = []
      await new Promise<void>((done) => {
        const listen = inOrder((text) => (text === LAST ? done() : heard.push(text)), done)
        for (const { text, isPacked } of messages) listen(isPacked ? packed(text) : text)
        listen(packed(LAST))
      })
      expect(heard).toEqual(messages.map((one) => one.text))
    }),
    { numRuns: 30, seed: 7 },
  )
})

test('LINK-23: what came as it is, is heard at once', () => {
  const heard: string[] = []
  inOrder(
    (text) => heard.push(text),
    () => undefined,
  )('now')
  expect(heard).toEqual(['now'])
})

test('LINK-23: after bytes that cannot be unpacked nothing is heard, and the connection is given up', async () => {
  const heard: string[] = []
  await new Promise<void>((broken) => {
    const listen = inOrder((text) => heard.push(text), broken)
    listen('first')
    listen(new Uint8Array([255, 255, 255]).buffer)
    listen('after')
  })
  // What stood behind the broken bytes has had its turn by now.
  await new Promise((resolve) => setImmediate(resolve))
  expect(heard).toEqual(['first'])
})
