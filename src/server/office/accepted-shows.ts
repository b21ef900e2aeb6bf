// Which of the kept shows this very program has looked at already: the next opening need not look at a thousand cues again.

import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../../core/kit/json.ts'
import type { Show } from '../../core/show/show.ts'
import { type LookedAt, readLookedAt } from '../../formats/show-file/looked-at.ts'

/** Tonight's, the versions before it, and those of the last nights. */
export const ACCEPTED_MAX = 8
/** What reading adds is a few empty lists; more than this is not worth keeping. */
const ADDED_BYTES_MAX = 8_192

const FILE = 'shows-looked-at.json'
type Added = NonNullable<LookedAt['added']>
type Accepted = { readonly reader: string; readonly shows: { readonly [hash: string]: Added } }

/**
 * Reads a show that was accepted and kept under its hash. Nobody's name and no word of a show is in the file beside the
 * record: a hash, and what the program itself adds. `reader`: a stamp of this program's own code; null where it runs
 * from its source, which anybody may just have changed.
 */
export function acceptedShows(
  dataDir: string,
  reader: string | null,
): (text: string) => Show | Promise<Show | null> {
  if (reader === null) return async (text) => (await lookAt(text))?.show ?? null
  let known = acceptedIn(dataDir, reader)
  const read = async (text: string, hash: string): Promise<Show | null> => {
    const looked = await lookAt(text)
    if (looked?.added && JSON.stringify(looked.added).length <= ADDED_BYTES_MAX) {
      const latest = [...Object.entries(known), [hash, looked.added] as const].slice(-ACCEPTED_MAX)
      known = Object.fromEntries(latest)
      keep(dataDir, { reader, shows: known })
    }
    return looked?.show ?? null
  }
  return (text) => {
    const hash = createHash('sha256').update(text).digest('hex')
    const added = Object.hasOwn(known, hash) ? known[hash] : undefined
    return added === undefined ? read(text, hash) : readLookedAt(text, added)
  }
}

/** What looks at a show is large, and most starts need none of it. */
const lookAt = async (text: string): Promise<LookedAt | null> =>
  (await import('../../formats/show-file/read.ts')).lookAtKept(text)

/** Nothing where another program wrote it, or where it is not as it was written. */
function acceptedIn(dataDir: string, reader: string): Accepted['shows'] {
  try {
    const { sum, text } = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as Json & Kept
    if (typeof text !== 'string' || sum !== sumOf(text)) return {}
    // As at the edge: the sum says that `keep` wrote it.
    const accepted = JSON.parse(text) as Accepted
    return accepted.reader === reader ? accepted.shows : {}
  } catch {
    return {}
  }
}

type Kept = { readonly sum: string; readonly text: string }
const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Where it cannot be written the next opening looks again, as the first did. */
function keep(dataDir: string, accepted: Accepted): void {
  const text = JSON.stringify(accepted)
  const file = join(dataDir, FILE)
  try {
    writeFileSync(`${file}-new`, JSON.stringify({ sum: sumOf(text), text } satisfies Kept))
    renameSync(`${file}-new`, file)
  } catch {
    // As said above.
  }
}

/** What the build left beside the program, of all that it was made of; null in the source. */
export function builtFrom(folder: string): string | null {
  try {
    return readFileSync(join(folder, '.stamp'), 'utf8').trim() || null
  } catch {
    return null
  }
}
