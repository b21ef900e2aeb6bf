// What a device says of an incident, by a plain request: paired or not, with a socket or without.

import { z } from 'zod'
import { SAID_MAX, WORDS_MAX } from '../core/incident/incident.ts'
import {
  abouts,
  bounds,
  certainties,
  deedNames,
  evidences,
  functionNames,
  functionSteps,
  type IncidentId,
  type Said,
  showDecisions,
} from '../core/incident/record.ts'
import type { Order } from '../core/incident/sheet.ts'

/** A hundred entries of a thousand letters each, in whatever script. */
export const INCIDENT_BYTES_MAX = 512 * 1024
const ID_LENGTH_MAX = 80

const id = z
  .string()
  .min(8)
  .max(ID_LENGTH_MAX)
  .regex(/^[\w.:-]+$/, 'plain characters')
// More than allowed gets through, so that the refusal is ours and in words.
const words = z.string().max(WORDS_MAX * 4)
const time = z.number().min(-1e14).max(1e14)

const what = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opened'),
    place: words.nullable(),
    how: z.enum(['hold', 'taps', 'key']),
  }),
  z.strictObject({ kind: z.literal('done'), deed: z.enum(deedNames) }),
  z.strictObject({ kind: z.literal('words'), about: z.enum(abouts), text: words, witness: words.nullable() }),
  z.strictObject({ kind: z.literal('known'), bound: z.enum(bounds), witness: words, doing: words }),
  z.strictObject({
    kind: z.literal('function'),
    name: z.enum(functionNames),
    step: z.enum(functionSteps),
    who: words,
  }),
  z.strictObject({ kind: z.literal('show'), decision: z.enum(showDecisions), where: words }),
  z.strictObject({ kind: z.literal('names'), who: words }),
  z.strictObject({ kind: z.literal('corrects'), record: id, text: words }),
  z.strictObject({ kind: z.literal('same-as'), incident: id }),
  z.strictObject({ kind: z.literal('handed-over'), to: words }),
  z.strictObject({ kind: z.literal('stood-down') }),
])

const said = z.strictObject({
  ...{ id, incident: id, drill: z.boolean(), madeAt: time },
  happened: z.strictObject({ from: time, to: time }).nullable(),
  evidence: z.enum(evidences),
  certainty: z.enum(certainties),
  what,
})

const batch = z.strictObject({
  /** By the device's own clock: what it is ahead of the server's is taken off. */
  sentAt: time,
  device: id,
  said: z
    .array(said)
    .min(1)
    .max(SAID_MAX * 2),
})

export type IncidentBatch = {
  readonly sentAt: number
  readonly device: string
  readonly said: readonly Said[]
}

/** What the house has now; a device that hears this may forget it. */
export type IncidentTaken = { readonly taken: readonly string[] }

export function readIncidentBatch(
  text: string,
): { ok: true; batch: IncidentBatch } | { ok: false; what: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, what: 'not JSON' }
  }
  const parsed = batch.safeParse(value)
  // `as`: ids are texts that stand for what they name; the shape is checked.
  if (parsed.success) return { ok: true, batch: parsed.data as unknown as IncidentBatch }
  const first = parsed.error.issues[0]
  return { ok: false, what: first ? `${first.path.join('.')}: ${first.message}` : 'not an entry' }
}

/** Of which incident a page is wanted, in which order and on which paper; null for the country's. */
export type HandOverAsked = {
  readonly incident: IncidentId
  readonly drill: boolean
  readonly order: Order
  readonly paper: string | null
}

const handOverAsked = z.strictObject({
  incident: id,
  drill: z.boolean(),
  order: z.enum(['ATMIST', 'IMIST-AMBO']),
  paper: z.enum(['A4', 'Letter']).nullable(),
})

export function readHandOverAsked(text: string): HandOverAsked | null {
  try {
    const parsed = handOverAsked.safeParse(JSON.parse(text))
    // `as`: ids are texts that stand for what they name; the shape is checked.
    return parsed.success ? (parsed.data as unknown as HandOverAsked) : null
  } catch {
    return null
  }
}
