// A link is followed: its one device is paired, or one more of those it lets in.

import type { InstallationCommand } from '../../core/installation/commands.ts'
import { LINK_REFUSED } from '../../core/installation/decide-devices.ts'
import { decideInstallation, theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { codeIn } from '../../wire/protocol.ts'
import type { Clock } from '../clock/clock.ts'
import { youAre } from '../hub/known.ts'
import type { Stage } from '../hub/stage.ts'
import type { Codes } from './codes.ts'
import { type Credential, cookieName, freshId, freshSecret, readCredential, setCookie } from './cookies.ts'

export type Joined = { readonly status: number; readonly said: unknown; readonly cookie: string | null }

type Door = { readonly stage: Stage; readonly clock: Clock; readonly codes: Codes }

/** `body`: what the device sent, as JSON with the link's token or its six letters in it. */
export async function joinBy(door: Door, body: string, from: string): Promise<Joined> {
  const token = tokenOf(body)
  const code = codeIn(token ?? '')
  if (code === null) return joinLink(door, token === null ? null : readCredential(token))
  const key = door.codes.use(code, from)
  if (key === 'too-many' || key === 'wait')
    return { status: 429, said: { refusal: key === 'wait' ? SLOWLY : MANY_CODES }, cookie: null }
  const link = key === null ? null : linkOf(door.stage, key)
  const joined = link && (await joinLink(door, link))
  if (joined && joined.status !== 403) return joined
  if (key !== null) door.codes.wrong(from)
  return refusal(CODE_REFUSED)
}

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

async function joinLink({ stage, clock }: Door, link: Credential | null): Promise<Joined> {
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
  const failed = { code: 'failure', sentence: answer.failure }
  return { status: 503, said: { refusal: failed }, cookie: null }
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

function tokenOf(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body)
    const token = parsed !== null && typeof parsed === 'object' && 'token' in parsed ? parsed.token : null
    return typeof token === 'string' ? token : null
  } catch {
    return null
  }
}
