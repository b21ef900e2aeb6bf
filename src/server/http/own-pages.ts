// Whether a request comes from a page of ours: the browser says so, in one header or the other.

import type { IncomingHttpHeaders } from 'node:http'

/**
 * Another port of this machine is another site's page that our cookie travels with all the same. Programs say nothing, and
 * an address that somebody typed has no page.
 */
export function isFromOurPage(
  { origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders,
  path: string,
): boolean {
  // Where a browser says this it says it of every request, and no page can write it.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  if (origin === 'null') return path === HIDES_ITS_PAGE
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Asked by a form into a tab of its own, of which browsers say no origin, ours or not; without a certificate they say nothing
 * else either. Another's page could have a sheet printed that only this browser gets to see.
 */
const HIDES_ITS_PAGE = '/api/print'
