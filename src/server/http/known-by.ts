// Who a request is from: its device by a pass or a cookie, and whoever is signed in on a tablet by a second one.

import type { IncomingHttpHeaders } from 'node:http'
import { type Device, viewerOf } from '../../core/installation/installation.ts'
import type { Stage } from '../hub/stage.ts'
import { type Credential, cookieName, credentialFromCookies, credentialOf } from './cookies.ts'
import type { KeysAtDoor } from './keys.ts'
import type { Passes } from './passes.ts'

/** By its pass where it shows one, else by its cookie. */
export function knownBy(
  { stage: { installation }, keys }: { readonly stage: Stage; readonly keys: Pick<KeysAtDoor, 'seen'> },
  passes: Passes,
  headers: IncomingHttpHeaders,
): Credential | null {
  keys.seen(headers)
  const state = installation.state()
  const protocols = headers['sec-websocket-protocol']
  if (protocols !== undefined) return passes.read(protocols, state)
  const credential = credentialOf(headers, cookieName(state))
  return credential && viewerOf(state, credential.device, credential.secretHash) ? credential : null
}

/** Of whoever is signed in on a tablet, beside the tablet’s own. */
export const guestCookieName = (state: Parameters<typeof cookieName>[0]): string =>
  `${cookieName(state)}-mine`

export const GUEST_PATH = '/live?mine'

/** Whoever is signed in on this tablet; never by a pass, which is the tablet’s. */
export function guestBy({ installation }: Stage, headers: IncomingHttpHeaders): Credential | null {
  if (headers['sec-websocket-protocol'] !== undefined) return null
  const state = installation.state()
  const credential = credentialFromCookies(headers.cookie, guestCookieName(state), null)
  return credential && viewerOf(state, credential.device, credential.secretHash) ? credential : null
}

/** The device that this browser is, whoever is signed in on it besides. */
export function deviceHere(
  { installation }: Stage,
  { headers }: { readonly headers: IncomingHttpHeaders },
): Device | null {
  const state = installation.state()
  const known = credentialOf(headers, cookieName(state))
  if (!known || !viewerOf(state, known.device, known.secretHash)) return null
  return state.devices.find(({ id }) => id === known.device) ?? null
}
