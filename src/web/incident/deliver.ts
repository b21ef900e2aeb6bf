// Brings what was written down to the house, as soon as it is there again and once only; until then it stays here.

import { SAID_MAX } from '../../core/incident/incident.ts'
import { type Kept, keep, readKept, type Shelf, waitingOf, withDelivered } from './store.ts'

/** While something waits, the house is asked again this often. */
export const AGAIN_MS = 2_000
/** A house that does not answer by then is not there. */
const ANSWER_MS = 4_000

export type Post = (body: string) => Promise<readonly string[] | null>

/** The ids the house has now; null where it could not be reached, or did not want them. */
export const postToHouse: Post = async (body) => {
  try {
    const response = await fetch('/api/incident', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_MS),
      body,
    })
    if (!response.ok) return null
    const answer: unknown = await response.json()
    if (typeof answer !== 'object' || answer === null || !('taken' in answer)) return null
    return Array.isArray(answer.taken) ? answer.taken.filter((one) => typeof one === 'string') : null
  } catch {
    return null
  }
}

/** One round: the oldest that wait. What another page of this device wrote meanwhile is read again before it is kept. */
export async function deliverOnce(shelf: Shelf, now: () => number, post: Post = postToHouse): Promise<Kept> {
  const kept = readKept(shelf)
  const said = waitingOf(kept).slice(0, SAID_MAX)
  if (said.length === 0) return kept
  const taken = await post(JSON.stringify({ sentAt: now(), device: kept.device, said }))
  return taken === null ? readKept(shelf) : keep(shelf, withDelivered(readKept(shelf), taken))
}

/** Goes on for as long as the page is open. The answer ends it. */
export function keepDelivering(shelf: Shelf, changed: (kept: Kept) => void): { now(): void; end(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [busy, over] = [false, false]
  const round = async () => {
    if (busy || over) return
    busy = true
    clearTimeout(timer)
    const before = waitingOf(await deliverOnce(shelf, Date.now)).length
    busy = false
    if (over) return
    // Read again: more may have been written down while the house was asked.
    const kept = readKept(shelf)
    changed(kept)
    const waiting = waitingOf(kept).length
    if (waiting > 0) timer = setTimeout(() => void round(), waiting > before ? 0 : AGAIN_MS)
  }
  const listen = () => void round()
  addEventListener('online', listen)
  void round()
  return {
    now: listen,
    end: () => {
      over = true
      clearTimeout(timer)
      removeEventListener('online', listen)
    },
  }
}
