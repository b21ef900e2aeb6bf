// What is known tonight of where people are: all of it that the log adds up to.

import type { Instant } from '../kit/time.ts'
import { type ClockSet, withClockSet } from './clock-set.ts'
import { emptyConcerns, type PresenceConcerns } from './concern.ts'
import { applyConcerns } from './concern-apply.ts'
import type { PresenceEvent, PresenceEventType } from './events.ts'
import { type LookUp, withLookUp } from './look-up.ts'
import { applySightings, emptySightings, type Sightings } from './sightings.ts'

export type PresenceState = {
  readonly sightings: Sightings
  readonly concerns: PresenceConcerns
  /** How often the machine's clock was set forward tonight; absent where it was not. */
  readonly clockSets?: readonly ClockSet[]
  /** Outside a concern; absent where nobody was looked up. */
  readonly lookUps?: readonly LookUp[]
}

export const emptyPresence: PresenceState = { sightings: emptySightings, concerns: emptyConcerns }

export const presenceTypes: ReadonlySet<string> = new Set<PresenceEventType>([
  'person.seen',
  'sighting.withdrawn',
  'own.said',
  'concern.opened',
  'concern.joined',
  'concern.asked',
  'ask.shown',
  'ask.read',
  'concern.answered',
  'concern.climbed',
  'concern.ended',
  'concern.judged',
  'cover.called',
  'person.stepped-out',
  'source.blind',
  'presence.mode',
  'presence.counted',
  'clock.set',
  'person.looked-up',
])

export function applyPresence(
  state: PresenceState,
  event: PresenceEvent,
  recorded: { readonly seq: number; readonly at: Instant; readonly by: string },
): PresenceState {
  if (event.type === 'clock.set')
    return {
      ...state,
      concerns: withClockSet(state.concerns, event.body),
      clockSets: [...(state.clockSets ?? []), event.body],
    }
  if (event.type === 'person.looked-up') return withLookUp(state, event, recorded.at)
  return {
    ...state,
    sightings: applySightings(state.sightings, event, recorded),
    concerns: applyConcerns(state.concerns, event, recorded),
  }
}
