// Sealing and opening, and everything that must not open: another's, another part's, another device's, one keeper's alone.

import { expect, test } from 'vitest'
import { id } from '../core/kit/ids.ts'
import { FIELD_BYTES_MAX, type Note, sealedNames } from '../core/vault/note.ts'
import { drawn, lettersOf, read, written } from './bytes.ts'
import { newCode, openByCode, readCode } from './code.ts'
import { FIELD_SEALED_BYTES, KEY_BYTES, keyOf, openField, sealField } from './field.ts'
import { joinShares, ownShare, passShare, takeShare } from './keepers.ts'
import { KEEPER_BYTES, WRAP_BYTES } from './lengths.ts'
import { nobodysNote, nobodysWrap, openNote, openWrapped, sealNote, wrapFor } from './sealed-note.ts'
import { newDeviceKeys, openWith, publicKeyOf, sealTo } from './to-device.ts'

const confirmedAt = 1_790_000_000_000
const note: Note = {
  fields: {
    allergies: { text: 'Wasp stings: pen in my bag', audience: 'responders', confirmedAt },
    medication: { text: 'Only for the crew', audience: 'crew', confirmedAt },
    wishes: { text: 'For nobody here', audience: 'nobody', confirmedAt },
  },
  keepers: [id<'person'>('ann'), id<'person'>('bob'), id<'person'>('cy')],
}

async function aDevice(name: string) {
  const keys = await newDeviceKeys()
  return { device: name, keys, key: await publicKeyOf(keys) }
}

async function aSealed(of: Note = note, keeperKeys: readonly string[] = [], person = 'mia') {
  const code = newCode()
  const made = await sealNote(of, { person, code, keeperKeys })
  if (made === null) throw new Error('too long')
  return { ...made, code, note: of, person }
}

test('VAULT-2: as many bytes whatever stands in it, and opened only as the same part of the same person', async () => {
  const key = await keyOf(drawn(KEY_BYTES), 'mia', 'allergies')
  const of = { person: 'mia', name: 'allergies' } as const
  const [short, long] = [await sealField('', key, of), await sealField('x'.repeat(FIELD_BYTES_MAX), key, of)]
  expect([short?.length, long?.length]).toEqual([
    lettersOf(FIELD_SEALED_BYTES),
    lettersOf(FIELD_SEALED_BYTES),
  ])
  expect(await sealField('x'.repeat(FIELD_BYTES_MAX + 1), key, of)).toBeNull()
  const sealed = (await sealField('Wasps', key, of)) ?? ''
  expect(await openField(sealed, key, of)).toBe('Wasps')
  expect(await openField(sealed, key, { person: 'tom', name: 'allergies' })).toBeNull()
  expect(await openField(sealed, key, { person: 'mia', name: 'medication' })).toBeNull()
  const changed = `${sealed.slice(0, 40)}${sealed[40] === 'A' ? 'B' : 'A'}${sealed.slice(41)}`
  expect(await openField(changed, key, of)).toBeNull()
  expect(await openField(sealed.slice(1), key, of)).toBeNull()
  // The same words twice are never the same bytes.
  expect(await sealField('Wasps', key, of)).not.toBe(sealed)
})

test('VAULT-4: the code opens it on another phone, as it is typed; a wrong one and another’s open nothing', async () => {
  const { sealed, code } = await aSealed()
  expect(code).toMatch(/^(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}$/)
  const key = await openByCode(sealed.byCode, ` ${code.toLowerCase().replaceAll('-', ' ')} `, 'mia')
  expect(key && (await openNote(sealed, key, 'mia'))).toEqual(note)
  expect(await openByCode(sealed.byCode, newCode(), 'mia')).toBeNull()
  expect(await openByCode(sealed.byCode, code, 'tom')).toBeNull()
  expect([readCode('too short'), readCode(`${code}A`), readCode('????-????-????-????')]).toEqual([
    null,
    null,
    null,
  ])
})

test('VAULT-5: any two keepers open it together, through the house and without it reading; one alone never', async () => {
  const keepers = await Promise.all(['ann', 'bob', 'cy'].map(aDevice))
  const { sealed } = await aSealed(
    note,
    keepers.map(({ key }) => key),
  )
  for (const [one, other] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const [first, second] = [keepers[one], keepers[other]]
    if (!first || !second) throw new Error('nobody')
    const [own, others] = [
      await ownShare(first.keys, sealed.keepers, 'mia'),
      await ownShare(second.keys, sealed.keepers, 'mia'),
    ]
    const passed = others && (await passShare(others, first.key, 'mia', first.device))
    const taken = passed && (await takeShare(first.keys, passed, 'mia', first.device))
    const key = own && taken && (await joinShares(own, taken))
    expect(key && (await openNote(sealed, key, 'mia'))).toMatchObject(note)
    // Alone, twice the same, or with a part that is none: nothing.
    expect(own && (await joinShares(own, own))).toBeNull()
    const forged = own && (await joinShares(own, drawn(KEY_BYTES + 1)))
    expect(forged && (await openNote(sealed, forged, 'mia'))).toBeNull()
    // What was passed on to one is worth nothing on another device, nor for another person.
    expect(passed && (await takeShare(second.keys, passed, 'mia', first.device))).toBeNull()
    expect(passed && (await takeShare(first.keys, passed, 'tom', first.device))).toBeNull()
  }
  const stranger = await aDevice('stranger')
  expect(await ownShare(stranger.keys, sealed.keepers, 'mia')).toBeNull()
  // One keeper is no keeper: nothing is split for them.
  const single = await aSealed(note, [stranger.key])
  expect(await ownShare(stranger.keys, single.sealed.keepers, 'mia')).toBeNull()
})

