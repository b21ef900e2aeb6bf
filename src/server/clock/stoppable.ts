// A house's own clock: once it has closed, nothing that it put off goes off any more, or keeps the program waiting.

import type { Clock } from './clock.ts'

export type StoppableClock = Clock & {
  /** What was put off never comes, nor anything that is put off from now on. */
  close(): void
}

export function stoppable(clock: Clock): StoppableClock {
  const waiting = new Set<() => void>()
  let stopped = false
  return {
    now: () => clock.now(),
    sinceStart: () => clock.sinceStart(),
    after: (ms, act) => {
      if (stopped) return () => {}
      const stop = () => {
        waiting.delete(stop)
        cancel()
      }
      const cancel = clock.after(ms, () => {
        waiting.delete(stop)
        act()
      })
      waiting.add(stop)
      return stop
    },
    close: () => {
      stopped = true
      for (const stop of waiting) stop()
    },
  }
}
