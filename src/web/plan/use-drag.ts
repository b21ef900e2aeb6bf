// One number of a track, picked up with a mouse or after a still finger, and put down on somebody: the keys can do the same.

import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

export type Place = { readonly track: string; readonly item: number }
export type Dragged = Place & {
  readonly x: number
  readonly y: number
  /** Whoever would have it, were it put down here. */
  readonly over: string | null
}

/** A mouse that has moved so far drags; before that it is a click. */
const MOVED_PX = 6
/** A finger that has lain still so long picks up; before that it scrolls. */
const STILL_MS = 300
/** So soon after letting go the browser makes its click of it. */
const CLICK_MS = 50

type Start = Place & { readonly x: number; readonly y: number; readonly touch: boolean; timer: number }

/** `drop`: on whom it was put down. Whom a place stands for, its `data-drop` says. */
export function useDrag(drop: (place: Place, person: string) => void) {
  const [dragged, drag] = useState<Dragged | null>(null)
  const start = useRef<Start | null>(null)
  const now = useRef<Dragged | null>(null)
  const put = useRef(drop)
  put.current = drop
  useEffect(() => {
    const at = (next: Dragged | null) => {
      now.current = next
      drag(next)
    }
    const end = () => {
      if (start.current) window.clearTimeout(start.current.timer)
      start.current = null
      at(null)
    }
    const move = (event: PointerEvent) => {
      const from = start.current
      if (!from) return
      const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) > MOVED_PX
      if (now.current === null && !far) return
      // A finger that moves before it has lain still scrolls.
      if (now.current === null && from.touch) return end()
      at({ ...placeOf(from), x: event.clientX, y: event.clientY, over: personAt(event) })
    }
    const up = () => {
      const { current } = now
      if (current?.over) put.current(placeOf(current), current.over)
      // Letting go of what was carried is no click on the cell under it.
      if (current) passOverClick()
      end()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !now.current) return
      // It is still held, and let go later.
      window.addEventListener('pointerup', passOverClick, { once: true })
      end()
    }
    // While something is carried the finger does not scroll as well.
    const still = (event: TouchEvent) => {
      if (now.current) event.preventDefault()
    }
    const all = { pointermove: move, pointerup: up, pointercancel: end, keydown: key } as const
    for (const [name, listener] of Object.entries(all))
      window.addEventListener(name, listener as EventListener)
    window.addEventListener('touchmove', still, { passive: false })
    return () => {
      end()
      for (const [name, listener] of Object.entries(all))
        window.removeEventListener(name, listener as EventListener)
      window.removeEventListener('touchmove', still)
    }
  }, [])
  const pick = (event: ReactPointerEvent, place: Place) => {
    if (event.button !== 0 || !event.isPrimary) return
    const { clientX: x, clientY: y } = event
    const touch = event.pointerType !== 'mouse'
    const carry = () => {
      now.current = { ...place, x, y, over: null }
      drag(now.current)
    }
    start.current = { ...place, x, y, touch, timer: touch ? window.setTimeout(carry, STILL_MS) : 0 }
  }
  return { dragged, pick }
}

/** The one that the browser makes of this letting go, should it make one: it comes at once. */
function passOverClick(): void {
  const stop = (event: Event) => event.stopPropagation()
  window.addEventListener('click', stop, true)
  window.setTimeout(() => window.removeEventListener('click', stop, true), CLICK_MS)
}

const placeOf = ({ track, item }: Place): Place => ({ track, item })

function personAt({ clientX, clientY }: PointerEvent): string | null {
  const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-drop]')
  return under?.dataset['drop'] ?? null
}
