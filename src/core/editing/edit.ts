// What can be asked of the show's editor, and a refusal with its place.

import { refused } from '../kit/result.ts'
import type { HelpField } from '../show/help.ts'
import type { Country, CueId, DepartmentId, EngagementKind, ItemKind, PersonId } from '../show/show.ts'

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
  | { readonly name: 'places.set'; readonly places: readonly NewPlace[] }
  | { readonly name: 'people.add'; readonly people: readonly NewPerson[] }
  | { readonly name: 'person.change'; readonly person: PersonId; readonly to: NewPerson }
  | { readonly name: 'person.remove'; readonly person: PersonId }
  | { readonly name: 'order.set'; readonly rows: readonly OrderRow[] }
  | { readonly name: 'cue.put'; readonly cue: CueId | null; readonly row: CueRow }
  | { readonly name: 'cue.move'; readonly cue: CueId; readonly by: 1 | -1 }
  | { readonly name: 'cue.remove'; readonly cue: CueId }
  | {
      readonly name: 'department.put'
      readonly department: DepartmentId | null
      readonly short: string
      readonly title: string
    }
  | { readonly name: 'department.remove'; readonly department: DepartmentId }

export type EditNamed<Name extends Edit['name']> = Extract<Edit, { readonly name: Name }>

/** A refusal with its place: which row of what was given, counted from 1, and which field of it. */
export const refusedAt = (row: number, field: string, sentence: string) =>
  refused('row', `Row ${row}, ${field}: ${sentence}`)
