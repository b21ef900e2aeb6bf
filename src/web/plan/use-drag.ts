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

type Start = Place & {
  readonly x: number
  readonly y: number
  readonly touch: boolean
  readonly timer: number
}

/** `drop`: on whom it was put down. Whom a place stands for, its `data-drop` says. */
export function useDrag(drop: (place: Place, person: string) => void) {
  const [dragged, drag] = useState<Dragged | null>(null)
  const put = useRef(drop)
  put.current = drop
  const hand = useRef<Hand | null>(null)
  useEffect(() => {
    const own = new Hand(drag, (place, person) => put.current(place, person))
    hand.current = own
    return own.close
  }, [])
  return { dragged, pick: (event: ReactPointerEvent, place: Place) => hand.current?.pick(event, place) }
}

/** From a press on a cell until it is let go. */
class Hand {
  readonly #shown: (dragged: Dragged | null) => void
  readonly #drop: (place: Place, person: string) => void
  readonly #closing = new AbortController()
  #start: Start | null = null
  #now: Dragged | null = null

  constructor(shown: (dragged: Dragged | null) => void, drop: (place: Place, person: string) => void) {
    this.#shown = shown
    this.#drop = drop
    const { signal } = this.#closing
    window.addEventListener('pointermove', this.#move, { signal })
    window.addEventListener('pointerup', this.#up, { signal })
    window.addEventListener('pointercancel', this.#end, { signal })
    window.addEventListener('keydown', this.#key, { signal })
    // While something is carried the finger does not scroll as well.
    const still = (event: TouchEvent) => {
      if (this.#now) event.preventDefault()
    }
    window.addEventListener('touchmove', still, { signal, passive: false })
  }

  readonly close = (): void => {
    this.#end()
    this.#closing.abort()
  }

  pick(event: ReactPointerEvent, place: Place): void {
    if (event.button !== 0 || !event.isPrimary) return
    const { clientX: x, clientY: y } = event
    const touch = event.pointerType !== 'mouse'
    const carry = () => this.#at({ ...place, x, y, over: null })
    this.#start = { ...place, x, y, touch, timer: touch ? window.setTimeout(carry, STILL_MS) : 0 }
  }

  readonly #at = (next: Dragged | null): void => {
    this.#now = next
    this.#shown(next)
  }

  readonly #end = (): void => {
    if (this.#start) window.clearTimeout(this.#start.timer)
    this.#start = null
    if (this.#now) this.#at(null)
  }

  readonly #move = (event: PointerEvent): void => {
    const from = this.#start
    if (!from) return
    const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) > MOVED_PX
    if (this.#now === null && !far) return
    // A finger that moves before it has lain still scrolls.
    if (this.#now === null && from.touch) this.#end()
    else this.#at({ ...placeOf(from), x: event.clientX, y: event.clientY, over: personAt(event) })
  }

  readonly #up = (): void => {
    const carried = this.#now
    // Letting go of what was carried is no click on the cell under it.
    if (carried) passOverClick()
    this.#end()
    if (carried?.over) this.#drop(placeOf(carried), carried.over)
  }

  readonly #key = ({ key }: KeyboardEvent): void => {
    if (key !== 'Escape' || !this.#now) return
    // It is still held, and let go later.
    window.addEventListener('pointerup', passOverClick, { once: true })
    this.#end()
  }
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
