// The demo's night in less time: every length and every point of its plan by one factor.

import { plannedSeconds, scaleShow } from '../../core/show/scale.ts'
import type { Show } from '../../core/show/show.ts'
import { readShowFile } from '../../formats/show-file/read.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'

export function shortened(show: Show, seconds: number): { text: string; show: Show } {
  const short = scaleShow(show, seconds / plannedSeconds(show))
  const text = writeShowFile(short)
  const read = readShowFile(text)
  if (!read.ok) throw new Error(`The demo cannot be played in ${seconds} s.`)
  return { text, show: read.show }
}
