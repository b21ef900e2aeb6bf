// Who can be asked to get in touch, who asked whom, and what comes round after an incident. No words, no mood, no reason: none has a field.

import { duration, type Instant, minutes } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Checked } from './checked.ts'

/** Fewer are no choice: one of them is of another house (W7). */
const CONTACTS_MIN = 2
export const CONTACTS_MAX = 8
export const NAME_MAX = 80
/** Three days: who reads more rarely is nobody to be asked. */
export const WITHIN_HOURS_MAX = 72
/** To as many at once one person may have asks open. */
export const OPEN_MAX = 4
/** Of a house, over the years; then one more is refused in words (CARE-8). */
export const REQUESTS_MAX = 2_000
export const FOLLOWS_MAX = 2_000

const DAY_MS = minutes(24 * 60)
const days = (count: number) => duration(count * DAY_MS)

/** The anniversary is met as its week begins. */
export const rounds = ['day', 'week', 'month', 'year'] as const
export type Round = (typeof rounds)[number]
export const ROUND_MS: Readonly<Record<Round, number>> = {
  ...{ day: days(1), week: days(7), month: days(30), year: days(365 - 3) },
}
/** So long one stands there; after it the moment is over. */
export const ROUND_STANDS_MS = days(14)
/** Not on the evening itself: who hears that there was one, and in which order, is the notices' to say (NOTICE-2). */
export const NOTE_AFTER_MS = minutes(12 * 60)
/** So long the note after an incident stands on everybody's page. */
export const AFTER_MS = days(30)

/** `person`: whoever reads here; null: outside, and rung or written to, with nothing written down of it. */
export type Contact = {
  readonly id: string
  readonly name: string
  readonly person: PersonId | null
  /** Where somebody outside is reached. */
  readonly reach: string
  /** Of whoever reads here: by then at the latest. */
  readonly withinHours: number
}

export type Ask = {
  readonly id: string
  readonly at: Instant
  /** Null once it was erased. */
  readonly said: { readonly person: PersonId; readonly to: PersonId; readonly withinHours: number } | null
  readonly readAt: Instant | null
  readonly withdrawnAt: Instant | null
}

export type Follow = { readonly person: PersonId; readonly incident: string }
export type CareState = {
  readonly contacts: readonly Contact[]
  readonly asks: readonly Ask[]
  readonly follows: readonly Follow[]
  /** Which rounds somebody has seen to. */
  readonly met: readonly { readonly incident: string; readonly round: Round }[]
  /** Numbers to ring that somebody of the house looked at. */
  readonly checked: readonly Checked[]
}
export const emptyCare: CareState = { contacts: [], asks: [], follows: [], met: [], checked: [] }

/** So long an ask is kept, read or not; then whose it was leaves the record. */
export const ASK_KEPT_MS = days(90)

export const asksOverdue = (state: CareState, now: number): readonly string[] =>
  state.asks.flatMap(({ id, at, said }) => (said !== null && now >= at + ASK_KEPT_MS ? [id] : []))

export const readBy = (ask: Ask): number => ask.at + (ask.said?.withinHours ?? 0) * minutes(60)

export const isOpenAsk = (ask: Ask): boolean => ask.said !== null && ask.withdrawnAt === null

/** Not read by when it was promised: whoever asked is told, and told who answers now. */
export const isLate = (ask: Ask, now: number): boolean =>
  isOpenAsk(ask) && ask.readAt === null && now >= readBy(ask)

/** Enough of a choice to be offered at all. */
export const isReady = (contacts: readonly Contact[]): boolean =>
  contacts.length >= CONTACTS_MIN && contacts.some(({ person }) => person === null)

export type Incidents = readonly { readonly id: string; readonly at: Instant }[]

/** What comes round now: nothing of anybody in it. */
export const roundsDue = (
  incidents: Incidents,
  now: number,
): readonly { readonly incident: string; readonly at: Instant; readonly round: Round }[] =>
  incidents.flatMap(({ id: incident, at }) =>
    rounds
      .filter((round) => now >= at + ROUND_MS[round] && now < at + ROUND_MS[round] + ROUND_STANDS_MS)
      .map((round) => ({ incident, at, round })),
  )