test('VAULT-6: sealed to a duty device it opens there; on any other, moved, older or forged it does not', async () => {
  const [desk, phone] = [await aDevice('desk'), await aDevice('phone')]
  const made = await aSealed()
  const wrap = (await wrapFor(desk, made)) ?? ''
  const opened = { sealed: made.sealed, wrap, person: 'mia', device: 'desk' }
  expect((await openWrapped(desk.keys, opened))?.fields.allergies?.text).toBe('Wasp stings: pen in my bag')
  expect(await openWrapped(phone.keys, opened)).toBeNull()
  expect(await openWrapped(desk.keys, { ...opened, person: 'tom' })).toBeNull()
  expect(await openWrapped(desk.keys, { ...opened, device: 'phone' })).toBeNull()
  // Mia's words under Tom's name, with a wrap that was made for Tom.
  const tom = await aSealed(note, [], 'tom')
  const toms = (await wrapFor(desk, tom)) ?? ''
  expect(await openWrapped(desk.keys, { ...opened, person: 'tom', wrap: toms })).toBeNull()
  // A wrap of before the note was changed opens nothing of it after.
  const newer = await aSealed()
  expect(await openWrapped(desk.keys, { ...opened, sealed: newer.sealed })).toBeNull()
  // Anybody can seal to a device; whoever has not the key of the note seals nothing that opens it.
  const forged = (await wrapFor(desk, { ...made, key: drawn(KEY_BYTES) })) ?? ''
  expect(await openWrapped(desk.keys, { ...opened, wrap: forged })).toBeNull()
  expect(await openWrapped(desk.keys, { ...opened, wrap: wrap.slice(2) })).toBeNull()
  expect(await sealTo('no key', drawn(8), { use: 'duty', person: 'mia', to: 'desk' })).toBeNull()
  const keeper = (await sealTo(desk.key, drawn(33), { use: 'keeper', person: 'mia', to: '' })) ?? ''
  expect(await openWith(desk.keys, keeper, { use: 'share', person: 'mia', to: '', length: 33 })).toBeNull()
})

test('VAULT-7: of what nobody is to read in an incident a duty device gets no key', async () => {
  const desk = await aDevice('desk')
  const made = await aSealed()
  const wrap = (await wrapFor(desk, made)) ?? ''
  const seen = await openWrapped(desk.keys, { sealed: made.sealed, wrap, person: 'mia', device: 'desk' })
  expect(Object.keys(seen?.fields ?? {})).toEqual(['allergies', 'medication'])
  expect(seen?.fields.medication?.audience).toBe('crew')
  expect(seen?.keepers).toEqual([])
})

test('VAULT-15: what stands for nobody’s note has the same parts of the same bytes, and opens nowhere', async () => {
  const desk = await aDevice('desk')
  const made = await aSealed()
  const [nobodys, wrap] = [await nobodysNote('tom'), await nobodysWrap(desk, 'tom')]
  const shape = ({ fields, byCode, keepers }: typeof nobodys) => [
    fields.map((one) => one.length),
    byCode.length,
    keepers.map((one) => one.length),
  ]
  expect(shape(nobodys)).toEqual(shape(made.sealed))
  expect(nobodys.fields).toHaveLength(sealedNames.length)
  expect([wrap.length, (await wrapFor(desk, made))?.length]).toEqual([
    lettersOf(WRAP_BYTES),
    lettersOf(WRAP_BYTES),
  ])
  expect(nobodys.keepers.map((one) => one.length)).toEqual([1, 2, 3].map(() => lettersOf(KEEPER_BYTES)))
  expect(await openWrapped(desk.keys, { sealed: nobodys, wrap, person: 'tom', device: 'desk' })).toBeNull()
})

test('VAULT-3: the secret half of a device’s key cannot be taken out of it', async () => {
  const { keys } = await aDevice('desk')
  await expect(crypto.subtle.exportKey('pkcs8', keys.privateKey)).rejects.toThrow()
  await expect(crypto.subtle.exportKey('jwk', keys.privateKey)).rejects.toThrow()
})

test('VAULT-2: bytes are written and read back as they were, and nothing else is read', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = drawn(length)
    expect(written(bytes)).toHaveLength(lettersOf(length))
    expect(read(written(bytes), length)).toEqual(bytes)
    expect(written(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
  }
  expect([read('AA', 2), read('A=', 1), read('A.', 1)]).toEqual([null, null, null])
})
