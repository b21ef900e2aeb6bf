// The demo's night in less time: every length and every point of its plan by one factor.

import { callsBefore } from '../../core/show/call-tables.ts'
import { plannedSeconds, scaleShow } from '../../core/show/scale.ts'
import type { Show } from '../../core/show/show.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'

/** `curtainMs`: from the opening to the curtain; every call of the evening fits before its act as the first fits there. */
export function shortened(show: Show, seconds: number, curtainMs: number): { text: string; show: Show } {
  const first = Math.max(...callsBefore(show.country, 1).map(({ secondsBeforeUp }) => secondsBeforeUp))
  const callPace = Math.min(1, curtainMs / 1000 / first)
  const short = { ...scaleShow(show, seconds / plannedSeconds(show)), callPace }
  const text = writeShowFile(short)
  const read = readShowFile(text)
  if (!read.ok) throw new Error(`The demo cannot be played in ${seconds} s.`)
  return { text, show: read.show }
}
