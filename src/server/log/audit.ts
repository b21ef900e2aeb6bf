// Reading with suspicion: each event against the chain, each personal part against its hash and its erasure.

import { instant } from '../../core/kit/time.ts'
import { CHAIN_START, detailHash, type EventRow, eventHash } from './chain.ts'
import { DETAIL_ERASED, type StoredEvent } from './log.ts'
import { parsed } from './rows.ts'
import { LogDamaged } from './trouble.ts'

/** An event row with what lies beside it, where it still does. */
export type KeptRow = EventRow & { readonly salt: Uint8Array | null; readonly detail: string | null }

export type Bad = { readonly stream: string; readonly seq: number; readonly what: string }
export type StreamAudit = { readonly events: number; readonly erased: number; readonly bad: Bad | null }

/** What is wrong with a row that should follow `previous`, or null. */
export function faultOf(previous: string, row: KeptRow): string | null {
  if (eventHash(previous, row) !== row.hash) return 'its bytes do not match its hash'
  if (row.detail === null || row.salt === null) {
    return row.detail === row.salt ? null : 'its personal part lies there by halves'
  }
  if (row.detailHash === null) return 'it carries a personal part it never had'
  return detailHash(row.salt, row.detail) === row.detailHash
    ? null
    : 'its personal part does not match its hash'
}

/** Rejects the first row of a page that does not follow the one before: nothing behind it is served either. */
export function checkPage(stream: string, rows: readonly KeptRow[], from: number, previous: string): void {
  let last = previous
  for (const [index, row] of rows.entries()) {
    const seq = from + index
    const fault = row.seq === seq ? faultOf(last, row) : 'it is missing'
    if (fault !== null) throw new LogDamaged(stream, seq, fault)
    last = row.hash
  }
}

export function storedEvent(row: KeptRow): StoredEvent {
  const { stream, seq, by, command, type, v, hash } = row
  return {
    ...{ stream, seq, at: instant(row.at), by, command, type, v, body: parsed(row.body) },
    detail: detailOf(row),
    hash,
  }
}

function detailOf(row: KeptRow): StoredEvent['detail'] {
  if (row.detailHash === null) return { state: 'none' }
  return row.detail === null
    ? { state: 'erased', hash: row.detailHash }
    : { state: 'kept', value: parsed(row.detail) }
}

/** Walks one stream from its first event; `rows` come in order, and what is wrong first ends the walk. */
export function auditStream(stream: string, rows: Iterable<KeptRow>): StreamAudit {
  const kept = new Set<number>()
  const missing = new Set<number>()
  const told = new Set<number>()
  let last = { seq: 0, hash: CHAIN_START, at: Number.MIN_SAFE_INTEGER }
  const end = (bad: Bad | null) => ({ events: last.seq, erased: missing.size, bad })
  for (const row of rows) {
    const seq = last.seq + 1
    const fault = placeFault(row, seq, last.at) ?? faultOf(last.hash, row)
    if (fault !== null) return end({ stream, seq, what: fault })
    if (row.detailHash !== null) (row.detail === null ? missing : kept).add(seq)
    for (const erased of erasedBy(row)) told.add(erased)
    last = { seq, hash: row.hash, at: row.at }
  }
  return end(erasureFault(stream, { kept, missing, told }))
}

function placeFault(row: KeptRow, seq: number, notBefore: number): string | null {
  if (row.seq !== seq) return 'it is missing'
  return row.at < notBefore ? 'its time is before the event in front of it' : null
}

/** Only asked of a row that matches its hash, so that its body is what we wrote. */
function erasedBy(row: KeptRow): readonly number[] {
  if (row.type !== DETAIL_ERASED) return []
  // As at the edge: `makeErasure` is the only author of this type, and the chain vouches for the bytes.
  return (parsed(row.body) as { readonly seqs: readonly number[] }).seqs
}

function erasureFault(
  stream: string,
  seqs: {
    readonly kept: ReadonlySet<number>
    readonly missing: ReadonlySet<number>
    readonly told: ReadonlySet<number>
  },
): Bad | null {
  const lost = [...seqs.missing].find((seq) => !seqs.told.has(seq))
  if (lost !== undefined)
    return { stream, seq: lost, what: 'its personal part is gone, and no erasure says so' }
  const left = [...seqs.kept].find((seq) => seqs.told.has(seq))
  if (left !== undefined)
    return { stream, seq: left, what: 'its personal part was erased, and is there again' }
  return null
}
