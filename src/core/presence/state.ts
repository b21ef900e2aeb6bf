// What is known tonight of where people are: all of it that the log adds up to.

import type { Instant } from '../kit/time.ts'
import type { PresenceEvent, PresenceEventType } from './events.ts'
import { applySightings, emptySightings, type Sightings } from './sightings.ts'

export type PresenceState = { readonly sightings: Sightings }

export const emptyPresence: PresenceState = { sightings: emptySightings }

export const presenceTypes: ReadonlySet<string> = new Set<PresenceEventType>([
  'person.seen',
  'sighting.withdrawn',
  'own.said',
])

export function applyPresence(
  state: PresenceState,
  event: PresenceEvent,
  recorded: { readonly seq: number; readonly at: Instant; readonly by: string },
): PresenceState {
  return { ...state, sightings: applySightings(state.sightings, event, recorded) }
}
