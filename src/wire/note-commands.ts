// Notes as they come over the wire: to a department, and on a line.

import { z } from 'zod'
import { NOTE_LENGTH_MAX } from '../core/calling/commands.ts'
import { LINE_NOTE_WORDS_MAX, lineMarks, lineNoteStates } from '../core/line-notes/line-notes.ts'

const short = z
  .string()
  .max(80)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'plain text')

export const noteCommands = () =>
  [
    z.strictObject({
      name: z.literal('note.write'),
      department: short.nullable(),
      // One more than allowed gets through, so that the refusal is ours and in words.
      text: z.string().max(NOTE_LENGTH_MAX * 4),
      task: z.boolean().optional(),
    }),
    z.strictObject({
      name: z.literal('task.give'),
      task: short,
      owner: z.union([z.strictObject({ department: short }), z.strictObject({ person: short })]).nullable(),
    }),
    z.strictObject({ name: z.literal('task.finish'), task: short }),
    z.strictObject({ name: z.literal('task.drop'), task: short }),
    z.strictObject({ name: z.literal('task.reopen'), task: short }),
    z.strictObject({
      name: z.literal('line.note'),
      line: z.int().min(0).nullable(),
      person: short.nullable(),
      mark: z.enum(lineMarks).nullable(),
      words: z.string().max(LINE_NOTE_WORDS_MAX * 4),
    }),
    z.strictObject({ name: z.literal('line.settle'), note: z.int().min(1), as: z.enum(lineNoteStates) }),
  ] as const
