// The link as React sees it: pick what a component shows, and it is drawn again only when that changes.

import { createContext, useContext, useSyncExternalStore } from 'react'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { Sections } from '../../wire/messages.ts'
import type { Press } from './presses.ts'
import { type SessionState, serverNow } from './session.ts'
import type { Link } from './socket.ts'

const LinkContext = createContext<Link | null>(null)
export const LinkProvider = LinkContext.Provider

export function useLink(): Link {
  const link = useContext(LinkContext)
  if (link === null) throw new Error('every screen stands inside a LinkProvider')
  return link
}

/** Some of the sections, each as it was given or not. */
export type Given<Name extends keyof Sections> = { readonly [One in Name]: Sections[One] | undefined }

/** `pick` must return something that stays the same object while it means the same. */
export function useSession<T>(pick: (state: SessionState) => T): T {
  const link = useLink()
  return useSyncExternalStore(link.subscribe, () => pick(link.state()))
}

export const usePress = (id: string | null): Press | null =>
  useSession((state) => state.presses.find((press) => press.id === id) ?? null)

/** True while the desk asks which device this is. */
export const useNamed = (): boolean => useSession((state) => state.namedUntil !== null)

/** True while nothing current is heard. */
export const useStale = (): boolean => useSession((state) => state.stale)

/** The server says that there is no performance at all; before it has said anything this is false. */
export const useNothingOpen = (): boolean => useSession((state) => state.seen?.performance === '')

/** The time of day at the server; null before it was heard. */
export function wallTime(link: Link): Instant | null {
  const state = link.state()
  // Without the server this device's own clock has to do; what it shows says already how old it is.
  return serverNow(state, link.now()) ?? (state.kept ? instant(Date.now()) : null)
}

/**
 * The time at which what is shown was true: now, or, once it is stale, when it was last heard.
 * A countdown that runs on over a dead line would be a lie.
 */
export function showTime(link: Link): Instant | null {
  const state = link.state()
  if (state.kept !== null) return state.kept.at
  return serverNow(state, state.stale && state.currentAt !== null ? state.currentAt : link.now())
}
