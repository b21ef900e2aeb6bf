// Whether a request comes from a page of ours: the browser says so, in one header or the other.

import type { IncomingHttpHeaders } from 'node:http'

/**
 * Another port of this machine is another site's page that our cookie travels with all the same. Programs say nothing, and
 * an address that somebody typed has no page.
 */
export function isFromOurPage({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  // Where a browser says this it says it of every request, and no page can write it.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
