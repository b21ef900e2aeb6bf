// What this device opened of sealed notes: written down here before anything is shown, and brought to the house until it is there.

import { OPENINGS_AT_ONCE_MAX, type OpeningSaid } from '../../core/vault/openings.ts'
import { AGAIN_MS, deliverOnce } from './deliver.ts'
import { askHouse, keepRounds, type Rounds } from './rounds.ts'
import { type Shelf, waitingOf } from './store.ts'

const KEY = 'ghostlight.openings'
/** More than these were never opened on one device in one night. */
export const OPENINGS_KEPT_MAX = 500

export function readOpenings(shelf: Shelf): readonly OpeningSaid[] {
  try {
    const text = shelf.getItem(KEY)
    // `as`: what lies there was written below, on this device.
    return text === null ? [] : (JSON.parse(text) as OpeningSaid[])
  } catch {
    return []
  }
}

const keep = (shelf: Shelf, all: readonly OpeningSaid[]): void => shelf.setItem(KEY, JSON.stringify(all))

/** False where it could not be written down: then nothing is shown. */
export function noteOpening(shelf: Shelf, said: OpeningSaid): boolean {
  const before = readOpenings(shelf)
  if (before.length >= OPENINGS_KEPT_MAX) return false
  try {
    keep(shelf, [...before, said])
    return readOpenings(shelf).some(({ id }) => id === said.id)
  } catch {
    return false
  }
}

type Post = (body: string) => Promise<readonly string[] | null>

const postToHouse: Post = async (body) => {
  const said = await askHouse('/api/sealed/opened', body)
  const answer = said?.status === 200 ? said.value : null
  if (typeof answer !== 'object' || answer === null || !('taken' in answer)) return null
  return Array.isArray(answer.taken) ? answer.taken.filter((one) => typeof one === 'string') : null
}

/** One round: the oldest that wait. How many are left. */
export async function bringOpenings(
  shelf: Shelf,
  now: () => number,
  post: Post = postToHouse,
): Promise<number> {
  const said = readOpenings(shelf).slice(0, OPENINGS_AT_ONCE_MAX)
  if (said.length === 0) return 0
  const taken = await post(JSON.stringify({ sentAt: now(), said }))
  // Read again: another page of this device may have written meanwhile.
  const left = readOpenings(shelf).filter(({ id }) => taken?.includes(id) !== true)
  if (taken !== null) keep(shelf, left)
  return left.length
}

/** After what was written down of the incident: whether there was a right to it is told by that. */
export const keepBringing = (shelf: Shelf): Rounds =>
  keepRounds(async () => {
    if (readOpenings(shelf).length === 0) return null
    const kept = await deliverOnce(shelf, Date.now)
    if (waitingOf(kept).length > 0) return AGAIN_MS
    return (await bringOpenings(shelf, Date.now)) === 0 ? null : AGAIN_MS
  })
