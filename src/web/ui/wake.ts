// Asks the device not to go dark while this screen stands there; where the browser allows it.

import { useEffect } from 'react'

type Lock = Pick<EventTarget, 'addEventListener'> & { readonly released: boolean; release(): Promise<void> }

export type Awake = {
  readonly page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & {
    readonly visibilityState: DocumentVisibilityState
  }
  /** Undefined on pages that did not come safely. */
  readonly lock: { request(type: 'screen'): Promise<Lock> } | undefined
}

/** A system that took it back in need takes it back again at once: it is asked for when somebody looks or touches. */
const occasions = ['visibilitychange', 'pointerdown', 'keydown'] as const

/** Holds it for as long as the page is seen: a sleep, another app and a weak battery take it away. The answer ends it. */
export function keepAwake({ page, lock }: Awake): () => void {
  let held: Lock | null = null
  let asking = false
  let over = false
  const ask = async () => {
    if (over || asking || page.visibilityState !== 'visible' || (held && !held.released)) return
    asking = true
    held = (await lock?.request('screen').catch(() => null)) ?? null
    asking = false
    if (over) await held?.release()
  }
  const listen = () => void ask()
  for (const occasion of occasions) page.addEventListener(occasion, listen)
  void ask()
  return () => {
    over = true
    for (const occasion of occasions) page.removeEventListener(occasion, listen)
    void held?.release()
  }
}

export function useWakeLock(): void {
  useEffect(() => keepAwake({ page: document, lock: navigator.wakeLock }), [])
}
