// What a browser is given to sign with its passkey: good once, and not for long.

import { randomBytes } from 'node:crypto'
import type { Instant } from '../../core/kit/time.ts'

export const CHALLENGE_MS = 2 * 60_000
/** At once, and of one address; of that the oldest makes way, so that nobody who asks without end takes another’s. */
export const CHALLENGES_MAX = 2_000
export const CHALLENGES_OF_ADDRESS_MAX = 100

export type Challenges = {
  make(from: string): string
  /** True once, while it is young. */
  take(challenge: string): boolean
}

export function openChallenges(now: () => Instant): Challenges {
  const made = new Map<string, { readonly at: Instant; readonly from: string }>()
  const crowded = (from: string): string | undefined => {
    const own = [...made].filter(([, one]) => one.from === from)
    if (own.length >= CHALLENGES_OF_ADDRESS_MAX) return own[0]?.[0]
    return made.size >= CHALLENGES_MAX ? made.keys().next().value : undefined
  }
  return {
    make: (from) => {
      const challenge = randomBytes(32).toString('base64url')
      const oldest = crowded(from)
      if (oldest !== undefined) made.delete(oldest)
      made.set(challenge, { at: now(), from })
      return challenge
    },
    take: (challenge) => {
      const one = made.get(challenge)
      made.delete(challenge)
      return one !== undefined && now() - one.at < CHALLENGE_MS
    },
  }
}
