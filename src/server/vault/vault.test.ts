// Sealed notes against the real server: whom they are lent to, who is told, and what must not be told apart or found.

import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  incidentAbout,
  noteOf,
  type SealedDevice,
  sealedDevice,
  sealedShow,
  signs,
  writes,
} from '../../../test/kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { LEASE_MS } from '../../core/vault/note.ts'
import type { Told } from '../../core/vault/told.ts'
import { joinShares, ownShare, passShare, takeShare } from '../../sealing/keepers.ts'
import { openNote } from '../../sealing/sealed-note.ts'
import { type Exposure, readVaultBody, vaultPaths } from '../../wire/vault.ts'
import { ASKS_MAX } from './asks.ts'

let house: ServedHouse
let nell: SealedDevice
let dot: SealedDevice
let desk: SealedDevice
beforeAll(async () => {
  house = await openServedHouse({ show: sealedShow })
  desk = await sealedDevice(house, ['caller', 'SM'])
  dot = await sealedDevice(house, ['perf'], 'dot')
  nell = await sealedDevice(house, ['perf'], 'nell')
  for (const who of ['dot', 'nell', 'ivo']) await signs(house, who, 'in')
  await desk.duty()
  await dot.duty()
  await nell.leave(noteOf('MARK-nells-allergy'))
})
afterAll(() => house?.close())

/** Every byte that lies in the folder. */
const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
    .join('\n')

const toldTo = (device: SealedDevice): Promise<Told> => device.told('told', {})

test('VAULT-6, VAULT-8: lent to duty devices for whoever is signed in, for twelve hours, and no more once they are out', async () => {
  const { people, until, now, as } = await dot.duty()
  // Who is in is not to be read off it: everybody stands there, in as many bytes.
  expect(people.map(({ person }) => person)).toEqual(sealedShow.people.map((one) => one.id))
  expect(new Set(people.map(({ sealed, wrap }) => JSON.stringify([sealed, wrap]).length)).size).toBe(1)
  expect([until - now, as]).toEqual([LEASE_MS, 'first-aider'])
  expect((await dot.opens('nell'))?.fields.allergies?.text).toBe('MARK-nells-allergy')
  expect((await desk.opens('nell'))?.fields.allergies?.text).toBe('MARK-nells-allergy')
  expect(await dot.opens('ivo')).toBeNull()
  await signs(house, 'nell', 'out')
  expect(await dot.opens('nell')).toBeNull()
  await signs(house, 'nell', 'in')
  expect(await dot.opens('nell')).not.toBeNull()
  await signs(house, 'ivo', 'out')
  for (const roles of [['dir'], ['prod'], ['ASM'], ['kiosk'], ['callboard'], ['admin']] as const) {
    const device = await sealedDevice(house, roles)
    expect([roles, (await device.post('duty', { key: device.key })).status]).toEqual([roles, 403])
  }
})

test('VAULT-8: a device that is removed gets nothing more and is in nobody’s list; it is said whose notes lie on it', async () => {
  await signs(house, 'ivo', 'out')
  const lost = await sealedDevice(house, ['FOH'])
  await lost.duty()
  const named = async () => (await nell.own()).duty.map(({ device }) => device)
  expect(await named()).toContain(lost.device)
  const command = { name: 'device.revoke', device: id<'device'>(lost.device) } as const
  await house.server.stage.installation.submit({
    id: randomUUID(),
    by: theMachine,
    madeAt: instant(0),
    command,
  })
  expect((await lost.post('duty', { key: lost.key })).status).toBe(401)
  expect(await named()).not.toContain(lost.device)
  const exposed = await desk.told<Exposure>('exposure', { device: lost.device })
  expect(exposed.held.map(({ name }) => name).toSorted()).toEqual(['Dot Somebody', 'Nell Somebody'])
  expect((await dot.post('exposure', { device: lost.device })).status).toBe(403)
  // Comes back with another key: what was sealed to the one before is not handed out.
  const again = await sealedDevice(house, ['FOH'])
  await again.duty()
  await nell.leave(noteOf('MARK-nells-allergy'))
  expect((await again.opens('nell'))?.fields.allergies?.text).toBe('MARK-nells-allergy')
})

