// What every decision on a concern knows of tonight, and the refusals that several give.

import { may, type Viewer } from '../disclosure/policy.ts'
import { type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { ItemId, PersonId, PlaceId } from '../show/show.ts'
import { type Candidate, choose, type WingOf, wantedOn } from './candidates.ts'
import type { Mode, PresenceCommand } from './commands.ts'
import type { Concern, PresenceConcerns } from './concern.ts'
import type { Due } from './due.ts'
import type { PresenceEvent } from './events.ts'

export type ConcernCommand = Extract<
  PresenceCommand,
  {
    name:
      | 'concern.raise'
      | 'concern.answer'
      | 'concerns.answer'
      | 'concern.spoken'
      | 'concern.end'
      | 'concern.judge'
      | 'ask.shown'
      | 'ask.read'
      | 'cover.call'
      | 'step.out'
      | 'presence.mode'
  }
>
export type Decision = Result<readonly PresenceEvent[]>

export type ConcernContext = {
  readonly at: Instant
  readonly madeAt: Instant
  readonly by: Viewer
  readonly mode: Mode
  /** The number that the next event has in the record. */
  readonly nextSeq: number
  /** Minutes on the show clock. */
  readonly clock: number
  /** Call name; null for nobody of this show. */
  readonly nameOf: (person: PersonId) => string | null
  readonly isItem: (item: ItemId) => boolean
  /** That place is at the side of the stage where the viewer's screen stands. */
  readonly atHand: (place: PlaceId | null) => boolean
  /** The viewer's screen gives this stage manager's word on somebody who is due there: it stands where they work. */
  readonly speaksFor: (person: PersonId, about: PlaceId | null) => boolean
  /** Stage management that works where the viewer's screen stands. */
  readonly postedHere: () => readonly PersonId[]
  /** Where somebody who is due nowhere soon can be seen best. */
  readonly lastPlaceOf: (person: PersonId) => PlaceId | null
  readonly isStageManagement: (person: PersonId) => boolean
  readonly nextDue: (person: PersonId) => Due | null
  readonly candidates: (about: Concern) => readonly Candidate[]
  /** Nobody goes alone to where they are looked for. */
  readonly inTwos: (about: Concern) => boolean
  readonly wingOf: WingOf
  /** A child is never asked and never sent. */
  readonly isChild: (person: PersonId) => boolean
  readonly covers: (person: PersonId) => readonly PersonId[]
}

export const happened = (...value: readonly PresenceEvent[]): Decision => ({ ok: true, value })
export const notYours = refused('not-yours', 'This device does not do that.')
/** What depends on the night stands in the record, and says the same whether there is such a concern or not. */
export const notAsked = refused('not-asked', 'This was not asked of this device.')
const noConcern = refused('no-concern', 'Nobody is asked about under that number.')

export const isHigh = ({ by }: Pick<ConcernContext, 'by'>): boolean => may(by, 'lead a concern')

/** Who is not concerned is told nothing about whether there is such a concern. */
export const unknownTo = (context: Pick<ConcernContext, 'by'>) => (isHigh(context) ? noConcern : notAsked)

/** Without their name: what is answered is kept for ever. */
export const ended = refused('ended', 'They have been seen: there is nothing more to do.')

export const changed = refused('changed', 'Something came in between. Look at it, and press again.')

/** Somebody else to go to whoever stays with them. */
export function helpFor(
  state: PresenceConcerns,
  concern: Concern,
  staying: PersonId,
  context: ConcernContext,
): PresenceEvent {
  const wanted = wantedOn(3, context.inTwos(concern))
  const candidates = context.candidates(concern).filter((one) => one.person !== staying)
  const { at: now, wingOf } = context
  const { asked, skipped } = choose(state, concern, { rung: 3, candidates, now, wanted, wingOf })
  const people = asked.map((person) => ({ person, how: 'screen' as const }))
  return {
    type: 'concern.asked',
    v: 1,
    body: { concern: concern.concern, rung: concern.rung, asked: people, skipped },
  }
}
