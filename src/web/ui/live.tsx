// Text that changes with time: one node is written once a second, and nothing around it is drawn again.

import { useLayoutEffect, useRef } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import { showTime, useLink, wallTime } from '../link/store.ts'
import { formatClock } from './clock.ts'
import { everySecond } from './ticker.ts'

/** `wall`: runs on by the server's clock even where what is shown is stale. */
export function Live({
  text,
  wall = false,
  className,
}: {
  readonly text: (now: Instant) => string
  readonly wall?: boolean
  readonly className?: string
}) {
  const link = useLink()
  const node = useRef<HTMLSpanElement>(null)
  // Without a list of dependencies: `text` is new each time, and so may be what it says.
  useLayoutEffect(() => {
    const write = () => {
      const now = wall ? wallTime(link) : showTime(link)
      const said = now === null ? '' : text(now)
      if (node.current && node.current.textContent !== said) node.current.textContent = said
    }
    write()
    return everySecond(link, write)
  })
  return <span className={className} ref={node} />
}

export function Clock({ timeZone, className }: { readonly timeZone: string; readonly className?: string }) {
  return <Live wall text={(now) => formatClock(now, timeZone)} {...(className ? { className } : {})} />
}