test('VAULT-10, VAULT-11: an opening that was made without the house is brought once; its owner is told, and cannot be kept from it', async () => {
  const incident = await incidentAbout(house, desk, 'nell')
  const body = dot.opening('nell', incident, { offline: true })
  for (let twice = 0; twice < 2; twice += 1) await dot.told('opened', body)
  const [own] = (await toldTo(nell)).own
  expect(own).toMatchObject({
    how: 'one-hold',
    as: 'first-aider',
    by: 'Dot Somebody',
    offline: true,
    flags: [],
  })
  expect((await toldTo(nell)).own).toHaveLength(1)
  // Nothing takes it off the list, and no word of it reaches anybody else.
  for (const device of [dot, desk]) expect(JSON.stringify(await toldTo(device))).not.toContain('Nell')
  expect(vaultPaths.filter((path) => /unsay|delete|hide|list|count|search|all/.test(path))).toEqual([])
})

test('VAULT-13: raised, read and stood down within five minutes by one device: somebody else is asked to look, and closes it', async () => {
  const ann = await sealedDevice(house, ['SM'], 'sal')
  const incident = await incidentAbout(house, ann, 'nell', [
    { kind: 'function', name: 'commander', step: 'taken', who: 'Sal' },
  ])
  const body = ann.opening('nell', incident, { id: `opening-raised-by-${ann.device.slice(-8)}` })
  await ann.told('opened', body)
  await writes(house, ann, incident, [{ kind: 'stood-down' }])
  const cm = await sealedDevice(house, ['CM'])
  const [review, ...more] = (await toldTo(cm)).reviews
  expect([review?.by, review?.flags, more]).toEqual([
    'Sal Somebody',
    ['stood-down-soon', 'by-who-raised-it'],
    [],
  ])
  expect((await toldTo(ann)).reviews).toEqual([])
  expect((await ann.post('look', { opening: review?.id })).status).toBe(403)
  expect((await cm.post('look', { opening: review?.id })).status).toBe(200)
  expect((await toldTo(cm)).reviews).toEqual([])
  expect((await toldTo(nell)).own[0]).toMatchObject({ as: 'commander', looked: true })
})

test('VAULT-5, VAULT-11: two keepers on their own phones open it together; the house learns nothing but that they did', async () => {
  const [ivo, moss] = [
    await sealedDevice(house, ['perf'], 'ivo'),
    await sealedDevice(house, ['chap'], 'moss'),
  ]
  await ivo.own()
  await moss.own()
  const keepers = (await nell.own()).keepers.filter(({ person }) => ['ivo', 'moss'].includes(person))
  await nell.leave(
    noteOf('MARK-for-keepers'),
    keepers.map(({ key }) => key),
  )
  expect((await ivo.ask('nell')).status).toBe(403)
  const second = await moss.asked('nell')
  const share = await ownShare(moss.keys, second.sealed.keepers, 'nell')
  const passed = share && (await passShare(share, second.other.key, 'nell', second.other.device))
  await moss.asked('nell', passed)
  const first = await ivo.asked('nell')
  const own = await ownShare(ivo.keys, first.sealed.keepers, 'nell')
  const taken = await takeShare(ivo.keys, first.share ?? '', 'nell', first.device)
  const key = own && taken && (await joinShares(own, taken))
  expect(key && (await openNote(first.sealed, key, 'nell'))?.fields.allergies?.text).toBe('MARK-for-keepers')
  const ways = (await toldTo(nell)).own.slice(0, 3).map(({ how, by }) => [how, by])
  expect(ways).toEqual([
    ['two-keepers', 'Ivo Somebody'],
    ['two-keepers', 'Moss Somebody'],
    ['asked', 'Ivo Somebody'],
  ])
  // One person on two phones is one.
  const other = await sealedDevice(house, ['perf'], 'ivo')
  await other.ask('dot')
  expect((await ivo.ask('dot')).status).toBe(403)
})

