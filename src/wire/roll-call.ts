// What a device says of a roll call and what it is told of it, by a plain request: with a socket or without.

import { z } from 'zod'
import { parseSaid } from '../core/kit/turned-text.ts'
import { assistances, type RollSaid, whereTold } from '../core/roll-call/record.ts'
import { ROLL_SAID_MAX, ROLL_TEXT_MAX } from '../core/roll-call/roll-call.ts'
import type { RollCallSection } from '../core/roll-call/section.ts'

/** A hundred entries with every name as long as it may be, in whatever script. */
export const ROLL_CALL_BYTES_MAX = 256 * 1024
const ID_LENGTH_MAX = 80
/** Of the public outside; as many as front of house may count in. */
const COUNT_MAX = 100_000

const id = z
  .string()
  .min(8)
  .max(ID_LENGTH_MAX)
  .regex(/^[\w.:-]+$/, 'plain characters')
// More than allowed gets through, so that the refusal is ours and in words.
const text = z.string().max(ROLL_TEXT_MAX * 4)
const time = z.number().min(-1e14).max(1e14)
const by = text

const what = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('begun'), by }),
  z.strictObject({ kind: z.literal('seen'), who: text, point: text, by, name: text.nullable() }),
  z.strictObject({ kind: z.literal('not-here'), who: text, point: text, by }),
  z.strictObject({ kind: z.literal('told'), who: text, how: z.enum(whereTold), by }),
  z.strictObject({ kind: z.literal('assistance'), who: text, action: z.enum(assistances), by }),
  z.strictObject({ kind: z.literal('swept'), zone: text, by }),
  z.strictObject({ kind: z.literal('counted'), count: z.number().int().min(0).max(COUNT_MAX), by }),
  z.strictObject({ kind: z.literal('steward'), person: text, by }),
  z.strictObject({ kind: z.literal('undone'), record: id }),
  z.strictObject({ kind: z.literal('ended'), by }),
  z.strictObject({ kind: z.literal('may-return'), by }),
])

const said = z.strictObject({ id, rollCall: id, drill: z.boolean(), madeAt: time, what })

const batch = z.strictObject({
  /** By the device's own clock: what it is ahead of the server's is taken off. */
  sentAt: time,
  drill: z.boolean(),
  said: z.array(said).max(ROLL_SAID_MAX * 2),
})

export type RollCallBatch = {
  readonly sentAt: number
  readonly drill: boolean
  readonly said: readonly RollSaid[]
}

/** What the house has now, and how the roll call stands for whoever asks. */
export type RollCallAnswer = { readonly taken: readonly string[]; readonly section: RollCallSection }

export function readRollCallBatch(
  written: string,
): { ok: true; batch: RollCallBatch } | { ok: false; what: string } {
  let value: unknown
  try {
    value = parseSaid(written)
  } catch {
    return { ok: false, what: 'not JSON' }
  }
  const parsed = batch.safeParse(value)
  // `as`: ids are texts that stand for what they name; the shape is checked.
  if (parsed.success) return { ok: true, batch: parsed.data as unknown as RollCallBatch }
  const first = parsed.error.issues[0]
  return { ok: false, what: first ? `${first.path.join('.')}: ${first.message}` : 'not an entry' }
}
