// Between two performances of a day: who stays in the building is in it when the next one is opened.

import type { Instant } from '../kit/time.ts'
import { STAY_MS_MAX } from './commands.ts'
import type { AttendanceEvent } from './events.ts'
import type { AttendanceState } from './state.ts'

/** What the next performance is opened with; nothing where it is another day's. */
export function stayed(
  { people }: AttendanceState,
  before: { readonly number: number; readonly closedAt: Instant },
  curtainAt: Instant,
): readonly AttendanceEvent[] {
  if (curtainAt - before.closedAt > STAY_MS_MAX) return []
  return people.flatMap(({ person, marks }): AttendanceEvent[] => {
    const last = marks.at(-1)
    if (last?.sign !== 'accounted' || last.how !== 'staying') return []
    const body = { person, from: before.number, by: last.witness, saidAt: last.saidAt }
    return [{ type: 'person.stayed', v: 1, body }]
  })
}
