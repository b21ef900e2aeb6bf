// Other Ghostlights on these networks: as many as are remembered, and for how long after they were last heard.

import type { Instant } from '../../core/kit/time.ts'
import { fullName } from './records.ts'

export const OTHERS_MAX = 20
export const OTHER_MS = 150_000

export type Other = {
  readonly name: string
  readonly addresses: readonly string[]
  readonly heardAt: Instant
}

export type Others = {
  list(): readonly Other[]
  /** Whether it was not known a moment ago, and is now. */
  heard(name: string, addresses: readonly string[]): boolean
  gone(name: string): void
}

export function openOthers(now: () => Instant): Others {
  const others = new Map<string, Other>()
  // Else twenty names that somebody made up would hide every other for ever (NETWORK-16).
  const forget = () => {
    for (const [name, { heardAt }] of others) if (now() - heardAt >= OTHER_MS) others.delete(name)
  }
  return {
    list: () => {
      forget()
      return [...others.values()]
    },
    heard: (name, addresses) => {
      forget()
      const isNew = !others.has(name)
      if (isNew && others.size >= OTHERS_MAX) return false
      others.set(name, { name: fullName(name), addresses, heardAt: now() })
      return isNew
    },
    gone: (name) => void others.delete(name),
  }
}
