// What is decided about where people are goes into the record in two parts, of which the personal one can be erased.

import { isOfAbsence } from '../../core/absence/absence.ts'
import { isOfAttendance } from '../../core/attendance/commands.ts'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { SOMEBODY } from '../../core/kit/parts.ts'
import type { Result } from '../../core/kit/result.ts'
import { isOfConcerns } from '../../core/night/concerns.ts'
import type { NightCommand, NightEvent } from '../../core/night/night.ts'
import { parted } from '../../core/night/personal.ts'
import { isOfSightings } from '../../core/presence/decide-sightings.ts'
import type { NewEvent } from '../log/log.ts'

/** Whoever pressed: a person, or the device of a place. */
const presser = (by: Viewer): string => by.person ?? by.device

const aboutPeople: ReadonlySet<string> = new Set<NightCommand['name']>([
  ...(['plan.tell', 'plan.untell', 'plan.errand', 'note.write', 'line.note'] as const),
])

/** What is said of people stands in the record without who said it; that is in the part that can be erased. */
export const authorOf = (command: NightCommand, by: Viewer): string =>
  isOfSightings(command) ||
  isOfConcerns(command) ||
  isOfAttendance(command) ||
  isOfAbsence(command) ||
  aboutPeople.has(command.name)
    ? SOMEBODY
    : presser(by)

export function forRecord(decision: Result<readonly NightEvent[]>, by: Viewer): Result<readonly NewEvent[]> {
  if (!decision.ok) return decision
  return { ok: true, value: decision.value.map((event) => parted(event, presser(by))) }
}
