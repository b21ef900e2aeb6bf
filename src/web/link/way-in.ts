// The way in with a certificate, from a page that came without one: where it is, whether this device trusts it, going there.

import type { WayIn } from '../../wire/way-in.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { loadNotes } from './keep.ts'

/** A port that a firewall swallows answers nothing; then it is not trusted. */
const TRUST_MS_MAX = 2_500
/** Carries this device's light and type along: a phone that goes over in a dark wing must not light up. */
export const DISPLAY_MARK = '#display='

/** Null where the server is not reached. */
export const askWayIn = async (): Promise<WayIn | null> =>
  (await readAnswer<WayIn>(fetch('/api/way-in'), ['port', 'authority'])).told

/** This page came by https, so the browser keeps the app. */
export const cameSafely = (): boolean => location.protocol === 'https:'

/** The same host, for its cookie says who this device is; another port. */
const safeAddress = (here: Pick<Location, 'hostname' | 'pathname' | 'search'>, port: number): string =>
  `https://${here.hostname}:${port}${here.pathname}${here.search}`

/** A browser asks nobody whether it trusts: it is tried, and what it answers is not looked at. */
export async function isTrusted(port: number): Promise<boolean> {
  const signal = AbortSignal.timeout(TRUST_MS_MAX)
  try {
    await fetch(`https://${location.hostname}:${port}/api/health`, {
      mode: 'no-cors',
      cache: 'no-store',
      signal,
    })
    return true
  } catch {
    return false
  }
}

/** `path`: where to; otherwise the same page. */
export function goSafely(port: number, display: string, path = location.pathname): void {
  const to = safeAddress({ hostname: location.hostname, pathname: path, search: location.search }, port)
  location.replace(`${to}${DISPLAY_MARK}${encodeURIComponent(display)}`)
}

/**
 * A device that trusts the house goes over by itself when it opens. Never in the middle of a night's page, and not
 * while notes wait here: the other address would not have them.
 */
export async function goSafelyIfTrusted(display: string): Promise<void> {
  if (window.isSecureContext) return
  const wayIn = await askWayIn()
  if (wayIn === null || wayIn.port === null) return
  if ((await loadNotes()).length > 0 || !(await isTrusted(wayIn.port))) return
  goSafely(wayIn.port, display)
}
