// Which keys have gone by https alone since they were given: any other somebody may have read on its way.

import type { IncomingMessage } from 'node:http'
import type { Instant } from '../../core/kit/time.ts'
import { credentialsFromCookies } from './cookies.ts'
import { isSafeWay } from './safe-way.ts'

/** Of as many devices as a house has, and their next ones; whoever is forgotten is given a new key once more. */
export const SAFE_KEYS_MAX = 4_000

/** Of one device, before half a day: whoever asks again and again fills no record. A page asks once an hour. */
export const EARLY_AGAIN_MS = 30 * 60_000

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>

export type SafeKeys = {
  /** It was just made for this device, and goes out by https. */
  given(device: string, secretHash: string, now: Instant): void
  /** Where it came by plain HTTP, what it shows is safe no more. */
  shown(request: Asking, cookie: string): void
  has(secretHash: string): boolean
  /** It may have gone plainly, and this device was not given another a moment ago. */
  isDue(device: string, secretHash: string, now: Instant): boolean
}

export function openSafeKeys(): SafeKeys {
  const safe = new Set<string>()
  // By device, of which there are so many at most.
  const givenAt = new Map<string, Instant>()
  const has = (secretHash: string) => safe.has(secretHash)
  return {
    given: (device, secretHash, now) => {
      const [oldest] = safe
      if (oldest !== undefined && safe.size >= SAFE_KEYS_MAX) safe.delete(oldest)
      safe.add(secretHash)
      givenAt.set(device, now)
    },
    shown: (request, cookie) => {
      if (isSafeWay(request)) return
      for (const { secretHash } of credentialsFromCookies(request.headers.cookie, cookie))
        safe.delete(secretHash)
    },
    has,
    isDue: (device, secretHash, now) =>
      !has(secretHash) && now - (givenAt.get(device) ?? 0) >= EARLY_AGAIN_MS,
  }
}
