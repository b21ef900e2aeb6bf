// What the office screens ask and are told over plain requests: the show as it is edited, proposals, edits.

import { z } from 'zod'
import { type CoverRow, coverWords, type Edit, type TrackKind } from '../core/editing/edit.ts'
import type { SafetyRows } from '../core/editing/safety.ts'
import { id } from '../core/kit/ids.ts'
import { type CoverLevel, coverLevels } from '../core/show/competence.ts'
import { type Help, type HelpField, helpFields } from '../core/show/help.ts'
import { performanceKinds } from '../core/show/kinds.ts'
import { pointKinds } from '../core/show/own-pages.ts'
import { SAFETY_ROWS_MAX, type Safety, type SafetyList, safetyFields } from '../core/show/safety.ts'
import type { Check } from '../core/show/safety-checks.ts'
import {
  type Country,
  type EngagementKind,
  type ItemKind,
  type ObligationKind,
  obligationKinds,
} from '../core/show/show.ts'
import { COMMAND_ID_LENGTH_MAX } from './messages.ts'

/** Rows of one edit. The show file has bounds of its own behind it. */
export const EDIT_ROWS_MAX = 5_000
/** One request that is not a file: a pasted running order with everything in it is far below this. */
export const OFFICE_BYTES_MAX = 4 * 1024 * 1024

const plain = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, 'is one line of text')
const name = plain(200)
const code = plain(20)
const key = plain(80)
const idOf = <Noun extends string>(_noun: Noun) => key.transform((text) => id<Noun>(text))

const engagementKinds = [
  'principal',
  'ensemble',
  'swing',
  'standby',
  'alternate',
  'understudy',
  'child',
  'chaperone',
  'crew',
  'operator',
  'dresser',
  'stage management',
  'music',
  'creative',
  'front of house',
  'management',
] as const satisfies readonly EngagementKind[]

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

const person = z.strictObject({ name, does: name, kind: z.enum(engagementKinds) })

const orderRow = z.strictObject({
  code,
  title: name,
  act: z.int().min(-1).max(1_000),
  seconds: z.number().min(0).max(1e6).nullable(),
  kind: z.enum(itemKinds),
})

const details = z.strictObject({
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
    name: z.literal('covers.order'),
    levels: z.array(z.enum(coverLevels)).max(coverLevels.length),
  }),
])

/** Known by it, an edit that is sent again because its answer was lost is done once. */
export const requestId = z
  .string()
  .min(8)
  .max(COMMAND_ID_LENGTH_MAX)
  .regex(/^[\w.:-]+$/, 'is plain characters')

const columns = z.enum(['code', 'title', 'act', 'length', 'kind', 'nothing'])
export const trackColumns = ['code', 'title', 'kind', 'owner', 'covers', 'nothing'] as const
export const entranceColumns = [
  ...(['track', 'item', 'at', 'from', 'length', 'to', 'what', 'kind', 'nothing'] as const),
] as const
export const coverColumns = [
  ...(['who', 'what', 'track', 'item', 'entrance', 'level', 'other', 'words', 'on', 'until'] as const),
  ...(['number', 'nothing'] as const),
] as const
const pasted = <const Column extends readonly string[]>(names: Column) =>
  z.strictObject({ text: z.string(), columns: z.array(z.enum(names)).max(50).nullable() })

export const asks = {
  edit: z.strictObject({ id: requestId, edit }),
  begin: z.strictObject({
    id: requestId,
    details,
    caller: name,
    people: z.array(person).max(EDIT_ROWS_MAX),
    curtainAt: z.int().min(0),
    kind: z.enum(performanceKinds).optional(),
  }),
  names: z.strictObject({ text: z.string(), nameIsLast: z.boolean().nullable() }),
  order: z.strictObject({ text: z.string(), columns: z.array(columns).max(50).nullable() }),
  tracks: pasted(trackColumns),
  entrances: pasted(entranceColumns),
  covers: pasted(coverColumns),
  tonight: z.strictObject({}),
} as const

/** The show as its editor has it. */
export type ShowBook = {
  readonly title: string
  readonly venue: string
  readonly address: string
  readonly country: Country
  readonly timeZone: string
  /** Empty: as is usual in the country. */
  readonly promptSide: 'stage left' | 'stage right' | ''
  readonly help: Help
  readonly safety: Safety
  /** What the building still lacks, as it is today. */
  readonly checks: readonly Check[]
  readonly places: readonly { readonly code: string; readonly name: string }[]
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly callName: string
    readonly does: string
    readonly kind: EngagementKind
  }[]
  readonly items: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly act: number
    readonly seconds: number
    readonly kind: ItemKind
  }[]
  readonly departments: readonly {
    readonly id: string
    readonly short: string
    readonly name: string
    readonly cues: number
    readonly nextNumber: string
  }[]
  readonly cues: readonly {
    readonly id: string
    readonly department: string
    readonly number: string
    readonly words: string
    readonly title: string
    readonly item: string
    readonly together: boolean
    /** Nobody said when in its item: its place is its order. */
    readonly guessed: boolean
  }[]
  readonly tracks: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly kind: TrackKind
    /** By name; empty where it is nobody's. */
    readonly owner: string
    readonly covers: readonly string[]
    readonly entrances: number
  }[]
  /** In the order of the evening. */
  readonly entrances: readonly EntranceLine[]
  readonly covers: readonly CoverRow[]
  /** What counts before what when a cover is worked out. */
  readonly coverLevels: readonly CoverLevel[]
  /** Whether tonight is played from what stands here; else why not. */
  readonly tonight: Tonight
}

export type EntranceLine = {
  readonly id: string
  readonly kind: ObligationKind
  /** As it is called. */
  readonly track: string
  readonly item: string
  /** As it would be typed: "0:40", "0:10 before LX 12". */
  readonly at: string
  /** Where it is timed by a cue nobody timed: its place is a guess. */
  readonly guessed: boolean
  readonly from: string
  readonly length: string
  readonly to: string
  readonly what: string
}

export type Tonight =
  | { readonly state: 'none' }
  | { readonly state: 'same'; readonly number: number; readonly curtainAt: number }
  | {
      readonly state: 'older'
      readonly number: number
      readonly curtainAt: number
      readonly sentence: string
    }

export type Finding = { readonly line: number; readonly column: number; readonly message: string }

/** What a file turned out to be, before anything is opened: counts and what is worth a look, or every fault with its line. */
export type FileRead =
  | {
      readonly ok: true
      readonly kind: 'show' | 'play' | 'list'
      readonly title: string
      readonly counts: {
        readonly people: number
        readonly roles: number
        readonly items: number
        readonly cues: number
      }
      readonly findings: readonly Finding[]
    }
  | { readonly ok: false; readonly kind: 'show' | 'play' | 'list'; readonly findings: readonly Finding[] }

export type Verified = {
  readonly ok: boolean
  readonly performances: number
  readonly events: number
  readonly erased: number
  /** `performance`: of tonight's show; null where it is the house's own record. */
  readonly firstBad: {
    readonly stream: string
    readonly seq: number
    readonly what: string
    readonly performance: number | null
  } | null
}
