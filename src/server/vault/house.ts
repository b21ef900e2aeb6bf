// What the sealed notes have to know of the house as it is at this moment: people, devices, who is in, what is open.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Incident } from '../../core/incident/incident.ts'
import type { Device } from '../../core/installation/installation.ts'
import { dayOf } from '../../core/kit/day.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { Certificate } from '../../core/show/competence.ts'
import type { Person, PersonId } from '../../core/show/show.ts'
import { dutyOf, type Standing, standingIn, type Tonight } from '../../core/vault/may-open.ts'

export type VaultHouse = {
  readonly people: readonly Person[]
  readonly timeZone: string
  readonly certificates: readonly Certificate[]
  readonly isIn: (person: PersonId) => boolean
  /** Those that are not revoked. */
  readonly devices: readonly Device[]
  readonly incidents: readonly Incident[]
  /** Of every performance that was ever planned. */
  readonly curtains: readonly number[]
  /** The first of them of the show that is played now. */
  readonly begun: number | null
}

export const viewerFor = (device: Device): Viewer => ({
  ...{ device: device.id, roles: device.roles, person: device.person },
  ...{ department: device.department, place: device.place },
})

function tonightOf({ certificates, isIn, timeZone, people, devices }: VaultHouse, now: Instant): Tonight {
  const namesOf = ({ person, device }: Viewer): readonly string[] => {
    const known = people.find(({ id }) => id === person)
    const own = devices.find(({ id }) => id === device)?.name
    return [...(known ? [known.id, known.name, known.callName] : []), ...(own ? [own] : [])]
  }
  return { certificates, isIn, today: dayOf(now, timeZone), namesOf }
}

export const dutyIn = (house: VaultHouse, viewer: Viewer, now: Instant): Standing | null =>
  dutyOf(viewer, tonightOf(house, now))

/** As what this device might be on duty tonight, whoever is in by now: to these a note is sealed ahead. */
export const dutyAhead = (house: VaultHouse, viewer: Viewer, now: Instant): Standing | null =>
  dutyOf(viewer, { ...tonightOf(house, now), isIn: () => true })

/** `aheadMs`: how far the clock of the device that opened is ahead of the house's. */
export const standingOf = (house: VaultHouse, viewer: Viewer, now: Instant, aheadMs = 0) => {
  const tonight = tonightOf(house, now)
  return (person: PersonId, incident: string | null, at: number): Standing | null => {
    const own = { device: viewer.device, at: at + aheadMs }
    const asked = { person, at, own, incident: house.incidents.find(({ id }) => id === incident) }
    return standingIn(viewer, asked, tonight)
  }
}

export function nameIn({ people, devices }: VaultHouse): (person: PersonId | null, device: string) => string {
  return (person, device) =>
    people.find(({ id }) => id === person)?.name ??
    devices.find(({ id }) => id === device)?.name ??
    'a device that is no longer here'
}
