// The file of the sealed notes: beside the record, never in it and never in a copy of it. All that lies here is sealed.

import { chmodSync, existsSync } from 'node:fs'
import type { SealedNote } from '../../sealing/sealed-note.ts'
import type { Telling } from '../../sealing/telling.ts'
import { openNodeDriver } from '../log/driver.ts'
import { type Driver, text, whole } from '../log/rows.ts'

export const VAULT_FILE = 'sealed-notes.db'

const TABLES = `
  CREATE TABLE IF NOT EXISTS note (person TEXT NOT NULL PRIMARY KEY, sealed TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS telling (person TEXT NOT NULL PRIMARY KEY, telling TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS device (device TEXT NOT NULL PRIMARY KEY, key TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS wrap (
    person TEXT NOT NULL, device TEXT NOT NULL, sealed TEXT NOT NULL, PRIMARY KEY (person, device)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS lease (
    device TEXT NOT NULL, person TEXT NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (device, person)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS age (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), changes INTEGER NOT NULL) STRICT;
  INSERT OR IGNORE INTO age VALUES (1, 0);
`

type Enrolled = { readonly device: string; readonly key: string }
type Lease = { readonly person: string; readonly until: number }

export type Held = { readonly person: string; readonly telling: Telling }

export type VaultStore = {
  /** Grows with each change: by it an older copy of the file is known. */
  age(): number
  people(): readonly string[]
  /** Null: there is nothing of this person, not even what stands for nothing. */
  note(person: string): SealedNote | null
  /** By which their keepers are told; everybody has one, as with notes. */
  tellings(): readonly Held[]
  addTellings(held: readonly Held[]): void
  wrap(person: string, device: string): string | null
  devices(): readonly Enrolled[]
  leases(device: string): readonly Lease[]
  /** Where something stands already it stays. */
  addNotes(notes: readonly { readonly person: string; readonly sealed: SealedNote }[]): void
  addWraps(wraps: readonly Wrapped[]): void
  /** Instead of all there was of this person: the note and what it was sealed to. */
  replace(
    person: string,
    made: { readonly sealed: SealedNote; readonly telling: Telling },
    wraps: readonly Omit<Wrapped, 'person'>[],
  ): void
  /** A device that comes with another key has lost the old one, and what was sealed to that. */
  enrol(enrolled: Enrolled): void
  forgetDevice(device: string): void
  lend(device: string, leases: readonly Lease[], now: number): void
  /** Of an older copy: what was erased since has been erased again. */
  raise(age: number): void
  /** No byte of them is in the file, nor in what lies beside it, when this returns. */
  erase(people: readonly string[]): void
  close(): void
}
type Wrapped = { readonly person: string; readonly device: string; readonly sealed: string }

/** Made where it is not there. */
export function openVaultStore(file: string): VaultStore {
  const fresh = !existsSync(file)
  const driver = openNodeDriver(file)
  if (fresh) chmodSync(file, 0o600)
  // What is deleted or written over is overwritten with noughts, in the pages and, once it is emptied, in the write-ahead file.
  for (const say of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'trusted_schema = OFF',
  ])
    driver.exec(`PRAGMA ${say}`)
  driver.exec(TABLES)
  return { ...reading(driver), ...writing(driver), close: () => driver.close() }
}

function reading(driver: Driver) {
  const texts = (sql: string, column: string): readonly string[] =>
    driver.all(sql, []).map((row) => text(row, column))
  return {
    age: () => whole(driver.get('SELECT changes FROM age', []) ?? {}, 'changes'),
    people: () => texts('SELECT person FROM note ORDER BY person', 'person'),
    note: (person: string): SealedNote | null => {
      const row = driver.get('SELECT sealed FROM note WHERE person = ?', [person])
      // `as`: only what the schema of the wire has let through is written here.
      return row === null ? null : (JSON.parse(text(row, 'sealed')) as SealedNote)
    },
    tellings: (): readonly Held[] =>
      driver.all('SELECT person, telling FROM telling ORDER BY person', []).map((row) => ({
        person: text(row, 'person'),
        // `as`: as with notes.
        telling: JSON.parse(text(row, 'telling')) as Telling,
      })),
    wrap: (person: string, device: string): string | null => {
      const row = driver.get('SELECT sealed FROM wrap WHERE person = ? AND device = ?', [person, device])
      return row === null ? null : text(row, 'sealed')
    },
    devices: (): readonly Enrolled[] =>
      driver
        .all('SELECT device, key FROM device ORDER BY device', [])
        .map((row) => ({ device: text(row, 'device'), key: text(row, 'key') })),
    leases: (device: string): readonly Lease[] =>
      driver
        .all('SELECT person, until FROM lease WHERE device = ? ORDER BY person', [device])
        .map((row) => ({ person: text(row, 'person'), until: whole(row, 'until') })),
  }
}

