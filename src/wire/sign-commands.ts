// Who comes and goes, as it is signed at the door or on a phone.

import { z } from 'zod'
import {
  accountings,
  announcedAs,
  arrivalSteps,
  VISITOR_NAME_LENGTH_MAX,
  WORDS_LENGTH_MAX,
} from '../core/attendance/commands.ts'
import { short } from './short-name.ts'

/** Somebody of the company, or a visitor by number. */
const who = () => z.union([z.strictObject({ person: short }), z.strictObject({ visitor: z.int().min(1) })])

export const signCommands = () =>
  [
    z.strictObject({ name: z.literal('sign.in'), person: short }),
    z.strictObject({ name: z.literal('sign.out'), who: who() }),
    z.strictObject({ name: z.literal('sign.away'), person: short, backAt: z.int().min(0).nullable() }),
    z.strictObject({
      name: z.literal('sign.announce'),
      person: short,
      as: z.enum(announcedAs),
      at: z.int().min(0).nullable(),
      minutes: z.int().min(0).max(10_000).nullable(),
    }),
    z.strictObject({ name: z.literal('arrival.note'), step: z.enum(arrivalSteps), person: short.nullable() }),
    z.strictObject({ name: z.literal('sign.undo'), who: who() }),
    z.strictObject({ name: z.literal('sign.help'), person: short }),
    z.strictObject({ name: z.literal('sign.helped'), person: short }),
    // With a code of one's own. Its own name: what holds a code is never written down on a device.
    z.strictObject({
      name: z.literal('door.sign'),
      person: short,
      as: z.enum(['in', 'away', 'out']),
      backAt: z.int().min(0).nullable(),
      code: z.string().max(16),
    }),
    z.strictObject({
      name: z.literal('visitor.in'),
      visitor: z.string().max(VISITOR_NAME_LENGTH_MAX * 4),
      host: short.nullable(),
    }),
    z.strictObject({
      name: z.literal('account.for'),
      who: who(),
      how: z.enum(accountings),
      by: short,
      words: z.string().max(WORDS_LENGTH_MAX * 4),
    }),
    z.strictObject({ name: z.literal('sweep.mark'), place: short.nullable(), by: short }),
    z.strictObject({ name: z.literal('sweep.undo'), place: short.nullable() }),
  ] as const
