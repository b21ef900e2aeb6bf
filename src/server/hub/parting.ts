// What is decided about where people are goes into the record in two parts, of which the personal one can be erased.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Result } from '../../core/kit/result.ts'
import { isOfConcerns } from '../../core/night/concerns.ts'
import type { NightCommand, NightEvent } from '../../core/night/night.ts'
import { isOfSightings } from '../../core/presence/decide-sightings.ts'
import { parted, SOMEBODY } from '../../core/presence/personal.ts'
import type { NewEvent } from '../log/log.ts'

/** Whoever pressed: a person, or the device of a place. */
const presser = (by: Viewer): string => by.person ?? by.device

/** What is said of people stands in the record without who said it; that is in the part that can be erased. */
export const authorOf = (command: NightCommand, by: Viewer): string =>
  isOfSightings(command) || isOfConcerns(command) ? SOMEBODY : presser(by)

export function forRecord(decision: Result<readonly NightEvent[]>, by: Viewer): Result<readonly NewEvent[]> {
  if (!decision.ok) return decision
  return { ok: true, value: decision.value.map((event) => parted(event, presser(by))) }
}
