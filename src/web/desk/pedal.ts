// The pedal of this desk: one key, learned once and kept on the device, that means GO and nothing else.

import { useSyncExternalStore } from 'react'
import { words } from '../speech/speech.ts'
import { canBePedal } from './keys.ts'

const PLACE = 'ghostlight.pedal'

/** What was stored may be from another version: it counts only if it may still be a pedal. */
export const pedalFrom = (stored: string | null): string | null =>
  stored !== null && canBePedal(stored) ? stored : null

const listeners = new Set<() => void>()

export function readPedal(): string | null {
  try {
    return pedalFrom(localStorage.getItem(PLACE))
  } catch {
    return null
  }
}

export function learnPedal(key: string | null): void {
  try {
    if (key === null) localStorage.removeItem(PLACE)
    else if (canBePedal(key)) localStorage.setItem(PLACE, key)
  } catch {
    // A browser that keeps nothing has no pedal: Space and Ctrl+Enter still call.
  }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePedal = (): string | null => useSyncExternalStore(subscribe, readPedal)

/** "Page down", "F5", "b": the key as it is said. */
export function pedalName(key: string): string {
  const { keys, arrow } = words().thisDesk
  const names: Readonly<Record<string, string>> = keys
  const way = /^Arrow(.+)$/.exec(key)?.[1]
  return names[key] ?? (way === undefined ? key : arrow({ way }))
}
