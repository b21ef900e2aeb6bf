// What can be asked of the show's editor, and a refusal with its place.

import { accepted, type Refusal, type Result, refused } from '../kit/result.ts'
import type { HelpField } from '../show/help.ts'
import type { WordAt } from '../show/script.ts'
import type {
  Country,
  CueId,
  DepartmentId,
  EngagementKind,
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

export type TrackKind = Track['kind']

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
  | { readonly name: 'cue.place'; readonly row: NamedCue; readonly at: WordAt }
  | { readonly name: 'cue.rename'; readonly cue: CueId; readonly row: NamedCue }
  | { readonly name: 'cue.shift'; readonly cue: CueId; readonly at: WordAt }
  | { readonly name: 'cue.group'; readonly cue: CueId; readonly with: CueId | null }
  | {
      readonly name: 'cue.ready'
      readonly cue: CueId
      readonly call: 'warn' | 'standby'
      readonly at: WordAt | null
    }
  | { readonly name: 'cue.confirm'; readonly cue: CueId }
  | { readonly name: 'cue.note'; readonly cue: CueId; readonly note: string }
  | { readonly name: 'question.settle'; readonly question: string; readonly role: RoleId | null }
  | { readonly name: 'show.lock'; readonly locked: boolean }
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

export type EditNamed<Name extends Edit['name']> = Extract<Edit, { readonly name: Name }>

/** A refusal with its place: which row of what was given, counted from 1, and which field of it. */
export const refusedAt = (row: number, field: string, sentence: string) =>
  refused('row', `Row ${row}, ${field}: ${sentence}`)

/** Of one row, or beside it. */
export const refusedIn = (field: string, sentence: string) =>
  refused('row', `${field.slice(0, 1).toUpperCase()}${field.slice(1)}: ${sentence}`)

/** What becomes of the show with every row that is right, and what is wrong with each other one, by its number from 1. */
export type Laid = { readonly show: Show; readonly wrong: ReadonlyMap<number, Refusal> }

/** All of them, or the first that is wrong by its row. */
export function allOf({ show, wrong }: Laid, rows: number): Result<Show> {
  const [first] = wrong
  if (!first) return accepted(show)
  const [row, { code, sentence }] = first
  if (rows === 1) return refused(code, sentence)
  return refused(code, `Row ${row}, ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`)
}
