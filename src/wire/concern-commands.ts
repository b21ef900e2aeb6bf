// What is said of a concern and of an ask, as a device sends it.

import { z } from 'zod'
import { NAMES_ON_A_LIST_MAX } from '../core/presence/ask-lists.ts'
import { answers, listAnswers, modes } from '../core/presence/commands.ts'

const id = z
  .string()
  .max(80)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'plain text')
const number = z.int().min(1).max(9_999)
const version = z.int().min(0).max(99_999)

export const concernCommands = () =>
  [
    z.strictObject({ name: z.literal('concern.raise'), person: id }),
    z.strictObject({
      name: z.literal('concern.answer'),
      concern: number,
      version,
      answer: z.enum(answers),
      place: id.nullable(),
      by: id.nullable(),
      how: z.enum(['eyes', 'cans']).optional(),
    }),
    z.strictObject({
      name: z.literal('concerns.answer'),
      // One more than allowed gets through, so that the refusal is ours and in words.
      asks: z.array(z.strictObject({ concern: number, version })).max(NAMES_ON_A_LIST_MAX + 1),
      answer: z.enum(listAnswers),
    }),
    z.strictObject({ name: z.literal('concern.spoken'), concern: number, to: id }),
    z.strictObject({ name: z.literal('ask.shown'), concern: number, ask: number }),
    z.strictObject({ name: z.literal('ask.read'), concern: number, ask: number }),
    z.strictObject({ name: z.literal('concern.end'), concern: number, version, with: id }),
    z.strictObject({
      name: z.literal('concern.judge'),
      concern: number,
      as: z.enum(['useful', 'known', 'wrong']),
    }),
    z.strictObject({ name: z.literal('cover.call'), concern: number, person: id }),
    z.strictObject({ name: z.literal('step.out'), person: id, from: id.nullable(), wants: id.nullable() }),
    z.strictObject({ name: z.literal('presence.mode'), mode: z.enum(modes) }),
  ] as const
