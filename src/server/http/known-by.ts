// Who a request is from: its device by a pass or a cookie, and whoever is signed in on a tablet by a second one.

import type { IncomingHttpHeaders } from 'node:http'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { asViewer, type Device, type InstallationState } from '../../core/installation/installation.ts'
import { accepts } from '../../core/installation/keys.ts'
import type { Stage } from '../hub/stage.ts'
import {
  type Credential,
  cookieName,
  credentialFromBasic,
  credentialsFromCookies,
  OLD_COOKIE_NAME,
} from './cookies.ts'
import type { KeysAtDoor } from './keys.ts'
import type { Passes } from './passes.ts'

type Headers = Pick<IncomingHttpHeaders, 'cookie' | 'authorization'>
type Known = { readonly device: Device; readonly credential: Credential }

const isGuest = ({ entered }: Device): boolean => entered?.on != null

/** Those that are let in by what they show. */
const letIn = ({ devices }: InstallationState, shown: readonly Credential[]): readonly Known[] =>
  shown.flatMap((credential) => {
    const device = devices.find(({ id }) => id === credential.device)
    return device && device.revokedAt === null && accepts(device, credential.secretHash)
      ? [{ device, credential }]
      : []
  })

/** Of several that say different things none is believed: nobody acts as somebody who slipped theirs in (ATTACK-31). */
function theOne(known: readonly Known[]): Known | null {
  const [first] = known
  return first && known.every(({ device }) => device === first.device) ? first : null
}

/**
 * The screen that asks, by its cookie. Whoever is signed in on a shared one is known beside it alone, never in its
 * place (PERSON-6).
 */
export function byCookie(state: InstallationState, { cookie }: Headers): Known | null {
  const under = (name: string) =>
    letIn(state, credentialsFromCookies(cookie, name)).filter(({ device }) => !isGuest(device))
  const own = under(cookieName(state))
  return theOne(own.length > 0 ? own : under(OLD_COOKIE_NAME))
}

function byBasic(state: InstallationState, { authorization }: Headers): Known | null {
  const shown = credentialFromBasic(authorization)
  return theOne(letIn(state, shown ? [shown] : []).filter(({ device }) => !isGuest(device)))
}

const screenBy = (state: InstallationState, headers: Headers): Known | null =>
  byCookie(state, headers) ?? byBasic(state, headers)

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
  return screenBy(state, headers)?.credential ?? null
}

/** Of whoever is signed in on a tablet, beside the tablet’s own. */
export const guestCookieName = (state: Parameters<typeof cookieName>[0]): string =>
  `${cookieName(state)}-mine`

export const GUEST_PATH = '/live?mine'

/** Whoever is signed in on the tablet that asks; never by a pass, which is the tablet’s, nor from anywhere else. */
export function guestBy({ installation }: Stage, headers: IncomingHttpHeaders): Credential | null {
  if (headers['sec-websocket-protocol'] !== undefined) return null
  const state = installation.state()
  const tablet = screenBy(state, headers)?.device.id
  const shown = letIn(state, credentialsFromCookies(headers.cookie, guestCookieName(state)))
  const here = shown.filter(({ device }) => tablet !== undefined && device.entered?.on === tablet)
  return theOne(here)?.credential ?? null
}

/** The device that this browser is, whoever is signed in on it besides. */
export const deviceHere = (
  { installation }: Stage,
  { headers }: { readonly headers: IncomingHttpHeaders },
): Device | null => screenBy(installation.state(), headers)?.device ?? null

/** What it may see and do. */
export function viewerHere(stage: Stage, request: { readonly headers: IncomingHttpHeaders }): Viewer | null {
  const device = deviceHere(stage, request)
  return device && asViewer(device)
}
