// The port of the log: what every store of events must promise (docs/specs/log.md, I1 to I13).

import type { Json } from '../../core/kit/json.ts'
import type { Instant } from '../../core/kit/time.ts'

/** A performance's id, or `installation` for what belongs to all of them (devices, shows). */
export type StreamId = string

/** Grows by one with each claim; an append under an older one is refused in the store. */
export type Epoch = number

/** `local`: fsynced here. `replicated`: on at least two machines. */
export type Level = 'local' | 'replicated'

/** An event as decided. `detail` is the personal part (where, free text): it can be erased, `body` never. */
export type NewEvent = {
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail?: Json
}

/** What became of the personal part: there, never there, or erased under a rule. */
export type Detail =
  | { readonly state: 'none' }
  | { readonly state: 'kept'; readonly value: Json }
  | { readonly state: 'erased'; readonly hash: string }

export type StoredEvent = {
  readonly stream: StreamId
  /** 1, 2, 3 … per stream, without a gap. */
  readonly seq: number
  /** Never before the event in front of it. */
  readonly at: Instant
  /** Who did it: a person's or device's id, never a name. */
  readonly by: string
  /** The command that it came from. */
  readonly command: string
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail: Detail
  /** Hex SHA-256 of the previous hash and this event's canonical bytes. */
  readonly hash: string
}

/** One command's events, all or none. No events: only the answer (a refusal) is remembered. */
export type Append = {
  readonly stream: StreamId
  readonly epoch: Epoch
  /** The seq of the last event this was decided on; 0 in an empty stream. */
  readonly expectSeq: number
  /** The command's identity; takes effect once, ever, in its stream. */
  readonly command: string
  readonly at: Instant
  readonly by: string
  readonly events: readonly NewEvent[]
  /** What the sender is told, and told again if it asks again. */
  readonly answer: Json
}

export type AppendOutcome =
  | { readonly done: 'appended'; readonly events: readonly StoredEvent[]; readonly level: Level }
  | { readonly done: 'already'; readonly answer: Json; readonly firstSeq: number; readonly lastSeq: number }
  | { readonly done: 'superseded'; readonly epoch: Epoch }
  | { readonly done: 'conflict'; readonly head: number }
  | { readonly done: 'failed'; readonly sentence: string }

export type Snapshot = {
  readonly seq: number
  readonly projector: string
  readonly hash: string
  readonly state: Json
}

export type Verification = {
  readonly ok: boolean
  readonly performances: number
  readonly events: number
  readonly erased: number
  readonly firstBad: { readonly stream: StreamId; readonly seq: number; readonly what: string } | null
}

export type Log = {
  /** The caller becomes the stream's only owner. */
  claim(stream: StreamId): Promise<Epoch>
  /**
   * In order, in as few commits as the adapter can; resolves when durable at the adapter's level. One outcome
   * per append. A `failed` one was not acknowledged and may or may not be there: look up by command.
   */
  append(appends: readonly Append[]): Promise<readonly AppendOutcome[]>
  /** Events with seq >= from, at most `limit` (READ_LIMIT_MAX). Bytes are checked against the chain. */
  read(stream: StreamId, from: number, limit: number): Promise<readonly StoredEvent[]>
  /** What the sender of this command was told, if it ever took effect. */
  answer(
    stream: StreamId,
    command: string,
  ): Promise<{ readonly answer: Json; readonly firstSeq: number; readonly lastSeq: number } | null>
  head(
    stream: StreamId,
  ): Promise<{
    readonly seq: number
    readonly hash: string
    readonly at: Instant | null
    readonly epoch: Epoch
  }>
  streams(): Promise<readonly { readonly stream: StreamId; readonly head: number }[]>
  /**
   * Deletes the personal part of these events and appends `detail.erased {rule, seqs}` in the same commit.
   * The chain stays whole: it covers only the part's hash.
   */
  eraseDetail(
    erase: Omit<Append, 'events' | 'answer'> & { readonly seqs: readonly number[]; readonly rule: string },
  ): Promise<AppendOutcome>
  /** Large unchanging bytes (a published show) under the hex SHA-256 of their UTF-8; the same text twice is once. */
  saveDocument(text: string): Promise<string>
  document(hash: string): Promise<string | null>
  saveSnapshot(stream: StreamId, snapshot: Snapshot): Promise<void>
  /** A cache: the newest of this projector, or null. A wrong hash is as good as none. */
  snapshot(stream: StreamId, projector: string): Promise<Snapshot | null>
  verify(): Promise<Verification>
  close(): Promise<void>
}

export const READ_LIMIT_MAX = 10_000
export const APPENDS_PER_CALL_MAX = 1_000
export const EVENT_BYTES_MAX = 256 * 1024
