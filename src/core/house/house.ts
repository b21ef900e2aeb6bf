// Front of house as the desk must know it: open, how many are in, who waits outside, what it asks of the desk.

import type { Instant } from '../kit/time.ts'

type HouseAsk = 'hold' | 'speak'

/** What front of house can ask to be written down; the clearance itself is the calling room’s. */
export type HouseCommand =
  | { readonly name: 'house.open'; readonly open: boolean }
  /** The audience in its seats, as counted or as the tickets say: the number, not the difference. */
  | { readonly name: 'audience.count'; readonly count: number }
  /** So many wait outside; nought: nobody does after all. */
  | { readonly name: 'latecomers.hold'; readonly count: number }
  | { readonly name: 'latecomers.release' }
  | { readonly name: 'house.bell'; readonly bell: string; readonly act: number }
  | { readonly name: 'house.back'; readonly act: number }
  | {
      readonly name: 'house.ask'
      readonly ask: HouseAsk
      /** How long the act should wait; null where it is only a word. */
      readonly minutes: number | null
      readonly why: string
    }
  | { readonly name: 'house.take-back'; readonly request: number }
  | { readonly name: 'house.answer'; readonly request: number; readonly yes: boolean }

type Event<Type extends string, Body, Detail = undefined> = {
  readonly type: Type
  readonly v: 1
  readonly body: Body
} & (Detail extends undefined ? { readonly detail?: undefined } : { readonly detail: Detail })

type Nothing = Record<string, never>

export type HouseEvent =
  | Event<'house.opened', Nothing>
  | Event<'house.shut', Nothing>
  | Event<'audience.counted', { readonly count: number }>
  | Event<'latecomers.held', { readonly count: number }>
  | Event<'latecomers.released', { readonly count: number }>
  | Event<'bell.given', { readonly bell: string; readonly act: number }>
  | Event<'house.returned', { readonly act: number }>
  | Event<
      'house.asked',
      {
        readonly request: number
        readonly ask: HouseAsk
        readonly act: number | null
        readonly minutes: number | null
      },
      { readonly why: string }
    >
  | Event<'house.unasked', { readonly request: number }>
  | Event<'house.answered', { readonly request: number; readonly yes: boolean }>

export type HouseEventType = HouseEvent['type']

export type HouseRequest = {
  readonly request: number
  readonly ask: HouseAsk
  /** The act it is about; null for a word. */
  readonly act: number | null
  readonly minutes: number | null
  /** Null once it was erased. */
  readonly why: string | null
  readonly at: Instant
  /** Null while nobody at the desk has answered. */
  readonly answer: { readonly yes: boolean; readonly at: Instant } | null
  readonly takenBackAt: Instant | null
}

export type HouseState = {
  /** Null while it is shut. */
  readonly openedAt: Instant | null
  readonly audience: { readonly count: number; readonly at: Instant } | null
  readonly waiting: { readonly count: number; readonly since: Instant } | null
  readonly released: readonly { readonly count: number; readonly at: Instant }[]
  readonly bells: readonly { readonly bell: string; readonly act: number; readonly at: Instant }[]
  readonly back: readonly { readonly act: number; readonly at: Instant }[]
  readonly requests: readonly HouseRequest[]
  /** How often the house was opened or shut, counted, or its latecomers changed; absent where never. */
  readonly words?: number
}

export const emptyHouse: HouseState = {
  openedAt: null,
  audience: null,
  waiting: null,
  released: [],
  bells: [],
  back: [],
  requests: [],
}

/** No house seats more; a slip of the finger is not taken for an audience. */
export const AUDIENCE_MAX = 100_000
export const LATECOMERS_MAX = 5_000
/** Openings, counts and latecomers of one performance, all together; a finger on a button reaches it, no evening does. */
export const HOUSE_WORDS_MAX = 1_000
/** Times that latecomers are let in, in one performance. */
export const RELEASES_MAX = 100
/** Requests to the desk in one performance. */
export const REQUESTS_MAX = 100
export const WHY_LENGTH_MAX = 120
/** A longer wait is a matter for the desk and the producer, in person. */
export const HOLD_MINUTES_MAX = 60

export const isWaiting = ({ answer, takenBackAt }: HouseRequest): boolean =>
  answer === null && takenBackAt === null
