// What is asked of the writer's thread and what it replies, and the line both sides hold.

import type { KeptRow } from './audit.ts'
import type { KnownAnswer, RowHead } from './decide.ts'
import type { Written } from './keeper.ts'
import type { SnapshotRow, Write } from './store.ts'
import type { Wrong } from './trouble.ts'

export type Ask =
  | { readonly do: 'write'; readonly writes: readonly Write[] }
  | { readonly do: 'read'; readonly stream: string; readonly from: number; readonly limit: number }
  | { readonly do: 'answer'; readonly stream: string; readonly command: string }
  | { readonly do: 'head'; readonly stream: string }
  | { readonly do: 'streams' }
  | { readonly do: 'document'; readonly hash: string }
  | { readonly do: 'snapshot'; readonly stream: string; readonly projector: string }
  | { readonly do: 'compact' }
  | { readonly do: 'close' }

export type Replies = {
  readonly write: readonly Written[]
  readonly read: readonly KeptRow[]
  readonly answer: KnownAnswer | null
  readonly head: RowHead & { readonly epoch: number }
  readonly streams: readonly { readonly stream: string; readonly head: number }[]
  readonly document: string | null
  readonly snapshot: SnapshotRow | null
  readonly compact: null
  readonly close: null
}

export type Asked = { readonly id: number; readonly ask: Ask }
export type Replied =
  | { readonly id: number; readonly ok: true; readonly reply: Replies[keyof Replies] }
  | { readonly id: number; readonly ok: false; readonly wrong: Wrong }

/** The id of the first message of the thread: the file is open, or why it is not. */
export const OPENED = 0

export type WriterData = { readonly file: string; readonly evenIfDamaged: boolean }
