// Who is asked: whoever has the best view first, never anybody who cannot look up, and nobody too often.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import { ASKS_OF_ONE_AN_HOUR, ASKS_OF_ONE_MS } from './commands.ts'
import type { Concern, PresenceConcerns } from './concern.ts'
import type { Rung } from './events.ts'

/** Why somebody is passed over; words of the catalogue. */
export const passedOver = [
  'on stage',
  'in a change',
  'in a lift',
  'due themself',
  'asked just now',
  'asked often',
  'not shown',
  'said not me',
  'cannot leave',
  'not for a child',
  'not in',
] as const
export type PassedOver = (typeof passedOver)[number]

/** Somebody who could be asked about one concern, the best placed first in their list. */
export type Candidate = {
  readonly person: PersonId
  /** Where they are likely to be: two are asked in different places. */
  readonly place: PlaceId | null
  /** Why they cannot be asked at this moment. */
  readonly busy: PassedOver | null
  /** The only one at their post: asked, and never sent. */
  readonly bound: boolean
  /** A child is looked for by stage management and chaperones: nobody else is told where a child is. */
  readonly mayFindChild?: boolean
}

export type Chosen = {
  readonly asked: readonly PersonId[]
  readonly skipped: readonly { readonly person: PersonId; readonly because: PassedOver }[]
}

/** How many are asked at once on each rung. */
export const askedOn: Readonly<Record<Rung, number>> = { 1: 1, 2: 2, 3: 1, 4: 2, 5: 0 }
/** To a child, into a shower or a toilet nobody goes alone. */
export const SENT_IN_TWOS = 2

/** `inTwos`: where they are looked for. */
export const wantedOn = (rung: Rung, inTwos: boolean): number =>
  rung === 3 && inTwos ? SENT_IN_TWOS : askedOn[rung]
/** Within one rung nobody beyond these is asked, however few answer. */
export const ASKED_ON_A_RUNG_MAX = 6
const HOUR_MS = 60 * 60_000

/** `wanted`: how many of them. Passed over are only those who stood before the last who is asked. */
export function choose(
  state: PresenceConcerns,
  concern: Concern,
  rung: Rung,
  candidates: readonly Candidate[],
  now: Instant,
  wanted = askedOn[rung],
): Chosen {
  const asked: Candidate[] = []
  const skipped: { person: PersonId; because: PassedOver }[] = []
  const known = new Set(concern.asks.map(({ person }) => person))
  const onRung = new Set(concern.asks.filter((one) => one.rung === rung).map(({ person }) => person))
  const room = ASKED_ON_A_RUNG_MAX - concern.asks.filter((one) => one.rung === rung).length
  const most = Math.min(wanted, room)
  for (const one of candidates) {
    if (asked.length >= most) break
    if (one.person === concern.person) continue
    // Whoever was asked already looks as well as anybody: only for a search is a second ask worth while.
    if (rung < 3 && (known.has(one.person) || one.person === concern.raisedBy)) continue
    // Whoever has gone to look is left to it, and their three minutes run; nobody is asked twice on one rung.
    if (one.person === concern.looking?.person || onRung.has(one.person)) continue
    const because = hindrance(state, one, rung, now)
    if (because !== null) skipped.push({ person: one.person, because })
    else if (!(rung === 2 && asked.some(({ place }) => place !== null && place === one.place)))
      asked.push(one)
  }
  return { asked: asked.map(({ person }) => person), skipped }
}

function hindrance(
  state: PresenceConcerns,
  { person, busy, bound, mayFindChild }: Candidate,
  rung: Rung,
  now: Instant,
): PassedOver | null {
  if (busy !== null) return busy
  if (rung >= 3 && mayFindChild === false) return 'not for a child'
  if (rung === 3 && bound) return 'cannot leave'
  if (rung >= 3) return null
  const put = state.concerns.flatMap(({ asks }) => asks.filter((ask) => ask.person === person))
  if (put.some(({ at }) => now - at < ASKS_OF_ONE_MS)) return 'asked just now'
  return put.filter(({ at }) => now - at < HOUR_MS).length >= ASKS_OF_ONE_AN_HOUR ? 'asked often' : null
}
