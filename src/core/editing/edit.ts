// What can be asked of the show's editor, and a refusal with its place.

import { accepted, type Refusal, type Result, refused } from '../kit/result.ts'
import type { CoverLevel } from '../show/competence.ts'
import type { HelpField } from '../show/help.ts'
import type { PagePoint } from '../show/own-pages.ts'
import type { WordAt } from '../show/script.ts'
import type {
  Country,
  CueId,
  DepartmentId,
  EngagementKind,
  ItemId,
  ItemKind,
  ObligationId,
  ObligationKind,
  PersonId,
  RoleId,
  Show,
  Track,
  TrackId,
} from '../show/show.ts'
import type { SafetyRows } from './safety.ts'

export type NewPerson = {
  readonly name: string
  /** What they do, in the words of whoever wrote the list: "Keeper", "Sound no. 1"; empty where it is not said. */
  readonly does: string
  readonly kind: EngagementKind
}

/** One row of a running order. `seconds` null: nobody said how long it is. */
export type OrderRow = {
  readonly code: string
  readonly title: string
  readonly act: number
  readonly seconds: number | null
  readonly kind: ItemKind
}

export type CueRow = {
  /** As it is said on headset, "LX"; a new one becomes a department. */
  readonly department: string
  /** Empty: the next one of its department. */
  readonly number: string
  readonly words: string
  readonly title: string
  /** The item of the running order it lies in; null where there is no running order yet. */
  readonly item: string | null
  /** Called together with the cue before it. */
  readonly together: boolean
}

/** A cue as it is named in the book, where its words are those of the script. */
export type NamedCue = Pick<CueRow, 'department' | 'number' | 'title'>

/** Where something is called: on a word of the script, or at a point of one’s own pages. */
export type CalledAt = WordAt | PagePoint

export type TrackKind = Track['kind']

export const tableNames = ['changes', 'hand-offs', 'presets', 'mics', 'calls', 'company'] as const
export type TableName = (typeof tableNames)[number]
/** A row as it is typed, each cell under the name of its column. */
export type Cells = Readonly<Record<string, string>>

/** People as they are called or written in the company; `owner` empty: nobody has it. */
export type TrackRow = {
  readonly code: string
  readonly title: string
  readonly kind: TrackKind
  readonly owner: string
  /** The first one first. */
  readonly covers: readonly string[]
}

/** One time on, or one thing to do, as it is typed. Codes and names, as they are said. */
export type EntranceRow = {
  readonly kind: ObligationKind
  readonly track: string
  /** Number, title or both; empty where a cue says it. */
  readonly item: string
  /** `0:40` into the item, `LX 12`, `0:10 before LX 12`; empty: as the item begins. */
  readonly at: string
  readonly from: string
  /** How long it lasts; empty: to the end of the item. */
  readonly length: string
  readonly to: string
  readonly what: string
}

export const coverWords = [
  ...([
    'knows',
    'certificate',
    'cleared',
    'at-most',
    'last-resort',
    'goes-on',
    'does-not',
    'split',
    'says-yes',
  ] as const),
] as const

/** One thing that is known of somebody for the nights on which others are out. What a kind does not need is empty. */
export type CoverRow = {
  readonly what: (typeof coverWords)[number]
  readonly who: string
  readonly track: string
  /** Number, title or both; empty: all of the track. */
  readonly item: string
  /** What the track does there, by its title; empty: all of it. */
  readonly entrance: string
  /** With whom; only of a pair. */
  readonly other: string
  readonly level: string
  /** What was learned, or what the two may do. */
  readonly words: string
  /** Days. */
  readonly on: string
  readonly until: string
  /** The dance captain’s preference; of "at most", how many tracks. */
  readonly number: string
}

/** Somewhere a shared tablet can stand: as it is said, and what it is. */
export type NewPlace = { readonly code: string; readonly title: string }

export type Details = {
  readonly title: string
  readonly venue: string
  readonly address: string
  readonly country: Country
  readonly timeZone: string
  /** Left out: as it was. Empty: as is usual in the country. */
  readonly promptSide?: 'stage left' | 'stage right' | '' | undefined
}

