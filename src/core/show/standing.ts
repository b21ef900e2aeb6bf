// What another order of the evening is judged by beyond people and props: what is built, and what the house wants kept.

import type { Id } from '../kit/ids.ts'
import type { ItemId, PersonId } from './show.ts'

type PieceId = Id<'piece'>
type RuleId = Id<'rule'>

/** Something built that stands one way or another: a rake, a truck, a flown piece, a trap. */
export type SetPiece = {
  readonly id: PieceId
  readonly name: string
  /** How it stands before the first item, in a word of the house: "in", "out", "flat". */
  readonly starts: string
}

/** How a piece must stand when an item begins, and how that item leaves it. */
export type Standing = {
  readonly piece: PieceId
  readonly item: ItemId
  readonly begins?: string | undefined
  readonly ends?: string | undefined
}

/**
 * What an order may not break, as data of the production or the house. `off by`: these people are done by then, on the
 * venue's wall. `rest`: so long between two things that need this competence, for whoever does both. `before`: the story
 * needs the one before the other.
 */
export type OrderRule =
  | {
      readonly id: RuleId
      readonly kind: 'off by'
      readonly title: string
      readonly people: readonly PersonId[]
      /** As "22:15". */
      readonly by: string
    }
  | {
      readonly id: RuleId
      readonly kind: 'rest'
      readonly title: string
      readonly needs: string
      readonly seconds: number
    }
  | {
      readonly id: RuleId
      readonly kind: 'before'
      readonly title: string
      readonly first: ItemId
      readonly next: ItemId
    }
