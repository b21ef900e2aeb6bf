// How a device says who it is when it has no cookies.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { credentialFromBasic, sha256 } from './cookies.ts'

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

test('DOOR-12: device and secret come out of the header as they went in; anything else is nobody', () => {
  const device = fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/)
  const secret = fc.stringMatching(/^[A-Za-z0-9_:-]{1,60}$/)
  fc.assert(
    fc.property(device, secret, (name, word) => {
      expect(credentialFromBasic(basic(`${name}:${word}`))).toEqual({
        device: name,
        secretHash: sha256(word),
      })
    }),
  )
  for (const header of [
    undefined,
    '',
    'Basic',
    'Basic ###',
    basic('no-colon'),
    basic(':secret'),
    'Bearer abc',
  ]) {
    expect(credentialFromBasic(header)).toBeNull()
  }
})
