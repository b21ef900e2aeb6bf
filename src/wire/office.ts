// What the office screens ask and are told over plain requests: the show as it is edited, proposals, edits.

import { z } from 'zod'
import {
  type Cells,
  type CoverRow,
  type TableName,
  type TrackKind,
  tableNames,
} from '../core/editing/edit.ts'
import type { ExportKind } from '../core/installation/exports.ts'
import type { Ending } from '../core/retention/clocks.ts'
import type { CoverLevel } from '../core/show/competence.ts'
import type { Help } from '../core/show/help.ts'
import { performanceKinds } from '../core/show/kinds.ts'
import type { Safety } from '../core/show/safety.ts'
import type { Check } from '../core/show/safety-checks.ts'
import type { Country, EngagementKind, ItemKind, ObligationKind } from '../core/show/show.ts'
import { CELL_LENGTH_MAX, COLUMNS_MAX, details, EDIT_ROWS_MAX, edit, name, person, plain } from './edits.ts'
import { COMMAND_ID_LENGTH_MAX } from './messages.ts'

/** One request that is not a file: a pasted running order with everything in it is far below this. */
export const OFFICE_BYTES_MAX = 4 * 1024 * 1024

/** Known by it, an edit that is sent again because its answer was lost is done once. */
export const requestId = z
  .string()
  .min(8)
  .max(COMMAND_ID_LENGTH_MAX)
  .regex(/^[\w.:-]+$/, 'is plain characters')

const columns = z.enum(['code', 'title', 'act', 'length', 'kind', 'nothing'])
const trackColumns = ['code', 'title', 'kind', 'owner', 'covers', 'nothing'] as const
const entranceColumns = [
  ...(['track', 'item', 'at', 'from', 'length', 'to', 'what', 'kind', 'nothing'] as const),
] as const
const coverColumns = [
  ...(['who', 'what', 'track', 'item', 'entrance', 'level', 'other', 'words', 'on', 'until'] as const),
  ...(['number', 'nothing'] as const),
] as const
/** The line with the headings (0: none has them), rows that were put right since, and those that are left out. */
const pasteSaid = {
  head: z.int().min(0).max(1e6).nullable().optional(),
  put: z
    .array(
      z.strictObject({
        line: z.int().min(1).max(1e6),
        cells: z.array(plain(CELL_LENGTH_MAX)).max(COLUMNS_MAX),
      }),
    )
    .max(EDIT_ROWS_MAX)
    .optional(),
  left: z.array(z.int().min(1).max(1e6)).max(EDIT_ROWS_MAX).optional(),
}
const pasted = <const Column extends readonly string[]>(names: Column) =>
  z.strictObject({
    text: z.string(),
    columns: z.array(z.enum(names)).max(COLUMNS_MAX).nullable(),
    ...pasteSaid,
  })

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
  table: z.strictObject({
    table: z.enum(['cues', ...tableNames]),
    text: z.string(),
    columns: z.array(plain(20)).max(COLUMNS_MAX).nullable(),
    ...pasteSaid,
  }),
  tonight: z.strictObject({}),
} as const

/** Where what was pasted is read, and what else is said with it. */
export type PasteName = {
  readonly path: 'tracks' | 'entrances' | 'covers' | 'table'
  readonly also?: { readonly table: TableName | 'cues' }
}

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
  readonly tables: Readonly<Record<TableName, readonly { readonly id: string; readonly cells: Cells }[]>>
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
/** Of each kind how much, and since when the first of it should have gone. */
export type PastTold = {
  readonly due: readonly {
    readonly title: string
    readonly ending: Ending
    readonly entries: number
    readonly since: number
  }[]
}

/** `by`: null where it was erased, or the device is nobody’s any more. */
export type ExportsTold = {
  readonly exports: readonly {
    readonly number: number
    readonly what: ExportKind
    readonly at: number
    readonly by: string | null
  }[]
}

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
  | {
      readonly ok: false
      readonly kind: 'show' | 'play' | 'list'
      readonly findings: readonly Finding[]
      /** Of a list whose head is not clear, the first rows. */
      readonly rows: readonly { readonly sheet: string; readonly line: number; readonly text: string }[]
    }

/** A table out of a file, as it would have been pasted; which sheet it was, and what else is in the file. */
export type TableTold = {
  readonly text: string
  readonly sheet: string
  readonly others: readonly string[]
}

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
