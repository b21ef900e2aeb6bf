// A play or a list that is opened under a show that is there: its company, its house and its departments stay.

import { id } from '../kit/ids.ts'
import type { Cue, Department, DepartmentId, Show } from '../show/show.ts'

/** What a play is begun with; whatever brings people or places of its own is a show by itself. */
export const isWithoutCompany = ({ people, venue }: Show): boolean =>
  people.length === 0 && venue.places.length === 0

/** The play’s text, scenes, parts and cues; everything else as it was typed before. */
export function withCompanyOf(play: Show, before: Show): Show {
  const { title, production, country, callPace, calls, timeZone, venue, people, engagements } = before
  const departments = [...before.departments]
  const ids = new Map<DepartmentId, DepartmentId>()
  for (const one of play.departments) {
    const same = departments.find(({ short }) => spoken(short) === spoken(one.short))
    const fresh = { ...one, id: freeId(one.id, departments) }
    if (!same) departments.push(fresh)
    ids.set(one.id, (same ?? fresh).id)
  }
  const cueOf = (cue: Cue): Cue => ({ ...cue, department: ids.get(cue.department) ?? cue.department })
  return {
    ...play,
    ...{ title, production, country, callPace, calls, timeZone, venue, people, engagements },
    departments,
    cues: play.cues.map(cueOf),
  }
}

/** An id that another department has is not that department’s. */
function freeId(wanted: DepartmentId, taken: readonly Department[]): DepartmentId {
  let free = wanted
  for (let count = 2; taken.some((one) => one.id === free); count += 1)
    free = id<'department'>(`${wanted}-${count}`)
  return free
}

const spoken = (short: string): string => short.toUpperCase().replaceAll(/\s/g, '')
