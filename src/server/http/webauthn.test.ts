// What a passkey says is believed whole or not at all.

import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Saying, SoftPasskey } from '../../../test/kit/passkey.ts'
import { instant } from '../../core/kit/time.ts'
import { CHALLENGE_MS, CHALLENGES_MAX, CHALLENGES_OF_ADDRESS_MAX, openChallenges } from './challenges.ts'
import { keyOf, RSA_BITS, readMade, readShown } from './webauthn.ts'

const asked = { challenge: 'a-challenge', origin: 'https://ghostlight.local:4445', rpId: 'ghostlight.local' }
const wrong: readonly Partial<Saying>[] = [
  { challenge: 'another' },
  { origin: 'https://elsewhere.example' },
  { origin: 'http://ghostlight.local:4445' },
  { rpId: 'elsewhere.example' },
  { type: 'webauthn.other' },
  { crossOrigin: true },
]

test('PERSON-8: made and shown for this question, this page and this house it is believed; for any other it is not', () => {
  const passkey = new SoftPasskey()
  expect(readMade(passkey.made(asked), asked)).toBe(0)
  passkey.counter = 7
  expect(readShown(passkey.shown(asked), passkey.publicKey, asked)).toBe(7)
  for (const other of wrong) {
    expect([other, readMade(passkey.made({ ...asked, ...other }), asked)]).toEqual([other, null])
    expect([other, readShown(passkey.shown({ ...asked, ...other }), passkey.publicKey, asked)]).toEqual([
      other,
      null,
    ])
  }
})

test('PERSON-8: nobody was there, or nobody was asked who they are: it is not believed', () => {
  const passkey = new SoftPasskey()
  for (const flags of [0x00, 0x01, 0x04]) {
    expect(readShown(passkey.shown({ ...asked, flags }), passkey.publicKey, asked)).toBeNull()
    expect(readMade(passkey.made({ ...asked, flags: flags | 0x40 }), asked)).toBeNull()
  }
  expect(readMade(passkey.made({ ...asked, flags: 0x05 }), asked)).toBeNull()
})

test('PERSON-8: another’s key, another’s id, a changed byte anywhere: it is not believed, and nothing is thrown', () => {
  const [passkey, other] = [new SoftPasskey(), new SoftPasskey()]
  const shown = passkey.shown(asked)
  expect(readShown(shown, other.publicKey, asked)).toBeNull()
  expect(readMade({ ...passkey.made(asked), id: other.id }, asked)).toBeNull()
  // Nothing at all for a signature, of which careless sums say that it fits every question.
  for (const nothing of ['3006020100020100', '3006020101020101', '3000', '00'])
    expect(
      readShown(
        { ...shown, signature: Buffer.from(nothing, 'hex').toString('base64url') },
        passkey.publicKey,
        asked,
      ),
    ).toBeNull()
  fc.assert(
    fc.property(
      fc.constantFrom('clientData', 'authenticatorData', 'signature'),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (part, at, by) => {
        const bytes = Buffer.from(shown[part], 'base64url')
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by
        expect(
          readShown({ ...shown, [part]: bytes.toString('base64url') }, passkey.publicKey, asked),
        ).toBeNull()
      },
    ),
    { seed: 88, numRuns: 200 },
  )
})

test('PERSON-8: keys of two kinds are taken, and none that is weaker or another', () => {
  const spki = (key: { export(how: { format: 'der'; type: 'spki' }): Buffer }) =>
    key.export({ format: 'der', type: 'spki' }).toString('base64url')
  expect(keyOf(new SoftPasskey().publicKey)).not.toBeNull()
  expect(keyOf(spki(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey))).not.toBeNull()
  expect(keyOf(spki(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey))).toBeNull()
  expect(keyOf(spki(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey))).toBeNull()
  expect(keyOf(spki(generateKeyPairSync('ed25519').publicKey))).toBeNull()
  // An exponent of one signs for everybody, and a long one keeps the house reckoning.
  expect(
    keyOf(spki(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey)),
  ).toBeNull()
  const ofBits = (bits: number) => {
    const n = Buffer.alloc(bits / 8, 0xff).toString('base64url')
    return keyOf(spki(createPublicKey({ key: { kty: 'RSA', n, e: 'AQAB' }, format: 'jwk' })))
  }
  expect([RSA_BITS.max, RSA_BITS.max + 8].map((bits) => ofBits(bits) !== null)).toEqual([true, false])
  expect(keyOf('nothing')).toBeNull()
})

test('PERSON-8: a challenge is good once, for two minutes, and whoever asks without end takes nobody else’s', () => {
  let now = 0
  const challenges = openChallenges(() => instant(now))
  const make = (from = 'here') => challenges.make(from)
  const one = make()
  expect([challenges.take(one), challenges.take(one), challenges.take('never')]).toEqual([true, false, false])
  const [young, old] = [make(), make()]
  now = CHALLENGE_MS - 1
  expect(challenges.take(young)).toBe(true)
  now = CHALLENGE_MS
  expect(challenges.take(old)).toBe(false)
  const [first, other] = [make(), make('elsewhere')]
  for (let more = 1; more < CHALLENGES_OF_ADDRESS_MAX; more += 1) make()
  const last = make()
  expect([first, other, last].map((text) => challenges.take(text))).toEqual([false, true, true])
  const kept = make('kept')
  for (let more = 0; more < CHALLENGES_MAX; more += 1) make(`address ${more}`)
  expect(challenges.take(kept)).toBe(false)
})
