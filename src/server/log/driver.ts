// The driver for Node's own SQLite, with its errors sorted by what people can do about them.

import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { Mistake } from '../../core/kit/assert.ts'
import type { Driver } from './rows.ts'
import { DriverError, type DriverTrouble } from './trouble.ts'

export function openNodeDriver(file: string, readOnly = false): Driver {
  const database = sorted(() => new DatabaseSync(file, { readOnly, defensive: true }))
  // The texts are the constants of this room, so there are few of them.
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  return {
    exec: (sql) => sorted(() => database.exec(sql)),
    run: (sql, values) => void sorted(() => statement(sql).run(...values)),
    get: (sql, values) => sorted(() => statement(sql).get(...values) ?? null),
    all: (sql, values) => sorted(() => statement(sql).all(...values)),
    close: () => sorted(() => database.close()),
  }
}

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that are the world's doing. */
const troubles: ReadonlyMap<number, DriverTrouble> = new Map([
  [3, 'io'], // PERM
  [5, 'busy'], // BUSY
  [6, 'busy'], // LOCKED
  [8, 'io'], // READONLY
  [10, 'io'], // IOERR
  [11, 'corrupt'], // CORRUPT
  [13, 'full'], // FULL
  [14, 'io'], // CANTOPEN
  [15, 'busy'], // PROTOCOL
  [26, 'not-a-log'], // NOTADB
])

function sorted<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const trouble = troubles.get(primaryCode(error))
    throw trouble === undefined ? new Mistake(`SQLite: ${message}`) : new DriverError(trouble, message)
  }
}

function primaryCode(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return 0
  return typeof error.errcode === 'number' ? error.errcode & 0xff : 0
}
