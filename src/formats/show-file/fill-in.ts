// What a show file may leave out because it follows from the rest: departments from the cues, the running order from the items.

import { id } from '../../core/kit/ids.ts'
import { departmentCalled } from '../../core/show/departments.ts'
import type { Department, Show } from '../../core/show/show.ts'

export function fillIn(show: Show): Show {
  return {
    ...show,
    departments: show.departments.length > 0 ? show.departments : departmentsOf(show),
    editions: show.editions.length > 0 ? show.editions : editionOf(show),
  }
}

const editionOf = (show: Show): Show['editions'] => [
  { id: id<'edition'>('full'), title: 'Full show', items: show.items.map((item) => item.id) },
]

const departmentsOf = (show: Show): readonly Department[] =>
  [...new Set(show.cues.map((cue) => cue.department))].map(departmentCalled)