export type Edit =
  | { readonly name: 'details.change'; readonly details: Details }
  | { readonly name: 'help.set'; readonly help: Readonly<Record<HelpField, string>> }
  | { readonly name: 'safety.set'; readonly safety: SafetyRows }
  | { readonly name: 'places.set'; readonly places: readonly NewPlace[] }
  | { readonly name: 'people.add'; readonly people: readonly NewPerson[] }
  | { readonly name: 'person.change'; readonly person: PersonId; readonly to: NewPerson }
  | { readonly name: 'person.remove'; readonly person: PersonId }
  | { readonly name: 'order.set'; readonly rows: readonly OrderRow[] }
  | { readonly name: 'cue.put'; readonly cue: CueId | null; readonly row: CueRow }
  | { readonly name: 'cue.move'; readonly cue: CueId; readonly by: 1 | -1 }
  | { readonly name: 'cue.remove'; readonly cue: CueId }
  | { readonly name: 'cue.place'; readonly row: NamedCue; readonly at: CalledAt }
  | { readonly name: 'cue.rename'; readonly cue: CueId; readonly row: NamedCue }
  | { readonly name: 'cue.shift'; readonly cue: CueId; readonly at: CalledAt }
  | { readonly name: 'cue.group'; readonly cue: CueId; readonly with: CueId | null }
  | {
      readonly name: 'cue.ready'
      readonly cue: CueId
      readonly call: 'warn' | 'standby'
      readonly at: CalledAt | null
    }
  | { readonly name: 'cue.confirm'; readonly cue: CueId }
  | { readonly name: 'cue.note'; readonly cue: CueId; readonly note: string }
  | { readonly name: 'question.settle'; readonly question: string; readonly role: RoleId | null }
  | { readonly name: 'questions.settle'; readonly questions: readonly string[] }
  | { readonly name: 'show.lock'; readonly locked: boolean }
  | {
      readonly name: 'pages.add'
      readonly pages: readonly { readonly label: string; readonly image: string }[]
    }
  | {
      readonly name: 'page.change'
      readonly page: string
      readonly label: string
      /** The item that begins on it; null: that of the page before goes on. */
      readonly item: ItemId | null
    }
  | { readonly name: 'page.remove'; readonly page: string }
  | {
      readonly name: 'department.put'
      readonly department: DepartmentId | null
      readonly short: string
      readonly title: string
    }
  | { readonly name: 'department.remove'; readonly department: DepartmentId }
  /** `track` null: rows whose code is there already are that track, every other is a new one. */
  | { readonly name: 'tracks.put'; readonly track: TrackId | null; readonly rows: readonly TrackRow[] }
  | { readonly name: 'track.remove'; readonly track: TrackId }
  /** `entrance` null: a row of a track, an item and a moment that are there already is that one. */
  | {
      readonly name: 'entrances.put'
      readonly entrance: ObligationId | null
      readonly rows: readonly EntranceRow[]
    }
  | { readonly name: 'entrance.remove'; readonly entrance: ObligationId }
  /** `was` null: a row about the same as one that is there takes its place. */
  | { readonly name: 'covers.put'; readonly was: CoverRow | null; readonly rows: readonly CoverRow[] }
  | { readonly name: 'cover.remove'; readonly row: CoverRow }
  | { readonly name: 'covers.order'; readonly levels: readonly CoverLevel[] }
  /** `row` null: a row about the same as one that is there is that one, every other is a new one. */
  | {
      readonly name: 'table.put'
      readonly table: TableName
      readonly row: string | null
      readonly rows: readonly Cells[]
    }
  | { readonly name: 'table.remove'; readonly table: TableName; readonly row: string }
  /** As they stand in a spreadsheet: a cue that is there already is that one. */
  | { readonly name: 'cues.put'; readonly rows: readonly Cells[] }
  | {
      readonly name: 'cues.renumber'
      readonly department: DepartmentId
      readonly from: number
      readonly step: number
    }

export type EditNamed<Name extends Edit['name']> = Extract<Edit, { readonly name: Name }>

/** A refusal with its place: which row of what was given, counted from 1, and which field of it. */
export const refusedAt = (row: number, field: string, sentence: string) =>
  refused('row', `Row ${row}, ${field}: ${sentence}`)

/** With the column of what was pasted, where it has columns: there the cell is marked. */
export type CellRefusal = Refusal & { readonly column?: string | undefined }
type InCell = { readonly ok: false; readonly refusal: CellRefusal }

/** Of one row, or beside it. `column`: as its table has it, where that is not what the field is called. */
export const refusedIn = (field: string, sentence: string, column = field): InCell => ({
  ok: false,
  refusal: {
    code: 'row',
    sentence: `${field.slice(0, 1).toUpperCase()}${field.slice(1)}: ${sentence}`,
    column,
  },
})

/** What becomes of the show with every row that is right, and what is wrong with each other one, by its number from 1. */
export type Laid = { readonly show: Show; readonly wrong: ReadonlyMap<number, CellRefusal> }

/** All of them, or the first that is wrong by its row. */
export function allOf({ show, wrong }: Laid, rows: number): Result<Show> {
  const [first] = wrong
  if (!first) return accepted(show)
  const [row, { code, sentence }] = first
  if (rows === 1) return refused(code, sentence)
  return refused(code, `Row ${row}, ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`)
}
