// The tables, how a file is recognised as ours, and what is demanded of SQLite on every open.

import { assert } from '../../core/kit/assert.ts'
import { isMarked, writeMark } from './mark.ts'
import { type Driver, text, whole } from './rows.ts'
import { strangersIn, withoutStrangers } from './strangers.ts'
import { DriverError, LogUnavailable } from './trouble.ts'

/** "GhLg", in the header of every file of ours. */
export const APPLICATION_ID = 0x47684c67

/**
 * Steps forward from one form of the file to the next, kept for ever; never edited once a night has run on them.
 * The first event of a stream needs an owner, an event its command, a detail its event.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE owner (
    stream TEXT NOT NULL PRIMARY KEY,
    epoch INTEGER NOT NULL,
    sum TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE command (
    stream TEXT NOT NULL REFERENCES owner (stream),
    command TEXT NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    answer TEXT NOT NULL,
    sum TEXT NOT NULL,
    PRIMARY KEY (stream, command)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq >= 1),
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    command TEXT NOT NULL,
    type TEXT NOT NULL,
    v INTEGER NOT NULL,
    body TEXT NOT NULL,
    detail_hash TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (stream, seq),
    FOREIGN KEY (stream, command) REFERENCES command (stream, command)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE detail (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    salt BLOB NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (stream, seq),
    FOREIGN KEY (stream, seq) REFERENCES event (stream, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE document (
    hash TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
  ) STRICT;
  CREATE TABLE snapshot (
    stream TEXT NOT NULL,
    projector TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (stream, projector)
  ) STRICT;
  CREATE TRIGGER event_stays BEFORE UPDATE ON event
    BEGIN SELECT RAISE (ABORT, 'events are history'); END;
  CREATE TRIGGER event_remains BEFORE DELETE ON event
    BEGIN SELECT RAISE (ABORT, 'events are history'); END;
  CREATE TRIGGER command_stays BEFORE UPDATE ON command
    BEGIN SELECT RAISE (ABORT, 'answers are history'); END;
  CREATE TRIGGER command_remains BEFORE DELETE ON command
    BEGIN SELECT RAISE (ABORT, 'answers are history'); END;
  PRAGMA application_id = ${APPLICATION_ID};
  `,
  // The text of a document that is named here is a change of the one under `base` (LOG-28).
  `
  CREATE TABLE document_base (
    hash TEXT NOT NULL PRIMARY KEY REFERENCES document (hash),
    base TEXT NOT NULL REFERENCES document (hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_changes ON document_base (base);
  `,
]

/** Nobody of ours contends for the file; a back-up program may hold it for a moment. */
const BUSY_WAIT_MS = 500

/**
 * Said and read back on every open, because a build may remember another default than the file had (LOG-14).
 * secure_delete overwrites what is erased; checkpoints are ours, so that their failures are heard.
 */
const DEMANDS: readonly (readonly [pragma: string, say: string, expect: number | string])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['wal_autocheckpoint', '0', 0],
  ['busy_timeout', String(BUSY_WAIT_MS), BUSY_WAIT_MS],
]

/** Makes an opened connection a log of ours, new or old, or says why it cannot be one. */
export function prepareFile(driver: Driver, migrations: readonly string[] = MIGRATIONS): void {
  const form = recognise(driver, migrations.length)
  for (const [pragma, say, expect] of DEMANDS) {
    driver.exec(`PRAGMA ${pragma} = ${say}`)
    const found = driver.get(`PRAGMA ${pragma}`, [])
    const value = found === null ? null : Object.values(found)[0]
    assert(value === expect, `SQLite keeps ${pragma} at ${expect}, not at ${value}`)
  }
  withoutStrangers(driver, migrations)
  for (const [index, migration] of migrations.entries()) {
    if (index < form) continue
    driver.exec(`BEGIN IMMEDIATE; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
  // A copy that is written on is the record now, and no copy any more (KEEP-26).
  if (isMarked(driver)) writeMark(driver, null)
  emptyWal(driver)
}

/** For whoever only reads: is it ours, and of a form we know? */
export function checkFile(driver: Driver): void {
  if (recognise(driver, MIGRATIONS.length) === 0) {
    throw new LogUnavailable('not-a-log', 'This file is not a log of Ghostlight.')
  }
}

/** For whoever is handed a file: what runs by itself in it and is not ours makes it nobody's record. Before anything else is read. */
export function checkStrangers(driver: Driver): void {
  const [first] = strangersIn(driver, MIGRATIONS)
  if (first === undefined) return
  throw new LogUnavailable(
    'not-a-log',
    `Somebody put something into this file that runs by itself (${first.kind}): it is no copy that Ghostlight made.`,
  )
}

function recognise(driver: Driver, known: number): number {
  const form = pragmaNumber(driver, 'user_version')
  const id = pragmaNumber(driver, 'application_id')
  const fresh = id === 0 && form === 0 && driver.get('SELECT 1 FROM sqlite_schema LIMIT 1', []) === null
  if (fresh) return 0
  if (id !== APPLICATION_ID) throw new LogUnavailable('not-a-log', 'This file is not a log of Ghostlight.')
  if (form > known) {
    const forms = `its form is ${form}, this program knows ${known}`
    throw new LogUnavailable('newer', `A newer Ghostlight wrote this log (${forms}): start that one.`)
  }
  return form
}

/** Empties the write-ahead file as far as readers allow, not waiting for any; true when nothing of it is left. */
export function checkpoint(driver: Driver): boolean {
  driver.exec('PRAGMA busy_timeout = 0')
  const row = driver.get('PRAGMA wal_checkpoint(TRUNCATE)', [])
  driver.exec(`PRAGMA busy_timeout = ${BUSY_WAIT_MS}`)
  assert(row !== null, 'a checkpoint answers')
  return whole(row, 'busy') === 0
}

/** What was recovered moves into the database; where the disk is full or someone reads, it is as safe where it is. */
function emptyWal(driver: Driver): void {
  try {
    checkpoint(driver)
  } catch (error) {
    if (!(error instanceof DriverError && error.trouble === 'full')) throw error
  }
}

/** SQLite's own check of the file's structure; null when it is sound. */
export function structureFault(driver: Driver): string | null {
  const row = driver.get('PRAGMA quick_check(1)', [])
  const answer = row === null ? 'no answer' : text(row, 'quick_check')
  return answer === 'ok' ? null : answer
}

export const fileBytes = (driver: Driver): number =>
  pragmaNumber(driver, 'page_count') * pragmaNumber(driver, 'page_size')

function pragmaNumber(driver: Driver, pragma: string): number {
  const row = driver.get(`PRAGMA ${pragma}`, [])
  assert(row !== null, `PRAGMA ${pragma} answers`)
  return whole(row, pragma)
}