test('VAULT-12: whoever has no right hears the same, in as many bytes, of whoever left a note, left none, or is nobody', async () => {
  const [sal, pip] = [
    await sealedDevice(house, ['SM', 'CM'], 'sal'),
    await sealedDevice(house, ['perf'], 'pip'),
  ]
  await pip.leave(noteOf('MARK-pips'))
  for (const device of [sal, desk]) {
    const replies = await Promise.all(['pip', 'moss', 'nobody'].map((person) => device.ask(person)))
    const [one] = replies
    for (const { status, text, headers } of replies)
      expect([status, text, headers['content-length']]).toEqual([
        403,
        one?.text,
        one?.headers['content-length'],
      ])
  }
  // From the desk, which is nobody's, too.
  expect((await toldTo(pip)).own.map(({ how, by }) => [how, by])).toEqual([
    ['asked', 'caller’s'],
    ['asked', 'Sal Somebody'],
  ])
  // Once two have asked they are handed as many bytes of either, and neither of them can open any.
  const handed = await Promise.all(['pip', 'dot'].map((person) => nell.ask(person)))
  const [left, none] = handed.map(({ status, text }) => [status, text.length])
  expect([left, left?.[0]]).toEqual([none, 200])
  for (let asked = 0; asked <= ASKS_MAX; asked += 1) await sal.ask('dot')
  const [many, nobody] = [await sal.ask('pip'), await sal.ask('nobody')]
  expect([many.status, many.text]).toEqual([nobody.status, nobody.text])
  expect(many.text).toContain('too-many')
})

test('VAULT-15: everybody’s row has the same bytes, and no letter of a note or of a key is anywhere on the disk', async () => {
  const file = new DatabaseSync(join(house.dataDir, 'sealed-notes.db'), { readOnly: true })
  const notes = file.prepare('SELECT person, length(sealed) AS bytes FROM note').all()
  const wraps = file
    .prepare(
      'SELECT device, count(*) AS people, min(length(sealed)) AS low, max(length(sealed)) AS high FROM wrap GROUP BY device',
    )
    .all()
  file.close()
  expect(notes.map((row) => row['person']).toSorted()).toEqual(
    sealedShow.people.map((one) => one.id).toSorted(),
  )
  expect(new Set(notes.map((row) => row['bytes'])).size).toBe(1)
  expect(new Set(wraps.flatMap((row) => [row['low'], row['high']])).size).toBe(1)
  const all = bytesIn(house.dataDir)
  expect(all).not.toContain('MARK-')
  expect(all).not.toContain(nell.code)
  expect(all).not.toContain(nell.code.replaceAll('-', ''))
})

test('VAULT-20: what is too long, too much or of another shape is refused, and nothing is changed', async () => {
  const before = (await nell.own()).sealed
  const wrap = { device: dot.device, sealed: 'A' }
  const bad: readonly [string, unknown][] = [
    ['keep', { sealed: { ...before, fields: before.fields.slice(1) }, wraps: [] }],
    ['keep', { sealed: { ...before, byCode: `${before.byCode}A` }, wraps: [] }],
    ['keep', { sealed: before, wraps: [wrap] }],
    ['keep', { sealed: before, wraps: [], person: 'dot' }],
    ['keep', { sealed: before, wraps: [], ['__proto__x']: 1 }],
    ['own', { key: 'no key' }],
    ['opened', { sentAt: 1, said: Array.from({ length: 51 }, () => nell.opening('dot', null).said[0]) }],
    ['ask', { person: 'x'.repeat(81), key: nell.key, share: null }],
  ]
  for (const [path, body] of bad) expect([path, (await nell.post(path, body)).status]).toEqual([path, 400])
  expect((await nell.post('keep', { pad: 'x'.repeat(300_000) })).status).toBe(413)
  expect((await nell.post('nothing', {})).status).toBe(404)
  expect((await nell.own()).sealed).toEqual(before)
  expect(readVaultBody('own', '{')).toEqual({ ok: false, what: 'not JSON' })
  // Nobody but the person of the device keeps or removes anything.
  expect((await desk.post('keep', { sealed: before, wraps: [] })).status).toBe(403)
  expect((await desk.post('remove', {})).status).toBe(403)
})

test('VAULT-16: what its owner takes back is gone from every duty device’s next lease, and from the file', async () => {
  const { sealed } = await nell.own()
  await nell.told('remove', {})
  expect(await dot.opens('nell')).toBeNull()
  const all = bytesIn(house.dataDir)
  for (const part of [...sealed.fields, sealed.byCode, ...sealed.keepers])
    expect(all.includes(part)).toBe(false)
  await nell.leave(noteOf('MARK-again'))
  expect((await dot.opens('nell'))?.fields.allergies?.text).toBe('MARK-again')
})
