// Letters that a person signs in with: for whom they are and what they are good for, in memory alone.

import type { RoleName } from '../../core/disclosure/policy.ts'
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

export type SignIns = {
  /** Null where this person was given too many within the hour. Letters given before are good no more. */
  offer(offer: Offer): Code | null
  /** What the letters behind this key were given for, once; null where the key is a link’s. */
  take(key: string): Offer | null
}

const keyOf = (person: PersonId): string => `person ${person}`

export function openSignIns(codes: Pick<Codes, 'make' | 'end'>, clock: Clock): SignIns {
  const offers = new Map<string, Offer & { readonly at: readonly Instant[] }>()
  return {
    offer: (offer) => {
      const key = keyOf(offer.person)
      const now = clock.now()
      const before = (offers.get(key)?.at ?? []).filter((at) => now - at < OFFERS_MS)
      if (before.length >= OFFERS_OF_ONE_MAX) return null
      const [oldest] = offers.keys()
      if (oldest !== undefined && offers.size >= OFFERED_MAX) offers.delete(oldest)
      // The newest are at the end.
      offers.delete(key)
      offers.set(key, { ...offer, at: [...before, now] })
      // Whatever those before were good for, these are good for this alone.
      codes.end(key)
      return codes.make(key)
    },
    take: (key) => {
      const offer = offers.get(key)
      if (!offer) return null
      codes.end(key)
      return { person: offer.person, called: offer.called, roles: offer.roles }
    },
  }
}
