// What a device says of notices, permissions and calls, and what it is told of them, by a plain request.

import { z } from 'zod'
import { parseSaid } from '../core/kit/turned-text.ts'
import { type Asked, privacies } from '../core/notice/commands.ts'
import type { NoticeSection } from '../core/notice/section.ts'
import {
  audiences,
  CLOSEST_MAX,
  channels,
  givers,
  items,
  lineKinds,
  NAME_MAX,
  outcomes,
  settlings,
  tellings,
  templates,
  WORDS_MAX,
  ways,
} from '../core/notice/state.ts'
import type { Country } from '../core/show/show.ts'

/** One notice, in whatever script, with everybody who is told of it. */
export const NOTICE_BYTES_MAX = 64 * 1024
/** A page of people at once. */
const PEOPLE_MAX = 500

const id = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\w.:-]+$/, 'plain characters')
const person = z.string().min(1).max(80)
// More than allowed gets through, so that the refusal is ours and in words.
const name = z.string().max(NAME_MAX * 4)
const text = z.string().max(WORDS_MAX * 4)
const said = z.array(z.enum(items)).max(items.length)

const asked = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('matter.open'), id, person }),
  z.strictObject({ name: z.literal('matter.close'), matter: id }),
  z.strictObject({
    ...{ name: z.literal('permission.give'), id, matter: id, item: z.enum(items), words: text },
    ...{ audience: z.enum(audiences), giver: z.enum(givers), from: name, how: z.enum(ways), by: name },
  }),
  z.strictObject({ name: z.literal('permission.withdraw'), matter: id, permission: id }),
  z.strictObject({
    ...{ name: z.literal('contact.add'), id, matter: id, called: name, relation: name, phone: name },
    may: z.enum(tellings),
  }),
  z.strictObject({
    ...{ name: z.literal('contact.ring'), id, matter: id, contact: id, outcome: z.enum(outcomes), by: name },
    ...{ againMinutes: z.int().nullable(), reason: name },
  }),
  z.strictObject({ name: z.literal('contacts.settle'), matter: id, why: z.enum(settlings), by: name }),
  z.strictObject({
    ...{ name: z.literal('statement.release'), id, matter: id, items: said, by: name },
    ...{ audience: z.enum(audiences), channel: z.enum(channels) },
  }),
  z.strictObject({
    ...{
      name: z.literal('notice.write'),
      id,
      matter: id.nullable(),
      template: z.enum(templates),
      items: said,
    },
    ...{ words: text, ask: name, closest: z.array(person).max(CLOSEST_MAX * 4) },
    privacy: z.enum(privacies).nullable(),
  }),
  z.strictObject({ name: z.literal('notice.widen'), notice: id, anyway: name }),
  z.strictObject({
    ...{ name: z.literal('notice.tell'), notice: id, people: z.array(person).max(PEOPLE_MAX), by: name },
  }),
  z.strictObject({ name: z.literal('notice.read'), notice: id }),
  z.strictObject({
    ...{ name: z.literal('line.say'), id, kind: z.enum(lineKinds), what: name, from: name },
    ...{ cover: person.nullable(), nextMinutes: z.int().nullable() },
  }),
  z.strictObject({ name: z.literal('line.end'), line: id }),
])

export function readNoticeCommand(read: string): Asked | null {
  try {
    const parsed = asked.safeParse(parseSaid(read))
    // `as`: a person's id is a text; whether there is such a person is core's to say.
    return parsed.success ? (parsed.data as unknown as Asked) : null
  } catch {
    return null
  }
}

export type NoticesTold = {
  readonly section: NoticeSection
  readonly timeZone: string
  readonly country: Country
  /** Why no page about anybody is shown here; null where they are. */
  readonly notSafe: string | null
}
