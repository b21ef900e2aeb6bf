// The usual words on headset in Britain and America, and the department that each of them calls.

import type { Department, DepartmentId, DepartmentKind } from './show.ts'

/** As long as the show file lets a short name be. */
const SHORT_LENGTH_MAX = 20

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

export const isUsualDepartment = (word: string): boolean => Object.hasOwn(usual, word.toUpperCase())

/** Anything that is no usual word is a department of its own kind. */
export function departmentCalled(department: DepartmentId): Department {
  const word = department.toUpperCase()
  const [name, kind] = (isUsualDepartment(word) ? usual[word] : undefined) ?? [department, 'other']
  return { id: department, name, short: word.slice(0, SHORT_LENGTH_MAX), kind }
}
