// Whose microphone sound has heard, and when: for the screens of sound, where one tap says so.

import { carriersOf } from '../presence/microphones.ts'
import type { DepartmentId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import type { MicrophonesSection } from './presence-sections.ts'
import { Names } from './seen.ts'

/** Null for a department that hears none, and where the plan has none. */
export function microphonesSection(
  { show }: Plan,
  { presence }: NightState,
  department: DepartmentId,
): MicrophonesSection | null {
  const own = show.departments.find(({ id }) => id === department)
  const carriers = own?.kind === 'sound' ? carriersOf(show) : []
  if (carriers.length === 0) return null
  const names = new Names(show)
  const heard = presence.sightings.list.filter(({ how }) => how === 'microphone')
  return {
    people: carriers.map(({ person, packs }) => {
      const last = heard.findLast(({ people }) => people.includes(person))
      return {
        person,
        name: names.callName(person) ?? '',
        packs,
        at: last?.saidAt ?? null,
        sighting: last?.seq ?? null,
      }
    }),
  }
}
