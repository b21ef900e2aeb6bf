// Keepers are told of openings by a house that does not know who they are; and nobody else learns of any of it.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { clock } from '../../../test/kit/ear.ts'
import {
  incidentAbout,
  noteOf,
  type SealedDevice,
  sealedDevice,
  sealedShow,
  signs,
} from '../../../test/kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { id } from '../../core/kit/ids.ts'
import { SLOTS_MS, TOLD_MS } from './keeping.ts'

let house: ServedHouse
let [owner, ivo, moss, pip, cm]: SealedDevice[] = []
let incident = ''

beforeAll(async () => {
  house = await openServedHouse({ show: sealedShow, clock })
  owner = await sealedDevice(house, ['perf'], 'nell')
  ivo = await sealedDevice(house, ['perf'], 'ivo')
  moss = await sealedDevice(house, ['chap'], 'moss')
  pip = await sealedDevice(house, ['perf'], 'pip')
  cm = await sealedDevice(house, ['SM', 'CM'], 'sal')
  for (const one of [ivo, moss, pip]) await one.own()
  await chooses(noteOf('for keepers'), [ivo, moss])
})
afterAll(() => house.close())

const chooses = (note: ReturnType<typeof noteOf>, all: readonly (SealedDevice | undefined)[]) => {
  const keepers = all.flatMap((one) => (one?.person == null ? [] : [id<'person'>(one.person)]))
  return owner?.leave(
    { ...note, keepers },
    all.flatMap((one) => (one ? [one.key] : [])),
  )
}
const sizeOf = async (one: SealedDevice | undefined) => {
  const answer = await one?.keeping()
  return [answer?.slots.length, answer?.told.length, JSON.stringify(answer).length]
}
const heard = (...all: readonly (SealedDevice | undefined)[]) =>
  Promise.all(all.map(async (one) => (await one?.keeperTold())?.length))

test('VAULT-22: keepers are told of an opening and nobody else is, in one answer of as many bytes for all', async () => {
  const before = await sizeOf(pip)
  expect(await heard(ivo, moss, pip)).toEqual([0, 0, 0])
  if (!cm) throw new Error('a company manager')
  await signs(house, 'nell', 'in')
  await cm.duty()
  incident = await incidentAbout(house, cm, 'nell')
  await cm.told('opened', cm.opening('nell', incident))
  // Asked for alone is its owner’s to know.
  await pip?.ask('nell')
  clock.skip(TOLD_MS)
  const opened = [{ by: 'Sal Somebody', how: 'one-hold', as: null }]
  for (const one of [ivo, moss])
    expect(await one?.keeperTold()).toMatchObject([{ name: 'Nell Somebody', opened, more: 0 }])
  expect(await heard(pip, owner, cm)).toEqual([0, 0, 0])
  expect(await sizeOf(pip)).toEqual(before)
})

test('VAULT-22: sealed anew they are told as before; whoever is no keeper any more is told no more', async () => {
  const note = await owner?.reads()
  if (!note) throw new Error('she left one')
  await chooses(note, [ivo, moss])
  clock.skip(TOLD_MS)
  expect(await heard(ivo)).toEqual([1])
  await chooses(note, [moss, pip])
  clock.skip(TOLD_MS)
  expect(await heard(ivo)).toEqual([0])
  clock.skip(SLOTS_MS)
  expect(await heard(ivo, moss, pip)).toEqual([0, 1, 1])
})

test('VAULT-22, VAULT-20: however much is written of others and of hers, it stands there, and how many more there are', async () => {
  for (let flood = 0; flood < 24; flood += 1)
    await cm?.told('opened', cm.opening(flood < 12 ? 'dot' : 'nell', incident))
  clock.skip(TOLD_MS)
  const [told] = (await moss?.keeperTold()) ?? []
  expect(told?.opened.every(({ by }) => by === 'Sal Somebody')).toBe(true)
  expect((told?.opened.length ?? 0) + (told?.more ?? 0)).toBe(13)
  expect(told?.more).toBeGreaterThan(0)
})
