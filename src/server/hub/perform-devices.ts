// A press about the devices of the house becomes a command of the installation; a link's secret leaves in its answer.

import { may, type RoleName, roleNames, type Viewer } from '../../core/disclosure/policy.ts'
import type { InstallationCommand } from '../../core/installation/commands.ts'
import { isOpen } from '../../core/installation/decide-groups.ts'
import type { Post } from '../../core/installation/installation.ts'
import { personRoles } from '../../core/installation/person-roles.ts'
import { id } from '../../core/kit/ids.ts'
import type { Answer, WireCommand } from '../../wire/messages.ts'
import type { HubOptions } from './hub-options.ts'

export type OfDevices = Extract<WireCommand, { name: `device.${string}` | `group.${string}` }>

export const isOfDevices = (command: WireCommand): command is OfDevices =>
  command.name.startsWith('device.') || command.name.startsWith('group.')

export const joinPath = (device: string, secret: string): string => `/join#${device}.${secret}`

const notYours: Answer = {
  ok: false,
  refusal: { code: 'not-yours', sentence: 'A stage manager pairs devices.' },
}

export async function performOnDevices(
  options: HubOptions,
  by: Viewer,
  commandId: string,
  command: OfDevices,
): Promise<Answer> {
  // Before the queue and the record: a phone gone mad must fill neither (HUB-31).
  if (!may(by, 'pair devices')) return notYours
  const { installation } = options.stage
  if (command.name === 'group.code') return codeOf(options, command.group)
  const madeAt = options.clock.now()
  const ask = (asked: InstallationCommand) =>
    installation.submit({ id: commandId, by, madeAt, command: asked })
  if (command.name !== 'device.invite' && command.name !== 'group.invite')
    return ask(asCommand(command, options.stage))
  const { secret, hash } = options.freshSecret()
  const invited =
    command.name === 'device.invite'
      ? invitation(command, options.freshId(), hash)
      : groupInvitation(command, options.freshId(), hash)
  const answer = await ask(invited)
  // The secret is in this answer and nowhere else: not in the log, and not said twice. Where the press was an old one,
  // its first answer had the link, and this device was never invited.
  const { devices, groups } = installation.state()
  const key = 'group' in invited ? invited.group : invited.device
  const isThere = [...devices, ...groups].some((one) => one.id === key)
  if (!answer.ok || !isThere) return answer
  const code = options.codeFor?.(key)
  return { ...answer, link: joinPath(key, secret), ...(code ? { code } : {}) }
}

/** For a link that hangs on a wall and cannot be scanned; it changes nothing that is recorded. */
function codeOf({ stage, codeFor }: HubOptions, key: string): Answer {
  const state = stage.installation.state()
  const group = state.groups.find((one) => one.id === key)
  if (!group || !isOpen(group, stage.door.now()) || !codeFor)
    return { ok: false, refusal: { code: 'no-such-link', sentence: 'No such link is open.' } }
  return { ok: true, seq: state.seq, code: codeFor(key) }
}

function invitation(
  { title: name, roles, person, department, place }: Extract<OfDevices, { name: 'device.invite' }>,
  fresh: string,
  linkHash: string,
) {
  const post: Post = {
    ...postOf({ title: name, roles, department, place }),
    person: person === null ? null : id<'person'>(person),
  }
  return { name: 'device.invite', device: id<'device'>(`device-${fresh}`), linkHash, post } as const
}

function groupInvitation(
  { minutes, devices, ...post }: Extract<OfDevices, { name: 'group.invite' }>,
  fresh: string,
  linkHash: string,
) {
  const group = id<'group'>(`group-${fresh}`)
  return {
    name: 'group.invite',
    group,
    linkHash,
    post: postOf(post),
    devicesMax: devices,
    minutes,
  } as const
}

const postOf = (post: {
  readonly title: string
  readonly roles: readonly string[]
  readonly department: string | null
  readonly place: string | null
}): Omit<Post, 'person'> => ({
  name: post.title,
  roles: post.roles.filter((role): role is RoleName => (roleNames as readonly string[]).includes(role)),
  department: post.department === null ? null : id<'department'>(post.department),
  place: post.place === null ? null : id<'place'>(post.place),
})

function asCommand(
  command: Exclude<OfDevices, { name: 'device.invite' | 'group.invite' | 'group.code' }>,
  stage: HubOptions['stage'],
): InstallationCommand {
  if (command.name === 'group.revoke')
    return { name: 'group.revoke', group: id<'group'>(command.group), devices: command.devices }
  if (command.name === 'group.renew')
    return { ...command, groups: command.groups.map((group) => id<'group'>(group)) }
  const device = id<'device'>(command.device)
  switch (command.name) {
    case 'device.revoke':
    case 'device.identify':
      return { name: command.name, device }
    case 'device.rename':
      return { name: 'device.rename', device, to: command.title }
    case 'device.redirect':
      return { name: 'device.redirect', device, screen: command.screen }
    case 'device.give': {
      const person = id<'person'>(command.person)
      const show = stage.night()?.plan.show
      return { name: 'device.give', device, person, roles: show ? personRoles(show, person) : ['perf'] }
    }
    default:
      return command satisfies never
  }
}
