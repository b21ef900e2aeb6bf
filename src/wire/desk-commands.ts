// What the desk says of cues, acts and the clock, as a device sends it.

import { z } from 'zod'
import { REASON_LENGTH_MAX } from '../core/calling/commands.ts'
import { outcomes } from '../core/calling/events.ts'
import { PAPER_TEXT_MAX } from '../core/paperwork/paper-report.ts'
import { short } from './short-name.ts'

export const deskCommands = () =>
  [
    z.strictObject({ name: z.literal('desk.take') }),
    z.strictObject({ name: z.literal('call.give'), call: short, act: z.int().min(0).max(99) }),
    z.strictObject({ name: z.literal('act.up'), act: z.int().min(0).max(99) }),
    z.strictObject({ name: z.literal('act.down'), act: z.int().min(0).max(99) }),
    z.strictObject({ name: z.literal('item.start'), item: short }),
    z.strictObject({ name: z.literal('standby.give'), moment: short, to: short.optional() }),
    z.strictObject({
      name: z.literal('standby.acknowledge'),
      moment: short,
      department: short,
      channel: z.enum(['screen', 'cans']),
    }),
    z.strictObject({
      name: z.literal('cue.go'),
      moment: short,
      move: z.int().min(0),
      jump: z.boolean().optional(),
    }),
    z.strictObject({ name: z.literal('desk.jump'), moment: short, move: z.int().min(0) }),
    z.strictObject({ name: z.literal('cue.skip'), moment: short, move: z.int().min(0) }),
    z.strictObject({ name: z.literal('cue.cut'), moment: short }),
    z.strictObject({ name: z.literal('cue.restore'), moment: short }),
    z.strictObject({
      name: z.literal('cue.report'),
      moment: short,
      department: short,
      outcome: z.enum(outcomes),
    }),
    z.strictObject({ name: z.literal('clear.say'), moment: short }),
    z.strictObject({ name: z.literal('clear.withdraw'), moment: short }),
    z.strictObject({ name: z.literal('house.clear'), act: z.int().min(0).max(99) }),
    z.strictObject({ name: z.literal('house.withdraw'), act: z.int().min(0).max(99) }),
    z.strictObject({ name: z.literal('act.expect'), act: z.int().min(0).max(99), upAt: z.int().min(0) }),
    z.strictObject({ name: z.literal('cans.check'), department: short, heard: z.boolean() }),
    z.strictObject({ name: z.literal('vamp.begin'), vamp: short }),
    z.strictObject({ name: z.literal('vamp.end'), vamp: short }),
    z.strictObject({
      name: z.literal('rule.change'),
      rules: z.strictObject({ twoStep: z.boolean(), besidePaper: z.boolean().optional() }),
    }),
    z.strictObject({
      name: z.literal('desk.step-back'),
      move: z.int().min(0),
      reason: z.string().max(REASON_LENGTH_MAX),
    }),
    z.strictObject({ name: z.literal('clock.hold') }),
    z.strictObject({ name: z.literal('clock.resume') }),
    z.strictObject({ name: z.literal('paper.compare'), text: z.string().max(PAPER_TEXT_MAX + 1) }),
    z.strictObject({ name: z.literal('damage.read') }),
    z.strictObject({ name: z.literal('performance.close') }),
  ] as const
