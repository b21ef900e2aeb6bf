// Who was seen, as it comes from a screen: whether it may be said is decided behind this.

import { z } from 'zod'
import { ownWords, SEEN_AT_ONCE_MAX } from '../core/presence/commands.ts'

/** As long as the ids of a show file may be. */
const short = z
  .string()
  .max(80)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'plain text')

export const sightingCommands = () =>
  [
    z.strictObject({
      name: z.literal('people.see'),
      // One more than allowed gets through, so that the refusal is ours and in words.
      people: z.array(short).max(SEEN_AT_ONCE_MAX + 1),
      how: z.enum(['eyes', 'cans', 'microphone']),
      place: short.nullable(),
      by: short.nullable(),
    }),
    z.strictObject({ name: z.literal('sighting.undo'), sighting: z.int().min(1) }),
    z.strictObject({ name: z.literal('own.say'), word: z.enum(ownWords) }),
    z.strictObject({ name: z.literal('own.check-in'), place: short }),
  ] as const
