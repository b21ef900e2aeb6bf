// Presses about people themselves: codes for the stage door, letters to sign in with.

import { z } from 'zod'
import { CODES_AT_ONCE_MAX } from '../core/installation/door-codes.ts'

/** As long as the ids of a show file may be. */
const short = z
  .string()
  .max(80)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'plain text')

export const personCommands = () =>
  [
    z.strictObject({ name: z.literal('code.give'), people: z.array(short).min(1).max(CODES_AT_ONCE_MAX) }),
    /** Null: everybody, on the stage map. */
    z.strictObject({ name: z.literal('person.look-up'), person: short.nullable() }),
    /** `roles`: more than their own part, by whoever pairs screens; null for what the show engages them as. */
    z.strictObject({
      name: z.literal('person.invite'),
      person: short,
      roles: z.array(short).max(16).nullable(),
    }),
  ] as const
