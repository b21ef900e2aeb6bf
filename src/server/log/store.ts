// What the log writes, inside a transaction that someone else begins and commits: plain SQL over a Driver.

import { assert } from '../../core/kit/assert.ts'
import { CHAIN_START, type EventRow, rowSum } from './chain.ts'
import { decideAppend, type KnownAnswer, type RowHead } from './decide.ts'
import { removeDocument, saveChange, saveDocument } from './documents.ts'
import type { Entry } from './entry.ts'
import { DETAIL_ERASED } from './log.ts'
import { type Driver, text, whole } from './rows.ts'
import { LogDamaged } from './trouble.ts'

export type SnapshotRow = {
  readonly seq: number
  readonly projector: string
  readonly hash: string
  readonly state: string
}

export type Write =
  | { readonly do: 'append'; readonly entry: Entry }
  | { readonly do: 'erase'; readonly entry: Entry; readonly seqs: readonly number[] }
  | { readonly do: 'claim'; readonly stream: string }
  | { readonly do: 'document'; readonly hash: string; readonly text: string }
  | { readonly do: 'change'; readonly hash: string; readonly base: string; readonly text: string }
  | { readonly do: 'remove-document'; readonly hash: string }
  | { readonly do: 'snapshot'; readonly stream: string; readonly snapshot: SnapshotRow }

/** After these no byte of it may be left, in the write-ahead file either. */
export const isErasing = (write: Write): boolean => write.do === 'erase' || write.do === 'remove-document'

/** `appended` names only what the sender of the entry does not know already. */
export type Receipt =
  | {
      readonly done: 'appended'
      readonly firstSeq: number
      readonly at: number
      readonly hashes: readonly string[]
    }
  | ({ readonly done: 'already' } & KnownAnswer)
  | { readonly done: 'superseded'; readonly epoch: number }
  | { readonly done: 'conflict'; readonly head: number }
  | { readonly done: 'claimed'; readonly epoch: number }
  | { readonly done: 'kept' }
  /** A document that has to be kept whole. */
  | { readonly done: 'wanted' }

export function write(driver: Driver, what: Write): Receipt {
  switch (what.do) {
    case 'append':
      return appendEntry(driver, what.entry)
    case 'erase':
      return eraseDetail(driver, what.entry, what.seqs)
    case 'claim':
      return { done: 'claimed', epoch: claim(driver, what.stream) }
    case 'document':
      saveDocument(driver, what.hash, what.text)
      return { done: 'kept' }
    case 'change':
      return { done: saveChange(driver, what.hash, what.base, what.text) ? 'kept' : 'wanted' }
    case 'remove-document':
      removeDocument(driver, what.hash)
      return { done: 'kept' }
    case 'snapshot':
      saveSnapshot(driver, what.stream, what.snapshot)
      return { done: 'kept' }
    default:
      return what satisfies never
  }
}

function appendEntry(driver: Driver, entry: Entry): Receipt {
  const { stream, command, at } = entry
  const head = headOf(driver, stream)
  const known = answerOf(driver, stream, command)
  const decision = decideAppend(entry, { known, epoch: epochOf(driver, stream), head })
  if (decision.done !== 'appended') return decision
  const { rows } = decision
  const firstSeq = head.seq + 1
  insertCommand(driver, { stream, command, firstSeq, lastSeq: head.seq + rows.length, answer: entry.answer })
  for (const [index, row] of rows.entries()) {
    insertEvent(driver, row)
    const detail = entry.events[index]?.detail ?? null
    if (detail !== null) insertDetail(driver, { stream, seq: row.seq, salt: detail.salt, text: detail.text })
  }
  return { done: 'appended', firstSeq, at: rows[0]?.at ?? at, hashes: rows.map(({ hash }) => hash) }
}

/** Snapshots go too: a state may repeat the words that are to be forgotten (LOG-12). */
function eraseDetail(driver: Driver, entry: Entry, seqs: readonly number[]): Receipt {
  const receipt = appendEntry(driver, entry)
  if (receipt.done !== 'appended') return receipt
  for (const seq of seqs) {
    driver.run('DELETE FROM detail WHERE stream = ? AND seq = ?', [entry.stream, seq])
  }
  driver.run('DELETE FROM snapshot WHERE stream = ?', [entry.stream])
  return receipt
}

