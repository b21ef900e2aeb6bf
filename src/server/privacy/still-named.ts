// Where free words still name somebody after their erasure: a name is taken out of a sentence by a person who reads it, and by nobody else.

import type { Json } from '../../core/kit/json.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import { type Called, wordsIn } from '../../core/retention/called.ts'
import { kindOf, retentionClocks } from '../../core/retention/clocks.ts'
import { everyEvent } from '../vault/forget.ts'
import { detailOf, type Holding, houseOf, whereOf } from './record.ts'

/** `at`: when it was written down; null in the show itself. `place`: in which list of the show, or what kind of entry. */
export type StillNamed = { readonly at: Instant | null; readonly place: string; readonly words: string }

/** More than anybody goes through at once; how many there are is said. */
export const STILL_NAMED_MAX = 200

/** The show first, which can be mended from the screen. */
export async function stillNamed(
  holding: Holding,
  called: Called,
): Promise<{ readonly places: readonly StillNamed[]; readonly all: number }> {
  const { shows } = await houseOf(holding)
  const found = new Map<string, StillNamed>()
  const add = (at: Instant | null, value: Json, in_: string) => {
    for (const { list, words } of wordsIn(value, called)) {
      const place = at === null ? list : in_
      found.set(JSON.stringify([at, place, words]), { at, place, words })
    }
  }
  // `as`: a show is plain data.
  for (const show of shows.values()) add(null, show as unknown as Json, '')
  for (const { stream } of await holding.log.streams())
    for await (const event of everyEvent(holding.log, stream)) {
      const kind = kindOf(whereOf(stream), event.type)
      add(instant(event.at), detailOf(event), kind === null ? event.type : retentionClocks[kind].title)
    }
  return { places: [...found.values()].slice(0, STILL_NAMED_MAX), all: found.size }
}
