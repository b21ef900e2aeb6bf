// What in a performance’s record names somebody lies in the part that can be erased: of every room of the night.

import type { AbsenceEventType } from '../absence/absence.ts'
import type { AttendanceEventType } from '../attendance/events.ts'
import type { CoveringEventType } from '../covering/covering.ts'
import type { Json } from '../kit/json.ts'
import { type Decided, type Fields, FORGOTTEN_PERSON, parting, type Recorded } from '../kit/parts.ts'
import * as presence from '../presence/personal.ts'

const one = { person: FORGOTTEN_PERSON }

/** Whoever adds another kind of event about who is in the building or who is out is asked here by the compiler. */
const inTheBuilding: Readonly<Record<AttendanceEventType | AbsenceEventType, Fields>> = {
  'person.signed-in': one,
  'person.signed-out': { who: one },
  'person.went-out': one,
  'person.announced': one,
  'arrival.noted': one,
  'help.asked': one,
  'help.given': one,
  'visitor.signed-in': { host: null },
  'sign.withdrawn': { who: one },
  'person.accounted': { who: one, by: FORGOTTEN_PERSON },
  'person.stayed': { ...one, by: FORGOTTEN_PERSON },
  'place.swept': { by: FORGOTTEN_PERSON },
  'sweep.withdrawn': {},
  'out.said': one,
  'out.ended': one,
  'out.withdrawn': one,
}

/** Who was told what a plan costs them. Who plays what stays: it is what the performance was. */
const told: Readonly<Record<Exclude<CoveringEventType, 'plan.approved'>, Fields>> = {
  'plan.told': { to: one, by: FORGOTTEN_PERSON },
  'plan.untold': { to: one },
  'plan.errand': { to: FORGOTTEN_PERSON, by: FORGOTTEN_PERSON },
  'plan.announced': {},
  'plan.unannounced': {},
}

/** Who wrote a note: its words were apart from the first. */
const written: Fields = {}

/** A visitor by number, a department, and everybody at once are nobody: they stay where they are. */
const isNobody = (value: Json): boolean =>
  value === null ||
  (typeof value === 'object' && !Array.isArray(value) && ('visitor' in value || 'department' in value))

/** Whose line it was, and what happened to it. */
const onLines: Fields = { person: FORGOTTEN_PERSON, mark: null }

const parts = parting(
  { ...inTheBuilding, ...told, 'note.written': written, 'line-note.written': onLines },
  isNobody,
)

/** Who pressed lies in the part that can be erased too. */
export const isParted = (type: string): boolean => parts.isParted(type) || presence.isPersonal(type)

export const parted = (event: Decided, author: string): Decided =>
  parts.parted(presence.parted(event, author), author)

export const whole = <Event extends Recorded>(event: Event): Event => parts.whole(presence.whole(event))
