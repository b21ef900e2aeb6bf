// What a show file may leave out because it follows from the rest: departments from the cues, the running order from the items.

import { id } from '../../core/kit/ids.ts'
import type { Department, DepartmentId, DepartmentKind, Show } from '../../core/show/show.ts'
import { CODE_LENGTH_MAX } from './limits.ts'

export function fillIn(show: Show): Show {
  return {
    ...show,
    departments: show.departments.length > 0 ? show.departments : departmentsOf(show),
    editions: show.editions.length > 0 ? show.editions : editionOf(show),
  }
}

const editionOf = (show: Show): Show['editions'] =>
  show.items.length === 0
    ? []
    : [{ id: id<'edition'>('full'), title: 'Full show', items: show.items.map((item) => item.id) }]

const departmentsOf = (show: Show): readonly Department[] =>
  [...new Set(show.cues.map((cue) => cue.department))].map(departmentCalled)

// The usual words on headset in Britain and America; anything else is a department of its own kind.
const usual: Readonly<Record<string, readonly [string, DepartmentKind]>> = {
  LX: ['Lights', 'lights'],
  LIGHTS: ['Lights', 'lights'],
  SND: ['Sound', 'sound'],
  SQ: ['Sound', 'sound'],
  SOUND: ['Sound', 'sound'],
  FLY: ['Flys', 'fly'],
  RAIL: ['Flys', 'fly'],
  AUTO: ['Automation', 'automation'],
  DECK: ['Deck', 'deck'],
  FS: ['Follow spots', 'follow spot'],
  SPOT: ['Follow spots', 'follow spot'],
  VID: ['Video', 'video'],
  AV: ['Video', 'video'],
  PROPS: ['Props', 'props'],
  WARD: ['Wardrobe', 'wardrobe'],
  BAND: ['Music', 'music'],
  MD: ['Music', 'music'],
  PYRO: ['Pyrotechnics', 'pyro'],
  TRAP: ['Trap', 'trap'],
}

function departmentCalled(department: DepartmentId): Department {
  const word = department.toUpperCase()
  const [name, kind] = (Object.hasOwn(usual, word) ? usual[word] : undefined) ?? [department, 'other']
  return { id: department, name, short: word.slice(0, CODE_LENGTH_MAX), kind }
}
