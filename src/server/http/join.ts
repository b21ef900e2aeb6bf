// A link is followed: its one device is paired, or one more of those it lets in.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DeviceId } from '../../core/disclosure/policy.ts'
import type { InstallationCommand } from '../../core/installation/commands.ts'
import { LINK_REFUSED } from '../../core/installation/decide-devices.ts'
import { type Device, decideInstallation, theMachine } from '../../core/installation/installation.ts'
import { type Entered, GUEST_MS_MAX, isShared } from '../../core/installation/people.ts'
import { id } from '../../core/kit/ids.ts'
import { codeIn } from '../../wire/protocol.ts'
import type { Clock } from '../clock/clock.ts'
import type { HouseCompany } from '../hub/company.ts'
import { youAre } from '../hub/known.ts'
import type { Stage } from '../hub/stage.ts'
import { BODY_BYTES_MAX, readBody, refuse, send } from './answers.ts'
import type { Codes } from './codes.ts'
import { type Credential, cookieName, freshId, freshSecret, readCredential, setCookie } from './cookies.ts'
import { deviceHere, guestCookieName } from './known-by.ts'
import type { Offer, SignIns } from './sign-ins.ts'

export async function join(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Only JSON, which another site's form cannot send: nobody is paired by a page they happened to open.
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
    return refuse(response, 405, 'method', 'That is not possible here.')
  const body = await readBody(request, BODY_BYTES_MAX)
  if (body === null)
    return refuse(response, 413, 'too-long', 'That is too long to be a link.', { Connection: 'close' })
  const from = { address: request.socket.remoteAddress ?? '', here: deviceHere(door.stage, request) }
  const { status, said, cookie } = await joinBy(door, body.toString('utf8'), from)
  send(response, status, said, cookie === null ? {} : { 'Set-Cookie': cookie })
}

export type Joined = { readonly status: number; readonly said: unknown; readonly cookie: string | null }

export type Door = {
  readonly stage: Stage
  readonly clock: Clock
  readonly codes: Codes
  readonly signIns: SignIns
  readonly company: Pick<HouseCompany, 'has'>
}

/** From where somebody comes: the address, and the device that this browser is already; null for none. */
type From = { readonly address: string; readonly here: Device | null }

/**
 * `body`: what the device sent, as JSON with the link's token or its six letters in it; and, on a screen that is
 * nobody's, whether it is to be theirs from now on.
 */
async function joinBy(door: Door, body: string, { address: from, here }: From): Promise<Joined> {
  const { token, own } = askedIn(body)
  const code = codeIn(token ?? '')
  if (code === null) return joinLink(door, token === null ? null : readCredential(token))
  const key = door.codes.use(code, from)
  if (key === 'too-many' || key === 'wait')
    return { status: 429, said: { refusal: key === 'wait' ? SLOWLY : MANY_CODES }, cookie: null }
  const offer = key === null ? null : door.signIns.take(key)
  if (offer && !isRemoved(door.stage, offer.by) && (await isHere(door, offer))) {
    const { person, called, roles } = offer
    return enterBy(door, { person, called, roles, how: 'letters' }, own ? null : here)
  }
  const link = key === null ? null : linkOf(door.stage, key)
  const joined = link && (await joinLink(door, link))
  if (joined && joined.status !== 403) return joined
  if (key !== null) door.codes.wrong(from)
  return refusal(CODE_REFUSED)
}

/** Whoever left since the letters were made is let in by nothing. */
const isHere = ({ company }: Door, { person }: Offer): Promise<boolean> =>
  company.has({ person, production: null })

/** Taken away, or stopped for a copy of it; whoever signed out of a tablet left what they made there good. */
function isRemoved({ installation }: Stage, maker: DeviceId): boolean {
  const found = installation.state().devices.find(({ id }) => id === maker)
  return found !== undefined && found.revokedAt !== null && found.entered?.on == null
}

