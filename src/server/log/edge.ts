// At the port's edge, the same for every adapter: bounds are asked for, rows become events, answers are read.

import { assert } from '../../core/kit/assert.ts'
import { canonical } from '../../core/kit/json.ts'
import { storedEvent } from './audit.ts'
import type { KnownAnswer } from './decide.ts'
import { checkName, type Entry } from './entry.ts'
import {
  type Answer,
  APPENDS_PER_CALL_MAX,
  DOCUMENT_BYTES_MAX,
  READ_LIMIT_MAX,
  SNAPSHOT_BYTES_MAX,
  type Snapshot,
  type StoredEvent,
} from './log.ts'
import { parsed } from './rows.ts'
import type { SnapshotRow } from './store.ts'

/** The events of an entry as a later read gives them: only seq, time and hashes were not known before. */
export function eventsOf(
  entry: Entry,
  receipt: { readonly firstSeq: number; readonly at: number; readonly hashes: readonly string[] },
): readonly StoredEvent[] {
  const { stream, by, command } = entry
  return receipt.hashes.flatMap((hash, index) => {
    const event = entry.events[index]
    if (event === undefined) return []
    const { type, v, body, detail } = event
    const row = { stream, seq: receipt.firstSeq + index, at: receipt.at, by, command, type, v, body, hash }
    const beside = { salt: detail?.salt ?? null, detail: detail?.text ?? null }
    return [storedEvent({ ...row, detailHash: detail?.hash ?? null, ...beside })]
  })
}

export const answerOf = ({ answer, firstSeq, lastSeq }: KnownAnswer): Answer => ({
  answer: parsed(answer),
  firstSeq,
  lastSeq,
})

export function checkAppends(count: number): void {
  assert(count <= APPENDS_PER_CALL_MAX, 'at most APPENDS_PER_CALL_MAX appends in one call')
}

export function checkReading(from: number, limit: number): void {
  assert(Number.isSafeInteger(from) && from >= 1, 'reading begins at a whole number from 1')
  const bounded = Number.isSafeInteger(limit) && limit >= 1 && limit <= READ_LIMIT_MAX
  assert(bounded, 'one read asks for 1 to READ_LIMIT_MAX events')
}

/** UTF-8 cannot carry half a character: a hash of such a text would not fit what comes back. */
export function checkDocument(text: string): void {
  assert(text.isWellFormed() && !text.includes('\0'), 'a document is plain text')
  assert(Buffer.byteLength(text) <= DOCUMENT_BYTES_MAX, 'a document has at most DOCUMENT_BYTES_MAX bytes')
}

/** A wrong hash is written down as it is: it is found out when the snapshot is asked for. */
export function snapshotRow({ seq, projector, hash, state }: Snapshot): SnapshotRow {
  checkName(projector, 'a projector')
  assert(Number.isSafeInteger(seq) && seq >= 0, 'a snapshot is of a whole number of events')
  const text = canonical(state)
  const bounded = Buffer.byteLength(text) <= SNAPSHOT_BYTES_MAX
  assert(bounded, 'a snapshot has at most SNAPSHOT_BYTES_MAX bytes')
  return { seq, projector, hash, state: text }
}

export const snapshotOf = ({ state, ...rest }: SnapshotRow): Snapshot => ({ ...rest, state: parsed(state) })
