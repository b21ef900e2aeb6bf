// Help asked for without a sound, on the device that asks: kept here until the house has it, and asked after how far it has come.

import type { QuietOwn } from '../../core/incident/quiet-help.ts'
import { askHouse, keepRounds, type Rounds } from './rounds.ts'
import { freshId, type Shelf } from './store.ts'

const KEY = 'ghostlight.quiet'
const AGAIN_MS = 2_000
/** Whether somebody comes; more seldom once it is long ago. */
const HEARS_MS = 5_000
const LATER_MS = 30_000
const SOON_OVER_MS = 10 * 60_000
/** After so long it is nobody's any more. */
export const QUIET_OPEN_MS = 12 * 60 * 60_000

export type QuietKept = {
  /** What a device that nobody paired calls itself. */
  readonly device: string
  readonly id: string
  readonly madeAt: number
  readonly place: string | null
  readonly state: 'waiting' | QuietOwn | 'refused'
}

const inMemory = new WeakMap<Shelf, QuietKept>()

export function readQuiet(shelf: Shelf): QuietKept | null {
  try {
    const text = shelf.getItem(KEY)
    // `as`: what lies there was written by `keepQuiet`, on this device.
    if (text !== null) return JSON.parse(text) as QuietKept
  } catch {
    // Damaged or forbidden: as if there were nothing.
  }
  return inMemory.get(shelf) ?? null
}

function keepQuiet(shelf: Shelf, kept: QuietKept): QuietKept {
  inMemory.set(shelf, kept)
  try {
    shelf.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Full or forbidden: it is in this page for as long as that is open, and on its way to the house.
  }
  return kept
}

export const isGoingOn = ({ state, madeAt }: QuietKept, now: number): boolean =>
  state !== 'over' && state !== 'refused' && now - madeAt < QUIET_OPEN_MS

/** Pressed again it is the same one; elsewhere it is another. */
export function askQuietly(shelf: Shelf, place: string | null, now: number): QuietKept {
  const before = readQuiet(shelf)
  if (before !== null && isGoingOn(before, now) && before.place === place) return before
  const device = before?.device ?? freshId()
  return keepQuiet(shelf, { device, id: `quiet-${freshId()}`, madeAt: now, place, state: 'waiting' })
}

type PostQuiet = (body: string) => Promise<{ readonly status: number; readonly value: unknown } | null>
const toHouse: PostQuiet = (body) => askHouse('/api/quiet-help', body)

/** One round; what another page of this device asked meanwhile is left as it is. */
export async function bringQuiet(shelf: Shelf, now: () => number, post = toHouse): Promise<QuietKept | null> {
  const kept = readQuiet(shelf)
  if (kept === null || !isGoingOn(kept, now())) return kept
  const { device, id, madeAt, place } = kept
  const said = await post(JSON.stringify({ device, id, madeAt, place, sentAt: now() }))
  const state = said === null ? null : stateIn(said)
  if (state === null || readQuiet(shelf)?.id !== id) return readQuiet(shelf)
  return keepQuiet(shelf, { ...kept, state })
}

const states: readonly unknown[] = ['kept', 'going', 'over'] satisfies readonly QuietOwn[]

/** Null: it goes on waiting. What the house refuses for good is said; what failed is tried again. */
function stateIn({ status, value }: { status: number; value: unknown }): QuietKept['state'] | null {
  if (status === 409 || status === 400) return 'refused'
  if (status !== 200 || typeof value !== 'object' || value === null || !('state' in value)) return null
  // `as`: one of the three, as was looked.
  return states.includes(value.state) ? (value.state as QuietOwn) : null
}

/** Goes on for as long as the page is open. */
export const keepQuietRounds = (shelf: Shelf, changed: (kept: QuietKept | null) => void): Rounds =>
  keepRounds(async () => {
    const kept = await bringQuiet(shelf, Date.now)
    changed(kept)
    if (kept === null || !isGoingOn(kept, Date.now())) return null
    if (kept.state === 'waiting') return AGAIN_MS
    return Date.now() - kept.madeAt < SOON_OVER_MS ? HEARS_MS : LATER_MS
  })

/** Small and grey beside what stands there anyway. */
export function quietMark(kept: QuietKept | null, now: number): string {
  if (kept === null || now - kept.madeAt >= QUIET_OPEN_MS) return ''
  return { waiting: '', kept: '✓', going: '✓✓', over: '', refused: '✕' }[kept.state]
}
