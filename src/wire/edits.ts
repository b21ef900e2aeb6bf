// What may be asked of the show's editor, field by field: bytes from a screen become an edit here, or nothing.

import { z } from 'zod'
import { type CoverRow, coverWords, type Edit, type TrackKind, tableNames } from '../core/editing/edit.ts'
import { RENUMBER_FROM_MAX, RENUMBER_STEP_MAX } from '../core/editing/renumber.ts'
import type { SafetyRows } from '../core/editing/safety.ts'
import { id } from '../core/kit/ids.ts'
import { coverLevels } from '../core/show/competence.ts'
import { engagementKinds } from '../core/show/engagement-kinds.ts'
import { type HelpField, helpFields } from '../core/show/help.ts'
import { pointKinds } from '../core/show/own-pages.ts'
import { SAFETY_ROWS_MAX, type SafetyList, safetyFields } from '../core/show/safety.ts'
import { type Country, type ItemKind, obligationKinds } from '../core/show/show.ts'

/** Rows of one edit. The show file has bounds of its own behind it. */
export const EDIT_ROWS_MAX = 5_000
/** As much as a cell of a spreadsheet holds where it is pasted. */
export const CELL_LENGTH_MAX = 1_000
export const COLUMNS_MAX = 50

export const plain = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'is one line of text')
export const name = plain(200)
const code = plain(20)
const key = plain(80)
const idOf = <Noun extends string>(_noun: Noun) => key.transform((text) => id<Noun>(text))

const itemKinds = [
  'overture',
  'scene',
  'number',
  'dance',
  'transition',
  'interval',
  "entr'acte",
  'bows',
  'playout',
] as const satisfies readonly ItemKind[]

export const trackKinds = [
  'cast',
  'swing',
  'crew',
  'dresser',
  'stage management',
  'music',
] as const satisfies readonly TrackKind[]

const trackRow = z.strictObject({
  code,
  title: name,
  kind: z.enum(trackKinds),
  owner: name,
  covers: z.array(name).max(200),
})

const entranceRow = z.strictObject({
  kind: z.enum(obligationKinds),
  track: name,
  item: name,
  at: name,
  from: name,
  length: name,
  to: name,
  what: name,
})

const coverRow: z.ZodType<CoverRow> = z.strictObject({
  what: z.enum(coverWords),
  who: name,
  track: name,
  item: name,
  entrance: name,
  other: name,
  level: name,
  words: name,
  on: name,
  until: name,
  number: name,
})

export const person = z.strictObject({ name, does: name, kind: z.enum(engagementKinds) })

const orderRow = z.strictObject({
  code,
  title: name,
  act: z.int().min(-1).max(1_000),
  seconds: z.number().min(0).max(1e6).nullable(),
  kind: z.enum(itemKinds),
})

export const details = z.strictObject({
  title: name,
  venue: name,
  // Line by line, as an ambulance is told it.
  address: z
    .string()
    .max(1_000)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u, 'is plain text'),
  country: z.enum(['GB', 'US'] as const satisfies readonly Country[]),
  timeZone: name,
  promptSide: z.enum(['stage left', 'stage right', '']).optional(),
})

// `as`: each field of help is one line of text, and no other is taken.
const help = z.strictObject(
  Object.fromEntries(helpFields.map((field) => [field, name])) as Readonly<Record<HelpField, typeof name>>,
)

const rows = (list: SafetyList) =>
  z
    .array(z.strictObject(Object.fromEntries(safetyFields[list].map((field) => [field, name]))))
    // More than allowed gets through, so that the refusal is ours and in words.
    .max(SAFETY_ROWS_MAX[list] * 2)

const safety: z.ZodType<SafetyRows> = z.strictObject({
  ...{ route: name, hospital: name },
  ...{ trainer: name.optional(), trainerOn: name.optional() },
  ...{ points: rows('points'), aeds: rows('aeds'), kits: rows('kits'), aiders: rows('aiders') },
  phones: rows('phones').optional(),
})

/** Each cell under the name of its column; which columns there are says the table. */
const cells = z
  .record(z.string().regex(/^[a-z]{1,20}$/, 'is no column'), plain(CELL_LENGTH_MAX))
  .refine((row) => Object.keys(row).length <= COLUMNS_MAX, `has at most ${COLUMNS_MAX} columns`)
const tableRows = z.array(cells).min(1).max(EDIT_ROWS_MAX)

const cueRow = z.strictObject({
  department: name,
  number: code,
  words: name,
  title: name,
  item: key.nullable(),
  together: z.boolean(),
})

