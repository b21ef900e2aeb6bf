// Brings what was written down to the house, as soon as it is there again and once only; until then it stays here.

import { SAID_MAX } from '../../core/incident/incident.ts'
import { askHouse, keepRounds, type Rounds } from './rounds.ts'
import { type Kept, keep, readKept, type Shelf, waitingOf, withDelivered } from './store.ts'

/** While something waits, the house is asked again this often. */
export const AGAIN_MS = 2_000

export type Post = (body: string) => Promise<readonly string[] | null>

/** The ids the house has now; null where it could not be reached, or did not want them. */
const postToHouse: Post = async (body) => {
  const said = await askHouse('/api/incident', body)
  const answer = said?.status === 200 ? said.value : null
  if (typeof answer !== 'object' || answer === null || !('taken' in answer)) return null
  return Array.isArray(answer.taken) ? answer.taken.filter((one) => typeof one === 'string') : null
}

/** One round: the oldest that wait. What another page of this device wrote meanwhile is read again before it is kept. */
export async function deliverOnce(shelf: Shelf, now: () => number, post: Post = postToHouse): Promise<Kept> {
  const kept = readKept(shelf)
  const said = waitingOf(kept).slice(0, SAID_MAX)
  if (said.length === 0) return kept
  const taken = await post(JSON.stringify({ sentAt: now(), device: kept.device, said }))
  return taken === null ? readKept(shelf) : keep(shelf, withDelivered(readKept(shelf), taken))
}

/** Goes on for as long as the page is open. */
export const keepDelivering = (shelf: Shelf, changed: (kept: Kept) => void): Rounds =>
  keepRounds(async (isOver) => {
    const before = waitingOf(await deliverOnce(shelf, Date.now)).length
    if (isOver()) return null
    // Read again: more may have been written down while the house was asked.
    const kept = readKept(shelf)
    changed(kept)
    const waiting = waitingOf(kept).length
    if (waiting === 0) return null
    return waiting > before ? 0 : AGAIN_MS
  })
