// What is said of who is out, of plans and of who was told, as a device sends it. The plan itself never comes from a device.

import { z } from 'zod'
import { lengths, limits } from '../core/absence/absence.ts'
import { castChannels, planReasons } from '../core/covering/covering.ts'

const id = z
  .string()
  .max(80)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'plain text')
const time = z.int().min(0)
const version = z.int().min(0).max(9_999)
const hearer = () => z.union([z.strictObject({ person: id }), z.strictObject({ department: id })])

/** Tracks and numbers that the dance captain settles at once. */
export const SETTLED_MAX = 200

/** A track, or one item of it. */
const cell = () => z.strictObject({ track: id, item: id.nullable(), person: id })
const cells = () => z.array(cell()).max(SETTLED_MAX)
const settled = () => z.strictObject({ locks: cells(), bans: cells() })

const word = () =>
  z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('out') }),
    z.strictObject({ as: z.literal('out-from'), item: id }),
    z.strictObject({ as: z.literal('limited'), without: z.enum(limits) }),
    z.strictObject({ as: z.literal('ready-at'), at: time }),
    z.strictObject({ as: z.literal('off-site'), until: time }),
    z.strictObject({ as: z.literal('sent-home') }),
  ])

/** For the server, which asks the solver and keeps what it said until somebody approves it. */
const draftCommands = () =>
  [
    z.strictObject({
      name: z.literal('plan.draft'),
      // Only what this press changes: what others settled meanwhile is not on that screen yet.
      settle: settled(),
      free: settled(),
      leave: z.strictObject({ track: id, item: id }).nullable(),
    }),
    z.strictObject({
      name: z.literal('plan.take'),
      /** The proposal that was on the screen. */
      proposal: id,
      why: z.enum(planReasons),
      told: z.array(z.strictObject({ person: id, by: id })).max(SETTLED_MAX),
      override: z.boolean(),
      yes: id.optional(),
    }),
    // Another that is as good, by its place beside the proposal, takes the place of it.
    z.strictObject({ name: z.literal('plan.other'), proposal: id, other: z.int().min(0).max(9) }),
    z.strictObject({ name: z.literal('plan.ask'), proposal: id, cut: id }),
  ] as const

export const planCommands = () =>
  [
    z.strictObject({ name: z.literal('out.say'), person: id, word: word(), until: z.enum(lengths) }),
    z.strictObject({ name: z.literal('out.end'), person: id }),
    z.strictObject({ name: z.literal('out.undo'), person: id }),
    z.strictObject({ name: z.literal('plan.tell'), to: hearer(), version, by: id.nullable() }),
    z.strictObject({ name: z.literal('plan.untell'), to: hearer(), version }),
    z.strictObject({ name: z.literal('plan.errand'), to: id, by: id }),
    z.strictObject({
      name: z.literal('plan.announce'),
      version,
      channel: z.enum(castChannels),
      used: z.boolean(),
    }),
    ...draftCommands(),
  ] as const
