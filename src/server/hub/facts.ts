// What only the server knows: who is connected, and whether the record is being kept.

import { isOpen } from '../../core/installation/decide-groups.ts'
import { personRoles } from '../../core/installation/person-roles.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { DevicesSection, Sections } from '../../wire/messages.ts'
import type { Roll } from './roll.ts'
import type { Stage } from './stage.ts'

export type House = {
  readonly stage: Stage
  readonly roll: Roll
  readonly connected: ReadonlySet<string>
  readonly now: Instant
  readonly reached: Pick<DevicesSection, 'addresses' | 'name' | 'moved' | 'secure'>
}

/** `withPeople`: to whoever only runs the installation a device has a name, and nobody's (DISCLOSURE-9). */
export function devicesSection(house: House, withPeople: boolean): DevicesSection {
  const { stage, roll, connected, now, reached } = house
  const { devices, groups } = stage.installation.state()
  const show = withPeople ? stage.night()?.plan.show : undefined
  return {
    devices: devices
      .filter((device) => device.revokedAt === null)
      .map(({ id, name, roles, department, person, place, group, screen, pairedAt }) => ({
        id,
        name,
        roles,
        department,
        person: withPeople ? person : null,
        paired: pairedAt !== null,
        place,
        group,
        sentTo: screen,
        ...roll.line(id, connected.has(id), now, pairedAt),
      })),
    groups: groups
      .filter((group) => isOpen(group, now))
      .map(({ id, name, roles, joined, devicesMax, until }) => ({
        id,
        name,
        roles,
        joined,
        devicesMax,
        until,
      })),
    people: (show?.people ?? []).map(({ id, callName }) => ({
      id,
      name: callName,
      roles: show ? personRoles(show, id) : [],
    })),
    places: (show?.venue.places ?? []).map(({ id, code, name }) => ({ id, code, name })),
    ...reached,
  }
}

export function keepingLine(stage: Stage): NonNullable<Sections['keeping']> {
  const owner = stage.night()?.owner
  const unknown = owner ? owner.state().unknown + owner.quarantined() : 0
  return { level: 'local', failing: owner?.failing() ?? stage.installation.failing(), unknownEvents: unknown }
}
