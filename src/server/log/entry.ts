// An append made ready for writing: checked, written down canonically, its personal parts salted.

import { assert } from '../../core/kit/assert.ts'
import { canonical } from '../../core/kit/json.ts'
import { detailHash, type RandomBytes, SALT_BYTES } from './chain.ts'
import {
  type Append,
  DETAIL_ERASED,
  type Epoch,
  ERASE_SEQS_MAX,
  type Erasure,
  EVENT_BYTES_MAX,
  EVENTS_PER_APPEND_MAX,
  NAME_LENGTH_MAX,
  type NewEvent,
  type StreamId,
} from './log.ts'

type EntryDetail = { readonly salt: Uint8Array; readonly text: string; readonly hash: string }

type EntryEvent = {
  readonly type: string
  readonly v: number
  readonly body: string
  readonly detail: EntryDetail | null
}

export type Entry = {
  readonly stream: StreamId
  readonly epoch: Epoch
  readonly expectSeq: number
  readonly command: string
  readonly at: number
  readonly by: string
  readonly events: readonly EntryEvent[]
  readonly answer: string
}

export function makeEntry(append: Append, random: RandomBytes): Entry {
  assert(
    append.events.length <= EVENTS_PER_APPEND_MAX,
    'a command makes at most EVENTS_PER_APPEND_MAX events',
  )
  for (const { type } of append.events) {
    assert(type !== DETAIL_ERASED, 'only eraseDetail may say that a detail was erased')
  }
  return entryOf(append, random)
}

export function makeErasure(erase: Erasure, random: RandomBytes): Entry {
  const { rule, seqs, ...rest } = erase
  checkName(rule, 'a rule')
  assert(seqs.length > 0 && seqs.length <= ERASE_SEQS_MAX, 'an erasure names 1 to ERASE_SEQS_MAX events')
  for (const seq of seqs) {
    const inside = Number.isSafeInteger(seq) && seq >= 1 && seq <= erase.expectSeq
    assert(inside, 'an erasure names events that are there')
  }
  const event: NewEvent = { type: DETAIL_ERASED, v: 1, body: { rule, seqs } }
  return entryOf({ ...rest, events: [event], answer: { erased: seqs.length } }, random)
}

function entryOf(append: Append, random: RandomBytes): Entry {
  const { stream, epoch, expectSeq, command, at, by } = append
  checkName(stream, 'a stream')
  checkName(command, 'a command')
  checkName(by, 'an author')
  assert(Number.isSafeInteger(expectSeq) && expectSeq >= 0, 'expectSeq is a whole number from 0')
  assert(Number.isSafeInteger(at), 'an instant is a whole number of milliseconds')
  const events = append.events.map((event) => entryEvent(event, random))
  return { stream, epoch, expectSeq, command, at, by, events, answer: canonical(append.answer) }
}

function entryEvent(event: NewEvent, random: RandomBytes): EntryEvent {
  const { type, v } = event
  checkName(type, 'an event type')
  assert(Number.isSafeInteger(v) && v >= 1, "an event's version is a whole number from 1")
  const body = canonical(event.body)
  if (event.detail === undefined) return { type, v, body, detail: null }
  const salt = random(SALT_BYTES)
  assert(salt.length === SALT_BYTES, 'a salt has SALT_BYTES bytes')
  const text = canonical(event.detail)
  return { type, v, body, detail: { salt, text, hash: detailHash(salt, text) } }
}

/** Names are written raw, not as JSON: what UTF-8 or a store would change is refused before it is hashed. */
export function checkName(name: string, what: string): void {
  assert(name.length >= 1 && name.length <= NAME_LENGTH_MAX, `${what} has 1 to NAME_LENGTH_MAX characters`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  assert(name.isWellFormed() && !/[\u0000-\u001f]/.test(name), `${what} is plain text`)
}

/** A sentence for the person whose entry is too large to keep, or null. */
export function tooLarge(entry: Entry): string | null {
  const sizes = entry.events.map(
    ({ body, detail }) => bytes(body) + (detail === null ? 0 : bytes(detail.text)),
  )
  if (Math.max(bytes(entry.answer), ...sizes) <= EVENT_BYTES_MAX) return null
  return `This entry was not kept: it is larger than ${EVENT_BYTES_MAX / 1024} KB.`
}

/** About how much this entry weighs in a queue. */
export function entryBytes(entry: Entry): number {
  const parts = entry.events.map(({ body, detail }) => body.length + (detail?.text.length ?? 0))
  return parts.reduce((total, part) => total + part, entry.answer.length)
}

const bytes = (text: string) => Buffer.byteLength(text)