function writing(driver: Driver) {
  const change = changing(driver)
  return { ...writingNotes(driver, change), ...writingDevices(driver, change) }
}

/** All of it or none, and on the disk when it returns. */
const changing =
  (driver: Driver) =>
  (work: () => void): void => {
    driver.exec('BEGIN IMMEDIATE')
    try {
      work()
      driver.exec('UPDATE age SET changes = changes + 1')
      driver.exec('COMMIT')
    } catch (error) {
      driver.exec('ROLLBACK')
      throw error
    }
    driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }
type Change = ReturnType<typeof changing>

function writingNotes(driver: Driver, change: Change) {
  const putWrap = (how: 'IGNORE' | 'REPLACE', { person, device, sealed }: Wrapped): void =>
    driver.run(`INSERT OR ${how} INTO wrap VALUES (?, ?, ?)`, [person, device, sealed])
  const forget = (person: string): void => {
    for (const table of ['note', 'telling', 'wrap', 'lease'])
      driver.run(`DELETE FROM ${table} WHERE person = ?`, [person])
  }
  return {
    addNotes: (notes: readonly { readonly person: string; readonly sealed: SealedNote }[]) =>
      change(() => {
        for (const { person, sealed } of notes)
          driver.run('INSERT OR IGNORE INTO note VALUES (?, ?)', [person, JSON.stringify(sealed)])
      }),
    addWraps: (wraps: readonly Wrapped[]) =>
      change(() => {
        for (const one of wraps) putWrap('IGNORE', one)
      }),
    addTellings: (held: readonly Held[]) =>
      change(() => {
        for (const { person, telling } of held)
          driver.run('INSERT OR IGNORE INTO telling VALUES (?, ?)', [person, JSON.stringify(telling)])
      }),
    replace: (
      person: string,
      { sealed, telling }: { readonly sealed: SealedNote; readonly telling: Telling },
      wraps: readonly Omit<Wrapped, 'person'>[],
    ) =>
      change(() => {
        driver.run('INSERT OR REPLACE INTO telling VALUES (?, ?)', [person, JSON.stringify(telling)])
        driver.run('DELETE FROM wrap WHERE person = ?', [person])
        driver.run('INSERT OR REPLACE INTO note VALUES (?, ?)', [person, JSON.stringify(sealed)])
        for (const one of wraps) putWrap('REPLACE', { person, ...one })
      }),
    raise: (age: number) => change(() => driver.run('UPDATE age SET changes = max(changes, ?)', [age - 1])),
    erase: (people: readonly string[]) => {
      change(() => {
        for (const person of people) forget(person)
      })
      driver.exec('VACUUM')
      driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
  }
}

function writingDevices(driver: Driver, change: Change) {
  const forgetDevice = (device: string): void => {
    for (const table of ['device', 'wrap']) driver.run(`DELETE FROM ${table} WHERE device = ?`, [device])
  }
  return {
    enrol: ({ device, key }: Enrolled) =>
      change(() => {
        forgetDevice(device)
        driver.run('INSERT INTO device VALUES (?, ?)', [device, key])
      }),
    forgetDevice: (device: string) => change(() => forgetDevice(device)),
    lend: (device: string, leases: readonly Lease[], now: number) =>
      change(() => {
        driver.run('DELETE FROM lease WHERE until < ?', [now])
        for (const { person, until } of leases)
          driver.run('INSERT OR REPLACE INTO lease VALUES (?, ?, ?)', [device, person, until])
      }),
  }
}
