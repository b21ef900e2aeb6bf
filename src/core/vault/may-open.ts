// Who holds sealed notes ready tonight, and who may open one in an incident. Nobody may because of who they are alone.

import { may, type Viewer } from '../disclosure/policy.ts'
import { functionsOf } from '../incident/functions.ts'
import type { Incident } from '../incident/incident.ts'
import type { Certificate } from '../show/competence.ts'
import type { PersonId } from '../show/show.ts'

export const standings = ['first-aider', 'commander'] as const
/** As what somebody opens one. */
export type Standing = (typeof standings)[number]

export type Tonight = {
  /** "2026-11-24", where the house stands. */
  readonly today: string
  readonly certificates: readonly Certificate[]
  /** Signed in, and not out. */
  readonly isIn: (person: PersonId) => boolean
  /** What the person of this device, or the device, is called: as a function may have been given to them. */
  readonly namesOf: (viewer: Viewer) => readonly string[]
}

const FIRST_AID = /first[\s-]?aid/i

/** In date to the end of its last day. */
export const isFirstAider = (
  person: PersonId,
  { certificates, today }: Pick<Tonight, 'certificates' | 'today'>,
): boolean =>
  certificates.some(
    (one) =>
      one.person === person && FIRST_AID.test(one.what) && (one.until === undefined || one.until >= today),
  )

/** As what this device holds the notes of those who are in: a first-aider who is in, or whoever may take command. */
export function dutyOf(viewer: Viewer, tonight: Tonight): Standing | null {
  const { person } = viewer
  if (person !== null && tonight.isIn(person) && isFirstAider(person, tonight)) return 'first-aider'
  return may(viewer, 'take command') ? 'commander' : null
}

/** Somebody wrote down that it is about this person. */
export const namesPerson = (
  { records }: Incident,
  { person, at, own }: Pick<Asked, 'person' | 'at' | 'own'>,
): boolean =>
  records.some((record) => {
    const { what, happened, author, aheadMs } = record
    if (what.kind !== 'names' || what.who !== person) return false
    // Written and opened on one device they reach the house by different ways: its own clock says which came first.
    return author.device === own?.device ? happened.from + aheadMs <= own.at : happened.from <= at
  })

const isOver = ({ records }: Incident, at: number): boolean =>
  records.some(
    ({ what, happened }) => (what.kind === 'stood-down' || what.kind === 'handed-over') && happened.from < at,
  )

function isCommander({ records }: Incident, names: readonly string[], at: number): boolean {
  const until = records.filter(({ happened }) => happened.from <= at)
  const line = functionsOf(until).find(({ name }) => name === 'commander')
  return line?.holders.some(({ who }) => names.includes(who)) === true
}

export type Asked = {
  readonly person: PersonId
  readonly incident: Incident | undefined
  /** When: also of what was done while nobody could be reached, and is brought later. */
  readonly at: number
  /** The device that opened it, and when by that device's own clock. */
  readonly own?: { readonly device: string; readonly at: number } | undefined
}

/** C2: in an open incident that names the person, and for as long as it is not handed over. Null: no right to it. */
export function standingIn(viewer: Viewer, asked: Asked, tonight: Tonight): Standing | null {
  const { incident, at } = asked
  if (incident === undefined || incident.drill || isOver(incident, at) || !namesPerson(incident, asked))
    return null
  if (viewer.person !== null && tonight.isIn(viewer.person) && isFirstAider(viewer.person, tonight))
    return 'first-aider'
  return isCommander(incident, tonight.namesOf(viewer), at) ? 'commander' : null
}
