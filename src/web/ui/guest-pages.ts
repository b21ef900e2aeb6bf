// Whether these are the pages of somebody who is signed in for a while on a screen that others use.

import { createContext, useContext } from 'react'

/** Nothing on them leads away: beyond them the screen is nobody’s again, without a word of it. */
export const GuestPages = createContext(false)

export const useIsGuest = (): boolean => useContext(GuestPages)
