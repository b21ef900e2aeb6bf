// What was left for later at the start is read in quiet moments soon after, so that the first press need not wait for it.

import type { Clock } from './clock.ts'

/** Those who come in again at once have what they came for by then. */
export const QUIET_MS = 1_000

/** One after the other, each in a turn of its own: whoever presses meanwhile waits for one of them at most. Closing ends that. */
export function readAhead(clock: Pick<Clock, 'after'>, parts: readonly (() => unknown)[]): { close(): void } {
  let cancel = () => {}
  const read = ([part, ...rest]: readonly (() => unknown)[]): void => {
    if (part === undefined) return
    cancel = clock.after(QUIET_MS, () => {
      // Whoever wants it is told what is wrong with it.
      void Promise.resolve()
        .then(part)
        .catch(() => undefined)
      read(rest)
    })
  }
  read(parts)
  return { close: () => cancel() }
}
