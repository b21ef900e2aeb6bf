// Who is named to go on for whom, from the rung on which cover is drafted: for the dance captain. Nothing of the search is in it.

import { isOpen } from '../presence/concern.ts'
import type { PersonId } from '../show/show.ts'
import { coversOf } from './concern-world.ts'
import type { NightState, Plan } from './night.ts'
import type { CoversSection } from './presence-sections.ts'
import { Names } from './seen.ts'

/** Cover is drafted on this rung; somebody who has said that they cannot go on is on it at once. */
export const COVER_RUNG = 4

export function coversSection({ show }: Plan, { presence }: NightState): CoversSection {
  const names = new Names(show)
  const name = (person: PersonId) => names.callName(person) ?? ''
  return {
    lines: presence.concerns.concerns
      .filter((one) => isOpen(one) && one.rung >= COVER_RUNG)
      .map(({ concern, person, dueAt, covers }) => ({
        concern,
        name: name(person),
        dueAt,
        covers: coversOf(show, person).map((cover) => ({
          person: cover,
          name: name(cover),
          called: covers.includes(cover),
        })),
      })),
  }
}
