// The kinds of field a show file is made of: ids, lines of text, lengths of time, lists, each with its bound.

import { z } from 'zod'
import { type Id, id } from '../../core/kit/ids.ts'
import { CODE_LENGTH_MAX, ID_LENGTH_MAX, MEMBERS_MAX, SECONDS_MAX, TEXT_LENGTH_MAX } from './limits.ts'

// No control characters and no halves of characters: they break a column, a tannoy slip or a log line.
const oneLinePattern = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u
const notBlankPattern = /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]*$/u
const severalLinesPattern = /^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u
const idPattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u

/** Text on one line that says something. */
export const oneLine = (longest: number) =>
  z.string().max(longest).regex(notBlankPattern, 'must be one line of text and not blank')

/** Text on one line that may say nothing: the code of an interval, the title of a cue. */
export const oneLineOrNone = (longest: number) =>
  z.string().max(longest).regex(oneLinePattern, 'must be one line of text')

export const code = oneLine(CODE_LENGTH_MAX)

export const severalLines = z
  .string()
  .max(TEXT_LENGTH_MAX)
  .regex(severalLinesPattern, 'holds a character that cannot be shown')

export const seconds = z.number().min(0).max(SECONDS_MAX)

/** `_noun` only says at the call which noun is meant; the brand is made of its type. */
export const idOf = <Noun extends string>(_noun: Noun): z.ZodType<Id<Noun>, string> =>
  z
    .string()
    .max(ID_LENGTH_MAX)
    .regex(idPattern, 'must begin with a letter or digit and hold only those, “.”, “_” and “-”')
    // An id such as “constructor” would be found in every plain JavaScript object.
    .refine((text) => !(text in {}), 'is a word the system keeps for itself')
    .transform((text) => id<Noun>(text))

/** The id of a line of the script: of no noun that anything else refers to. */
export const lineId = z
  .string()
  .max(CODE_LENGTH_MAX)
  .regex(idPattern, 'must begin with a letter or digit and hold only those, “.”, “_” and “-”')

export const list = <T>(of: z.ZodType<T>, most: number): z.ZodType<readonly T[]> =>
  z.array(of).max(most).default([])

/** A list that came later: where it is missing it stays missing, and older programs write the file as they read it. */
export const listOrNone = <T>(of: z.ZodType<T>, most: number) => z.array(of).max(most).optional()
/** Members of one entity: few, and no need to write them down where there are none. */
export const members = <T>(of: z.ZodType<T>) => z.array(of).max(MEMBERS_MAX)

/** One entity whose fields are checked against the type one by one; what it does not know it keeps. */
export const noun = <T>(
  name: string,
  says: string,
  shape: { readonly [Field in keyof T]-?: z.ZodType<T[Field]> },
): z.ZodType<T> =>
  // `as`: the shape has just been held to T field by field; zod cannot see that through the mapped type.
  z.looseObject(shape).meta({ id: name, description: says }) as unknown as z.ZodType<T>
