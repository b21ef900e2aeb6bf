// What closed performances teach of where people are usually seen: kept as sums beside each record, read at an opening.

import type { Performance } from '../../core/installation/installation.ts'
import { noticedOf } from '../../core/night/noticed.ts'
import { learnUsual, NOTICED_MAX, type Noticed } from '../../core/presence/learn.ts'
import type { LearnedUsual } from '../../core/presence/usual.ts'
import { tellMistake } from '../clock/mistakes.ts'
import { stateHash } from '../log/chain.ts'
import type { Log, NewEvent } from '../log/log.ts'
import {
  EARLIER_EVENTS_MAX,
  type EarlierNight,
  playedToThePublic,
  type Reading,
  readNight,
} from './earlier.ts'

/** Another name whenever the same performance makes other sums. Gone with what it was made of, when that is erased. */
const NOTICED_PROJECTOR = 'noticed@1'

type Kept = { readonly noticed: Noticed | null }

/** Once a performance is closed its sums are kept beside its record. Null where it was not closed or teaches nothing. */
export async function keepNoticed(
  log: Log,
  performance: Performance,
  { plan, state }: EarlierNight,
): Promise<Noticed | null> {
  if (state.calling.closedAt === null) return null
  const kept: Kept = { noticed: state.presence.concerns.counted === null ? noticedOf(plan, state) : null }
  const snapshot = { seq: state.seq, projector: NOTICED_PROJECTOR, hash: stateHash(kept), state: kept }
  // A cache that cannot be written costs the next opening a moment and nobody anything.
  await log.saveSnapshot(performance.id, snapshot).catch(() => undefined)
  return kept.noticed
}

async function noticedIn(reading: Reading, performance: Performance): Promise<Noticed | null> {
  const { log } = reading
  const kept = await log.snapshot(performance.id, NOTICED_PROJECTOR)
  // Written by this projector version and checked against its hash by the log.
  if (kept) return (kept.state as unknown as Kept).noticed
  if ((await log.head(performance.id)).seq > EARLIER_EVENTS_MAX) return null
  const night = await readNight(reading, performance)
  return night && keepNoticed(log, performance, night)
}

/** Of the newest NOTICED_MAX performances of the production before this one. Whatever is wrong with them, tonight is opened. */
export async function usualFor(
  reading: Reading,
  performances: readonly Performance[],
  { id, production }: Performance,
): Promise<readonly NewEvent[]> {
  try {
    const before = performances.slice(
      0,
      performances.findIndex((one) => one.id === id),
    )
    const newest = playedToThePublic(before, production).slice(-NOTICED_MAX).toReversed()
    const nights: Noticed[] = []
    for (const performance of newest) {
      const night = await noticedIn(reading, performance)
      if (night) nights.push(night)
    }
    const learned = learnUsual(nights)
    return learned === null ? [] : [usualLearned(learned)]
  } catch (error) {
    tellMistake(error)
    return []
  }
}

/** As large as one event may be, with room for the rest of it. */
const LEARNED_BYTES_MAX = 200 * 1024

/** Whose rates they are is personal. Of a show so large that it does not fit, the last sightings are counted on by the plan. */
export function usualLearned({ performances, people, written }: LearnedUsual): NewEvent {
  const event = { type: 'usual.learned', v: 1, body: { performances }, detail: { people, written } }
  if (Buffer.byteLength(JSON.stringify(event)) <= LEARNED_BYTES_MAX) return event
  if (written.length === 0)
    return usualLearned({ performances, people: people.slice(0, people.length / 2), written })
  return usualLearned({ performances, people, written: written.slice(0, written.length / 2) })
}
