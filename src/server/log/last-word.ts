// When somebody last said anything in a record: what the house wrote down of its own forgetting is no word.

import type { Instant } from '../../core/kit/time.ts'
import { DETAIL_ERASED, type Log, type StreamId } from './log.ts'

const PAGE = 100
const housekeeping: ReadonlySet<string> = new Set([DETAIL_ERASED, 'presence.counted', 'names.replaced'])

/** Null: nobody said anything. Read from its end. */
export async function lastWordAt(log: Log, stream: StreamId): Promise<Instant | null> {
  const { seq } = await log.head(stream)
  for (let to = seq; to > 0; to -= PAGE) {
    const from = Math.max(1, to - PAGE + 1)
    const events = await log.read(stream, from, to - from + 1)
    const last = events.findLast(({ type }) => !housekeeping.has(type))
    if (last) return last.at
  }
  return null
}
