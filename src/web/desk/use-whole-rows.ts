// A list that stands on its foot shows whole rows only: half a cue number reads as another one.

import { type RefObject, useLayoutEffect } from 'react'

export function useWholeRows(frame: RefObject<HTMLElement | null>): void {
  // Without a list of dependencies: the rows may be others each time.
  useLayoutEffect(() => {
    const within = frame.current
    const list = within?.firstElementChild
    if (!within || !list) return
    const show = () => {
      const top = within.getBoundingClientRect().top
      for (const row of list.children) {
        if (row instanceof HTMLElement)
          row.style.visibility = row.getBoundingClientRect().top < top ? 'hidden' : ''
      }
    }
    // Asked once for the rows as they are now, without holding up the press that drew them; and again when the window or the size of type is another.
    const watch = new ResizeObserver(show)
    watch.observe(within)
    watch.observe(list)
    return () => watch.disconnect()
  })
}
