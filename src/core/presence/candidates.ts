// Who is asked: whoever has the best view first, never anybody who cannot look up, and nobody too often.

import type { Instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import { listsOf, type Put, takesInNow } from './ask-lists.ts'
import { ASKS_OF_ONE_AN_HOUR, ASKS_OF_ONE_MS } from './commands.ts'
import { type Ask, type Concern, isOpen, type PresenceConcerns } from './concern.ts'
import type { Rung } from './events.ts'

/** Why somebody is passed over; words of the catalogue. */
const passedOver = [
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
const askedOn: Readonly<Record<Rung, number>> = { 1: 1, 2: 2, 3: 1, 4: 2, 5: 0 }
/** To a child, into a shower or a toilet nobody goes alone. */
export const SENT_IN_TWOS = 2

/** `inTwos`: where they are looked for. */
export const wantedOn = (rung: Rung, inTwos: boolean): number =>
  rung === 3 && inTwos ? SENT_IN_TWOS : askedOn[rung]
/** Within one rung nobody beyond these is asked, however few answer. */
export const ASKED_ON_A_RUNG_MAX = 6
const HOUR_MS = 60 * 60_000

export type Choice = {
  readonly rung: Rung
  readonly candidates: readonly Candidate[]
  readonly now: Instant
  /** How many of them. */
  readonly wanted: number
  /** The wing a place belongs to: names due at one are asked about as one list. */
  readonly wingOf: WingOf
}
export type WingOf = (place: PlaceId | null) => string | null

/** Passed over are only those who stood before the last who is asked. */
export function choose(state: PresenceConcerns, concern: Concern, choice: Choice): Chosen {
  const { rung, wanted } = choice
  const asked: Candidate[] = []
  const skipped: { person: PersonId; because: PassedOver }[] = []
  const known = new Set(concern.asks.map(({ person }) => person))
  const onRung = new Set(concern.asks.filter((one) => one.rung === rung).map(({ person }) => person))
  const room = ASKED_ON_A_RUNG_MAX - concern.asks.filter((one) => one.rung === rung).length
  const most = Math.min(wanted, room)
  for (const one of inOrder(state, concern, choice)) {
    if (asked.length >= most) break
    if (one.person === concern.person) continue
    // Whoever was asked already looks as well as anybody: only for a search is a second ask worth while.
    if (rung < 3 && (known.has(one.person) || one.person === concern.raisedBy)) continue
    // Whoever has gone to look is left to it, and their three minutes run; nobody is asked twice on one rung.
    if (one.person === concern.looking?.person || onRung.has(one.person)) continue
    const because = hindrance(state, concern, one, choice)
    if (because !== null) skipped.push({ person: one.person, because })
    else if (!(rung === 2 && asked.some(({ place }) => place !== null && place === one.place)))
      asked.push(one)
  }
  return { asked: asked.map(({ person }) => person), skipped }
}

/** Whoever goes for somebody else already is sent only where nobody else can go. */
function inOrder(
  { concerns }: PresenceConcerns,
  { concern }: Concern,
  { rung, candidates }: Choice,
): readonly Candidate[] {
  if (rung !== 3) return candidates
  const others = concerns.filter((one) => one.concern !== concern && isOpen(one))
  const goes = new Set(others.flatMap(({ asks }) => asks.filter(isGoing).map(({ person }) => person)))
  return candidates.toSorted((a, b) => Number(goes.has(a.person)) - Number(goes.has(b.person)))
}

const isGoing = ({ rung, answer, passedOn }: Ask): boolean =>
  rung >= 3 && !passedOn && (answer === null || answer === 'looking')

function hindrance(
  state: PresenceConcerns,
  concern: Concern,
  { person, busy, bound, mayFindChild }: Candidate,
  { rung, now, wingOf }: Choice,
): PassedOver | null {
  if (busy !== null) return busy
  if (rung >= 3 && mayFindChild === false) return 'not for a child'
  if (rung === 3 && bound) return 'cannot leave'
  if (rung >= 3) return null
  const lists = listsOf(putTo(state, person, wingOf))
  const here = { at: now, wing: wingOfDue(concern, wingOf) }
  if (lists.some((list) => takesInNow(list, here))) return null
  if (lists.flat().some(({ at }) => now - at < ASKS_OF_ONE_MS)) return 'asked just now'
  const lately = lists.filter((list) => list.some(({ at }) => now - at < HOUR_MS))
  return lately.length >= ASKS_OF_ONE_AN_HOUR ? 'asked often' : null
}

/** What was put to them about anybody: to go and look is never on a list. */
const putTo = ({ concerns }: PresenceConcerns, whom: PersonId, wingOf: WingOf): readonly Put[] =>
  concerns.flatMap((one) =>
    one.asks.flatMap((ask): readonly Put[] => {
      if (ask.person !== whom) return []
      const wing = ask.rung < 3 ? wingOfDue(one, wingOf) : null
      return [{ at: ask.at, wing, stands: isOpen(one) && one.held === null && waits(ask) }]
    }),
  )

const waits = ({ answer, passedOn }: Ask): boolean => answer === null && !passedOn

/** Who is due nowhere soon is asked about by themself. */
const wingOfDue = ({ dueAt, place }: Concern, wingOf: WingOf): string | null =>
  dueAt === null ? null : wingOf(place)
