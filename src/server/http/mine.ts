// Whoever is signed in here: on a tablet that others use, or on a device of their own. Who it is, that it was touched, the end.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { asViewer, type Device } from '../../core/installation/installation.ts'
import { GUEST_IDLE_MS, invitedLately, isEntered, isShared } from '../../core/installation/people.ts'
import { waysFor } from '../../core/installation/ways.ts'
import { dayOf } from '../../core/kit/day.ts'
import type { Instant } from '../../core/kit/time.ts'
import { isFirstAider } from '../../core/vault/may-open.ts'
import type { Signed } from '../../wire/mine.ts'
import type { Clock } from '../clock/clock.ts'
import type { Guests } from '../hub/guests.ts'
import type { Stage } from '../hub/stage.ts'
import { refuse, send } from './answers.ts'
import { cookieName, freshId } from './cookies.ts'
import { deviceHere, guestBy, guestCookieName } from './known-by.ts'

export type Mine = { readonly stage: Stage; readonly clock: Clock; readonly guests: Guests }

export const MINE_PATHS: ReadonlySet<string> = new Set(['/api/mine', '/api/mine/stay', '/api/mine/leave'])

export function guestHere(stage: Stage, { headers }: IncomingMessage): Device | null {
  const known = guestBy(stage, headers)
  return stage.installation.state().devices.find(({ id }) => id === known?.device) ?? null
}

export async function mine(
  options: Mine,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const here = deviceHere(options.stage, request)
  const guest = guestHere(options.stage, request)
  if (here === null && guest === null)
    return refuse(response, 401, 'not-paired', 'This device is not paired yet.')
  if (path === '/api/mine' && request.method === 'GET')
    return send(response, 200, signed(options, here, guest))
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    return refuse(response, 405, 'method', 'That is not possible here.')
  const device = guest ?? (here !== null && isEntered(here) ? here : null)
  if (device === null) return refuse(response, 409, 'not-signed-in', 'Nobody is signed in here.')
  if (path === '/api/mine/stay') {
    if (guest !== null) options.guests.touched(guest.id)
    return send(response, 200, signed(options, here, guest))
  }
  await leave(options, device, response)
}

const signed = (options: Mine, here: Device | null, guest: Device | null): Signed => ({
  guest: guest && { name: guest.name, until: untilOf(options, guest), idleMs: GUEST_IDLE_MS },
  own: here?.person == null ? null : { name: here.name, entered: isEntered(here) },
  shared: here !== null && isShared(here),
  letters: lettersFor(options, (guest ?? here)?.person ?? null),
  ways: guest !== null || here === null ? [] : waysOf(options, here),
})

/** As the machine’s clock will say it, whatever it was set to. */
function untilOf({ stage }: Mine, { entered }: Device): Instant | null {
  const until = entered?.until ?? null
  return until && stage.door.shown(until)
}

function waysOf({ stage, clock }: Mine, here: Device): Signed['ways'] {
  const show = stage.night()?.plan.show
  const today = dayOf(clock.now(), show?.timeZone ?? 'UTC')
  const certificates = show?.covers?.certificates ?? []
  const firstAider = here.person !== null && isFirstAider(here.person, { certificates, today })
  return waysFor({ viewer: asViewer(here), firstAider })
}

/** Whoever holds somebody’s letters is them here: that they were made is told to whoever they were made for. */
function lettersFor({ stage, clock }: Mine, person: Device['person']): Signed['letters'] {
  if (person === null) return []
  const state = stage.installation.state()
  const people = stage.night()?.plan.show.people ?? []
  const nameOf = (by: string): string =>
    people.find(({ id }) => id === by)?.name ??
    state.devices.find(({ id }) => id === by)?.name ??
    'a device that is no longer here'
  return invitedLately(state, person, clock.now()).map(({ at, by }) => ({ at, by: nameOf(by) }))
}

async function leave({ stage, clock }: Mine, device: Device, response: ServerResponse): Promise<void> {
  const state = stage.installation.state()
  const by = asViewer(device)
  const command = { name: 'person.leave', device: device.id, why: 'touch' } as const
  const answer = await stage.installation.submit({
    id: `leave:${device.id}:${freshId()}`,
    by,
    madeAt: clock.now(),
    command,
  })
  if (!answer.ok && 'failure' in answer) return refuse(response, 503, 'failure', answer.failure)
  const name = device.entered?.on == null ? cookieName(state) : guestCookieName(state)
  send(response, 200, {}, { 'Set-Cookie': `${name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0` })
}
