// What this device has written down of an incident: kept before anything else, whether anybody can be reached or not.

import type { Said, What } from '../../core/incident/record.ts'
import { id } from '../../core/kit/ids.ts'

/** As much as one incident may have. */
export const KEPT_MAX = 2_000
const KEY = 'ghostlight.incident'
const BEAT = 'ghostlight.beat'

/** One that nobody stood down is gone on with for so long; what is raised after it is another. */
export const GOES_ON_MS = 12 * 60 * 60_000

/** `since`: when it was raised, or taken up, here. */
type Current = { readonly id: Said['incident']; readonly drill: boolean; readonly since?: number }
export type Kept = {
  /** What a device that nobody paired calls itself. */
  readonly device: string
  readonly current: Current | null
  readonly said: readonly Said[]
  /** Those the house has. */
  readonly delivered: readonly string[]
  /** The one that was stood down elsewhere. */
  readonly ended?: Said['incident']
}

/** `child`: by the ratio for a child. */
export const beatPaces = ['only', 'ratio', 'child'] as const
export type BeatPace = (typeof beatPaces)[number]

export type Beating = {
  readonly startedAt: number
  readonly pressingSince: number
  readonly pace: BeatPace
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** No vowels and no order: nobody reads anything out of it. 96 bits. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const nothing = (): Kept => ({ device: freshId(), current: null, said: [], delivered: [] })

// Where the browser keeps nothing, this page does.
const inMemory = new WeakMap<Shelf, Kept>()

export function readKept(shelf: Shelf): Kept {
  try {
    const text = shelf.getItem(KEY)
    // `as`: what lies there was written by `keep`, on this device.
    if (text !== null) return JSON.parse(text) as Kept
  } catch {
    // Damaged or forbidden: as if there were nothing.
  }
  return inMemory.get(shelf) ?? nothing()
}

export function keep(shelf: Shelf, kept: Kept): Kept {
  inMemory.set(shelf, kept)
  try {
    shelf.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Full or forbidden: it is in this page for as long as that is open, and on its way to the house.
  }
  return kept
}

export type Told = {
  readonly drill: boolean
  readonly now: number
  readonly parts?: Partial<Pick<Said, 'happened' | 'evidence' | 'certainty'>>
}

/** Written down; where nothing is open here, that opens it, and nothing is stood down. Null where no more fits. */
export function write(kept: Kept, what: What, { drill, now, parts = {} }: Told): Kept | null {
  if (what.kind === 'stood-down' && !isOpen(kept, drill, now)) return kept
  if (kept.said.length >= KEPT_MAX) return null
  const ready =
    isOpen(kept, drill, now) || what.kind === 'opened' ? kept : opened(kept, 'taps', { drill, now })
  const begun = what.kind === 'opened' ? opened(ready, what.how, { drill, now }, what.place) : ready
  if (what.kind === 'opened' || begun.current === null) return begun
  return { ...begun, said: [...begun.said, saidOf(begun.current, what, now, parts)] }
}

/** Raised again on the same device it is still the same one. */
function opened(
  kept: Kept,
  how: 'hold' | 'taps' | 'key',
  { drill, now }: Told,
  place: string | null = null,
): Kept {
  if (isOpen(kept, drill, now)) return kept
  const current = { id: id<'incident'>(`incident-${freshId()}`), drill, since: now }
  const said = saidOf(current, { kind: 'opened', place, how }, now, {})
  // What of earlier ones the house has not got yet stays until it has.
  const waiting = kept.said.filter((one) => !kept.delivered.includes(one.id))
  return { ...kept, current, said: [...waiting, said], delivered: [] }
}

export const isOpen = ({ current, said, ended }: Kept, drill: boolean, now: number): boolean =>
  current !== null &&
  current.drill === drill &&
  current.id !== ended &&
  now - (current.since ?? now) <= GOES_ON_MS &&
  !said.some(({ incident, what }) => incident === current.id && what.kind === 'stood-down')

/** One that others raised: what is touched here from now on is written of it. */
export function takenUp(kept: Kept, incident: Said['incident'], { drill, now }: Told): Kept {
  if (kept.current?.id === incident && isOpen(kept, drill, now)) return kept
  const { ended: _ended, ...rest } = kept
  return { ...rest, current: { id: incident, drill, since: now } }
}

/** Of whichever incident, whether it is open here or not: an answer to what the house asked. */
export const writeOf = (
  kept: Kept,
  incident: Said['incident'],
  what: What,
  { drill, now, parts = {} }: Told,
): Kept | null =>
  kept.said.length >= KEPT_MAX
    ? null
    : { ...kept, said: [...kept.said, saidOf({ id: incident, drill }, what, now, parts)] }

const saidOf = (
  { id: incident, drill }: Current,
  what: What,
  madeAt: number,
  parts: NonNullable<Told['parts']>,
): Said => ({
  ...{ id: freshId(), incident, drill, madeAt, what },
  ...{ happened: null, evidence: 'pressed', certainty: 'certain', ...parts },
})

export const waitingOf = ({ said, delivered }: Kept): readonly Said[] =>
  said.filter(({ id }) => !delivered.includes(id))

export const ofCurrent = ({ said, current }: Kept): readonly Said[] =>
  said.filter(({ incident }) => incident === current?.id)

export const withDelivered = (kept: Kept, ids: readonly string[]): Kept => ({
  ...kept,
  delivered: [...new Set([...kept.delivered, ...ids])],
})

export function readBeat(shelf: Shelf): Beating | null {
  try {
    const text = shelf.getItem(BEAT)
    return text === null ? null : (JSON.parse(text) as Beating)
  } catch {
    return null
  }
}

export function keepBeat(shelf: Shelf, beating: Beating | null): void {
  try {
    if (beating === null) shelf.removeItem(BEAT)
    else shelf.setItem(BEAT, JSON.stringify(beating))
  } catch {
    // It beats on here; only a reload would not know of it.
  }
}
