// What comes from front of house, and the desk's answers to it.

import { z } from 'zod'
import { AUDIENCE_MAX, HOLD_MINUTES_MAX, LATECOMERS_MAX, WHY_LENGTH_MAX } from '../core/house/house.ts'

const act = z.int().min(0).max(99)
const request = z.int().min(1).max(9_999)
// More than allowed gets through, so that the refusal is ours and in words.
const beyond = (most: number) =>
  z
    .int()
    .min(0)
    .max(most * 10)

export const houseCommands = () =>
  [
    z.strictObject({ name: z.literal('house.open'), open: z.boolean() }),
    z.strictObject({ name: z.literal('audience.count'), count: beyond(AUDIENCE_MAX) }),
    z.strictObject({ name: z.literal('latecomers.hold'), count: beyond(LATECOMERS_MAX) }),
    z.strictObject({ name: z.literal('latecomers.release') }),
    z.strictObject({ name: z.literal('house.bell'), bell: z.string().max(80), act }),
    z.strictObject({ name: z.literal('house.back'), act }),
    z.strictObject({
      name: z.literal('house.ask'),
      ask: z.enum(['hold', 'speak']),
      minutes: beyond(HOLD_MINUTES_MAX).nullable(),
      why: z.string().max(WHY_LENGTH_MAX * 4),
    }),
    z.strictObject({ name: z.literal('house.take-back'), request }),
    z.strictObject({ name: z.literal('house.answer'), request, yes: z.boolean() }),
  ] as const
