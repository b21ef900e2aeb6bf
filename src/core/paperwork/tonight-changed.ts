// What was other than rehearsed on one night, as the report has it: who said yes and when, who was told by whom, and never why.

import type { Instant } from '../kit/time.ts'

/** One version of who plays what. `changed`: people who do other than in the book; `cut`: what nobody does. */
export type ReportPlan = {
  readonly version: number
  readonly at: Instant
  readonly by: string | null
  readonly why: string
  readonly changed: number
  readonly cut: number
  /** Items in which a lift or a fight was walked through instead of done. */
  readonly walked: readonly string[]
  readonly proved: boolean
  /** When screens followed it; null where it was replaced before everybody was told. */
  readonly shownAt: Instant | null
  readonly overridden: boolean
  /** Who settled what of it; null where it is as it was proposed. */
  readonly drafted: string | null
  /** Approved in the running show without the yes of any who say it in this production. */
  readonly unasked: boolean
  /** Which of board, slip and announcement told the public, and when. */
  readonly announced: readonly { readonly channel: 'board' | 'slip' | 'announcement'; readonly at: Instant }[]
  readonly told: readonly {
    readonly name: string
    /** Null: read on their own screen. */
    readonly by: string | null
    readonly at: Instant
  }[]
}

export type ReportOrderChange = {
  readonly kind: 'cut' | 'swap' | 'move' | 'delay' | 'repeat' | 'vamp' | 'wait' | 'shorten' | 'skip'
  readonly item: string
  readonly other: string
  readonly seconds: number
}

export type ReportOrder = {
  readonly version: number
  readonly at: Instant
  readonly heard: 'silent' | 'next item' | 'stop'
  readonly by: string | null
  readonly changes: readonly ReportOrderChange[]
  readonly told: readonly { readonly name: string; readonly by: string }[]
  readonly overridden: boolean
}

export type TonightChanged = {
  readonly plans: readonly ReportPlan[]
  readonly orders: readonly ReportOrder[]
}
