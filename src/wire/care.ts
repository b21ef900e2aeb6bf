// What a device says and is told of getting in touch with somebody, by a plain request.

import { z } from 'zod'
import type { Asked } from '../core/care/care.ts'
import type { CareSection } from '../core/care/section.ts'
import { CONTACTS_MAX, NAME_MAX, rounds } from '../core/care/state.ts'
import { parseSaid } from '../core/kit/turned-text.ts'
import type { Country } from '../core/show/show.ts'

export const CARE_BYTES_MAX = 16 * 1024

const id = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\w.:-]+$/, 'plain characters')
// More than allowed gets through, so that the refusal is ours and in words.
const name = z.string().max(NAME_MAX * 4)
const contact = z.strictObject({
  ...{ id, name, reach: name, person: z.string().min(1).max(80).nullable(), withinHours: z.number() },
})

const asked = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('care.contacts'), contacts: z.array(contact).max(CONTACTS_MAX * 2) }),
  z.strictObject({ name: z.literal('care.ask'), id, contact: id }),
  z.strictObject({ name: z.literal('care.read'), ask: id }),
  z.strictObject({ name: z.literal('care.withdraw'), ask: id }),
  z.strictObject({ name: z.literal('care.follow'), incident: id, on: z.boolean() }),
  z.strictObject({ name: z.literal('care.met'), incident: id, round: z.enum(rounds) }),
  z.strictObject({ name: z.literal('care.checked'), number: z.string().max(40) }),
])

export function readCareCommand(read: string): Asked | null {
  try {
    const parsed = asked.safeParse(parseSaid(read))
    // `as`: a person's id is a text; whether there is such a person is core's to say.
    return parsed.success ? (parsed.data as unknown as Asked) : null
  } catch {
    return null
  }
}

export type CareTold = {
  /** Null where the way is not safe: then only the numbers stand there. */
  readonly section: CareSection | null
  readonly timeZone: string
  readonly country: Country
  /** As 2026-11-24. */
  readonly today: string
}
