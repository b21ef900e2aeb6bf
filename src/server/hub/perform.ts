// A press from a device becomes a command of the performance or of the installation.

import type { CallingCommand } from '../../core/calling/commands.ts'
import { may, type RoleName, roleNames, type Viewer } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { decide } from '../../core/night/night.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import type { HubOptions } from './hub.ts'
import type { Night } from './stage.ts'

type Press = {
  readonly id: string
  readonly madeAt: number
  readonly performance?: string | undefined
  readonly command: WireCommand
}
type Invitation = Extract<WireCommand, { name: 'device.invite' }>

/** Never rejects: what the world breaks becomes an answer. */
export async function perform(options: HubOptions, by: Viewer, press: Press): Promise<Answer> {
  try {
    return await performOn(options, by, press)
  } catch {
    return {
      ok: false,
      failure: 'The server could not do that. Look at the desk’s state line and press again.',
    }
  }
}

async function performOn(options: HubOptions, by: Viewer, press: Press): Promise<Answer> {
  const { stage } = options
  const { command } = press
  const madeAt = instant(press.madeAt)
  switch (command.name) {
    case 'device.invite':
      return invite(options, by, press.id, command)
    case 'device.revoke': {
      const device = id<'device'>(command.device)
      return stage.installation.submit({
        id: press.id,
        by,
        madeAt,
        command: { name: 'device.revoke', device },
      })
    }
    case 'performance.next':
      return stage.planNext(instant(command.curtainAt), by, press.id)
    default: {
      const night = stage.night()
      if (!night) return { ok: false, refusal: { code: 'no-night', sentence: 'No performance is open.' } }
      // Who presses means what their screen shows: a late “close” must not close the next performance (SIM-4).
      // Where it took effect in its own and only the answer was lost, it is told that.
      if (press.performance !== undefined && press.performance !== night.performance.id)
        return (await stage.told(press.performance, press.id)) ?? ofAnother
      const asked = asCallingCommand(command)
      return (
        notYours(options, night, asked, by) ??
        night.owner.submit({ id: press.id, by, madeAt, command: asked })
      )
    }
  }
}

/**
 * What a device may never do is refused before it stands in the caller's queue, and leaves no row: a phone gone mad
 * must not fill the record, nor keep the desk waiting. It is the same table that decides again when it is decided.
 * Whoever may take the desk is refused in the record: the same press again must be told the same, also when they call.
 */
function notYours(
  { clock }: HubOptions,
  { plan, owner }: Night,
  command: CallingCommand,
  by: Viewer,
): Extract<Answer, { ok: false }> | null {
  if (may(by, 'take the desk')) return null
  const now = clock.now()
  const decision = decide(plan, owner.state(), command, { at: now, madeAt: now, by, goIntervalMs: 0 })
  return !decision.ok && decision.refusal.code === 'not-yours'
    ? { ok: false, refusal: decision.refusal }
    : null
}

const ofAnother: Answer = {
  ok: false,
  refusal: { code: 'other-performance', sentence: 'Not taken: that was pressed in another performance.' },
}

// The schema has checked the shape; here texts become the ids they stand for. Unknown ids are refused by core.
const asCallingCommand = (
  command: Exclude<WireCommand, { name: 'device.invite' | 'device.revoke' | 'performance.next' }>,
): CallingCommand => command as CallingCommand

async function invite(
  options: HubOptions,
  by: Viewer,
  commandId: string,
  command: Invitation,
): Promise<Answer> {
  const { secret, hash } = options.freshSecret()
  const device = id<'device'>(`device-${options.freshId()}`)
  const known = (role: string): role is RoleName => (roleNames as readonly string[]).includes(role)
  const post = {
    name: command.title,
    roles: command.roles.filter(known),
    person: command.person === null ? null : id<'person'>(command.person),
    department: command.department === null ? null : id<'department'>(command.department),
    place: command.place === null ? null : id<'place'>(command.place),
  }
  const answer = await options.stage.installation.submit({
    id: commandId,
    by,
    madeAt: options.clock.now(),
    command: { name: 'device.invite', device, linkHash: hash, post },
  })
  // The secret is in this answer and nowhere else: not in the log, and not said twice. Where the press was an old one,
  // its first answer had the link, and this device was never invited.
  const invited = options.stage.installation.state().devices.some((one) => one.id === device)
  return answer.ok && invited ? { ...answer, link: joinPath(device, secret) } : answer
}

export const joinPath = (device: string, secret: string): string => `/join#${device}.${secret}`
