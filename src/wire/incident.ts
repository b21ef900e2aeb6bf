// What a device says of an incident, by a plain request: paired or not, with a socket or without.

import { z } from 'zod'
import { SAID_MAX, WORDS_MAX } from '../core/incident/incident.ts'
import type { OpenLine } from '../core/incident/open-lines.ts'
import {
  abouts,
  bounds,
  certainties,
  deedNames,
  evidences,
  functionNames,
  functionSteps,
  type IncidentId,
  type IncidentRecord,
  type Said,
  showDecisions,
} from '../core/incident/record.ts'
import type { Order } from '../core/incident/sheet.ts'
import { parseSaid } from '../core/kit/turned-text.ts'
import type { StopFacts } from '../core/night/stop-facts.ts'

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
const person = z.string().min(1).max(200)
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
    person: person.optional(),
  }),
  z.strictObject({
    kind: z.literal('command-passed'),
    ...{ to: words, text: words, person: person.optional() },
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

/** What a device asks of one: everything that others wrote of it too, where it may have that. */
const ask = z.strictObject({
  incident: id.nullable(),
  drill: z.boolean(),
  /** How many entries of it it has already. */
  seen: z.int().min(0).nullable(),
})
export type IncidentAsk = {
  readonly incident: IncidentId | null
  readonly drill: boolean
  readonly seen: number | null
}

/** `records`: null where it may not have them, or has them already. */
export type IncidentTold = {
  readonly seq: number
  readonly open: readonly OpenLine[]
  /** Whose sheet it may print, its own among them. */
  readonly sheets: readonly Pick<OpenLine, 'id' | 'drill' | 'at' | 'place'>[]
  readonly records: readonly IncidentRecord[] | null
  /** Where the show stands, for whoever sees all that is called. */
  readonly stop: StopFacts | null
}

type Read<Name extends string, Of> =
  | ({ readonly ok: true } & Readonly<Record<Name, Of>>)
  | { readonly ok: false; readonly what: string }

export function readIncidentBatch(text: string): Read<'batch', IncidentBatch> {
  const read = readAs(batch, text)
  // `as`: ids are texts that stand for what they name; the shape is checked.
  return read.ok ? { ok: true, batch: read.value as unknown as IncidentBatch } : read
}

export function readIncidentAsk(text: string): Read<'ask', IncidentAsk> {
  const read = readAs(ask, text)
  // `as`: see above.
  return read.ok ? { ok: true, ask: read.value as unknown as IncidentAsk } : read
}

function readAs(schema: z.ZodType, text: string): Read<'value', unknown> {
  let value: unknown
  try {
    value = parseSaid(text)
  } catch {
    return { ok: false, what: 'not JSON' }
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
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
    const parsed = handOverAsked.safeParse(parseSaid(text))
    // `as`: ids are texts that stand for what they name; the shape is checked.
    return parsed.success ? (parsed.data as unknown as HandOverAsked) : null
  } catch {
    return null
  }
}
