// What a list says, row by row, whatever its columns: items, cues to call, what somebody does; and what is not clear in it.

import type { ItemKind } from '../../core/show/show.ts'
import type { QuestionKind } from '../play/play.ts'

export type SheetQuestion = {
  readonly line: number
  /** 1 where the whole row is meant. */
  readonly column: number
  readonly sheet: string
  readonly kind: QuestionKind | 'cue' | 'item' | 'task'
  readonly message: string
}

/** The row it stands in. */
type At = { readonly line: number }

export type ItemSaid = At & {
  readonly kind: 'item'
  readonly code: string
  readonly title: string
  readonly act: number
  readonly seconds: number | null
  readonly item: ItemKind
}

/** `after`: the one that is named; else the cue before it in the list, or in its department. */
export type Follows = {
  readonly seconds: number
  readonly after: string | null
  readonly before: 'in the list' | 'in its department'
}

export type CueSaid = At & {
  readonly kind: 'cue'
  /** What is called before the number. */
  readonly department: string
  readonly number: string
  readonly title: string
  readonly words: string
  readonly page: string
  /** The scene or number it lies in, as it is written; empty: that of the cue before it. */
  readonly item: string
  /** Goes by itself so many seconds after another cue. */
  readonly follows: Follows | null
}

export type TaskSaid = At & {
  readonly kind: 'task'
  readonly who: string
  readonly title: string
  readonly words: string
  readonly item: string
  readonly from: string
  readonly to: string
  readonly seconds: number | null
}

export type SheetEvent = ItemSaid | CueSaid | TaskSaid
