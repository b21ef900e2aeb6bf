// What the log reads: rows that have passed the chain or their own hash, and nothing else.

import { checkPage, type KeptRow } from './audit.ts'
import { CHAIN_START, textHash } from './chain.ts'
import { bytesOrNull, type Driver, type Row, text, textOrNull, whole } from './rows.ts'
import { headOf, type SnapshotRow } from './store.ts'
import { LogDamaged } from './trouble.ts'

const EVENTS = `
  SELECT e.seq, e.at, e.author, e.command, e.type, e.v, e.body, e.detail_hash, e.hash, d.salt, d.text AS detail
  FROM event e LEFT JOIN detail d ON d.stream = e.stream AND d.seq = e.seq
  WHERE e.stream = ? AND e.seq >= ? ORDER BY e.seq LIMIT ?`

/** The same where the personal parts themselves cannot be read. */
const WITHOUT_DETAILS = `
  SELECT seq, at, author, command, type, v, body, detail_hash, hash, NULL AS salt, NULL AS detail
  FROM event WHERE stream = ? AND seq >= ? ORDER BY seq LIMIT ?`

/** One page of a stream, unchecked: for those that check it themselves. */
export const eventPage = (
  driver: Driver,
  stream: string,
  from: number,
  limit: number,
  what: 'with details' | 'without details' = 'with details',
): readonly KeptRow[] =>
  driver
    .all(what === 'with details' ? EVENTS : WITHOUT_DETAILS, [stream, from, limit])
    .map((row) => keptRow(stream, row))

function keptRow(stream: string, row: Row): KeptRow {
  return {
    stream,
    seq: whole(row, 'seq'),
    at: whole(row, 'at'),
    by: text(row, 'author'),
    command: text(row, 'command'),
    type: text(row, 'type'),
    v: whole(row, 'v'),
    body: text(row, 'body'),
    detailHash: textOrNull(row, 'detail_hash'),
    hash: text(row, 'hash'),
    salt: bytesOrNull(row, 'salt'),
    detail: textOrNull(row, 'detail'),
  }
}

/** One page of a stream, each row checked against the one before. */
export function readEvents(driver: Driver, stream: string, from: number, limit: number): readonly KeptRow[] {
  const rows = eventPage(driver, stream, from, limit)
  if (rows.length > 0) checkPage(stream, rows, from, hashBefore(driver, stream, from))
  return rows
}

function hashBefore(driver: Driver, stream: string, from: number): string {
  if (from === 1) return CHAIN_START
  const row = driver.get('SELECT hash FROM event WHERE stream = ? AND seq = ?', [stream, from - 1])
  if (row === null) throw new LogDamaged(stream, from - 1, 'it is missing')
  return text(row, 'hash')
}

export function streamHeads(driver: Driver): readonly { readonly stream: string; readonly head: number }[] {
  // Through the owners: asking the events for their streams would read all of them.
  return driver
    .all('SELECT stream FROM owner ORDER BY stream', [])
    .map((row) => text(row, 'stream'))
    .map((stream) => ({ stream, head: headOf(driver, stream).seq }))
    .filter(({ head }) => head > 0)
}

/** Null also for a state that does not match its hash, or of events that are not there: fold the events instead. */
export function snapshotOf(driver: Driver, stream: string, projector: string): SnapshotRow | null {
  const select = 'SELECT seq, hash, state FROM snapshot WHERE stream = ? AND projector = ?'
  const row = driver.get(select, [stream, projector])
  if (row === null) return null
  const snapshot = { projector, seq: whole(row, 'seq'), hash: text(row, 'hash'), state: text(row, 'state') }
  const sound = textHash(snapshot.state) === snapshot.hash && snapshot.seq <= headOf(driver, stream).seq
  return sound ? snapshot : null
}
