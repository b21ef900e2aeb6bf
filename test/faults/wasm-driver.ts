// The log's driver over SQLite compiled to WebAssembly, whose file layer is node:fs and so can be lied to. Tests only.

import wasm from 'node-sqlite3-wasm'
import { Mistake } from '../../src/core/kit/assert.ts'
import type { Driver, Row, Value } from '../../src/server/log/rows.ts'
import { DriverError, type DriverTrouble } from '../../src/server/log/trouble.ts'

export function openWasmDriver(file: string): Driver {
  const database = sorted(() => new wasm.Database(file))
  // Its file layer shares no memory between connections; without this there is no write-ahead file.
  sorted(() => database.exec('PRAGMA locking_mode = EXCLUSIVE'))
  return {
    exec: (sql) => sorted(() => database.exec(sql)),
    run: (sql, values) => void sorted(() => database.run(sql, [...values])),
    get: (sql, values) => sorted(() => row(database.get(sql, [...values]))),
    all: (sql, values) => sorted(() => database.all(sql, [...values]).map(plain)),
    close: () => sorted(() => database.close()),
  }
}

const row = (found: unknown): Row | null => (found === null ? null : plain(found))

// As at the edge: without `expand` the library gives one flat row of SQLite's own values.
const plain = (found: unknown): Row => found as { readonly [column: string]: Value }

/** The library tells only SQLite's messages, so they are what is sorted by. */
const troubles: readonly (readonly [message: RegExp, trouble: DriverTrouble])[] = [
  [/disk is full/, 'full'],
  [/disk I\/O error|unable to open|could not open|readonly/i, 'io'],
  [/is locked/, 'busy'],
  [/malformed/, 'corrupt'],
  [/not a database/, 'not-a-log'],
]

function sorted<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const trouble = troubles.find(([pattern]) => pattern.test(message))?.[1]
    throw trouble === undefined ? new Mistake(`SQLite: ${message}`) : new DriverError(trouble, message)
  }
}
