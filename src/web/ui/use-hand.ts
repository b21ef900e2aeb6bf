// One touch on a control, as a hand that shakes gives it: held, tapped three times, or pressed three times by key.

import { type KeyboardEvent, type PointerEvent, type SyntheticEvent, useEffect, useRef } from 'react'
import { down, type Felt, type Hand, HOLD_MS, lifted, moved, passed, stillHand } from '../incident/hold.ts'

export type Raising = 'hold' | 'taps' | 'key'

/** Handlers for the control. What it does when it is tapped once stays its own. */
export function useHand(raised: (how: Raising) => void) {
  const hand = useRef<Hand>(stillHand)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const feel = (felt: Felt, by: Raising | null = null) => {
    hand.current = felt.hand
    if (felt.raised === null) return
    clearTimeout(timer.current)
    raised(by ?? felt.raised)
  }
  const at = ({ clientX: x, clientY: y, timeStamp }: PointerEvent) => ({ x, y, at: timeStamp })
  const press = (event: PointerEvent) => {
    const began = event.timeStamp
    feel(down(hand.current, at(event)))
    clearTimeout(timer.current)
    const since = hand.current.pressed?.at ?? began
    timer.current = setTimeout(() => feel(passed(hand.current, since + HOLD_MS)), HOLD_MS - (began - since))
  }
  return {
    onPointerDown: press,
    onPointerMove: (event: PointerEvent) => feel(moved(hand.current, at(event))),
    onPointerUp: (event: PointerEvent) => feel(lifted(hand.current, event.timeStamp)),
    onPointerCancel: (event: PointerEvent) => feel(lifted(hand.current, event.timeStamp)),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.repeat || (event.key !== 'Enter' && event.key !== ' ')) return
      const pressed = down(hand.current, { x: 0, y: 0, at: event.timeStamp })
      // The third press is this, and presses nothing on the card that it opens.
      if (pressed.raised !== null) event.preventDefault()
      feel(pressed, 'key')
      feel(lifted(hand.current, event.timeStamp), 'key')
    },
    // A finger that stays asks for no menu here.
    onContextMenu: (event: SyntheticEvent) => event.preventDefault(),
  }
}
