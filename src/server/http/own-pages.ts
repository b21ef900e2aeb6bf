// Whether a request comes from a page of ours: the browser says so, in one header or the other.

import type { IncomingHttpHeaders } from 'node:http'
import { ownHost } from '../hub/sockets.ts'

/**
 * A name from outside that was made to point here is of the same origin as itself: its page could write as a stranger may,
 * in an incident say, from any browser in the house (ATTACK-7).
 */
export const isAskedHere = (headers: IncomingHttpHeaders, path: string, ownName: string | null): boolean =>
  ownHost(headers.host, ownName) && isFromOurPage(headers, path)

/**
 * Another port of this machine is another site's page that our cookie travels with all the same. Programs say nothing, and
 * an address that somebody typed has no page.
 */
function isFromOurPage(headers: IncomingHttpHeaders, path: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers
  // Where a browser says this it says it of every request, and no page can write it.
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (origin === undefined) return true
  if (hidesItsPage(headers)) return path === HIDES_ITS_PAGE
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Asked by a form into a tab of its own, of which browsers say no origin, ours or not; without a certificate they say nothing
 * else either. So that no other site has a sheet printed, the form shows a word that only our page can have (DOOR-18).
 */
const HIDES_ITS_PAGE = '/api/print'

/** Nothing in it says whose page it comes from. */
export const hidesItsPage = ({ origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean =>
  site === undefined && origin === 'null'