/** Somebody signs in: on this screen for a while, where it stands for several; else this becomes their own. */
export async function enterBy(
  { stage, clock }: Door,
  who: Offer & { readonly how: Entered['how'] },
  here: Device | null,
): Promise<Joined> {
  const { installation } = stage
  const { secret, hash: secretHash } = freshSecret()
  const device = id<'device'>(`device-${freshId()}`)
  const on = here !== null && isShared(here) ? here.id : null
  const by = { ...theMachine, device: on ?? device }
  const command = { ...who, name: 'person.enter', device, secretHash, on } as const
  const answer = await installation.submit({ id: `enter:${device}`, by, madeAt: clock.now(), command })
  if (!answer.ok) return 'refusal' in answer ? refusal(answer.refusal) : failed(answer.failure)
  const state = installation.state()
  const cookie =
    on === null
      ? setCookie(cookieName(state), device, secret)
      : setCookie(guestCookieName(state), device, secret, GUEST_MS_MAX / 1000)
  const entered = state.devices.find((one) => one.id === device)
  const viewer = entered ? youAre(entered) : null
  return { status: 200, said: { viewer, ...(on === null ? {} : { guest: true }) }, cookie }
}

const failed = (sentence: string): Joined => ({
  status: 503,
  said: { refusal: { code: 'failure', sentence } },
  cookie: null,
})

/** The server made the code for a link that it knows: it stands for what the link would have shown. */
function linkOf({ installation }: Stage, key: string): Credential | null {
  const { devices, groups } = installation.state()
  const linkHash = [...devices, ...groups].find((one) => one.id === key)?.linkHash ?? null
  return linkHash === null ? null : { device: key, secretHash: linkHash }
}

const CODE_REFUSED = {
  code: 'code',
  sentence: 'These letters are not good, or not any more. Ask the stage manager for new ones.',
}
const MANY_CODES = {
  code: 'many-codes',
  sentence: 'Too many letters were not good. Wait five minutes, or ask the stage manager for a link.',
}
const SLOWLY = {
  code: 'slowly',
  sentence: 'Many letters are being tried just now. Send yours again in a moment.',
}

async function joinLink(
  { stage, clock }: Pick<Door, 'stage' | 'clock'>,
  link: Credential | null,
): Promise<Joined> {
  const { installation } = stage
  const { secret, hash } = freshSecret()
  const asked = link && commandOf(link, hash)
  if (asked === null) return refusal(LINK_REFUSED.refusal)
  const by = { ...theMachine, device: asked.device }
  // Before the record is asked: a stranger who guesses, or an old code on a wall, must not fill it.
  const first = decideInstallation(installation.state(), asked, by, clock.now())
  if (!first.ok) return refusal(first.refusal)
  const command = { id: `pair:${freshId()}`, by, madeAt: clock.now(), command: asked }
  const answer = await installation.submit(command)
  if (answer.ok) {
    const state = installation.state()
    const paired = state.devices.find((one) => one.id === asked.device)
    const cookie = setCookie(cookieName(state), asked.device, secret)
    return { status: 200, said: { viewer: paired ? youAre(paired) : null }, cookie }
  }
  if ('refusal' in answer) return refusal(answer.refusal)
  return failed(answer.failure)
}

const refusal = (why: object): Joined => ({ status: 403, said: { refusal: why }, cookie: null })

const GROUP = 'group-'

function commandOf(
  { device, secretHash: linkHash }: Credential,
  secretHash: string,
): Extract<InstallationCommand, { name: 'device.pair' | 'group.join' }> {
  if (!device.startsWith(GROUP)) {
    return { name: 'device.pair', device: id<'device'>(device), linkHash, secretHash }
  }
  const fresh = id<'device'>(`device-${freshId()}`)
  return { name: 'group.join', group: id<'group'>(device), device: fresh, linkHash, secretHash }
}

function askedIn(body: string): { readonly token: string | null; readonly own: boolean } {
  try {
    const parsed: unknown = JSON.parse(body)
    const asked = parsed !== null && typeof parsed === 'object' ? parsed : {}
    const token = 'token' in asked && typeof asked.token === 'string' ? asked.token : null
    return { token, own: 'own' in asked && asked.own === true }
  } catch {
    return { token: null, own: false }
  }
}
