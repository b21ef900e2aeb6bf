// A link is followed: its one device is paired, or one more of those it lets in.

import type { InstallationCommand } from '../../core/installation/commands.ts'
import { LINK_REFUSED } from '../../core/installation/decide-devices.ts'
import { decideInstallation, theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import type { Clock } from '../clock/clock.ts'
import { youAre } from '../hub/known.ts'
import type { Stage } from '../hub/stage.ts'
import { type Credential, cookieName, freshId, freshSecret, readCredential, setCookie } from './cookies.ts'

export type Joined = { readonly status: number; readonly said: unknown; readonly cookie: string | null }

/** `body`: what the device sent, as JSON with the link's token in it. */
export async function joinBy({ installation }: Stage, clock: Clock, body: string): Promise<Joined> {
  const link = tokenOf(body)
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

function tokenOf(body: string): Credential | null {
  try {
    const parsed: unknown = JSON.parse(body)
    const token = parsed !== null && typeof parsed === 'object' && 'token' in parsed ? parsed.token : null
    return typeof token === 'string' ? readCredential(token) : null
  } catch {
    return null
  }
}
