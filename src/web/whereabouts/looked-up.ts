// Whoever is told where somebody is says so to the house, which tells that person.

import { useEffect } from 'react'
import type { WhereLine } from '../../core/night/presence-sections.ts'
import { LOOK_AGAIN_MS } from '../../core/presence/look-up.ts'
import { useLink } from '../link/store.ts'

/** Of somebody who is being looked for already the house writes nothing down; it is not asked. */
export function useLookedUp(line: WhereLine | null): void {
  const link = useLink()
  const person = line === null || line.concern !== null ? null : line.person
  useEffect(() => {
    if (person !== null) link.press({ name: 'person.look-up', person })
  }, [link, person])
}

/** A map that stays open is looked at as long as it does. */
export function useMapLookedAt(isShown: boolean): void {
  const link = useLink()
  useEffect(() => {
    if (!isShown) return
    const look = () => link.press({ name: 'person.look-up', person: null })
    look()
    const again = setInterval(look, LOOK_AGAIN_MS)
    return () => clearInterval(again)
  }, [link, isShown])
}
