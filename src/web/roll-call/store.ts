// What this device has written down at a roll call, and what the house last told it: kept first, brought once.

import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { RollCallId, RollRecord, RollSaid, SaidWhat } from '../../core/roll-call/record.ts'
import { type Roll, rollOf } from '../../core/roll-call/roll.ts'
import { begunAt, ROLL_RECORDS_MAX, rollRecordOf, SHOWN_MS } from '../../core/roll-call/roll-call.ts'
import type { RollCallSection } from '../../core/roll-call/section.ts'
import { freshId, type Shelf } from '../incident/store.ts'

/** As much as one roll call may have. */
export const SAID_KEPT_MAX = ROLL_RECORDS_MAX

export type RollKept = {
  /** Who holds this device, and where they stand; chosen once. */
  readonly name: string
  readonly point: string
  /** Begun here, and the house does not know it yet: the list is the one it last told of. */
  readonly begun: { readonly id: RollCallId; readonly listed: readonly RollRecord[] } | null
  readonly said: readonly RollSaid[]
  readonly section: RollCallSection | null
}

const nothing: RollKept = { name: '', point: '', begun: null, said: [], section: null }
const keyOf = (drill: boolean): string => (drill ? 'ghostlight.roll-call-drill' : 'ghostlight.roll-call')

// Where the browser keeps nothing, this page does.
const inMemory = new WeakMap<Shelf, Map<boolean, RollKept>>()

export function readRoll(shelf: Shelf, drill: boolean, now: number): RollKept {
  const kept = read(shelf, drill)
  const names = kept.section?.open
  const at = names ? begunAt({ id: names.id, drill, records: names.records }) : null
  // Names do not lie about on a telephone for longer than a roll call is shown.
  return at !== null && now - at > SHOWN_MS ? { ...kept, section: null } : kept
}

function read(shelf: Shelf, drill: boolean): RollKept {
  try {
    const text = shelf.getItem(keyOf(drill))
    // `as`: what lies there was written by `keepRoll`, on this device.
    if (text !== null) return JSON.parse(text) as RollKept
  } catch {
    // Damaged or forbidden: as if there were nothing.
  }
  return inMemory.get(shelf)?.get(drill) ?? nothing
}

export function keepRoll(shelf: Shelf, drill: boolean, kept: RollKept): RollKept {
  inMemory.set(shelf, new Map(inMemory.get(shelf) ?? []).set(drill, kept))
  try {
    shelf.setItem(keyOf(drill), JSON.stringify(kept))
  } catch {
    // Full or forbidden: it is in this page for as long as that is open, and on its way to the house.
  }
  return kept
}

/** To which one it is written; null where none is known. */
const currentOf = ({ section, begun }: RollKept): RollCallId | null => section?.open?.id ?? begun?.id ?? null

/** Null where no more fits, or where there is none to write to. */
export function writeRoll(kept: RollKept, what: SaidWhat, drill: boolean, now: number): RollKept | null {
  const rollCall = currentOf(kept)
  if (rollCall === null || kept.said.length >= SAID_KEPT_MAX) return null
  return { ...kept, said: [...kept.said, { id: freshId(), rollCall, drill, madeAt: now, what }] }
}

/** With the list this device was last told of: it must begin where the house is gone. */
export function beginRoll(kept: RollKept, by: string, drill: boolean, now: number): RollKept {
  const rollCall = id<'roll-call'>(`roll-call-${freshId()}`)
  const said: RollSaid = { id: freshId(), rollCall, drill, madeAt: now, what: { kind: 'begun', by } }
  const list: RollRecord = {
    ...{ id: `${said.id}.here`, rollCall, drill, author: authorOf(kept), at: instant(now), aheadMs: 0 },
    what: { kind: 'listed', people: kept.section?.ready ?? [], house: null },
  }
  return { ...kept, begun: { id: rollCall, listed: [list] }, said: [...kept.said, said] }
}

const authorOf = ({ section }: RollKept) => ({
  device: section?.me.device ?? 'here',
  person: section?.me.person ?? null,
})

/** What the house has and what still waits here, as one: the same union as the house's own. */
export function rollHere(kept: RollKept, now: number): Roll | null {
  if (currentOf(kept) === null) return null
  const waiting = kept.said.map((one) =>
    rollRecordOf(one, { aheadMs: 0, author: authorOf(kept) }, instant(now)),
  )
  const listed = kept.section?.open ? [] : (kept.begun?.listed ?? [])
  return rollOf([...listed, ...(kept.section?.open?.records ?? []), ...waiting])
}

/** The house has these, and says how it stands. Where none goes on any more, nothing of it stays on the device. */
export function withAnswer(
  kept: RollKept,
  { taken, section }: { readonly taken: readonly string[]; readonly section: RollCallSection },
): RollKept {
  const said = kept.said.filter((one) => !taken.includes(one.id))
  const waits = kept.begun !== null && said.some(({ rollCall }) => rollCall === kept.begun?.id)
  return { ...kept, said, section, begun: waits ? kept.begun : null }
}
