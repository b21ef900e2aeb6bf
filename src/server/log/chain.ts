// The hash chain: what is hashed, so that anyone with the bytes can check the night without this program.

import { hash } from 'node:crypto'
import type { Dice } from '../../core/kit/dice.ts'
import { canonical, type Json } from '../../core/kit/json.ts'

/** Random bytes for salts: `randomBytes` of node:crypto at work, `seededBytes` in tests. */
export type RandomBytes = (size: number) => Uint8Array

/** The same salts again from the same dice; for tests only. */
export const seededBytes =
  (from: Dice): RandomBytes =>
  (size) =>
    Uint8Array.from({ length: size }, () => from.whole(0, 255))

/** What the first event of a stream is chained to. */
export const CHAIN_START = '0'.repeat(64)
export const SALT_BYTES = 16

/** An event as it lies in a store: `body` is canonical JSON text, the personal part only a hash. */
export type EventRow = {
  readonly stream: string
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly command: string
  readonly type: string
  readonly v: number
  readonly body: string
  readonly detailHash: string | null
  readonly hash: string
}

/** Canonical JSON of the event with its detail's hash in the detail's place; its fields in code-unit order. */
function eventBytes(row: Omit<EventRow, 'hash'>): string {
  const { at, by, command, detailHash, seq, stream, type, v } = row
  // Written out, for opening asks this of thousands: of a text or a whole number plain JSON is canonical. The body is
  // canonical text already and needs no parsing.
  return (
    `{"at":${at},"body":${row.body},"by":${quoted(by)},"command":${quoted(command)},` +
    `"detail":${detailHash === null ? 'null' : quoted(detailHash)},"seq":${seq},"stream":${quoted(stream)},` +
    `"type":${quoted(type)},"v":${v}}`
  )
}

const quoted = (text: string): string => JSON.stringify(text)

export const eventHash = (previous: string, row: Omit<EventRow, 'hash'>): string =>
  hash('sha256', previous + eventBytes(row), 'hex')

/** Salted, so that "stood in the wings" cannot be found by hashing every likely text; the salt goes with the text. */
export const detailHash = (salt: Uint8Array, text: string): string =>
  hash('sha256', Buffer.concat([salt, Buffer.from(text)]), 'hex')

export const textHash = (text: string): string => hash('sha256', text, 'hex')

/** The hash that a snapshot of this state must carry. */
export const stateHash = (state: Json): string => textHash(canonical(state))

/** The sum of a row that lies outside the chain: a command's answer, a stream's owner. */
export const rowSum = (fields: readonly (string | number)[]): string => textHash(JSON.stringify(fields))
