// Tells the server what a lit screen has drawn of an ask, and that somebody has it in hand.

import { useEffect, useState } from 'react'
import type { AskLine } from '../../core/night/presence-sections.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { useLink, useStale } from '../link/store.ts'

/** Says once that it was drawn, as soon as that is heard: of what was put to whoever has this screen, not of what is read along. */
export function Drawn({ ask: { concern, ask, along } }: { readonly ask: AskLine }) {
  const link = useLink()
  const stale = useStale()
  const lit = useLit()
  const shows = lit && !stale && along !== true
  useEffect(() => {
    if (shows) link.press({ name: 'ask.shown', concern, ask })
  }, [link, shows, concern, ask])
  return null
}

/** What says that they have it in hand. */
export const readBy = (asks: readonly AskLine[]): readonly WireCommand[] =>
  asks.flatMap(({ concern, ask, along }) => (along === true ? [] : [{ name: 'ask.read', concern, ask }]))

function useLit(): boolean {
  const [lit, setLit] = useState(document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setLit(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return lit
}
