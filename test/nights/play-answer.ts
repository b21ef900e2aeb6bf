// What an answer about a play must look like, member by member and with nothing beside.

import { z } from 'zod'

const count = z.int().min(0)
const id = z.string().min(1)
const segment = z.strictObject({
  id,
  act: z.int().min(1).nullable(),
  label: z.string(),
  speakers: z.array(id),
})
const character = z.strictObject({
  id,
  name: z.string(),
  group: z.boolean(),
  scenes: count,
  speeches: count,
  words: count,
})
const question = z.strictObject({ line: z.int().min(1), kind: id, text: id })

export const playAnswer = z.strictObject({
  title: id,
  language: z.string().nullable(),
  acts: count,
  segments: z.array(segment).min(1),
  characters: z.array(character),
  questions: z.array(question),
})
