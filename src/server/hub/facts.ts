// What only the server knows: who is connected, and whether the record is being kept.

import type { Instant } from '../../core/kit/time.ts'
import type { Sections } from '../../wire/messages.ts'
import type { Stage } from './stage.ts'

/** `withPeople`: to whoever only runs the installation a device has a name, and nobody's (DISCLOSURE-9). */
export function deviceLines(
  stage: Stage,
  withPeople: boolean,
  connected: ReadonlySet<string>,
  lastSeen: ReadonlyMap<string, Instant>,
): NonNullable<Sections['devices']> {
  const { devices } = stage.installation.state()
  const people = withPeople ? (stage.night()?.plan.show.people ?? []) : []
  return {
    devices: devices
      .filter((device) => device.revokedAt === null)
      .map(({ id, name, roles, department, person, pairedAt }) => ({
        id,
        name,
        roles,
        department,
        person: withPeople ? person : null,
        paired: pairedAt !== null,
        connected: connected.has(id),
        // While it is connected the moment changes with every ping, and would be news each time.
        lastSeenAt: connected.has(id) ? null : (lastSeen.get(id) ?? pairedAt),
      })),
    people: people.map(({ id, callName }) => ({ id, name: callName })),
  }
}

export function keepingLine(stage: Stage): NonNullable<Sections['keeping']> {
  const owner = stage.night()?.owner
  const unknown = owner ? owner.state().unknown + owner.quarantined() : 0
  return { level: 'local', failing: owner?.failing() ?? stage.installation.failing(), unknownEvents: unknown }
}
