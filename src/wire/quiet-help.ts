// What a device says where somebody asks for help without a sound, by a plain request: with a socket or without.

import { z } from 'zod'
import { QUIET_PLACE_MAX, type QuietOwn } from '../core/incident/quiet-help.ts'
import { parseSaid } from '../core/kit/turned-text.ts'

export const QUIET_BYTES_MAX = 4 * 1024

const id = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\w.:-]+$/, 'plain characters')
const time = z.number().min(-1e14).max(1e14)

const asked = z.strictObject({
  /** Two times by the device's own clock: only what lies between them counts. */
  ...{ id, device: id, sentAt: time, madeAt: time },
  place: z
    .string()
    .max(QUIET_PLACE_MAX)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'plain text')
    .nullable(),
})
const answered = z.strictObject({ id, word: z.enum(['going', 'over']) })

export type QuietAsked = z.infer<typeof asked>
export type QuietAnswered = z.infer<typeof answered>
/** Nothing but how far it has come. */
export type QuietTold = { readonly state: QuietOwn }

export const readQuietAsked = (text: string): QuietAsked | null => read(asked, text)
export const readQuietAnswered = (text: string): QuietAnswered | null => read(answered, text)

function read<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    return shape.safeParse(parseSaid(text)).data ?? null
  } catch {
    return null
  }
}
