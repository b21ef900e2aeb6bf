// The last shows that were read, by their text: an edit would read the same one three times.

import type { Show } from '../../core/show/show.ts'
import type { ReadShow } from './stage-asks.ts'

/** The one before an edit, the one after, and one more. */
export const SHOWS_KEPT_MAX = 3

export type ShowsRead = {
  readonly read: ReadShow
  /** What was read elsewhere already. */
  keep(text: string, show: Show): void
}

export function rememberShows(readShow: ReadShow): ShowsRead {
  const kept = new Map<string, Show>()
  const keep = (text: string, show: Show) => {
    kept.delete(text)
    kept.set(text, show)
    for (const oldest of kept.keys()) {
      if (kept.size <= SHOWS_KEPT_MAX) break
      kept.delete(oldest)
    }
  }
  return {
    keep,
    read: (text) => {
      const show = kept.get(text) ?? readShow(text)
      if (show) keep(text, show)
      return show
    },
  }
}
