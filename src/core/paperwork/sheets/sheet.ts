// A sheet of paper as data: what stands on it, in blocks, before anybody knows how wide a page is.

import type { AttendanceState } from '../../attendance/state.ts'
import type { CallingState } from '../../calling/state.ts'
import { formatClock, formatClock12, type Instant } from '../../kit/time.ts'
import { countryPack } from '../../show/countries/packs.ts'
import type { Country, Show } from '../../show/show.ts'
import type { PlanPoint, Timeline } from '../../show/timeline.ts'

/** `width`: its share of the line. `pencil`: empty and ruled, to be written in by hand. */
export type Column = {
  readonly head: string
  readonly width: number
  readonly pencil?: true | undefined
  readonly right?: true | undefined
}

/** `missing`: what is not set, and where it is set; printed in so many words, never as an empty line. */
export type Fact = { readonly what: string; readonly said: string | null; readonly missing: string }

export type Block =
  /** The words themselves as a code for a camera: no link in it, and no network behind it. */
  | { readonly kind: 'code'; readonly heading: string; readonly text: string; readonly says: string }
  /** `hung`: to be read from a wall. */
  | {
      readonly kind: 'words'
      readonly heading: string
      readonly lines: readonly string[]
      readonly hung?: true | undefined
    }
  | { readonly kind: 'facts'; readonly heading: string; readonly facts: readonly Fact[] }
  /** `first`: what is read before everything else, and larger. */
  | {
      readonly kind: 'steps'
      readonly heading: string
      readonly first?: true | undefined
      readonly steps: readonly string[]
    }
  | {
      readonly kind: 'table'
      readonly heading: string
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
      /** Said in place of a table without rows. */
      readonly none: string
    }

/** Sheets of which there is one for each department. */
export type DepartmentSheet = 'cues' | 'run'
export const plainSheets = ['roll', 'order', 'cues', 'contacts', 'incident', 'closing', 'roll-call'] as const
export type PlainSheet = (typeof plainSheets)[number]
/** "cues", "cues:lx", "run:fly"; "other:lx", "track:ana" and "cast:board" where tonight is other than in the book. */
export type SheetId = PlainSheet | `${DepartmentSheet | 'other' | 'track' | 'cast'}:${string}`

export type Sheet = {
  readonly id: SheetId
  readonly name: string
  /** To be read at arm's length by somebody who is frightened. */
  readonly large: boolean
  readonly blocks: readonly Block[]
}

/** A sheet as it would be printed now. */
export type ReadySheet = Sheet & {
  readonly print: string
  readonly version: number
  /** Four letters that are read out: "K7QD". */
  readonly mark: string
}

/** What every sheet is made from; `expected`, `attendance`, `audience` and `today` are null on a sheet that is only compared (PAPER-6). */
export type SheetContext = {
  readonly show: Show
  readonly plan: Timeline
  readonly calling: CallingState
  readonly country: Country
  readonly timeZone: string
  readonly expected: ((point: PlanPoint) => Instant | null) | null
  readonly attendance: AttendanceState | null
  /** How many of the public front of house has counted in; null where it has not, and on a sheet that is only compared. */
  readonly audience: number | null
  /** The day it is in the house, as 2026-11-24; null on a sheet that is only compared. */
  readonly today: string | null
}

export const itemName = ({ code, title }: { readonly code: string; readonly title: string }): string =>
  code === '' ? title : `${code} ${title}`

/** Seconds into the act, as they stand on a cue sheet: "0:40", "1:08:22". */
export function intoAct({ seconds }: PlanPoint): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** A time of day as the country reads a clock: the pack says of how many hours (SHOW-19). */
export const clockIn = (country: Country): typeof formatClock =>
  countryPack(country).clock === '12 h' ? formatClock12 : formatClock

export const pencil = (head: string, width: number): Column => ({ head, width, pencil: true })
