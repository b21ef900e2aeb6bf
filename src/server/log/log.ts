// The port of the log: what every store of events must promise (docs/specs/log.md, I1 to I13).
// What breaks: a `failed` outcome, a rejection with LogDamaged or LogUnavailable (trouble.ts), or a Mistake of ours.

import type { Json } from '../../core/kit/json.ts'
import type { LineChange } from '../../core/kit/list-change.ts'
import type { Instant } from '../../core/kit/time.ts'

/** A performance's id, or the name of what belongs to all of them: `installation` (devices, shows), `incidents`, `drills`, `openings`, `notices`, `care`, `heads`. */
export type StreamId = string

export const INSTALLATION_STREAM: StreamId = 'installation'
/** What is written down when somebody is down, whether a performance is open or not; and what was only practised. */
export const INCIDENT_STREAM: StreamId = 'incidents'
export const DRILL_STREAM: StreamId = 'drills'
/** Who opened a sealed note; never what stands in one. */
export const VAULT_STREAM: StreamId = 'openings'
/** What may be said of somebody, who rang their people, and what everybody was told. */
export const NOTICE_STREAM: StreamId = 'notices'
/** Who asked to be got in touch with. */
export const CARE_STREAM: StreamId = 'care'

/** Where the record stood, signed, so that a device that kept it can tell whether it still does. */
export const HEADS_STREAM: StreamId = 'heads'

const ofTheHouse: ReadonlySet<StreamId> = new Set([
  ...[INSTALLATION_STREAM, INCIDENT_STREAM, DRILL_STREAM, VAULT_STREAM, NOTICE_STREAM, CARE_STREAM],
  HEADS_STREAM,
])

/** Everything else is of the whole house. */
export const isOfPerformance = (stream: StreamId): boolean => !ofTheHouse.has(stream)

/** Grows by one with each claim; an append under an older one is refused in the store. */
export type Epoch = number

/** `local`: fsynced here. `replicated`: on at least two machines. */
export type Level = 'local' | 'replicated'

/** An event as decided. `detail` is the personal part (where, free text): it can be erased, `body` never. */
export type NewEvent = {
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail?: Json | undefined
}

/** What became of the personal part: there, never there, or erased under a rule. */
type Detail =
  | { readonly state: 'none' }
  | { readonly state: 'kept'; readonly value: Json }
  | { readonly state: 'erased'; readonly hash: string }

export type StoredEvent = {
  readonly stream: StreamId
  /** 1, 2, 3 … per stream, without a gap. */
  readonly seq: number
  /** Never before the event in front of it: an append's `at` that is earlier is moved up to it. */
  readonly at: Instant
  /** Who did it: a person's or device's id, never a name. */
  readonly by: string
  /** The command that it came from. */
  readonly command: string
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail: Detail
  /** Hex SHA-256 of the previous hash and this event's canonical bytes (chain.ts). */
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
  /** What the sender is told, and told again if it asks again. Never the personal part: it is kept for ever. */
  readonly answer: Json
}

/** What the sender of a command was told; without events the range is empty: lastSeq = firstSeq - 1 = the head. */
export type Answer = { readonly answer: Json; readonly firstSeq: number; readonly lastSeq: number }

export type AppendOutcome =
  | { readonly done: 'appended'; readonly events: readonly StoredEvent[]; readonly level: Level }
  /** Asked first of all: whoever sends a command again is told the same, whatever has happened since. */
  | ({ readonly done: 'already' } & Answer)
  /** Someone else owns the stream, under this epoch. */
  | { readonly done: 'superseded'; readonly epoch: Epoch }
  /** Decided on an older state than this head: nothing was kept, decide again. */
  | { readonly done: 'conflict'; readonly head: number }
  /** Not acknowledged, for the reason in the sentence; it may or may not be there: look up by command. */
  | { readonly done: 'failed'; readonly sentence: string }

export type Snapshot = {
  /** The last event folded in; not above the head. */
  readonly seq: number
  readonly projector: string
  /** Hex SHA-256 of the state's canonical JSON: `stateHash` of chain.ts. */
  readonly hash: string
  readonly state: Json
}