const share = z.number().min(0).max(1)
const at = z.union([
  z.strictObject({ line: code, word: z.int().min(0).max(4_000) }),
  z.strictObject({ page: code, x: share, y: share, by: z.enum(pointKinds), said: name }),
])
const namedCue = z.strictObject({ department: name, number: code, title: name })
const cue = idOf('cue')
const label = code.regex(/\S/, 'is not blank')
const image = z.string().regex(/^[0-9a-f]{64}$/, 'is no picture')

const bookEdits = [
  z.strictObject({ name: z.literal('cue.place'), row: namedCue, at }),
  z.strictObject({ name: z.literal('cue.rename'), cue, row: namedCue }),
  z.strictObject({ name: z.literal('cue.shift'), cue, at }),
  z.strictObject({ name: z.literal('cue.group'), cue, with: cue.nullable() }),
  z.strictObject({
    name: z.literal('cue.ready'),
    cue,
    call: z.enum(['warn', 'standby']),
    at: at.nullable(),
  }),
  z.strictObject({ name: z.literal('cue.confirm'), cue }),
  z.strictObject({ name: z.literal('cue.note'), cue, note: name }),
  z.strictObject({ name: z.literal('question.settle'), question: code, role: idOf('role').nullable() }),
  z.strictObject({
    name: z.literal('questions.settle'),
    questions: z.array(code).min(1).max(EDIT_ROWS_MAX),
  }),
  z.strictObject({ name: z.literal('show.lock'), locked: z.boolean() }),
  z.strictObject({
    name: z.literal('pages.add'),
    // More than allowed gets through, so that the refusal is ours and in words.
    pages: z.array(z.strictObject({ label, image })).min(1).max(EDIT_ROWS_MAX),
  }),
  z.strictObject({ name: z.literal('page.change'), page: code, label, item: idOf('item').nullable() }),
  z.strictObject({ name: z.literal('page.remove'), page: code }),
] as const

export const edit: z.ZodType<Edit> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('details.change'), details }),
  z.strictObject({ name: z.literal('help.set'), help }),
  z.strictObject({ name: z.literal('safety.set'), safety }),
  z.strictObject({
    name: z.literal('places.set'),
    places: z.array(z.strictObject({ code, title: name })).max(1_000),
  }),
  z.strictObject({ name: z.literal('people.add'), people: z.array(person).min(1).max(EDIT_ROWS_MAX) }),
  z.strictObject({ name: z.literal('person.change'), person: idOf('person'), to: person }),
  z.strictObject({ name: z.literal('person.remove'), person: idOf('person') }),
  z.strictObject({ name: z.literal('order.set'), rows: z.array(orderRow).max(EDIT_ROWS_MAX) }),
  z.strictObject({ name: z.literal('cue.put'), cue: idOf('cue').nullable(), row: cueRow }),
  z.strictObject({ name: z.literal('cue.move'), cue: idOf('cue'), by: z.literal([1, -1]) }),
  z.strictObject({ name: z.literal('cue.remove'), cue: idOf('cue') }),
  ...bookEdits,
  z.strictObject({
    name: z.literal('department.put'),
    department: idOf('department').nullable(),
    short: code,
    title: name,
  }),
  z.strictObject({ name: z.literal('department.remove'), department: idOf('department') }),
  z.strictObject({
    name: z.literal('tracks.put'),
    track: idOf('track').nullable(),
    rows: z.array(trackRow).min(1).max(EDIT_ROWS_MAX),
  }),
  z.strictObject({ name: z.literal('track.remove'), track: idOf('track') }),
  z.strictObject({
    name: z.literal('entrances.put'),
    entrance: idOf('obligation').nullable(),
    rows: z.array(entranceRow).min(1).max(EDIT_ROWS_MAX),
  }),
  z.strictObject({ name: z.literal('entrance.remove'), entrance: idOf('obligation') }),
  z.strictObject({
    name: z.literal('covers.put'),
    was: coverRow.nullable(),
    rows: z.array(coverRow).min(1).max(EDIT_ROWS_MAX),
  }),
  z.strictObject({ name: z.literal('cover.remove'), row: coverRow }),
  z.strictObject({
    name: z.literal('table.put'),
    table: z.enum(tableNames),
    row: key.nullable(),
    rows: tableRows,
  }),
  z.strictObject({ name: z.literal('table.remove'), table: z.enum(tableNames), row: key }),
  z.strictObject({ name: z.literal('cues.put'), rows: tableRows }),
  z.strictObject({
    name: z.literal('cues.renumber'),
    department: idOf('department'),
    from: z.int().min(0).max(RENUMBER_FROM_MAX),
    step: z.int().min(1).max(RENUMBER_STEP_MAX),
  }),
  z.strictObject({
    name: z.literal('covers.order'),
    levels: z.array(z.enum(coverLevels)).max(coverLevels.length),
  }),
])
