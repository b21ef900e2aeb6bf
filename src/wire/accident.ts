// What a device says to the accident book, and what it is told of it, by a plain request.

import { z } from 'zod'
import {
  type BookCommand,
  type BookSection,
  decisions,
  ENTRY_TEXT_MAX,
  entryFields,
  entryKinds,
} from '../core/accident/book.ts'
import type { Statutory } from '../core/accident/statutory.ts'
import { parseSaid } from '../core/kit/turned-text.ts'

/** One entry of six fields, in whatever script. */
export const BOOK_BYTES_MAX = 64 * 1024

const id = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\w.:-]+$/, 'plain characters')
// More than allowed gets through, so that the refusal is ours and in words.
const text = z.string().max(ENTRY_TEXT_MAX * 4)

const said = z.discriminatedUnion('name', [
  z.strictObject({
    ...{ name: z.literal('accident.write'), id, kind: z.enum(entryKinds) },
    words: z.strictObject(Object.fromEntries(entryFields.map((field) => [field, text]))),
  }),
  z.strictObject({ name: z.literal('accident.decide'), id, entry: id, is: z.enum(decisions), by: text }),
])

export function readBookCommand(read: string): BookCommand | null {
  try {
    const parsed = said.safeParse(parseSaid(read))
    // `as`: each field of the words is a text, and no other is taken.
    return parsed.success ? (parsed.data as unknown as BookCommand) : null
  } catch {
    return null
  }
}

export type BookTold = {
  readonly section: BookSection
  readonly statutory: Statutory
  readonly timeZone: string
}
