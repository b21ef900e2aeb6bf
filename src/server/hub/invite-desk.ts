// The link that makes a device the prompt desk of this installation.

import { type Device, theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import type { Clock } from '../clock/clock.ts'
import { joinPath } from './perform-devices.ts'
import type { Stage } from './stage.ts'

const DESK_PREFIX = 'desk-'

type Dice = {
  readonly freshId: () => string
  readonly freshSecret: () => { readonly secret: string; readonly hash: string }
}

/** A new link ends the ones before it that nobody used: whoever finds an old print-out finds nothing. */
export async function inviteDesk(
  stage: Stage,
  clock: Clock,
  { freshId, freshSecret }: Dice,
): Promise<string> {
  const unused = (one: Device) =>
    one.id.startsWith(DESK_PREFIX) && one.pairedAt === null && one.revokedAt === null
  for (const { id: device } of stage.installation.state().devices.filter(unused)) {
    const command = { name: 'device.revoke', device } as const
    await stage.installation.submit({ id: `revoke:${device}`, by: theMachine, madeAt: clock.now(), command })
  }
  const { secret, hash } = freshSecret()
  const device = id<'device'>(`${DESK_PREFIX}${freshId()}`)
  const post = {
    name: 'Prompt desk',
    roles: ['caller', 'SM'],
    person: null,
    department: null,
    place: null,
  } as const
  const answer = await stage.installation.submit({
    id: `invite:${device}`,
    by: theMachine,
    madeAt: clock.now(),
    command: { name: 'device.invite', device, linkHash: hash, post },
  })
  if (!answer.ok) throw new Error('refusal' in answer ? answer.refusal.sentence : answer.failure)
  return joinPath(device, secret)
}
