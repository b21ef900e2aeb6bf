// Whether a record still holds what was signed: every stream as it stood then, worked out anew from the record itself.

import { createHash } from 'node:crypto'
import { canonical, type Json } from '../../core/kit/json.ts'
import type { HeadFound, HeadsTold, SignedHead } from '../../wire/heads.ts'
import { HEADS_STREAM, type Log, READ_LIMIT_MAX, type StreamId } from '../log/log.ts'
import { isSigned } from './key.ts'

/** `heads`: of the streams that have grown since the one before; all of them together are under `root`. */
export type HeadSigned = {
  readonly number: number
  readonly at: number
  readonly root: string
  readonly heads: readonly (readonly [stream: StreamId, seq: number, hash: string])[]
  readonly signature: string
  readonly key: string
}

export type Heads = ReadonlyMap<StreamId, readonly [seq: number, hash: string]>

/** One sum over all of them, in the order of their names. */
export const rootOf = (heads: Heads): string =>
  createHash('sha256')
    .update(canonical([...heads].toSorted(([one], [other]) => (one < other ? -1 : 1)) as unknown as Json))
    .digest('hex')

export const grown = (before: Heads, { heads }: Pick<HeadSigned, 'heads'>): Heads =>
  new Map([...before, ...heads.map(([stream, seq, hash]) => [stream, [seq, hash]] as const)])

type Reader = Pick<Log, 'read'>

/** As the record has them, the oldest first; where it is damaged, those before. */
export async function signedIn(log: Reader): Promise<readonly HeadSigned[]> {
  const found: HeadSigned[] = []
  for (let from = 1; ; from += READ_LIMIT_MAX) {
    const events = await log.read(HEADS_STREAM, from, READ_LIMIT_MAX).catch(() => [])
    // `as`: only the signer writes it, and the chain vouches for the bytes; whoever forged them forged no signature.
    for (const { type, v, body } of events)
      if (type === 'head.signed' && v === 1) found.push(body as unknown as HeadSigned)
    if (events.length < READ_LIMIT_MAX) return found
  }
}

/** Each of what somebody kept, against the record as it is now. `own`: the key that the house signs with, where that is known. */
export async function heldAgainst(
  log: Reader,
  kept: readonly SignedHead[],
  own: string | null,
): Promise<HeadsTold['found']> {
  const signed = await signedIn(log)
  return foundOf({ signed, sound: await soundUpTo(log, signed) }, kept, own)
}

type Signed = { readonly signed: readonly HeadSigned[]; readonly sound: number }

/** `sound`: up to which number the record holds what was signed. One after the other: after each whoever presses has a turn. */
export async function foundOf(
  { signed, sound }: Signed,
  kept: readonly SignedHead[],
  own: string | null,
): Promise<HeadsTold['found']> {
  const found: HeadsTold['found'][number][] = []
  for (const head of kept) {
    const key = own === null || head.key === own ? 'same' : 'another'
    found.push({ number: head.number, is: await foundIn(signed, sound, head), key })
  }
  return found
}

async function foundIn(signed: readonly HeadSigned[], sound: number, head: SignedHead): Promise<HeadFound> {
  if (!(await isSigned(head))) return 'not-signed'
  const own = signed.find(({ number }) => number === head.number)
  if (own === undefined) return 'gone'
  return own.root === head.root && own.at === head.at && head.number <= sound ? 'there' : 'changed'
}

/** The last number up to which every sum is that of what it names, and all of that is in the record. */
export async function soundUpTo(log: Reader, signed: readonly HeadSigned[]): Promise<number> {
  let heads: Heads = new Map()
  let sound = 0
  for (const one of signed) {
    heads = grown(heads, one)
    if (rootOf(heads) !== one.root || one.number !== sound + 1) return sound
    for (const [stream, seq, hash] of one.heads) if (!(await holds(log, stream, seq, hash))) return sound
    sound = one.number
  }
  return sound
}

/** Where it cannot be read it does not hold. */
async function holds(log: Reader, stream: StreamId, seq: number, hash: string): Promise<boolean> {
  const [event] = await log.read(stream, seq, 1).catch(() => [])
  return event?.hash === hash
}
