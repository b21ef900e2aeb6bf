// A link to the night that is watched, which is none of this house's.

import { openPlainLink } from '../link/plain-link.ts'
import type { Link } from '../link/socket.ts'

export type Watched = 'desk' | 'phone'

/** "/watch/desk": which of the two screens this page is. */
export const watchedBy = (path: string): Watched | null =>
  path === '/watch/desk' ? 'desk' : path === '/watch/phone' ? 'phone' : null

export const openWatchLink = (as: Watched): Link => openPlainLink({ path: `/live?watch=${as}`, ended: null })
