// Whether an append may take effect, and the rows it makes: the one rule that every store follows.

import { type EventRow, eventHash } from './chain.ts'
import type { Entry } from './entry.ts'

/** What the store knows when the append's turn comes. */
export type Standing = {
  readonly known: KnownAnswer | null
  readonly epoch: number
  readonly head: RowHead
}

export type KnownAnswer = { readonly answer: string; readonly firstSeq: number; readonly lastSeq: number }
/** `at` is null before the first event. */
export type RowHead = { readonly seq: number; readonly hash: string; readonly at: number | null }

export type Decision =
  | { readonly done: 'appended'; readonly rows: readonly EventRow[] }
  | ({ readonly done: 'already' } & KnownAnswer)
  | { readonly done: 'superseded'; readonly epoch: number }
  | { readonly done: 'conflict'; readonly head: number }

/**
 * The answer comes first: a re-send is told the same even by a new owner on a later state (LOG-3). Then the epoch
 * (LOG-6), then the state it was decided on (LOG-5).
 */
export function decideAppend(entry: Entry, standing: Standing): Decision {
  const { known, epoch, head } = standing
  if (known !== null) return { done: 'already', ...known }
  if (epoch === 0 || epoch !== entry.epoch) return { done: 'superseded', epoch }
  if (head.seq !== entry.expectSeq) return { done: 'conflict', head: head.seq }
  return { done: 'appended', rows: chained(entry, head) }
}

function chained(entry: Entry, head: RowHead): readonly EventRow[] {
  const { stream, command, by } = entry
  // A clock that was set back does not set the night back (LOG-11).
  const at = Math.max(head.at ?? entry.at, entry.at)
  let previous = head.hash
  return entry.events.map(({ type, v, body, detail }, index) => {
    const seq = head.seq + 1 + index
    const row = { stream, seq, at, by, command, type, v, body, detailHash: detail?.hash ?? null }
    previous = eventHash(previous, row)
    return { ...row, hash: previous }
  })
}
