// What is typed at the stage door outside any field: digits by hand, or a card under a scanner.

import { useEffect, useRef } from 'react'
import { readCard } from '../../core/installation/door-card.ts'
import { isByHand, nothingTyped, withKey } from './typed.ts'

type Hands = {
  readonly digit: (digit: string) => void
  readonly rub: () => void
  readonly leave: () => void
  readonly card: (card: NonNullable<ReturnType<typeof readCard>>) => void
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)

export function useTyped(hands: Hands): void {
  const latest = useRef(hands)
  latest.current = hands
  useEffect(() => {
    let typed = nothingTyped
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      const { digit, rub, leave, card } = latest.current
      if (event.key === 'Backspace') rub()
      else if (event.key === 'Escape') leave()
      else if (event.key === 'Enter') {
        const read = readCard(typed.text)
        typed = nothingTyped
        if (!read) return
        // Else the button that was touched last would be pressed as well.
        event.preventDefault()
        card(read)
      } else if (event.key.length === 1) {
        typed = withKey(typed, event.key, event.timeStamp)
        if (isByHand(typed)) digit(event.key)
      }
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
