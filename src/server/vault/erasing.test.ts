// Erased is erased: looked for byte by byte in the file, beside it, in the record, and in older copies that are put back.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import {
  incidentAbout,
  noteOf,
  SealedDevice,
  sealedDevice,
  sealedShow,
  signs,
} from '../../../test/kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import type { Told } from '../../core/vault/told.ts'
import { systemClock } from '../clock/clock.ts'
import { backupLog } from '../log/backup.ts'
import { restoreLog } from '../log/restore.ts'
import { verifyFile } from '../log/side.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { addErased, ERASED_FILE, ERASED_MAX, readErased } from './erased.ts'
import { eraseFor } from './vault.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
const data = join(folder.path, 'data')
const copies = join(folder.path, 'copies')
mkdirSync(data)
mkdirSync(copies)

const within = (place: string, parts: readonly string[]): readonly string[] => {
  const all = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && one.name !== ERASED_FILE)
    .map((one) => [one.name, readFileSync(join(one.parentPath, one.name), 'latin1')] as const)
  return all.flatMap(([name, bytes]) =>
    parts.filter((part) => bytes.includes(part)).map((part) => `${name}: ${part.slice(0, 24)}`),
  )
}

/** A page of the file may end in the middle of what is looked for: no byte of it is, where none of these is. */
const chunksOf = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.match(/.{32}/g) ?? []).filter((_, at) => at % 16 === 0)

/** The same devices on the house as it is opened again. */
const again = (house: ServedHouse, { cookie, person, keys, key }: SealedDevice) =>
  new SealedDevice(house, cookie, person, { keys, key })
const told = (device: SealedDevice): Promise<Told> => device.told('told', {})

test('VAULT-16, VAULT-17: erased, no byte of note, key or opening is left; an older copy that is put back has it erased again', async () => {
  let house = await openServedHouse({ show: sealedShow, dataDir: data })
  let [dot, nell, ivo] = [
    await sealedDevice(house, ['perf'], 'dot'),
    await sealedDevice(house, ['perf'], 'nell'),
    await sealedDevice(house, ['perf'], 'ivo'),
  ]
  for (const who of ['dot', 'nell']) await signs(house, who, 'in')
  await dot.duty()
  for (const one of [nell, ivo]) await one.leave(noteOf('MARK-of-a-note'))
  const lent = (await dot.duty()).people.find(({ person }) => person === 'nell')
  const { fields, byCode, keepers } = (await nell.own()).sealed
  const parts = chunksOf([...fields, byCode, ...keepers, lent?.wrap ?? 'no wrap'])
  await dot.told('opened', dot.opening('nell', await incidentAbout(house, dot, 'nell')))
  await dot.ask('nell')
  await dot.ask('ivo')
  expect((await told(nell)).own).toHaveLength(2)
  const record = join(data, 'ghostlight.db')
  await backupLog(record, join(copies, 'older.db'))
  await house.close()
  cpSync(join(data, 'sealed-notes.db'), join(copies, 'notes.db'))

  // Found where it lies, so that looking for it means something; never in a copy of the record.
  expect(within(data, parts)).not.toEqual([])
  expect(within(copies, parts).filter((one) => one.startsWith('older.db'))).toEqual([])
  const log = await openSqliteLog({ file: record })
  expect(await eraseFor({ dataDir: data, log, clock: systemClock }, 'nell')).toEqual({ entries: 2 })
  await log.close()
  expect(within(data, parts)).toEqual([])
  expect(await verifyFile(record)).toMatchObject({ ok: true, erased: 2 })

  // An older record, and an older file of notes, both put back.
  await restoreLog({ copy: join(copies, 'older.db'), file: record, keptAs: 'before.db', replace: true })
  rmSync(join(data, 'kept'), { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(join(data, `sealed-notes.db${end}`), { force: true })
  cpSync(join(copies, 'notes.db'), join(data, 'sealed-notes.db'))
  expect(within(data, parts)).not.toEqual([])
  house = await openServedHouse({ show: null, dataDir: data })
  expect(within(data, parts)).toEqual([])
  ;[dot, nell, ivo] = [again(house, dot), again(house, nell), again(house, ivo)]
  expect((await told(nell)).own).toEqual([])
  expect(await dot.opens('nell')).toBeNull()
  // Nobody else lost anything by it.
  expect((await told(ivo)).own).toHaveLength(1)
  const ivos = chunksOf((await ivo.own()).sealed.fields)
  expect(within(data, ivos).length).toBeGreaterThan(ivos.length / 2)

  // Whoever comes again leaves a new one, and it stays.
  await nell.leave(noteOf('MARK-anew'))
  const anew = (await nell.own()).sealed.fields
  await house.close()
  house = await openServedHouse({ show: null, dataDir: data })
  expect((await again(house, nell).own()).sealed.fields).toEqual(anew)
  await house.close()
  expect(await verifyFile(record)).toMatchObject({ ok: true })
})

test('VAULT-17: where nobody can tell any more whose note was erased, nothing is served, and it is said', () => {
  const place = join(folder.path, 'spoilt')
  mkdirSync(place)
  expect(readErased(place)).toEqual([])
  writeFileSync(join(place, ERASED_FILE), '[{"person":')
  expect(() => readErased(place)).toThrow(/cannot be read/)
})

test('VAULT-17: whoever was erased stands there once, with the newest word; of more than a house has people the newest stay', () => {
  const place = join(folder.path, 'many')
  mkdirSync(place)
  const erased = (at: number) => ({ person: `p${at}`, age: at, at })
  addErased(
    place,
    Array.from({ length: ERASED_MAX }, (_, at) => erased(at)),
  )
  addErased(place, [{ ...erased(0), age: ERASED_MAX }])
  expect([readErased(place).length, readErased(place)[0]]).toEqual([ERASED_MAX, erased(1)])
  addErased(place, [erased(ERASED_MAX)])
  const left = readErased(place)
  expect([left.length, left[0], left.at(-1)]).toEqual([ERASED_MAX, erased(2), erased(ERASED_MAX)])
})
