// Letters that a person signs in with: for whom they are and what they are good for, in memory alone.

import type { DeviceId, RoleName } from '../../core/disclosure/policy.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PersonId } from '../../core/show/show.ts'
import type { Clock } from '../clock/clock.ts'
import type { Code, Codes } from './codes.ts'

/** For one person within `OFFERS_MS`: whoever needs more has another trouble. */
export const OFFERS_OF_ONE_MAX = 10
export const OFFERS_MS = 60 * 60_000
/** People who were given letters since the house opened: several large companies. The first make way. */
export const OFFERED_MAX = 2_000

export type Offer = {
  readonly person: PersonId
  readonly called: string
  readonly roles: readonly RoleName[]
}
/** `by`: the device on which the letters were made. */
type Offered = Offer & { readonly by: DeviceId }

export type SignIns = {
  /** One more time within the hour, counted; false where it was too many. Asked before anything is recorded: what is refused was not made. */
  turn(person: PersonId): boolean
  /** Letters given before are good no more. */
  offer(offer: Offered): Code
  /** What the letters behind this key were given for, once; null where the key is a link’s. */
  take(key: string): Offered | null
}

const keyOf = (person: PersonId): string => `person ${person}`

/** The newest are at the end. */
function putNewest<T>(all: Map<string, T>, key: string, value: T): void {
  all.delete(key)
  const [oldest] = all.keys()
  if (oldest !== undefined && all.size >= OFFERED_MAX) all.delete(oldest)
  all.set(key, value)
}

export function openSignIns(codes: Pick<Codes, 'make' | 'end'>, clock: Clock): SignIns {
  const offers = new Map<string, Offered>()
  const turns = new Map<string, readonly Instant[]>()
  return {
    turn: (person) => {
      const now = clock.now()
      const before = (turns.get(person) ?? []).filter((at) => now - at < OFFERS_MS)
      if (before.length >= OFFERS_OF_ONE_MAX) return false
      putNewest(turns, person, [...before, now])
      return true
    },
    offer: (offer) => {
      const key = keyOf(offer.person)
      putNewest(offers, key, offer)
      // Whatever those before were good for, these are good for this alone.
      codes.end(key)
      return codes.make(key)
    },
    take: (key) => {
      const offer = offers.get(key)
      if (!offer) return null
      codes.end(key)
      return offer
    },
  }
}
