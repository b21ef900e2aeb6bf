// Another order, as it comes from a device: drafted, left, accepted.

import { z } from 'zod'
import { id } from '../core/kit/ids.ts'
import { ORDER_CHANGES_MAX, WAIT_SECONDS_MAX } from '../core/reorder/change.ts'
import { ORDER_VERSIONS_MAX, waysHeard } from '../core/reorder/night-order.ts'

/** Beyond what is allowed gets through, so that the refusal is ours and in words. */
const seconds = z
  .number()
  .min(0)
  .max(WAIT_SECONDS_MAX * 10)

const named = <Noun extends string>(_noun: Noun) =>
  z
    .string()
    .max(80)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'plain text')
    .transform((text) => id<Noun>(text))

const item = named('item')

const change = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cut'), item }),
    z.strictObject({ kind: z.literal('swap'), item, with: item }),
    z.strictObject({ kind: z.literal('move'), item, after: item }),
    z.strictObject({ kind: z.literal('delay'), item, seconds }),
    z.strictObject({ kind: z.literal('repeat'), item, after: item }),
    z.strictObject({ kind: z.literal('vamp'), vamp: named('vamp'), seconds }),
    z.strictObject({ kind: z.literal('wait'), item, at: seconds, seconds }),
    z.strictObject({ kind: z.literal('shorten'), item, from: seconds, to: seconds }),
    z.strictObject({ kind: z.literal('skip'), after: item }),
  ])

/** More than any company has on its stage. */
const LOSERS_MAX = 300

const changes = () => z.array(change()).max(ORDER_CHANGES_MAX + 1)
const person = named('person').nullable()

export const orderCommands = () =>
  [
    z.strictObject({
      name: z.literal('order.propose'),
      changes: changes(),
      base: z.number().int().min(0).max(ORDER_VERSIONS_MAX).optional(),
    }),
    z.strictObject({ name: z.literal('order.leave') }),
    z.strictObject({
      name: z.literal('order.accept'),
      changes: changes(),
      heard: z.enum(waysHeard),
      approvedBy: person,
      toldBy: person,
      told: z
        .array(z.strictObject({ person: named('person'), by: named('person') }))
        .max(LOSERS_MAX)
        .optional(),
      override: z.boolean().optional(),
    }),
  ] as const
