// A press from a device becomes a command of the performance or of the installation.

import { may, type Viewer } from '../../core/disclosure/policy.ts'
import { instant } from '../../core/kit/time.ts'
import { decide, type NightCommand } from '../../core/night/night.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Door } from './door.ts'
import { type Drafts, isOfDrafts, type OfDrafts } from './drafts.ts'
import type { HubOptions } from './hub-options.ts'
import { makeCertificate } from './perform-certificate.ts'
import { isOfDevices, type OfDevices, performOnDevices } from './perform-devices.ts'
import { inviteToSignIn } from './perform-invite.ts'
import type { Night } from './stage.ts'

type Press = {
  readonly id: string
  readonly madeAt: number
  readonly performance?: string | undefined
  readonly command: WireCommand
}
type Performing = HubOptions & { readonly drafts: Drafts; readonly door: Door }

/** Never rejects: what the world breaks becomes an answer. */
export async function perform(options: Performing, by: Viewer, press: Press): Promise<Answer> {
  try {
    return await performOn(options, by, press)
  } catch (error) {
    tellMistake(error)
    return {
      ok: false,
      failure: 'The server could not do that. Look at the desk’s state line and press again.',
    }
  }
}

/**
 * A press is known by who made it and its own id: whoever says another's id is told nothing of the other's press, and
 * cannot keep it from counting (HUB-34).
 */
export const senderCommand = (device: string, press: string): string => `${device}/${press}`

async function performOn(options: Performing, by: Viewer, pressed: Press): Promise<Answer> {
  const { stage, door } = options
  const { command } = pressed
  const press = { ...pressed, id: senderCommand(by.device, pressed.id) }
  const madeAt = instant(press.madeAt)
  if (command.name === 'code.give') return door.give(by, press.id, command.people)
  if (isOfDevices(command)) return performOnDevices(options, by, press.id, command)
  if (command.name === 'person.invite') return inviteToSignIn(options, by, press.id, command)
  if (command.name === 'certificate.make') return makeCertificate(options.securing, by)
  if (command.name === 'performance.next')
    return stage.planNext(instant(command.curtainAt), by, press.id, command.kind)
  const night = stage.night()
  if (!night) return { ok: false, refusal: { code: 'no-night', sentence: 'No performance is open.' } }
  // Who presses means what their screen shows: a late “close” must not close the next performance (SIM-4).
  // Where it took effect in its own and only the answer was lost, it is told that.
  if (press.performance !== undefined && press.performance !== night.performance.id)
    return (await stage.told(press.performance, press.id)) ?? ofAnother
  if (isOfDrafts(command)) return options.drafts.said(by, command)
  const wanted = door.wantsCode(by, command)
  if (wanted) return wanted
  const signed = command.name === 'door.sign' ? door.open(by, command) : command
  if ('ok' in signed) return signed
  const taken = signed.name === 'plan.take' ? options.drafts.taken(by, signed) : null
  // Approved, and only the answer was lost: by now another plan is proposed, and it is told that it counted.
  if (taken && !taken.ok) return (await stage.told(night.performance.id, press.id)) ?? taken
  const asked = taken ? taken.command : asNightCommand(signed)
  return (
    notYours(options, night, asked, by) ?? night.owner.submit({ id: press.id, by, madeAt, command: asked })
  )
}

/**
 * What a device may never do is refused before it stands in the caller's queue, and leaves no row: a phone gone mad
 * must not fill the record, nor keep the desk waiting. It is the same table that decides again when it is decided.
 * Whoever may take the desk is refused in the record: the same press again must be told the same, also when they call.
 */
function notYours(
  { clock }: HubOptions,
  { plan, owner }: Night,
  command: NightCommand,
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
const asNightCommand = (
  command: Exclude<
    WireCommand,
    | OfDevices
    | OfDrafts
    | { name: 'performance.next' | 'certificate.make' | 'code.give' | 'person.invite' | 'door.sign' }
  >,
): NightCommand => command as NightCommand