export type Verification = {
  readonly ok: boolean
  /** Streams that hold events, the installation's own apart. */
  readonly performances: number
  readonly events: number
  /** Events whose personal part was erased under a rule. */
  readonly erased: number
  readonly firstBad: { readonly stream: StreamId; readonly seq: number; readonly what: string } | null
}

export type Log = {
  /** The caller becomes the stream's only owner; the first epoch is 1. */
  claim(stream: StreamId): Promise<Epoch>
  /**
   * In order, in as few commits as the adapter can; resolves when durable at the adapter's level. One outcome per
   * append; within a stream each builds on the one before, and a conflict or duplicate affects only itself.
   */
  append(appends: readonly Append[]): Promise<readonly AppendOutcome[]>
  /** Events with seq >= from, at most `limit` (READ_LIMIT_MAX). Bytes are checked against the chain. */
  read(stream: StreamId, from: number, limit: number): Promise<readonly StoredEvent[]>
  /** What the sender of this command was told, if it ever took effect. */
  answer(stream: StreamId, command: string): Promise<Answer | null>
  /** Of an unknown stream: seq 0, CHAIN_START, no time, epoch 0. */
  head(stream: StreamId): Promise<Head>
  /** Those that hold events, by name. */
  streams(): Promise<readonly { readonly stream: StreamId; readonly head: number }[]>
  /**
   * Deletes the personal part of these events and the stream's snapshots, and appends `detail.erased {rule, seqs}`
   * in the same commit. The chain stays whole: it covers only the part's hash. The answer is `{erased}`, a count.
   */
  eraseDetail(erase: Erasure): Promise<AppendOutcome>
  /** Large unchanging bytes (a published show) under the hex SHA-256 of their UTF-8; the same text twice is once. */
  saveDocument(text: string): Promise<string>
  /**
   * The same, as what it keeps of a document that is there. `whole` is asked for its text where it has to lie whole: that
   * one is gone, or DOCUMENT_CHANGES_MAX lie behind it already. The caller has made the text of the change, and its hash.
   */
  saveChange(change: DocumentChange, whole: () => Promise<string>): Promise<void>
  document(hash: string): Promise<string | null>
  /** A version that holds what has to be forgotten; no byte of it is left when that is said. Where there is none, nothing. */
  removeDocument(hash: string): Promise<void>
  /**
   * Writes the file anew. What was erased is overwritten where it lay, but a page that was once divided may still hold a
   * piece of it in a corner that nothing uses: after this no byte of it is left.
   */
  compact(): Promise<void>
  saveSnapshot(stream: StreamId, snapshot: Snapshot): Promise<void>
  /** A cache: the newest of this projector, or null; one that does not match its hash is as good as none. */
  snapshot(stream: StreamId, projector: string): Promise<Snapshot | null>
  verify(): Promise<Verification>
  /** Waits for what was asked before; whoever asks after is told that the log is closed. */
  close(): Promise<void>
}

export type DocumentChange = { readonly hash: string; readonly base: string; readonly change: LineChange }

export type Head = {
  readonly seq: number
  readonly hash: string
  readonly at: Instant | null
  readonly epoch: Epoch
}

export type Erasure = Omit<Append, 'events' | 'answer'> & {
  readonly seqs: readonly number[]
  readonly rule: string
}

/** The only event that the log writes by itself; nobody else may. */
export const DETAIL_ERASED = 'detail.erased'

export const READ_LIMIT_MAX = 10_000
export const APPENDS_PER_CALL_MAX = 1_000
export const EVENTS_PER_APPEND_MAX = 1_000
export const ERASE_SEQS_MAX = 10_000
/** Body and detail together, as canonical UTF-8; also the bound of an answer. */
export const EVENT_BYTES_MAX = 256 * 1024
export const DOCUMENT_BYTES_MAX = 32 * 1024 * 1024
/** One behind the other before a whole one: what reading the last of them takes, and what one bad page can take with it. */
export const DOCUMENT_CHANGES_MAX = 100
export const SNAPSHOT_BYTES_MAX = 32 * 1024 * 1024
/** Of every id and name: stream, command, by, type, rule, projector. In UTF-16 units. */
export const NAME_LENGTH_MAX = 200