function claim(driver: Driver, stream: string): number {
  const epoch = epochOf(driver, stream) + 1
  insertOwner(driver, stream, epoch)
  return epoch
}

/** A snapshot of what has since been erased comes too late and is dropped: it is only a cache. */
function saveSnapshot(driver: Driver, stream: string, snapshot: SnapshotRow): void {
  const { projector, seq, hash, state } = snapshot
  assert(seq <= headOf(driver, stream).seq, 'a snapshot is of events that are there')
  const forgotten = 'SELECT 1 FROM event WHERE stream = ? AND seq > ? AND type = ? LIMIT 1'
  if (driver.get(forgotten, [stream, seq, DETAIL_ERASED]) !== null) return
  driver.run(
    `INSERT INTO snapshot (stream, projector, seq, hash, state) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (stream, projector) DO UPDATE
     SET seq = excluded.seq, hash = excluded.hash, state = excluded.state WHERE excluded.seq >= snapshot.seq`,
    [stream, projector, seq, hash, state],
  )
}

export function headOf(driver: Driver, stream: string): RowHead {
  const row = driver.get('SELECT seq, hash, at FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1', [
    stream,
  ])
  if (row === null) return { seq: 0, hash: CHAIN_START, at: null }
  return { seq: whole(row, 'seq'), hash: text(row, 'hash'), at: whole(row, 'at') }
}

/** 0 where nobody has claimed the stream yet. */
export function epochOf(driver: Driver, stream: string): number {
  const row = driver.get('SELECT epoch, sum FROM owner WHERE stream = ?', [stream])
  if (row === null) return 0
  const epoch = whole(row, 'epoch')
  if (text(row, 'sum') !== rowSum([stream, epoch]))
    throw new LogDamaged(stream, 0, 'its owner is not as written')
  return epoch
}

export function answerOf(driver: Driver, stream: string, command: string): KnownAnswer | null {
  const select = 'SELECT first_seq, last_seq, answer, sum FROM command WHERE stream = ? AND command = ?'
  const row = driver.get(select, [stream, command])
  if (row === null) return null
  const known = {
    answer: text(row, 'answer'),
    firstSeq: whole(row, 'first_seq'),
    lastSeq: whole(row, 'last_seq'),
  }
  if (text(row, 'sum') !== commandSum({ stream, command, ...known })) {
    throw new LogDamaged(stream, known.firstSeq, `the answer to ${command} is not as written`)
  }
  return known
}

export type CommandRow = KnownAnswer & { readonly stream: string; readonly command: string }

export const commandSum = (row: CommandRow): string =>
  rowSum([row.stream, row.command, row.firstSeq, row.lastSeq, row.answer])

export function insertOwner(driver: Driver, stream: string, epoch: number): void {
  driver.run(
    `INSERT INTO owner (stream, epoch, sum) VALUES (?, ?, ?)
     ON CONFLICT (stream) DO UPDATE SET epoch = excluded.epoch, sum = excluded.sum`,
    [stream, epoch, rowSum([stream, epoch])],
  )
}

export function insertCommand(driver: Driver, row: CommandRow): void {
  driver.run(
    'INSERT INTO command (stream, command, first_seq, last_seq, answer, sum) VALUES (?, ?, ?, ?, ?, ?)',
    [row.stream, row.command, row.firstSeq, row.lastSeq, row.answer, commandSum(row)],
  )
}

export function insertEvent(driver: Driver, row: EventRow): void {
  driver.run(
    `INSERT INTO event (stream, seq, at, author, command, type, v, body, detail_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [row.stream, row.seq, row.at, row.by, row.command, row.type, row.v, row.body, row.detailHash, row.hash],
  )
}

export type DetailRow = {
  readonly stream: string
  readonly seq: number
  readonly salt: Uint8Array
  readonly text: string
}

export function insertDetail(driver: Driver, row: DetailRow): void {
  driver.run('INSERT INTO detail (stream, seq, salt, text) VALUES (?, ?, ?, ?)', [
    row.stream,
    row.seq,
    row.salt,
    row.text,
  ])
}
