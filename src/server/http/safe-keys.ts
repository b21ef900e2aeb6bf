// Which keys have gone by https alone since they were given: any other somebody may have read on its way.

import type { IncomingMessage } from 'node:http'
import { credentialsFromCookies } from './cookies.ts'
import { isSafeWay } from './sealed.ts'

/** Of as many devices as a house has, and their next ones; whoever is forgotten is given a new key once more. */
export const SAFE_KEYS_MAX = 4_000

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>

export type SafeKeys = {
  /** It was just made, and goes out by https. */
  given(secretHash: string): void
  /** Where it came by plain HTTP, what it shows is safe no more. */
  shown(request: Asking, cookie: string): void
  has(secretHash: string): boolean
}

export function openSafeKeys(): SafeKeys {
  const safe = new Set<string>()
  return {
    given: (secretHash) => {
      const [oldest] = safe
      if (oldest !== undefined && safe.size >= SAFE_KEYS_MAX) safe.delete(oldest)
      safe.add(secretHash)
    },
    shown: (request, cookie) => {
      if (isSafeWay(request)) return
      for (const { secretHash } of credentialsFromCookies(request.headers.cookie, cookie))
        safe.delete(secretHash)
    },
    has: (secretHash) => safe.has(secretHash),
  }
}
