// What a person had raised is open again when the word that ended it is taken back: where that may be, and where it must.

import type { Body } from './bodies.ts'
import type { Ladder } from './ladder.ts'

/** As CONCERN-74 says it, typed again. */
const TAKEN_BACK_MS_MAX = 10 * 60_000
/** So near its end the server may have looked a moment too late. */
const MARGIN_MS = 30_000

/** Null where nothing is: `before` is the newest about them, `isUndone` whether the sighting that ended it was taken back. */
export function wrongWithReopening(
  before: Ladder | undefined,
  body: Body,
  at: number,
  isSeen: (one: Ladder) => boolean,
  isUndone: boolean,
): string | null {
  if (!before?.ended || before.raisedBy === null || !isUndone) return 'is open again for nothing'
  if (before.raisedBy !== body.raisedBy) return 'is open again in another one’s name'
  if (at - (before.seen?.at ?? 0) > TAKEN_BACK_MS_MAX) return 'is open again after more than ten minutes'
  if (isSeen(before)) return 'is open again, and they were seen by others'
  if (before.due !== body.due || before.place !== body.place) return 'is open again for something else'
  const passed = before.rungs.findLast((one) => one.at <= at)?.rung ?? 1
  const rung = Math.max(before.rung, passed)
  if (rung !== body.rung) return `is open again on rung ${body.rung}, and would be on ${rung}`
  const left = before.rungs.filter((one) => one.rung > rung)
  return JSON.stringify(left) === JSON.stringify(body.rungs) ? null : 'is open again with other times'
}

/** Raised by a person, and its end not so old that it may stay where it is. */
export const isDueAgain = ({ raisedBy, seen }: Ladder, wall: number): boolean =>
  raisedBy !== null && seen !== null && wall - seen.at <= TAKEN_BACK_MS_MAX - MARGIN_MS
