// The last shows that were read or made, by their hashes: an edit would read the same one three times.

import type { Show } from '../../core/show/show.ts'
import type { Log } from '../log/log.ts'
import type { NewVersion, ReadShow } from './stage-asks.ts'

/** Of those that were read: the one before an edit, the one after, and one more. */
export const SHOWS_KEPT_MAX = 3
/** Of those that an edit made: as many as one person may take back. */
export const MADE_KEPT_MAX = 200
/** What they have of their own, in lines of their files; the rest of them is that of the one before. */
export const MADE_LINES_MAX = 20_000

export type ShowsRead = {
  /** Null where it is not there, or not readable any more. */
  readonly version: (hash: string) => Promise<Show | null>
  /** What was made here: nobody need read it. `own`: so many lines it has of its own. */
  readonly keep: (hash: string, show: Show, own?: number) => void
}

/** In the record as what it keeps of another version, where it was told so (LOG-28); under its hash. */
export async function keepVersion(
  log: Pick<Log, 'saveDocument' | 'saveChange'>,
  shows: ShowsRead,
  version: NewVersion,
): Promise<string> {
  if (version.keeps === undefined) {
    const hash = await log.saveDocument(version.text)
    shows.keep(hash, version.show)
    return hash
  }
  const { hash, change } = version.keeps
  await log.saveChange(version.keeps, version.text)
  shows.keep(hash, version.show, change.own.length)
  return hash
}

type Made = { readonly show: Show; readonly own: number }

export function rememberShows(log: Pick<Log, 'document'>, readShow: ReadShow): ShowsRead {
  const read = new Map<string, Show>()
  const made = new Map<string, Made>()
  const keepRead = (hash: string, show: Show) => {
    read.delete(hash)
    read.set(hash, show)
    for (const oldest of read.keys()) {
      if (read.size <= SHOWS_KEPT_MAX) break
      read.delete(oldest)
    }
  }
  const keepMade = (hash: string, one: Made) => {
    made.delete(hash)
    made.set(hash, one)
    let own = [...made.values()].reduce((sum, each) => sum + each.own, 0)
    for (const [oldest, { own: less }] of made) {
      if (made.size <= MADE_KEPT_MAX && own <= MADE_LINES_MAX) break
      made.delete(oldest)
      own -= less
    }
  }
  return {
    keep: (hash, show, own) => {
      if (own === undefined || own > MADE_LINES_MAX) keepRead(hash, show)
      else keepMade(hash, { show, own })
    },
    version: async (hash) => {
      const kept = made.get(hash)?.show ?? read.get(hash)
      if (kept && read.has(hash)) keepRead(hash, kept)
      if (kept) return kept
      const text = hash === '' ? null : await log.document(hash)
      const show = text === null ? null : await readShow(text)
      if (show) keepRead(hash, show)
      return show
    },
  }
}
